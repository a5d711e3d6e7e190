package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.party.PartyChange;
import dev.erpkit.crm.party.PartyRecord;
import dev.erpkit.crm.party.port.PartyLog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.collections.api.list.ImmutableList;

/** What happened to parties as rows. */
final class JdbcPartyLog extends JdbcChangeLog<PartyRecord, PartyChange> implements PartyLog {
    JdbcPartyLog(JdbcUnitOfWork work) {
        super(work, "party_record", "party_change", PartyRows.INSERT);
    }

    @Override
    Head head(PartyRecord fact) {
        return new Head(fact.sequence(), fact.key(), fact.fingerprint(), fact.recordedAt(), fact.actor());
    }

    @Override
    ImmutableList<PartyChange> changes(PartyRecord fact) {
        return fact.changes();
    }

    @Override
    PartyRecord record(Head head, ImmutableList<PartyChange> changes) {
        return new PartyRecord(
                head.sequence(), head.key(), head.fingerprint(), head.recordedAt(), head.actor(), changes);
    }

    @Override
    void bind(Row row, PartyChange change) throws SQLException {
        PartyRows.bind(row, change);
    }

    @Override
    PartyChange change(Connection connection, long sequence, ResultSet row) throws SQLException {
        return PartyRows.change(row);
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
}
