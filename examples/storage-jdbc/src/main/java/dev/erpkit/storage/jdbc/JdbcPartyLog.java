package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.party.PartyChange;
import dev.erpkit.crm.party.PartyRecord;
import dev.erpkit.crm.party.port.PartyLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** What happened to parties as rows. */
final class JdbcPartyLog extends JdbcKeyedLog<PartyRecord> implements PartyLog {
    JdbcPartyLog(JdbcUnitOfWork work) {
        super(work, "party_record");
    }

    @Override
    Head head(PartyRecord fact) {
        return new Head(fact.sequence(), fact.key(), fact.fingerprint(), fact.recordedAt(), fact.actor());
    }

    @Override
    void insert(Connection connection, PartyRecord fact) throws SQLException {
        try (PreparedStatement statement = insertHead(connection, "", "")) {
            head(fact).bind(Row.of(statement).text(work.tenant()));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(PartyRows.INSERT)) {
            int ordinal = 0;
            for (PartyChange change : fact.changes()) {
                Row row = Row.of(statement)
                        .text(work.tenant())
                        .number(fact.sequence())
                        .number(ordinal++);
                PartyRows.bind(row, change);
                row.add();
            }
            statement.executeBatch();
        }
    }

    @Override
    Where naming(Where where, PartyId party) {
        return where.and(
                "sequence in (select sequence from party_change where tenant = ? and party = ?"
                        + " union select sequence from party_change where tenant = ? and other_party = ?)",
                work.tenant(),
                party.value(),
                work.tenant(),
                party.value());
    }

    @Override
    MutableList<PartyRecord> select(Connection connection, Where where) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from party_record");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(Head.of(row));
            }
        }
        MutableList<PartyRecord> records = Lists.mutable.empty();
        for (Head head : heads) {
            records.add(new PartyRecord(
                    head.sequence(),
                    head.key(),
                    head.fingerprint(),
                    head.recordedAt(),
                    head.actor(),
                    changes(connection, head.sequence()).toImmutable()));
        }
        return records;
    }

    private MutableList<PartyChange> changes(Connection connection, long sequence) throws SQLException {
        MutableList<PartyChange> changes = Lists.mutable.empty();
        Where where = Where.of(work.tenant()).and("sequence = ?", sequence).ordered("tenant, sequence, ordinal");
        try (PreparedStatement statement = where.prepare(connection, "select * from party_change");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                changes.add(PartyRows.change(row));
            }
        }
        return changes;
    }
}
