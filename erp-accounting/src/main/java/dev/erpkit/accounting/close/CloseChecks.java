package dev.erpkit.accounting.close;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Checks that most hosts want before a year is closed. */
public final class CloseChecks {
    /** Reservations dated in the year or before are neither settled nor released. */
    public static final RefusalCode OPEN_RESERVATIONS = RefusalCode.of("close.open-reservations");

    private CloseChecks() {}

    /** {@code close.open-reservations} with their number, as long as any of the book is open through the end of the year. */
    public static CloseCheck openReservations(ReservationLog reservations) {
        return (book, year) -> {
            MutableList<String> open = open(reservations, book, year.range().endExclusive());
            return open.isEmpty()
                    ? Lists.immutable.empty()
                    : Lists.immutable.of(Refusal.of(
                                    OPEN_RESERVATIONS,
                                    open.size() + " reservations of book " + book + " are open through "
                                            + year.range().lastDay()
                                            + "; settle or release them, and expire those that have run out")
                            .with("open", open.size())
                            .with("first", open.getFirst()));
        };
    }

    /** The reservations of a book dated before a day that are open. */
    static MutableList<String> open(ReservationLog reservations, BookId book, LocalDate endExclusive) {
        MutableList<String> open = Lists.mutable.empty();
        reservations.forEachOpen(reservation -> {
            if (reservation.entry().book().equals(book)
                    && reservation.entry().date().isBefore(endExclusive)) {
                open.add(reservation.id().value());
            }
        });
        return open;
    }
}
