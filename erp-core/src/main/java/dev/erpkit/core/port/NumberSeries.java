package dev.erpkit.core.port;

/**
 * Port: gapless legal numbers. The number is part of the running unit of work: when it rolls back the number is given to
 * the next, so that every series is exactly 1..n in the order of its commits. Drawn last, apart from technical ids.
 */
public interface NumberSeries {
    /**
     * Draws the next number of a series, starting with 1.
     *
     * @throws IllegalStateException when no unit of work is running
     */
    long next(SeriesId series);

    /** The last number that was drawn, 0 when the series has not begun. */
    long last(SeriesId series);
}
