package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/**
 * A declaration as it was made up: a frozen fold of tax facts, those up to {@link #through()} that belong to its period and
 * that no declaration filed before has taken. Making it up again from the facts gives the same.
 */
@ErpValue
@Value.Immutable
public sealed interface Declaration permits ImmutableDeclaration {
    /** The client's key, by which it is known. */
    IdempotencyKey key();

    /** The book. */
    BookId book();

    /** The form. */
    String form();

    /** The period. */
    DateRange period();

    /** 0 for the declaration of the period, 1, 2 ... for its corrections, which hold only what they add. */
    @PositiveOrZero
    int correction();

    /** Where facts went that were late for the period before. */
    LatePolicy late();

    /** The number of the newest tax fact that was known. */
    @PositiveOrZero
    long through();

    /** The last position of the journal that was known. */
    @PositiveOrZero
    long position();

    /** What each box comes to, in the order of the form; boxes without facts are left out. */
    ImmutableList<BoxTotal> boxes();

    /** The fingerprint of its facts and boxes. */
    Digest hash();

    /** What a box comes to in a currency, zero without facts. */
    default BoxTotal box(String name, CurrencyUnit currency) {
        return boxes().detectOptional(
                        total -> total.box().equals(name) && total.currency().equals(currency))
                .orElseGet(() -> new BoxTotal(name, currency, 0, 0, 0));
    }

    /** Tells whether the date of a fact lets it belong here. */
    default boolean spans(LocalDate date) {
        return late() == LatePolicy.NEXT_PERIOD && correction() == 0
                ? date.isBefore(period().endExclusive())
                : period().contains(date);
    }

    /** Tells whether it takes a fact that no declaration before it has taken. */
    default boolean takes(TaxFact fact) {
        return fact.number() <= through()
                && fact.book().equals(book())
                && fact.form().equals(form())
                && spans(fact.date());
    }

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("Declaration", this);
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a declaration. */
    final class Builder extends ImmutableDeclaration.Builder {
        Builder() {}
    }
}
