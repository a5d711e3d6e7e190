package dev.erpkit.accounting.declaration.port;

import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.journal.BookId;
import java.time.LocalDate;

/**
 * Which tax facts to push.
 *
 * @param book the book
 * @param form the form
 * @param before only facts dated before this day; {@code LocalDate.MAX} for all
 * @param through only facts up to this number; {@code Long.MAX_VALUE} for all
 */
public record TaxFactQuery(BookId book, String form, LocalDate before, long through) {
    /** All facts of a form. */
    public static TaxFactQuery all(BookId book, String form) {
        return new TaxFactQuery(book, form, LocalDate.MAX, Long.MAX_VALUE);
    }

    /** The same query up to a day and a number. */
    public TaxFactQuery until(LocalDate day, long number) {
        return new TaxFactQuery(book, form, day, number);
    }

    /** Tells whether the query asks for a fact. */
    public boolean matches(TaxFact fact) {
        return fact.number() <= through
                && fact.date().isBefore(before)
                && fact.book().equals(book)
                && fact.form().equals(form);
    }
}
