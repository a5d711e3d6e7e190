package dev.erpkit.crm.staffing;

import dev.erpkit.core.value.InvalidValueException;

/**
 * The formulas of A. K. Erlang (1917): calls at random times, handling times spread exponentially.
 *
 * <p>{@code B}: {@code B(0) = 1}, {@code B(n) = aB(n-1) / (n + aB(n-1))}, which no factorial overflows. {@code C}: the
 * probability to wait, {@code C = nB / (n - a(1 - B))}.
 */
public final class Erlang {
    private Erlang() {}

    /** The share of calls that find all lines taken and are lost (B). */
    public static double blocking(double traffic, int lines) {
        check(traffic, lines);
        double blocking = 1;
        for (int n = 1; n <= lines; n++) {
            blocking = traffic * blocking / (n + traffic * blocking);
        }
        return blocking;
    }

    /**
     * The fewest lines that lose no more than a share of the calls.
     *
     * @param most above 0, less than 1
     */
    public static int lines(double traffic, double most) {
        if (!(most > 0 && most < 1)) {
            throw new InvalidValueException("Erlang", "most", "staffing.share", "must be above 0 and below 1");
        }
        int lines = 0;
        check(traffic, lines);
        for (double blocking = 1; blocking > most; ) {
            lines++;
            blocking = traffic * blocking / (lines + traffic * blocking);
        }
        return lines;
    }

    /** The share of calls that have to wait (C); 1 when the agents cannot keep up. */
    public static double waiting(double traffic, int agents) {
        double blocking = blocking(traffic, agents);
        return agents <= traffic ? 1 : agents * blocking / (agents - traffic * (1 - blocking));
    }

    /** The share of calls answered within a time (C); 0 when the agents cannot keep up. */
    public static double serviceLevel(CallLoad load, int agents, double within) {
        double spare = agents - load.traffic();
        return spare <= 0 ? 0 : 1 - waiting(load.traffic(), agents) * Math.exp(-spare * within / load.handle());
    }

    /** The average time that calls wait, those that do not wait included (C); infinite when the agents cannot keep up. */
    public static double averageWait(CallLoad load, int agents) {
        double spare = agents - load.traffic();
        return spare <= 0 ? Double.POSITIVE_INFINITY : waiting(load.traffic(), agents) * load.handle() / spare;
    }

    private static void check(double traffic, int servers) {
        if (!(traffic >= 0 && Double.isFinite(traffic)) || servers < 0) {
            throw new InvalidValueException(
                    "Erlang", "traffic", "staffing.traffic", "must be a number from 0 on, as the servers must");
        }
    }
}
