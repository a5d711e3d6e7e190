package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/**
 * A fact of the second ledger: items set off against each other, in whole or in part, or the undoing of such a match.
 * Never edited.
 */
@ErpValue
@Value.Immutable
public sealed interface Match permits ImmutableMatch {
    /** The client's id, also the idempotency key. */
    MatchId id();

    /** The book of all its items. */
    BookId book();

    /** Its place among the matches of the tenant: 1, 2, 3 ... without gaps. */
    @Positive
    long sequence();

    /**
     * The position of the journal from which it is known: that of the first entry recorded with it or after it. So what
     * was known at a position never changes, and a match is known exactly when its exchange difference is.
     */
    @Positive
    long position();

    /** When it was recorded. */
    Instant recordedAt();

    /** Who matched. */
    Actor matchedBy();

    /** The effective date: from this day on the parts are consumed. */
    LocalDate date();

    /** What it consumes, one part for each item, in the order of the request. */
    @Size(min = 1, max = 2_000)
    ImmutableList<MatchPart> parts();

    /** The base currency of the book. */
    CurrencyUnit baseCurrency();

    /**
     * The exchange difference in minor units of the base currency: what both sides gave up in base together, less what was
     * allowed. Above zero for a loss, below zero for a gain.
     */
    long differenceMinor();

    /** The entry that posted the difference and the allowances, or moved what was set off between accounts. */
    Optional<EntryId> entry();

    /** The match that this one undoes. */
    Optional<MatchId> undoes();

    /** The policies and rates that decided the parts, as text; they are frozen here. */
    @NotBlank
    @Size(max = 4_000)
    String basis();

    /** The fingerprint of the command, to tell the same command from another under the same id. */
    Digest fingerprint();

    /** {@link #differenceMinor()} as an amount. */
    default MonetaryAmount difference() {
        return Amounts.ofMinor(differenceMinor(), baseCurrency());
    }

    /** Enforces the declared constraints, and that every item is named once. */
    @Value.Check
    default void check() {
        Constraints.check("Match", this);
        if (parts().collect(MatchPart::item).distinct().size() < parts().size()) {
            throw new InvalidValueException("Match", "parts", "match.item-twice", "must name every item once");
        }
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a match. */
    final class Builder extends ImmutableMatch.Builder {
        Builder() {}
    }
}
