package dev.erpkit.hr.run;

import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.Pack;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.tuple.Pair;

/** What all records of payroll come to: a fold. Not thread-safe while records are applied. */
public final class PayrollState {
    private final MutableMap<RunId, RunState> runs = Maps.mutable.empty();
    private final MutableMap<String, ImmutableList<PaidSlip>> committed = Maps.mutable.empty();

    /**
     * What was committed for the employments of a run when it was drafted, in their order; of runs that can still be
     * committed.
     */
    private final MutableMap<RunId, ImmutableList<ImmutableList<PaidSlip>>> before = Maps.mutable.empty();

    private long sequence;

    /** Before the first record. */
    public PayrollState() {}

    /** The same state, to which records can be applied without changing this one. */
    PayrollState copy() {
        PayrollState copy = new PayrollState();
        copy.runs.putAll(runs);
        copy.committed.putAll(committed);
        copy.before.putAll(before);
        copy.sequence = sequence;
        return copy;
    }

    /** The newest record in it, 0 before the first one. */
    long sequence() {
        return sequence;
    }

    /** How far a run is. */
    public enum Stage {
        /** Computed; counts for nothing. */
        DRAFTED,
        /** Approved; counts for nothing yet. */
        APPROVED,
        /** Counts. */
        COMMITTED,
        /** Given up; counts for nothing. */
        ABANDONED
    }

    /**
     * A run.
     *
     * @param sequence of the record that drafted it
     * @param preparer who drafted it
     * @param drafted the draft
     * @param stage how far it is
     * @param reversed employments whose payslips count no more
     */
    public record RunState(
            long sequence, Actor preparer, RunChange.Drafted drafted, Stage stage, ImmutableList<String> reversed) {
        RunState at(Stage next) {
            return new RunState(sequence, preparer, drafted, next, reversed);
        }

        RunState reversing(String employment) {
            return new RunState(sequence, preparer, drafted, stage, reversed.newWith(employment));
        }

        /** Its payslip of an employment. */
        public Optional<PaidSlip> slip(String employment) {
            return drafted.slips().detectOptional(slip -> slip.employment().equals(employment));
        }

        /** The payslips that count, when it is committed. */
        public ImmutableList<PaidSlip> standing() {
            return drafted.slips().reject(slip -> reversed.contains(slip.employment()));
        }

        /** Without the payslips. */
        @Override
        public String toString() {
            return "RunState " + drafted + " " + stage;
        }
    }

    /** Adds a record; they come in the order of their sequence. */
    public void apply(PayrollRecord fact) {
        sequence = fact.sequence();
        RunChange change = fact.change();
        if (change instanceof RunChange.Drafted drafted) {
            runs.put(
                    drafted.run(),
                    new RunState(fact.sequence(), fact.actor(), drafted, Stage.DRAFTED, Lists.immutable.empty()));
            before.put(drafted.run(), drafted.slips().collect(slip -> of(slip.employment())));
        } else if (change instanceof RunChange.Approved) {
            advance(change.run(), Stage.APPROVED);
        } else if (change instanceof RunChange.Abandoned) {
            advance(change.run(), Stage.ABANDONED);
            before.remove(change.run());
        } else if (change instanceof RunChange.Committed) {
            advance(change.run(), Stage.COMMITTED);
            before.remove(change.run());
            known(change.run())
                    .drafted()
                    .slips()
                    .forEach(slip -> committed.put(
                            slip.employment(), of(slip.employment()).newWith(slip)));
        } else if (change instanceof RunChange.Reversed reversed) {
            PaidSlip slip = known(reversed.run()).slip(reversed.employment()).orElseThrow();
            committed.put(reversed.employment(), of(reversed.employment()).reject(slip::equals));
            runs.put(reversed.run(), known(reversed.run()).reversing(reversed.employment()));
        }
    }

    private RunState known(RunId run) {
        return run(run).orElseThrow();
    }

    private void advance(RunId run, Stage stage) {
        runs.put(run, known(run).at(stage));
    }

    /** A run. */
    public Optional<RunState> run(RunId run) {
        return Optional.ofNullable(runs.get(run));
    }

    /**
     * The first employment of a run that is not committed for which something was committed or reversed after it was
     * drafted.
     */
    Optional<String> movedSince(RunState run) {
        ImmutableList<ImmutableList<PaidSlip>> then =
                before.getIfAbsentValue(run.drafted().run(), Lists.immutable.empty());
        return run.drafted()
                .slips()
                .collect(PaidSlip::employment)
                .zip(then)
                .detectOptional(pair -> !of(pair.getOne()).equals(pair.getTwo()))
                .map(Pair::getOne);
    }

    /** All runs by name. */
    public ImmutableMap<RunId, RunState> runs() {
        return runs.toImmutable();
    }

    /** The committed payslips of an employment that were not reversed, in the order of their commitment. */
    public ImmutableList<PaidSlip> of(String employment) {
        return committed.getIfAbsentValue(employment, Lists.immutable.empty());
    }

    /** What the accumulators of an employment come to: opening balances and all that is committed. */
    public AccumulatorState accumulators(String employment, AccumulatorState opening, Pack pack) {
        return of(employment).injectInto(opening, (state, slip) -> slip.into(state, pack));
    }
}
