package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.crm.activity.ActivityId;
import dev.erpkit.crm.activity.port.ContentStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What was said as rows. */
final class JdbcContentStore implements ContentStore {
    private final JdbcUnitOfWork work;

    JdbcContentStore(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void put(ActivityId activity, PartyId party, String content) {
        work.write(connection -> {
            if (select(connection, activity).isPresent()) {
                throw new DuplicateKeyException(activity.value());
            }
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into activity_content (tenant, activity, party, content) values (?, ?, ?, ?)")) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(activity.value())
                        .text(party.value())
                        .text(content);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public Optional<String> find(ActivityId activity) {
        return work.read(connection -> select(connection, activity));
    }

    private Optional<String> select(Connection connection, ActivityId activity) throws SQLException {
        Where where = Where.of(work.tenant()).and("activity = ?", activity.value());
        try (PreparedStatement statement = where.prepare(connection, "select content from activity_content");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getString("content")) : Optional.empty();
        }
    }

    @Override
    public void erase(PartyId party) {
        work.write(connection -> {
            Where where = Where.of(work.tenant()).and("party = ?", party.value());
            try (PreparedStatement statement = where.prepare(connection, "delete from activity_content")) {
                return statement.executeUpdate();
            }
        });
    }
}
