package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankLineId;
import dev.erpkit.accounting.bank.Counterparty;
import dev.erpkit.accounting.bank.LineHistory;
import dev.erpkit.accounting.bank.LineStep;
import dev.erpkit.accounting.bank.StoredLine;
import dev.erpkit.accounting.bank.StoredStatement;
import dev.erpkit.accounting.bank.port.StatementLog;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Bank statements as rows, with a row for each line, each step of a line and each entry of a step. */
final class JdbcStatementLog implements StatementLog {
    private final JdbcUnitOfWork work;

    JdbcStatementLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void append(StoredStatement statement, ImmutableList<StoredLine> lines) {
        work.write(connection -> {
            check(connection, statement, lines);
            insert(connection, statement);
            insert(connection, lines);
            return statement;
        });
    }

    private void check(Connection connection, StoredStatement statement, ImmutableList<StoredLine> lines)
            throws SQLException {
        Where sameKey =
                of(statement.account()).and("client_key = ?", statement.key().value());
        try (PreparedStatement known = sameKey.prepare(connection, "select 1 from bank_statement");
                ResultSet row = known.executeQuery()) {
            if (row.next()) {
                throw new DuplicateKeyException(statement.key().value());
            }
        }
        boolean follows = statement.number() == last(connection, "bank_statement", statement.account()) + 1;
        long line = last(connection, "bank_line", statement.account());
        for (StoredLine each : lines) {
            follows &= each.id().number() == ++line;
        }
        if (!follows) {
            throw new StaleVersionException(statement.account(), statement.number() - 1);
        }
    }

