package dev.erpkit.hr.japan.labour;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.time.TimeSpan;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Working time with its kind, in pieces.
 *
 * @param pieces in the order of time, not overlapping
 */
public record ClassifiedTime(ImmutableList<Piece> pieces) {
    /**
     * A piece of one kind.
     *
     * @param span when
     * @param day the day it counts for: that on which the spell of work began, but holidays by the calendar
     * @param kind what it is
     * @param night whether it lies between 22:00 and 5:00
     */
    public record Piece(TimeSpan span, LocalDate day, WorkKind kind, boolean night) {}

    /** All seconds. */
    public long seconds() {
        return pieces.sumOfLong(piece -> piece.span().seconds());
    }

    /** The seconds of a kind. */
    public long seconds(WorkKind kind) {
        return pieces.select(piece -> piece.kind() == kind)
                .sumOfLong(piece -> piece.span().seconds());
    }

    /** The seconds at night of a kind. */
    public long nightSeconds(WorkKind kind) {
        return pieces.select(piece -> piece.kind() == kind && piece.night())
                .sumOfLong(piece -> piece.span().seconds());
    }

    /** The seconds at night of all kinds. */
    public long nightSeconds() {
        return pieces.select(Piece::night).sumOfLong(piece -> piece.span().seconds());
    }

    /** The seconds that the sixty hours of a month count: overtime of every kind, work on rest days that is overtime too. */
    public long overtimeSeconds() {
        return seconds(WorkKind.OVERTIME) + seconds(WorkKind.OVERTIME_BEYOND_60);
    }

    /** Seconds as hours, exactly. */
    public static Rational hours(long seconds) {
        return Rational.of(seconds, 3_600);
    }
}
