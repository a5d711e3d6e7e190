package dev.erpkit.hr.japan;

import dev.erpkit.core.trace.TraceStep;

/**
 * An amount and how it came about.
 *
 * @param yen the amount, in yen
 * @param trace the law, the version of the table, what went in, and each rounding
 */
public record Figure(long yen, TraceStep trace) {
    /** Without the amount, which is pay data. */
    @Override
    public String toString() {
        return "Figure by " + trace.rule();
    }
}