    private long last(Connection connection, String table, String account) throws SQLException {
        Where newest =
                of(account).ordered("tenant desc, account desc, number desc").first(1);
        try (PreparedStatement statement = newest.prepare(connection, "select number from " + table);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Where of(String account) {
        return Where.of(work.tenant()).and("account = ?", account);
    }

    private void insert(Connection connection, StoredStatement stored) throws SQLException {
        CurrencyUnit currency = stored.opening().getCurrency();
        try (PreparedStatement statement = connection.prepareStatement("insert into bank_statement (tenant, account,"
                + " number, client_key, from_date, through_date, currency, digits, opening, closing, fingerprint,"
                + " recorded_at, actor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .text(stored.account())
                    .number(stored.number())
                    .text(stored.key().value())
                    .day(stored.from())
                    .day(stored.through())
                    .money(currency, Amounts.minor(stored.opening()))
                    .decimal(Amounts.minor(stored.closing()), currency)
                    .text(stored.fingerprint().toString())
                    .instant(stored.recordedAt())
                    .text(stored.actor().id());
            statement.executeUpdate();
        }
    }

    private void insert(Connection connection, ImmutableList<StoredLine> lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into bank_line (tenant, account, number,"
                + " statement, booking_date, currency, digits, amount, content, reference, counterparty_account,"
                + " counterparty_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (StoredLine stored : lines) {
                BankLine line = stored.line();
                Row.of(statement)
                        .text(work.tenant())
                        .text(stored.id().account())
                        .number(stored.id().number())
                        .number(stored.statement())
                        .day(line.date())
                        .money(line.amount().getCurrency(), Amounts.minor(line.amount()))
                        .text(line.text())
                        .text(line.reference())
                        .text(line.counterparty().account())
                        .text(line.counterparty().name())
                        .add();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void append(LineStep step) {
        work.write(connection -> {
            LineHistory before = find(step.line())
                    .orElseThrow(() -> new NotFoundException(step.line().toString()));
            if (before.steps().anySatisfy(s -> s.key().equals(step.key()))) {
                throw new DuplicateKeyException(step.key().value());
            }
            if (step.number() != before.steps().size() + 1) {
                throw new StaleVersionException(step.line().toString(), step.number() - 1);
            }
            insert(connection, step);
            return step;
        });
    }

    private void insert(Connection connection, LineStep step) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into bank_line_step (tenant, account, line, number, kind,"
                        + " client_key, effective_date, purpose, payment, fingerprint, recorded_at, actor) values (?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .text(step.line().account())
                    .number(step.line().number())
                    .number(step.number())
                    .text(step.kind().name())
                    .text(step.key().value())
                    .day(step.date())
                    .text(step.purpose())
                    .text(step.payment())
                    .text(step.fingerprint().toString())
                    .instant(step.recordedAt())
                    .text(step.actor().id());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into bank_line_step_entry (tenant,"
                + " account, line, number, ordinal, entry) values (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < step.entries().size(); i++) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(step.line().account())
                        .number(step.line().number())
                        .number(step.number())
                        .number(i)
                        .text(step.entries().get(i).value())
                        .add();
            }
            statement.executeBatch();
        }
    }

    @Override
    public Optional<LineHistory> find(BankLineId line) {
        return work.read(connection -> select(connection, of(line.account()).and("number = ?", line.number()))
                .getFirstOptional());
    }

    @Override
    public void forEachAccount(Consumer<? super String> sink) {
        work.read(this::accounts).forEach(sink);
    }

    private ImmutableList<String> accounts(Connection connection) throws SQLException {
        MutableList<String> found = Lists.mutable.empty();
        Where all = Where.of(work.tenant());
        try (PreparedStatement statement = all.prepare(connection, "select distinct account from bank_statement");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        // databases order texts by locales of their own
        return found.sortThis().toImmutable();
    }

    @Override
    public void forEachStatement(String account, Consumer<? super StoredStatement> sink) {
        Pages.forEach(work, 0L, (connection, after) -> statements(connection, account, after), sink);
    }

    private Page<Long, StoredStatement> statements(Connection connection, String account, long after)
            throws SQLException {
        MutableList<StoredStatement> found = Lists.mutable.empty();
        Where where = behind(account, after);
        try (PreparedStatement statement = where.prepare(connection, "select * from bank_statement");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(statement(row));
            }
        }
        return Page.of(found, after, work.pageRows(), StoredStatement::number);
    }

    private Where behind(String account, long after) {
        return of(account)
                .and("number > ?", after)
                .ordered("tenant, account, number")
                .first(work.pageRows());
    }

    private static StoredStatement statement(ResultSet row) throws SQLException {
        return new StoredStatement(
                row.getString("account"),
                row.getLong("number"),
                IdempotencyKey.of(row.getString("client_key")),
                row.getObject("from_date", LocalDate.class),
                row.getObject("through_date", LocalDate.class),
                Row.money(row, "currency", "digits", "opening"),
                Row.money(row, "currency", "digits", "closing"),
                Digest.parse(row.getString("fingerprint")),
                Row.instant(row, "recorded_at"),
                Actor.of(row.getString("actor")));
    }

    @Override
    public void forEachLine(String account, Consumer<? super LineHistory> sink) {
        Pages.forEach(work, 0L, (connection, after) -> lines(connection, account, after), sink);
    }

    private Page<Long, LineHistory> lines(Connection connection, String account, long after) throws SQLException {
        MutableList<LineHistory> found = select(connection, behind(account, after));
        return Page.of(
                found, after, work.pageRows(), history -> history.stored().id().number());
    }

    private MutableList<LineHistory> select(Connection connection, Where where) throws SQLException {
        MutableList<StoredLine> lines = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from bank_line");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lines.add(line(row));
            }
        }
        MutableList<LineHistory> whole = Lists.mutable.empty();
        for (StoredLine line : lines) {
            whole.add(new LineHistory(line, steps(connection, line.id())));
        }
        return whole;
    }

    private static StoredLine line(ResultSet row) throws SQLException {
        BankLine line = new BankLine(
                row.getString("account"),
                row.getObject("booking_date", LocalDate.class),
                Row.money(row, "currency", "digits", "amount"),
                row.getString("content"),
                Row.text(row, "reference"),
                new Counterparty(Row.text(row, "counterparty_account"), Row.text(row, "counterparty_name")));
        return new StoredLine(
                new BankLineId(row.getString("account"), row.getLong("number")), row.getLong("statement"), line);
    }

    private ImmutableList<LineStep> steps(Connection connection, BankLineId line) throws SQLException {
        MutableList<LineStep> steps = Lists.mutable.empty();
        Where where = of(line.account()).and("line = ?", line.number()).ordered("tenant, account, line, number");
        try (PreparedStatement statement = where.prepare(connection, "select * from bank_line_step");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                steps.add(step(connection, line, row));
            }
        }
        return steps.toImmutable();
    }

    private LineStep step(Connection connection, BankLineId line, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        Where entries = of(line.account())
                .and("line = ?", line.number())
                .and("number = ?", number)
                .ordered("tenant, account, line, number, ordinal");
        return new LineStep(
                line,
                number,
                LineStep.Kind.valueOf(row.getString("kind")),
                IdempotencyKey.of(row.getString("client_key")),
                row.getObject("effective_date", LocalDate.class),
                Row.text(row, "purpose"),
                Row.text(row, "payment").map(PaymentId::of),
                JdbcPaymentLog.entries(connection, entries, "bank_line_step_entry"),
                Digest.parse(row.getString("fingerprint")),
                Row.instant(row, "recorded_at"),
                Actor.of(row.getString("actor")));
    }
}
