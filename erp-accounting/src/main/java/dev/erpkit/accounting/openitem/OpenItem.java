package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * A fact of the second ledger: a line of a control account as it was posted. Nothing of it ever changes; what is still
 * open of it is a fold over its matches.
 */
@ErpValue
@Value.Immutable
public sealed interface OpenItem permits ImmutableOpenItem {
    /** The line it comes from. */
    ItemId id();

    /** The book. */
    BookId book();

    /** The control account. */
    AccountId account();

    /** What the account controlled when the line was posted. */
    ControlKind control();

    /** Whom it concerns. */
    PartyId party();

    /** The currency of the transaction. */
    CurrencyUnit currency();

    /** The original amount in minor units of {@link #currency()}, debit positive, never zero. */
    long amountMinor();

    /** The base currency of the book. */
    CurrencyUnit baseCurrency();

    /** The original base amount in minor units of {@link #baseCurrency()}; zero for a line without base. */
    long baseMinor();

    /** The effective date of the entry. */
    LocalDate date();

    /** The date of the document, where it differs from the effective date. */
    Optional<LocalDate> documentDate();

    /** When it falls due; on its effective date where nothing is said. */
    Optional<LocalDate> dueDate();

    /** The document by which people know it, such as an invoice number. */
    Optional<@Size(min = 1, max = 64) String> document();

    /** The position of the entry in the journal. */
    long position();

    /** When the entry was recorded. */
    Instant recordedAt();

    /** The original amount. */
    default MonetaryAmount amount() {
        return Amounts.ofMinor(amountMinor(), currency());
    }

    /** The original amount in base currency. */
    default MonetaryAmount base() {
        return Amounts.ofMinor(baseMinor(), baseCurrency());
    }

    /** The side on which it stands: a debit is a claim, a credit a debt or a payment received. */
    default Side side() {
        return amountMinor() > 0 ? Side.DEBIT : Side.CREDIT;
    }

    /** The day it is due by the document, or else its effective date. */
    default LocalDate due() {
        return dueDate().orElse(date());
    }

    /**
     * Enforces the declared constraints by hand (an item is a hot fact), and that there is an amount.
     *
     * @throws InvalidValueException {@code Size}, {@code item.zero}
     */
    @Value.Check
    default void check() {
        if (document().isPresent()
                && (document().get().isEmpty() || document().get().length() > 64)) {
            throw InvalidValueException.size("OpenItem", "document", 1, 64);
        }
        if (amountMinor() == 0) {
            throw new InvalidValueException("OpenItem", "amountMinor", "item.zero", "must not be zero");
        }
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an item. */
    final class Builder extends ImmutableOpenItem.Builder {
        Builder() {}
    }
}
