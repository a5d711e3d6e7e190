package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.payment.Payment;
import dev.erpkit.accounting.payment.PaymentDirection;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentStep;
import dev.erpkit.accounting.payment.PaymentSubject;
import dev.erpkit.accounting.payment.port.PaymentLog;
import dev.erpkit.core.party.PartyId;
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
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Payments as rows, with a row for each step and one for each entry of a step. */
final class JdbcPaymentLog implements PaymentLog {
    private final JdbcUnitOfWork work;

    JdbcPaymentLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void insert(Payment payment, PaymentStep first) {
        if (first.number() != 1 || !first.payment().equals(payment.id())) {
            throw new IllegalArgumentException("The first step of a payment is its own and has the number 1");
        }
        work.write(connection -> {
            long position = Row.last(connection, "payment", "position", work.tenant()) + 1;
            JdbcUnitOfWork.insertNew(connection, payment.id().value(), () -> {
                try (PreparedStatement statement =
                        connection.prepareStatement("insert into payment (tenant, position, id, direction, subject,"
                                + " party, effective_date, currency, digits, amount, bank_account, reference) values (?,"
                                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                    Row.of(statement)
                            .text(work.tenant())
                            .number(position)
                            .text(payment.id().value())
                            .text(payment.direction().name())
                            .text(payment.subject().name())
                            .text(payment.party().value())
                            .day(payment.date())
                            .money(payment.amount().getCurrency(), payment.amountMinor())
                            .text(payment.bankAccount())
                            .text(payment.reference());
                    statement.executeUpdate();
                }
            });
            insert(connection, first);
            return position;
        });
    }

    @Override
    public void append(PaymentStep step) {
        work.write(connection -> {
            ImmutableList<PaymentStep> before = steps(connection, step.payment());
            if (before.isEmpty()) {
                throw new NotFoundException(step.payment().value());
            }
            if (before.anySatisfy(s -> s.key().equals(step.key()))) {
                throw new DuplicateKeyException(step.key().value());
            }
            if (step.number() != before.size() + 1) {
                throw new StaleVersionException(step.payment().value(), step.number() - 1);
            }
            insert(connection, step);
            return step;
        });
    }

    private void insert(Connection connection, PaymentStep step) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into payment_step (tenant, payment, number, kind, client_key,"
                        + " effective_date, fee_minor, bank_line, match_id, policy, fingerprint, recorded_at, actor)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .text(step.payment().value())
                    .number(step.number())
                    .text(step.kind().name())
                    .text(step.key().value())
                    .day(step.date())
                    .number(step.feeMinor())
                    .text(step.bankLine())
                    .text(step.match())
                    .text(step.policy())
                    .text(step.fingerprint().toString())
                    .instant(step.recordedAt())
                    .text(step.actor().id());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into payment_step_entry (tenant, payment, number, ordinal, entry) values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < step.entries().size(); i++) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(step.payment().value())
                        .number(step.number())
                        .number(i)
                        .text(step.entries().get(i).value())
                        .add();
            }
            statement.executeBatch();
        }
    }

    @Override
    public Optional<PaymentHistory> find(PaymentId id) {
        return work.read(connection -> select(
                        connection, Where.of(work.tenant()).and("id = ?", id.value()))
                .collect(Placed::history)
                .getFirstOptional());
    }

    @Override
    public void forEach(Consumer<? super PaymentHistory> sink) {
        Pages.forEach(work, 0L, this::page, (Placed placed) -> sink.accept(placed.history()));
    }

    private record Placed(long position, PaymentHistory history) {}

    private Page<Long, Placed> page(Connection connection, long after) throws SQLException {
        MutableList<Placed> found = select(
                connection,
                Where.of(work.tenant())
                        .and("position > ?", after)
                        .ordered("tenant, position")
                        .first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), Placed::position);
    }

    private MutableList<Placed> select(Connection connection, Where where) throws SQLException {
        MutableList<Placed> heads = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from payment");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(
                        new Placed(row.getLong("position"), new PaymentHistory(payment(row), Lists.immutable.empty())));
            }
        }
        MutableList<Placed> whole = Lists.mutable.empty();
        for (Placed head : heads) {
            Payment payment = head.history().payment();
            whole.add(new Placed(head.position(), new PaymentHistory(payment, steps(connection, payment.id()))));
        }
        return whole;
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return Payment.builder()
                .id(PaymentId.of(row.getString("id")))
                .direction(PaymentDirection.valueOf(row.getString("direction")))
                .subject(PaymentSubject.valueOf(row.getString("subject")))
                .party(PartyId.of(row.getString("party")))
                .date(row.getObject("effective_date", LocalDate.class))
                .amount(Row.money(row, "currency", "digits", "amount"))
                .bankAccount(row.getString("bank_account"))
                .reference(Row.text(row, "reference"))
                .build();
    }

    private ImmutableList<PaymentStep> steps(Connection connection, PaymentId payment) throws SQLException {
        MutableList<PaymentStep> steps = Lists.mutable.empty();
        Where where =
                Where.of(work.tenant()).and("payment = ?", payment.value()).ordered("tenant, payment, number");
        try (PreparedStatement statement = where.prepare(connection, "select * from payment_step");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                steps.add(step(connection, payment, row));
            }
        }
        return steps.toImmutable();
    }

    private PaymentStep step(Connection connection, PaymentId payment, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        Where where = Where.of(work.tenant())
                .and("payment = ?", payment.value())
                .and("number = ?", number)
                .ordered("tenant, payment, number, ordinal");
        return new PaymentStep(
                payment,
                number,
                PaymentStep.Kind.valueOf(row.getString("kind")),
                IdempotencyKey.of(row.getString("client_key")),
                row.getObject("effective_date", LocalDate.class),
                row.getLong("fee_minor"),
                Row.text(row, "bank_line"),
                Row.text(row, "match_id").map(MatchId::of),
                entries(connection, where, "payment_step_entry"),
                row.getString("policy"),
                Digest.parse(row.getString("fingerprint")),
                Row.instant(row, "recorded_at"),
                Actor.of(row.getString("actor")));
    }

    /** The entries of a step in a table of entries. */
    static ImmutableList<EntryId> entries(Connection connection, Where where, String table) throws SQLException {
        MutableList<EntryId> entries = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select entry from " + table);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(EntryId.of(row.getString(1)));
            }
        }
        return entries.toImmutable();
    }
}
