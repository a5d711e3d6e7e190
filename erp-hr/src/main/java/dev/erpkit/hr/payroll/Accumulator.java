package dev.erpkit.hr.payroll;

import java.time.LocalDate;

/**
 * The sum of a slot over earlier payments in a window, such as wages of the year. It folds committed payslips and nothing
 * else; what a previous employer paid is an opening balance.
 *
 * @param name unique in the pack, such as {@code wages-of-year}
 * @param slot the index of the slot that is summed
 * @param reset when it starts again
 * @param keyDate the date that puts a payment into a window
 * @param index its place in the pack, -1 before a pack has it
 */
public record Accumulator(String name, int slot, Reset reset, KeyDate keyDate, int index) implements Readable {
    /** The accumulator of a slot. */
    public static Accumulator of(String name, Slot slot, Reset reset, KeyDate keyDate) {
        return new Accumulator(name, slot.index(), reset, keyDate, -1);
    }

    /** The first day of the window that a payment belongs to. */
    LocalDate window(PayDates dates) {
        return reset.windowOf(dates.on(keyDate)
                .orElseThrow(() -> new IllegalStateException("no " + keyDate.text() + " for " + name)));
    }

    Accumulator at(int place) {
        return new Accumulator(name, slot, reset, keyDate, place);
    }
}
