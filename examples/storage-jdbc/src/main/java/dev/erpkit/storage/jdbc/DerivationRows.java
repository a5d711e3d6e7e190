package dev.erpkit.storage.jdbc;

import dev.erpkit.hr.payroll.AppliedRule;
import dev.erpkit.hr.payroll.Derivations;
import dev.erpkit.hr.payroll.ReadInput;
import dev.erpkit.hr.payroll.RuleNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;

/** Derivations of payslips as rows: inputs and notes by payslip; the rules are in {@link RuleRows}. */
final class DerivationRows {
    private static final String INPUT =
            "insert into payroll_input (tenant, sequence, slip, ordinal, name, content)" + " values (?, ?, ?, ?, ?, ?)";
    private static final String NOTE = "insert into payroll_note (tenant, sequence, slip, ordinal, slot, what, result,"
            + " from_name, from_content) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final String tenant;
    private final RuleRows rules;
    private final MutableIntObjectMap<MutableList<ReadInput>> inputs = IntObjectMaps.mutable.empty();
    private final MutableIntObjectMap<MutableList<RuleNote>> notes = IntObjectMaps.mutable.empty();

    DerivationRows(Connection connection, String tenant) {
        this.connection = connection;
        this.tenant = tenant;
        this.rules = new RuleRows(connection, tenant);
    }

    /** The form of rules, which is kept if it is new. */
    String form(ImmutableList<AppliedRule> of) throws SQLException {
        return rules.keep(of);
    }

    void insert(long sequence, ImmutableList<Derivations> slips) throws SQLException {
        try (PreparedStatement input = connection.prepareStatement(INPUT);
                PreparedStatement note = connection.prepareStatement(NOTE)) {
            for (int slip = 0; slip < slips.size(); slip++) {
                Derivations derivations = slips.get(slip);
                for (int i = 0; i < derivations.inputs().size(); i++) {
                    ReadInput read = derivations.inputs().get(i);
                    of(input, sequence, slip, i)
                            .text(read.name())
                            .text(read.content())
                            .add();
                }
                for (int i = 0; i < derivations.notes().size(); i++) {
                    note(of(note, sequence, slip, i), derivations.notes().get(i));
                }
            }
            input.executeBatch();
            note.executeBatch();
        }
    }

    private Row of(PreparedStatement statement, long sequence, int slip, int ordinal) throws SQLException {
        return Row.of(statement).text(tenant).number(sequence).number(slip).number(ordinal);
    }

    private static void note(Row row, RuleNote note) throws SQLException {
        row.text(note.slot())
                .text(note.what())
                .text(note.result())
                .text(note.from().map(ReadInput::name).orElse(null))
                .text(note.from().map(ReadInput::content).orElse(null))
                .add();
    }

    /** Reads the derivations of a record. */
    DerivationRows select(long sequence) throws SQLException {
        Where where = Where.of(tenant).and("sequence = ?", sequence).ordered("tenant, sequence, slip, ordinal");
        try (PreparedStatement statement = where.prepare(connection, "select * from payroll_input");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                inputs.getIfAbsentPut(row.getInt("slip"), Lists.mutable::empty)
                        .add(new ReadInput(row.getString("name"), row.getString("content")));
            }
        }
        try (PreparedStatement statement = where.prepare(connection, "select * from payroll_note");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                notes.getIfAbsentPut(row.getInt("slip"), Lists.mutable::empty).add(note(row));
            }
        }
        return this;
    }

    private static RuleNote note(ResultSet row) throws SQLException {
        String name = row.getString("from_name");
        return new RuleNote(
                row.getString("slot"),
                row.getString("what"),
                row.getString("result"),
                name == null ? Optional.empty() : Optional.of(new ReadInput(name, row.getString("from_content"))));
    }

    /** The derivations of a payslip whose rules have a form. */
    Derivations of(int slip, String form) throws SQLException {
        return new Derivations(
                rules.of(form),
                inputs.getIfAbsent(slip, Lists.mutable::empty).toImmutable(),
                notes.getIfAbsent(slip, Lists.mutable::empty).toImmutable());
    }
}
