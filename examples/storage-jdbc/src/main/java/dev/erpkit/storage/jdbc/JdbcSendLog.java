package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.campaign.Message;
import dev.erpkit.crm.campaign.NotSent;
import dev.erpkit.crm.campaign.SendRecord;
import dev.erpkit.crm.campaign.port.SendLog;
import dev.erpkit.crm.party.ConsentScope;
import dev.erpkit.crm.party.ContactKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Messages as rows, those that were refused with the reason. */
final class JdbcSendLog extends JdbcKeyedLog<SendRecord> implements SendLog {
    JdbcSendLog(JdbcUnitOfWork work) {
        super(work, "message_record");
    }

    @Override
    Head head(SendRecord fact) {
        return new Head(fact.sequence(), fact.key(), fact.fingerprint(), fact.recordedAt(), fact.actor());
    }

    @Override
    void insert(Connection connection, SendRecord fact) throws SQLException {
        try (PreparedStatement statement = insertHead(
                connection,
                ", campaign, template, party, channel, purpose, not_sent, not_before",
                ", ?, ?, ?, ?, ?, ?, ?")) {
            head(fact)
                    .bind(Row.of(statement).text(work.tenant()))
                    .text(fact.message().campaign())
                    .text(fact.message().template())
                    .text(fact.message().party().value())
                    .text(fact.scope().channel().text())
                    .text(fact.scope().purpose())
                    .text(fact.notSent().map(NotSent::reason).map(NotSent.Reason::text))
                    .instant(fact.notSent().flatMap(NotSent::until).orElse(null));
            statement.executeUpdate();
        }
    }

    @Override
    Where naming(Where where, PartyId party) {
        return where.and("party = ?", party.value());
    }

    @Override
    MutableList<SendRecord> select(Connection connection, Where where) throws SQLException {
        MutableList<SendRecord> records = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from message_record");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Head head = Head.of(row);
                records.add(new SendRecord(
                        head.sequence(),
                        head.key(),
                        head.fingerprint(),
                        head.recordedAt(),
                        head.actor(),
                        new Message(
                                row.getString("campaign"),
                                row.getString("template"),
                                PartyId.of(row.getString("party"))),
                        new ConsentScope(ContactKind.parse(row.getString("channel")), row.getString("purpose")),
                        notSent(row)));
            }
        }
        return records;
    }

    private static Optional<NotSent> notSent(ResultSet row) throws SQLException {
        String reason = row.getString("not_sent");
        return reason == null
                ? Optional.empty()
                : Optional.of(new NotSent(NotSent.Reason.parse(reason), Row.instantIfAny(row, "not_before")));
    }
}
