package dev.erpkit.accounting.journal;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * One line of an entry: an account and a signed amount, debit positive, in the currency of the transaction and in the base
 * currency of the book. Debit and credit are views of the one signed amount.
 *
 * <p>A line that adjusts only one of the two amounts (an exchange difference has no foreign amount) says so with
 * {@link #adjustment()}; any other line has the same sign in both and is not zero.
 */
@ErpValue
@Value.Immutable
public sealed interface JournalLine permits ImmutableJournalLine {
    /** The account. */
    AccountId account();

    /** The signed amount in the currency of the transaction, debit positive. */
    MonetaryAmount amount();

    /** The signed amount in the base currency of the book, debit positive. */
    MonetaryAmount base();

    /** Analytic coordinates. */
    Dimensions dimensions();

    /** Whom the line concerns; required on control accounts. */
    Optional<PartyId> party();

    /** The document by which people know the open item, such as an invoice number; only on control accounts. */
    Optional<@Size(min = 1, max = 64) String> document();

    /** When the open item falls due. */
    Optional<LocalDate> dueDate();

    /** Free text; may be personal, so it stands outside the tamper-evident content and of logs, and can be erased. */
    @Value.Redacted
    Optional<@Size(max = 500) String> note();

    /** Whether the line changes only the base amount or only the foreign amount, on purpose. */
    boolean adjustment();

    /** {@link #amount()} in minor units of its currency. */
    @Value.Derived
    @Value.Auxiliary
    default long amountMinor() {
        return Amounts.minor(amount());
    }

    /** {@link #base()} in minor units of its currency. */
    @Value.Derived
    @Value.Auxiliary
    default long baseMinor() {
        return base() == amount() ? amountMinor() : Amounts.minor(base());
    }

    /** The currency of {@link #amount()}; here too, because every posting asks for it. */
    @Value.Derived
    @Value.Auxiliary
    default CurrencyUnit currency() {
        return amount().getCurrency();
    }

    /** The currency of {@link #base()}. */
    @Value.Derived
    @Value.Auxiliary
    default CurrencyUnit baseCurrency() {
        return base().getCurrency();
    }

    /** The side on which the line stands, by its base amount, or by its amount where the base is zero. */
    default Side side() {
        return (baseMinor() != 0 ? baseMinor() : amountMinor()) >= 0 ? Side.DEBIT : Side.CREDIT;
    }

    /**
     * Enforces the declared constraints by hand (a line is a hot fact), the sign rule, and that texts can be stored. Amounts
     * of any host's kind become ours.
     *
     * @throws InvalidValueException all of {@code line.zero}, {@code line.sign}, {@code line.base-differs}, {@code Size},
     *     {@code text.not-storable} that apply
     */
    @Value.Check
    default JournalLine check() {
        JournalLine ours = LineRules.normalised(this);
        if (ours == this) {
            LineRules.check(this);
        }
        return ours;
    }

    /** The same line without its note. */
    default JournalLine withoutNote() {
        return note().isEmpty()
                ? this
                : builder().from(this).note(Optional.empty()).build();
    }

    /** The same line on the other side. */
    default JournalLine negated() {
        MonetaryAmount contrary = Amounts.ofMinor(Math.negateExact(amountMinor()), currency());
        return builder()
                .from(this)
                .amount(contrary)
                .base(base() == amount() ? contrary : Amounts.ofMinor(Math.negateExact(baseMinor()), baseCurrency()))
                .build();
    }

    /** A line in the base currency. */
    static JournalLine of(String account, MonetaryAmount amount) {
        return builder().account(account).inBase(amount).build();
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableJournalLine.Builder {
        Builder() {
            dimensions(Dimensions.none());
            adjustment(false);
        }

        /** The account. */
        public Builder account(String code) {
            return account(AccountId.of(code));
        }

        /** The amount in transaction and base currency, which are the same. */
        public Builder inBase(MonetaryAmount amount) {
            return amount(amount).base(amount);
        }
    }
}
