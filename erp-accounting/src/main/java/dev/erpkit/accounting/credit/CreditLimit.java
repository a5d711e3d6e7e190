package dev.erpkit.accounting.credit;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** How much a party may owe us. */
@ErpValue
@Value.Immutable
public sealed interface CreditLimit permits ImmutableCreditLimit {
    /** The most, in the base currency of the book; zero where nothing is sold on credit. */
    MonetaryAmount limit();

    /** From where on somebody is warned, at most the limit. */
    Optional<MonetaryAmount> warnAbove();

    /** Whether what exceeds the limit is stopped, or only warned of. */
    boolean stops();

    /** Checks the amounts: {@code credit.limit}, {@code amount.too-many-decimals}. */
    @Value.Check
    default void check() {
        long most = Amounts.minor(limit());
        boolean mark = warnAbove()
                .map(warn -> warn.getCurrency().equals(limit().getCurrency())
                        && Amounts.minor(warn) >= 0
                        && Amounts.minor(warn) <= most)
                .orElse(true);
        if (most < 0 || !mark) {
            throw new InvalidValueException(
                    "CreditLimit",
                    "limit",
                    "credit.limit",
                    "must not be below zero, and the warning mark within it in its currency");
        }
    }

    /** A limit that stops, without a warning mark. */
    static CreditLimit of(MonetaryAmount limit) {
        return builder().limit(limit).build();
    }

    /** A builder; stops unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a limit. */
    final class Builder extends ImmutableCreditLimit.Builder {
        Builder() {
            stops(true);
        }
    }
}
