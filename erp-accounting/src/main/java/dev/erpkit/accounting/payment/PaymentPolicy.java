package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/** The choices that decide what a payment settles. Its {@link #name} is frozen into every step that it decided. */
@ErpValue
@Value.Immutable
public sealed interface PaymentPolicy permits ImmutablePaymentPolicy {
    /** What becomes of too much. */
    OverpaymentPolicy overpayment();

    /** What becomes of too little. */
    UnderpaymentPolicy underpayment();

    /** What may be written off, at most one limit for a currency; nothing in a currency without one. */
    ImmutableList<WriteOff> writeOffs();

    /** How items match: exchange differences, other currencies, reach. */
    MatchingPolicy matching();

    /** The limit of a currency. */
    default Optional<WriteOff> writeOff(CurrencyUnit currency) {
        return writeOffs().detectOptional(w -> w.most().getCurrency().equals(currency));
    }

    /** The choices as one stable text. */
    default String name() {
        return overpayment().text() + "/" + underpayment().text() + "/"
                + writeOffs().collect(WriteOff::name).makeString("+") + "/"
                + matching().name();
    }

    /** Checks the limits: {@code payment.write-off-twice}. */
    @Value.Check
    default void check() {
        if (writeOffs().collect(w -> w.most().getCurrency()).distinct().size()
                < writeOffs().size()) {
            throw new InvalidValueException(
                    "PaymentPolicy", "writeOffs", "payment.write-off-twice", "must have one limit for a currency");
        }
    }

    /** Too much stays on account, too little stays open. */
    static PaymentPolicy standard(MatchingPolicy matching) {
        return builder().matching(matching).build();
    }

    /** A builder; as {@link #standard} unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a policy. */
    final class Builder extends ImmutablePaymentPolicy.Builder {
        Builder() {
            overpayment(OverpaymentPolicy.KEEP_ON_ACCOUNT);
            underpayment(UnderpaymentPolicy.KEEP_OPEN);
            writeOffs(Lists.immutable.empty());
        }
    }
}
