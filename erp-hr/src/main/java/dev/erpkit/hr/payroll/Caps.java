package dev.erpkit.hr.payroll;

/** Caps on what counts within a window: per payment, month, year. The sum never exceeds the cap, however it is split. */
public final class Caps {
    private Caps() {}

    /**
     * What of an amount still fits under a cap.
     *
     * @param cap of the window
     * @param before what counted in the window so far
     * @param amount what comes now
     * @return between 0 and the amount
     */
    public static long within(long cap, long before, long amount) {
        return Math.min(Math.max(0, amount), Math.max(0, Math.subtractExact(cap, before)));
    }

    /**
     * What of an amount lies above a threshold of a window.
     *
     * @param threshold of the window
     * @param before what counted in the window so far
     * @param amount what comes now
     * @return between 0 and the amount
     */
    public static long above(long threshold, long before, long amount) {
        return Math.subtractExact(Math.max(0, amount), within(threshold, before, amount));
    }
}
