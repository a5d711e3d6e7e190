package dev.erpkit.storage.jdbc;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollRecord;
import dev.erpkit.hr.run.RunChange;
import dev.erpkit.hr.run.RunId;
import dev.erpkit.hr.run.port.PayrollLog;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Payroll as rows: one for each command; the payslips of a draft are in {@link PayslipRows}. */
final class JdbcPayrollLog implements PayrollLog {
    private static final String INSERT = "insert into payroll_record (tenant, sequence, command_key, fingerprint,"
            + " recorded_at, actor, kind, run, employment, reason, edition, " + PayDateColumns.NAMES
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcUnitOfWork work;

    JdbcPayrollLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void append(PayrollRecord fact) {
        work.write(connection -> {
            if (select(connection, at(fact.key())).notEmpty()) {
                throw new DuplicateKeyException(fact.key().value());
            }
            if (fact.sequence() != last(connection) + 1) {
                throw new StaleVersionException("payroll", fact.sequence() - 1);
            }
            try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                Row row = Row.of(statement)
                        .text(work.tenant())
                        .number(fact.sequence())
                        .text(fact.key().value())
                        .text(fact.fingerprint())
                        .instant(fact.recordedAt())
                        .text(fact.actor().id());
                bind(row, fact.change());
                statement.executeUpdate();
            }
            if (fact.change() instanceof RunChange.Drafted drafted) {
                new PayslipRows(connection, work.tenant()).insert(fact.sequence(), drafted.slips());
            }
            return fact;
        });
    }

    private static void bind(Row row, RunChange change) throws SQLException {
        String run = change.run().value();
        if (change instanceof RunChange.Drafted drafted) {
            row.text("DRAFTED")
                    .text(run)
                    .text((String) null)
                    .text((String) null)
                    .text(drafted.edition());
            PayDateColumns.bind(row, drafted.dates());
            return;
        }
        if (change instanceof RunChange.Reversed reversed) {
            row.text("REVERSED").text(run).text(reversed.employment()).text(reversed.reason());
        } else {
            row.text(kind(change)).text(run).text((String) null).text((String) null);
        }
        PayDateColumns.none(row.text((String) null));
    }

    private static String kind(RunChange change) {
        if (change instanceof RunChange.Approved) {
            return "APPROVED";
        }
        return change instanceof RunChange.Committed ? "COMMITTED" : "ABANDONED";
    }

    private long last(Connection connection) throws SQLException {
        return Row.last(connection, "payroll_record", "sequence", work.tenant());
    }

    @Override
    public long lastSequence() {
        return work.read(this::last);
    }

    private Where at(IdempotencyKey key) {
        return Where.of(work.tenant()).and("command_key = ?", key.value());
    }

    @Override
    public Optional<PayrollRecord> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, at(key)).getFirstOptional());
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super PayrollRecord> sink) {
        Pages.forEach(work, afterSequence, this::page, sink);
    }

    private Page<Long, PayrollRecord> page(Connection connection, long after) throws SQLException {
        MutableList<PayrollRecord> found = select(
                connection,
                Where.of(work.tenant())
                        .and("sequence > ?", after)
                        .ordered("tenant, sequence")
                        .first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), PayrollRecord::sequence);
    }

    private MutableList<PayrollRecord> select(Connection connection, Where where) throws SQLException {
        MutableList<PayrollRecord> found = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from payroll_record");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new PayrollRecord(
                        row.getLong("sequence"),
                        IdempotencyKey.of(row.getString("command_key")),
                        row.getString("fingerprint"),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor")),
                        change(row)));
            }
        }
        PayslipRows slips = new PayslipRows(connection, work.tenant());
        for (int i = 0; i < found.size(); i++) {
            PayrollRecord fact = found.get(i);
            if (fact.change() instanceof RunChange.Drafted drafted) {
                found.set(i, with(fact, drafted, slips.select(fact.sequence())));
            }
        }
        return found;
    }

    private static PayrollRecord with(PayrollRecord fact, RunChange.Drafted drafted, ImmutableList<PaidSlip> slips) {
        return new PayrollRecord(
                fact.sequence(),
                fact.key(),
                fact.fingerprint(),
                fact.recordedAt(),
                fact.actor(),
                new RunChange.Drafted(drafted.run(), drafted.edition(), drafted.dates(), slips));
    }

    private static RunChange change(ResultSet row) throws SQLException {
        RunId run = RunId.of(row.getString("run"));
        String kind = row.getString("kind");
        return switch (kind) {
            case "DRAFTED" ->
                new RunChange.Drafted(run, row.getString("edition"), PayDateColumns.of(row), Lists.immutable.empty());
            case "ABANDONED" -> new RunChange.Abandoned(run);
            case "APPROVED" -> new RunChange.Approved(run);
            case "COMMITTED" -> new RunChange.Committed(run);
            case "REVERSED" -> new RunChange.Reversed(run, row.getString("employment"), row.getString("reason"));
            default -> throw new IllegalStateException("Unknown kind of change " + kind);
        };
    }
}
