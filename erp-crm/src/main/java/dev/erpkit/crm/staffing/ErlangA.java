package dev.erpkit.crm.staffing;

import dev.erpkit.core.value.InvalidValueException;

/**
 * Callers who give up (Palm's model, M/M/n+M): patience is spread exponentially, so the queue never grows without bound.
 * Formulas of Mandelbaum and Zeltyn, "Service engineering in action: the Palm/Erlang-A queue" (2005), section 3; their
 * integral is a series of positive terms here, summed in logarithms.
 *
 * @param load what comes in
 * @param agents how many answer, at least 1
 * @param patience how long a caller waits on average before giving up, in the unit of the load
 */
public record ErlangA(CallLoad load, int agents, double patience) {
    private static final double LOG_SCALE = 600;
    private static final double SCALE = Math.exp(-LOG_SCALE);

    /** Checks the figures: {@code staffing.patience}. */
    public ErlangA {
        if (agents < 1 || !(patience > 0 && Double.isFinite(patience)) || load.calls() <= 0) {
            throw new InvalidValueException(
                    "ErlangA", "patience", "staffing.patience", "needs calls, an agent and a patience above 0");
        }
    }

    /** The share of callers who have to wait. */
    public double waiting() {
        return virtualWaitBeyond(0, 0);
    }

    /** The share of callers who give up. */
    public double abandonment() {
        return clamp(virtualWaitBeyond(0, 0) - virtualWaitBeyond(0, 1));
    }

    /** The average time in the queue, of all callers. */
    public double averageWait() {
        return abandonment() * patience;
    }

    /** The share of callers who are answered within a time. */
    public double serviceLevel(double within) {
        return clamp(1 - abandonment() - virtualWaitBeyond(within, 1));
    }

    /** The share of their time in which agents handle calls. */
    public double occupancy() {
        return load.traffic() * (1 - abandonment()) / agents;
    }

    /** The share of callers whose wait would exceed a time; with {@code gone} 1, of those that are still there by then. */
    private double virtualWaitBeyond(double time, int gone) {
        double free = -Math.log(Erlang.blocking(load.traffic(), agents - 1));
        double queue = Math.log(load.rate()) + logIntegral(0, 0);
        double total = Math.max(free, queue) + Math.log1p(Math.exp(-Math.abs(free - queue)));
        return Math.exp(Math.log(load.rate()) + logIntegral(time, gone) - total);
    }

    /** The logarithm of the integral from a time on; {@code gone} 1 weighs it with the patience that is left. */
    private double logIntegral(double time, int gone) {
        double drop = 1 / patience;
        double service = agents / load.handle() + gone * drop;
        double arrivals = load.rate() * Math.exp(-drop * time);
        double outside = load.rate() * patience * -Math.expm1(-drop * time) - service * time;
        double product = 1;
        double sum = 0;
        int scalings = 0;
        for (long k = 0; ; k++) {
            double rate = service + k * drop;
            double term = product / rate;
            sum += term;
            product *= arrivals / rate;
            if (arrivals < rate && term < sum * 1e-17) {
                return outside + Math.log(sum) + scalings * LOG_SCALE;
            }
            if (sum > 1e250) {
                sum *= SCALE;
                product *= SCALE;
                scalings++;
            }
        }
    }

    private static double clamp(double share) {
        return Math.min(1, Math.max(0, share));
    }
}
