package dev.erpkit.storage.jdbc;

import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.payroll.AppliedRule;
import dev.erpkit.hr.payroll.Derivations;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.ReadInput;
import dev.erpkit.hr.payroll.RuleNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * Derivations of payslips that were kept before {@code V21__derivations_once.sql}: rows from the top down, each step
 * with its depth, and one row for each of its inputs. Only read; what they say again and again is told once.
 */
final class EarlierStepRows {
    private static final String KEYED_ON = "keyed on";

    private final Connection connection;
    private final String tenant;
    private final MutableMap<Integer, MutableList<Read>> read = Maps.mutable.empty();

    /** A step as it is read, before its parts are hung on it. */
    private record Read(int depth, TraceStep step) {}

    EarlierStepRows(Connection connection, String tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    /** Reads the derivations of a record. */
    EarlierStepRows select(long sequence) throws SQLException {
        Where where = Where.of(tenant).and("sequence = ?", sequence).ordered("tenant, sequence, slip, step");
        try (PreparedStatement statement = where.prepare(connection, "select * from payroll_step");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                read.getIfAbsentPut(row.getInt("slip"), Lists.mutable::empty)
                        .add(new Read(
                                row.getInt("depth"), TraceStep.of(row.getString("rule"), row.getString("result"))));
            }
        }
        try (PreparedStatement statement = where.prepare(connection, "select * from payroll_step_input");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                MutableList<Read> slip = read.getIfAbsentPut(row.getInt("slip"), Lists.mutable::empty);
                int step = row.getInt("step");
                Read bare = slip.get(step);
                slip.set(step, new Read(bare.depth, bare.step.with(row.getString("name"), row.getString("content"))));
            }
        }
        return this;
    }

    /** The derivations of a payslip. */
    Derivations of(int slip) {
        MutableList<Read> steps = read.getIfAbsentValue(slip, Lists.mutable.empty());
        Told told = new Told();
        int[] position = {0};
        while (position[0] < steps.size()) {
            told.tell(whole(steps, position));
        }
        return told.all();
    }

    /** What was told already; a step of a figure says what it keys on, a note does not. */
    private static final class Told {
        private static final ImmutableSet<String> OF_THE_RULE = Sets.immutable.of("law", KEYED_ON, "layer");
        private final Map<String, AppliedRule> rules = new LinkedHashMap<>();
        private final MutableSortedMap<String, ReadInput> inputs = SortedMaps.mutable.empty();
        private final MutableList<RuleNote> notes = Lists.mutable.empty();

        void tell(TraceStep step) {
            if (!isFigure(step) || rules.containsKey(step.rule())) {
                return;
            }
            ImmutableList<String> reads = step.inputs()
                    .keysView()
                    .reject(OF_THE_RULE::contains)
                    .toList()
                    .toImmutable();
            reads.forEach(
                    name -> inputs.put(name, new ReadInput(name, step.inputs().get(name))));
            rules.put(
                    step.rule(),
                    new AppliedRule(
                            step.rule(),
                            step.inputs().getIfAbsentValue("law", ""),
                            KeyDate.parse(step.inputs().get(KEYED_ON).split(" ", 2)[0]),
                            step.inputs().getIfAbsentValue("layer", ""),
                            reads,
                            step.parts().select(Told::isFigure).collect(TraceStep::rule)));
            step.parts().reject(Told::isFigure).forEach(note -> notes.add(note(step.rule(), note)));
            step.parts().forEach(this::tell);
        }

        private static boolean isFigure(TraceStep step) {
            return step.inputs().containsKey(KEYED_ON);
        }

        private static RuleNote note(String slot, TraceStep note) {
            Optional<ReadInput> from = note.inputs().notEmpty()
                    ? Optional.of(new ReadInput(
                            note.inputs().keysView().getAny(),
                            note.inputs().valuesView().getAny()))
                    : Optional.empty();
            return new RuleNote(slot, note.rule(), note.result(), from);
        }

        Derivations all() {
            return new Derivations(
                    Lists.immutable.ofAll(rules.values()), Lists.immutable.ofAll(inputs.values()), notes.toImmutable());
        }
    }

    private static TraceStep whole(MutableList<Read> steps, int[] position) {
        Read head = steps.get(position[0]++);
        TraceStep step = head.step;
        while (position[0] < steps.size() && steps.get(position[0]).depth > head.depth) {
            step = step.from(whole(steps, position));
        }
        return step;
    }
}
