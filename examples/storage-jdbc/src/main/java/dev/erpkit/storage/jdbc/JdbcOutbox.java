package dev.erpkit.storage.jdbc;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Events as rows of the running transaction; a host's relay reads them in the order of their sequence. */
final class JdbcOutbox implements Outbox {
    private final JdbcUnitOfWork work;

    JdbcOutbox(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void add(ErpEvent event) {
        work.write(connection -> {
            long sequence = Row.last(connection, "outbox", "sequence", work.tenant()) + 1;
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into outbox (tenant, sequence, type, subject, recorded_at) values (?, ?, ?, ?, ?)")) {
                Row.of(statement)
                        .text(work.tenant())
                        .number(sequence)
                        .text(event.type())
                        .text(event.subject())
                        .instant(event.recordedAt());
                return statement.executeUpdate();
            }
        });
    }

    /** An event as the outbox keeps it. */
    record Told(String type, String subject, Instant recordedAt) implements ErpEvent {}

    /** The committed events, in the order in which they were added: what a relay sends. */
    ImmutableList<ErpEvent> told() {
        return work.read(connection -> {
            MutableList<ErpEvent> told = Lists.mutable.empty();
            try (PreparedStatement statement =
                    connection.prepareStatement("select * from outbox where tenant = ? order by sequence")) {
                Row.of(statement).text(work.tenant());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        told.add(new Told(
                                row.getString("type"), row.getString("subject"), Row.instant(row, "recorded_at")));
                    }
                }
            }
            return told.toImmutable();
        });
    }
}
