package dev.erpkit.storage.jdbc;

import dev.erpkit.core.trace.TraceStep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map.Entry;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Derivations as rows from the top down, each step with its depth, and one row for each of its inputs. */
final class TraceRows {
    private final Connection connection;
    private final String tenant;
    private final MutableMap<Integer, MutableList<Read>> read = Maps.mutable.empty();

    /** A step as it is read, before its parts are hung on it. */
    private record Read(int depth, TraceStep step) {}

    TraceRows(Connection connection, String tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    void insert(long sequence, ImmutableList<ImmutableList<TraceStep>> slips) throws SQLException {
        try (PreparedStatement step = connection.prepareStatement("insert into payroll_step"
                        + " (tenant, sequence, slip, step, depth, rule, result) values (?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement input = connection.prepareStatement("insert into payroll_step_input"
                        + " (tenant, sequence, slip, step, name, content) values (?, ?, ?, ?, ?, ?)")) {
            for (int slip = 0; slip < slips.size(); slip++) {
                int next = 0;
                for (TraceStep derivation : slips.get(slip)) {
                    next = add(step, input, sequence, slip, next, 0, derivation);
                }
            }
            step.executeBatch();
            input.executeBatch();
        }
    }

    /** Adds a step and its parts, and gives back the number of the next step. */
    private int add(
            PreparedStatement steps,
            PreparedStatement inputs,
            long sequence,
            int slip,
            int number,
            int depth,
            TraceStep step)
            throws SQLException {
        Row.of(steps)
                .text(tenant)
                .number(sequence)
                .number(slip)
                .number(number)
                .number(depth)
                .text(step.rule())
                .text(step.result())
                .add();
        for (Entry<String, String> input : step.inputs().castToSortedMap().entrySet()) {
            Row.of(inputs)
                    .text(tenant)
                    .number(sequence)
                    .number(slip)
                    .number(number)
                    .text(input.getKey())
                    .text(input.getValue())
                    .add();
        }
        int next = number + 1;
        for (TraceStep part : step.parts()) {
            next = add(steps, inputs, sequence, slip, next, depth + 1, part);
        }
        return next;
    }

    /** Reads the derivations of a record. */
    TraceRows select(long sequence) throws SQLException {
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
    ImmutableList<TraceStep> of(int slip) {
        MutableList<Read> steps = read.getIfAbsentValue(slip, Lists.mutable.empty());
        MutableList<TraceStep> derivations = Lists.mutable.empty();
        int[] position = {0};
        while (position[0] < steps.size()) {
            derivations.add(whole(steps, position));
        }
        return derivations.toImmutable();
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
