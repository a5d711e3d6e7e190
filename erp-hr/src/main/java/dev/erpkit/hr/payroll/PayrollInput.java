package dev.erpkit.hr.payroll;

import java.util.Arrays;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What is known about one employment for one payment: facts, accumulators, overrides by contract, corrections of earlier
 * periods. Made by {@link #of}.
 */
public final class PayrollInput {
    private static final int[] NO_INDEXES = {};

    private final Pack pack;
    private final String employment;
    /** By index of fact, up to the last one that was given. */
    private final long[] facts;

    /** By index of fact: what the law says in place of those that were not given. */
    private final long[] lawful;

    private final ImmutableSet<String> filed;
    private final AccumulatorState state;
    private final int[] accumulators;
    private final long[] windows;
    private final long[] sums;
    private final long[] overrides;
    private final long[] carriedInto;
    private final ImmutableList<Carried> carried;

    PayrollInput(PayrollInputBuilder from) {
        this.pack = from.pack;
        this.employment = from.employment;
        this.facts = from.givenFacts();
        this.lawful = from.lawful();
        this.filed = from.filed;
        this.state = from.state;
        ImmutableList<AccumulatorState.Window> known = state.windows(pack);
        this.accumulators = known.isEmpty() ? NO_INDEXES : new int[known.size()];
        this.windows = known.isEmpty() ? PayrollInputBuilder.NOTHING : new long[known.size()];
        this.sums = known.isEmpty() ? PayrollInputBuilder.NOTHING : new long[known.size()];
        for (int i = 0; i < known.size(); i++) {
            AccumulatorState.Window window = known.get(i);
            accumulators[i] =
                    pack.accumulator(window.accumulator()).orElseThrow().index();
            windows[i] = window.start().toEpochDay();
            sums[i] = state.sums().get(window);
        }
        this.overrides = from.overrides;
        this.carriedInto = from.carriedInto;
        this.carried = from.carried;
    }

    /**
     * Begins an input.
     *
     * @param pack whose facts are given
     * @param employment the host's id of the employment: 1 to 64 characters without control characters, else
     *     {@code payroll.employment}
     */
    public static PayrollInputBuilder of(Pack pack, String employment) {
        return new PayrollInputBuilder(pack, employment);
    }

    /** The same input with another value of a fact. */
    public PayrollInputBuilder toBuilder() {
        return new PayrollInputBuilder(this);
    }

    /** Whose facts it has. */
    public Pack pack() {
        return pack;
    }

    /** The host's id of the employment. */
    public String employment() {
        return employment;
    }

    /** What earlier payments come to. */
    public AccumulatorState accumulators() {
        return state;
    }

    /** Corrections of earlier periods. */
    public ImmutableList<Carried> carried() {
        return carried;
    }

    /** All of it as text, for telling one input from another; it is pay data, so keep no more than a digest of it. */
    public String canonical() {
        long[] known = new long[lawful.length];
        boolean[] given = new boolean[lawful.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = fact(i);
            given[i] = isGiven(i);
        }
        return pack + " " + employment + " " + Arrays.toString(known) + Arrays.toString(given) + state.sums()
                + Arrays.toString(overrides)
                + carried.collect(c -> c + "=" + c.minor());
    }

    long[] facts() {
        return facts;
    }

    ImmutableSet<String> filed() {
        return filed;
    }

    long[] overrides() {
        return overrides;
    }

    long[] carriedInto() {
        return carriedInto;
    }

    long fact(int index) {
        long given = index < facts.length ? facts[index] : Inputs.MISSING;
        return given == Inputs.MISSING ? lawful[index] : given;
    }

    boolean isGiven(int index) {
        return index < facts.length && facts[index] != Inputs.MISSING;
    }

    /** Whether no contract and no correction has a say. */
    boolean isByRulesAlone() {
        return overrides.length == 0 && carriedInto.length == 0;
    }

    long override(int slot) {
        return overrides.length == 0 ? Inputs.MISSING : overrides[slot];
    }

    long carriedInto(int slot) {
        return carriedInto.length == 0 ? 0 : carriedInto[slot];
    }

    long accumulated(int accumulator, long window) {
        for (int i = 0; i < accumulators.length; i++) {
            if (accumulators[i] == accumulator && windows[i] == window) {
                return sums[i];
            }
        }
        return 0;
    }

    /** Without facts, which are personal. */
    @Override
    public String toString() {
        return "PayrollInput for " + pack;
    }
}
