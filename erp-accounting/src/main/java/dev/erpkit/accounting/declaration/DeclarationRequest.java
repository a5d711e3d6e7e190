package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;

/**
 * The command to make up a declaration.
 *
 * @param key the client's key, by which the declaration is known
 * @param book the book
 * @param form the form
 * @param period the period, bounded
 * @param correction whether it corrects a declaration of the same period that was filed
 * @param late where late facts go
 * @param today the day on which it is made up; the period must be over
 */
public record DeclarationRequest(
        IdempotencyKey key,
        BookId book,
        String form,
        DateRange period,
        boolean correction,
        LatePolicy late,
        LocalDate today) {
    /** Checks the period: {@code declaration.period}. */
    public DeclarationRequest {
        if (!period.hasStart() || !period.hasEnd()) {
            throw new InvalidValueException(
                    "DeclarationRequest", "period", "declaration.period", "must have a first and a last day");
        }
    }

    boolean sameAs(Declaration declaration) {
        return declaration.book().equals(book)
                && declaration.form().equals(form)
                && declaration.period().equals(period)
                && (declaration.correction() > 0) == correction
                && declaration.late() == late;
    }
}
