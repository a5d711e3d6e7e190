package dev.erpkit.accounting.deferral;

import dev.erpkit.accounting.journal.BookId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a host decides about its deferrals.
 *
 * @param book the scope of permissions, and the book whose locks count
 * @param locked what becomes of parts under a lock
 * @param lockedThrough the last locked day of that book, such as
 *     {@code () -> books.periods().current().lockedThrough(BookId.MAIN, LockScope.ALL)}
 */
public record DeferralSetup(BookId book, LockedPart locked, Supplier<Optional<LocalDate>> lockedThrough) {
    /** In the main book; parts under a lock are left to posting. */
    public static DeferralSetup standard() {
        return new DeferralSetup(BookId.MAIN, LockedPart.OWN_DAY, Optional::empty);
    }
}
