package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.bank.Association;
import dev.erpkit.accounting.bank.port.AssociationLog;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** What was learned from confirmed matches, one row for each time. */
final class JdbcAssociationLog implements AssociationLog {
    private final JdbcUnitOfWork work;

    JdbcAssociationLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void append(Association learned) {
        work.write(connection -> {
            long position = Row.last(connection, "bank_association", "position", work.tenant()) + 1;
            try (PreparedStatement statement = connection.prepareStatement("insert into bank_association (tenant,"
                    + " position, association_key, party) values (?, ?, ?, ?)")) {
                Row.of(statement)
                        .text(work.tenant())
                        .number(position)
                        .text(learned.key())
                        .text(learned.party().value());
                statement.executeUpdate();
            }
            return position;
        });
    }

    private record Placed(long position, Association fact) {}

    @Override
    public void forEach(Consumer<? super Association> sink) {
        Pages.forEach(work, 0L, this::page, (Placed placed) -> sink.accept(placed.fact()));
    }

    private Page<Long, Placed> page(Connection connection, long after) throws SQLException {
        MutableList<Placed> found = Lists.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("position > ?", after)
                .ordered("tenant, position")
                .first(work.pageRows());
        try (PreparedStatement statement = where.prepare(connection, "select * from bank_association");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Placed(
                        row.getLong("position"),
                        new Association(row.getString("association_key"), PartyId.of(row.getString("party")))));
            }
        }
        return Page.of(found, after, work.pageRows(), Placed::position);
    }
}
