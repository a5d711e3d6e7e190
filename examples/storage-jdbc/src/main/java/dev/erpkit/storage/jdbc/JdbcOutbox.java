package dev.erpkit.storage.jdbc;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import java.sql.PreparedStatement;

/** Events as rows of the running transaction; a host's relay reads them in the order of their sequence. */
final class JdbcOutbox implements Outbox {
    private final JdbcUnitOfWork work;

    JdbcOutbox(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void add(ErpEvent event) {
        work.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into outbox (tenant, sequence, type, subject, recorded_at)"
                            + " select ?, coalesce(max(sequence), 0) + 1, ?, ?, ? from outbox where tenant = ?")) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(event.type())
                        .text(event.subject())
                        .instant(event.recordedAt())
                        .text(work.tenant());
                return statement.executeUpdate();
            }
        });
    }
}
