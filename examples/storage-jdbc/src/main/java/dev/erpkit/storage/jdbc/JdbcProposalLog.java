package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.payment.PaymentProposal;
import dev.erpkit.accounting.payment.PaymentProposal.Left;
import dev.erpkit.accounting.payment.PaymentProposal.Line;
import dev.erpkit.accounting.payment.PaymentProposal.Proposed;
import dev.erpkit.accounting.payment.PaymentProposal.Reason;
import dev.erpkit.accounting.payment.ProposalHistory;
import dev.erpkit.accounting.payment.ProposalStep;
import dev.erpkit.accounting.payment.port.ProposalLog;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Payment proposals as rows: one, and one for each debt that is paid or left. */
final class JdbcProposalLog implements ProposalLog {
    private final JdbcUnitOfWork work;

    JdbcProposalLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void insert(PaymentProposal proposal, ProposalStep made) {
        String key = made.proposal().value();
        work.write(connection -> {
            JdbcUnitOfWork.insertNew(connection, key, () -> {
                try (PreparedStatement statement = connection.prepareStatement(
                        "insert into payment_proposal (tenant, client_key, payment_date) values (?, ?, ?)")) {
                    Row.of(statement).text(work.tenant()).text(key).day(proposal.day());
                    statement.executeUpdate();
                }
            });
            for (int i = 0; i < proposal.payments().size(); i++) {
                insert(connection, key, i, proposal.payments().get(i));
            }
            insertLeft(connection, key, proposal.left());
            insert(connection, made);
            return key;
        });
    }

    private void insert(Connection connection, String key, int place, Proposed payment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into payment_proposal_line (tenant,"
                + " client_key, payment, line, party, bank_account, currency, digits, entry, entry_line, paid_minor,"
                + " discount_minor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < payment.lines().size(); i++) {
                Line line = payment.lines().get(i);
                Row.of(statement)
                        .text(work.tenant())
                        .text(key)
                        .number(place)
                        .number(i)
                        .text(payment.party().value())
                        .text(payment.bankAccount())
                        .text(payment.currency().getCurrencyCode())
                        .number(Amounts.digits(payment.currency()))
                        .text(line.item().entry().value())
                        .number(line.item().line())
                        .number(line.paidMinor())
                        .number(line.discountMinor())
                        .add();
            }
            statement.executeBatch();
        }
    }

    private void insertLeft(Connection connection, String key, ImmutableList<Left> left) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into payment_proposal_left (tenant,"
                + " client_key, ordinal, entry, entry_line, reason) values (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < left.size(); i++) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(key)
                        .number(i)
                        .text(left.get(i).item().entry().value())
                        .number(left.get(i).item().line())
                        .text(left.get(i).why().name())
                        .add();
            }
            statement.executeBatch();
        }
    }

    private void insert(Connection connection, ProposalStep step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into payment_proposal_step (tenant,"
                + " client_key, kind, recorded_at, actor) values (?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .text(step.proposal().value())
                    .text(step.kind().name())
                    .instant(step.recordedAt())
                    .text(step.actor().id());
            statement.executeUpdate();
        }
    }

    @Override
    public void append(ProposalStep step) {
        work.write(connection -> {
            ProposalHistory known = select(connection, step.proposal())
                    .orElseThrow(() -> new NotFoundException(step.proposal().value()));
            if (known.steps().anySatisfy(s -> s.kind() == step.kind())) {
                throw new DuplicateKeyException(step.proposal() + " " + step.kind());
            }
            insert(connection, step);
            return step;
        });
    }

    @Override
    public Optional<ProposalHistory> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, key));
    }

    private Where of(IdempotencyKey key) {
        return Where.of(work.tenant()).and("client_key = ?", key.value());
    }

    private Optional<ProposalHistory> select(Connection connection, IdempotencyKey key) throws SQLException {
        LocalDate day;
        try (PreparedStatement statement = of(key).prepare(connection, "select payment_date from payment_proposal");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            day = row.getObject(1, LocalDate.class);
        }
        PaymentProposal proposal = new PaymentProposal(day, payments(connection, key), left(connection, key));
        return Optional.of(new ProposalHistory(key, proposal, steps(connection, key)));
    }

    private ImmutableList<Proposed> payments(Connection connection, IdempotencyKey key) throws SQLException {
        MutableList<Proposed> payments = Lists.mutable.empty();
        try (PreparedStatement statement = of(key).ordered("tenant, client_key, payment, line")
                        .prepare(connection, "select * from payment_proposal_line");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Line line = new Line(item(row), row.getLong("paid_minor"), row.getLong("discount_minor"));
                int place = row.getInt("payment");
                if (place == payments.size()) {
                    payments.add(new Proposed(
                            PartyId.of(row.getString("party")),
                            row.getString("bank_account"),
                            Row.currency(row.getString("currency"), row.getInt("digits")),
                            Lists.immutable.of(line)));
                } else {
                    Proposed so = payments.get(place);
                    payments.set(
                            place,
                            new Proposed(
                                    so.party(),
                                    so.bankAccount(),
                                    so.currency(),
                                    so.lines().newWith(line)));
                }
            }
        }
        return payments.toImmutable();
    }

    private ImmutableList<Left> left(Connection connection, IdempotencyKey key) throws SQLException {
        MutableList<Left> left = Lists.mutable.empty();
        try (PreparedStatement statement = of(key).ordered("tenant, client_key, ordinal")
                        .prepare(connection, "select * from payment_proposal_left");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                left.add(new Left(item(row), Reason.valueOf(row.getString("reason"))));
            }
        }
        return left.toImmutable();
    }

    private static ItemId item(ResultSet row) throws SQLException {
        return ItemId.of(row.getString("entry"), row.getInt("entry_line"));
    }

    private ImmutableList<ProposalStep> steps(Connection connection, IdempotencyKey key) throws SQLException {
        MutableList<ProposalStep> steps = Lists.mutable.empty();
        try (PreparedStatement statement = of(key).prepare(connection, "select * from payment_proposal_step");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                steps.add(new ProposalStep(
                        key,
                        ProposalStep.Kind.valueOf(row.getString("kind")),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor"))));
            }
        }
        return steps.sortThis(Comparator.comparing(ProposalStep::kind)).toImmutable();
    }
}
