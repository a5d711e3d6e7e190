package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.Consumption;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Open items and matches as rows; a match is one row and one for each item it consumes. */
final class JdbcOpenItemLog implements OpenItemLog {
    private final JdbcUnitOfWork work;

    JdbcOpenItemLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public void insert(ImmutableList<OpenItem> items) {
        work.write(connection -> {
            for (OpenItem item : items) {
                if (!items(connection, " and i.entry = ? and i.line = ?", at(item.id()))
                        .isEmpty()) {
                    throw new DuplicateKeyException(item.id().toString());
                }
            }
            try (PreparedStatement statement = connection.prepareStatement("insert into open_item (tenant, entry, line,"
                    + " book, account, control, party, currency, digits, amount, base_currency, base_digits, base,"
                    + " effective_date, document_date, due_date, document, position, recorded_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (OpenItem item : items) {
                    ItemRows.bind(statement, work.tenant(), item).add();
                }
                statement.executeBatch();
            }
            return items;
        });
    }

    @Override
    public Optional<ItemHistory> find(ItemId id) {
        return work.read(connection ->
                histories(connection, " and i.entry = ? and i.line = ?", at(id)).getFirstOptional());
    }

    @Override
    public void forEach(OpenItemQuery query, Consumer<? super ItemHistory> sink) {
        StringBuilder where = new StringBuilder();
        MutableList<Object> values = Lists.mutable.empty();
        query.book().ifPresent(b -> and(where, values, " and i.book = ?", b.value()));
        query.account().ifPresent(a -> and(where, values, " and i.account = ?", a.value()));
        query.party().ifPresent(p -> and(where, values, " and i.party = ?", p.value()));
        and(where, values, " and i.position <= ?", query.knownAt());
        work.read(connection -> histories(connection, where.toString(), values.toArray()))
                .select(query::chooses)
                .forEach(history -> sink.accept(query.known(history)));
    }

    private static void and(StringBuilder where, MutableList<Object> values, String condition, Object value) {
        where.append(condition);
        values.add(value);
    }

    private static Object[] at(ItemId id) {
        return new Object[] {id.entry().value(), id.line()};
    }

    private MutableList<OpenItem> items(Connection connection, String where, Object... values) throws SQLException {
        MutableList<OpenItem> found = Lists.mutable.empty();
        try (PreparedStatement statement = connection.prepareStatement(
                "select i.* from open_item i where i.tenant = ?" + where + " order by i.position, i.line")) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(ItemRows.item(row));
                }
            }
        }
        return found;
    }

    private void bind(PreparedStatement statement, Object... values) throws SQLException {
        statement.setString(1, work.tenant());
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 2, values[i]);
        }
    }

    private MutableList<ItemHistory> histories(Connection connection, String where, Object... values)
            throws SQLException {
        MutableList<OpenItem> items = items(connection, where, values);
        MutableMap<ItemId, MutableList<Consumption>> consumed = Maps.mutable.empty();
        try (PreparedStatement statement = connection.prepareStatement("select p.entry, p.line, p.currency, p.digits,"
                + " p.amount, p.base, m.base_currency, m.base_digits, m.id, m.undoes, m.effective_date, m.sequence,"
                + " m.position, m.recorded_at from item_match_part p"
                + " join item_match m on m.tenant = p.tenant and m.sequence = p.sequence"
                + " join open_item i on i.tenant = p.tenant and i.entry = p.entry and i.line = p.line"
                + " where i.tenant = ?" + where + " order by m.sequence, p.part")) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ItemId item = new ItemId(EntryId.of(row.getString("entry")), row.getInt("line"));
                    consumed.getIfAbsentPut(item, Lists.mutable::empty).add(ItemRows.consumption(row));
                }
            }
        }
        return items.collect(item -> new ItemHistory(
                item,
                consumed.getIfAbsentValue(item.id(), Lists.mutable.empty()).toImmutable()));
    }

    @Override
    public void append(Match match) {
        work.write(connection -> {
            check(connection, match);
            try (PreparedStatement statement = connection.prepareStatement("insert into item_match (tenant, sequence,"
                    + " id, book, position, recorded_at, matched_by, effective_date, base_currency, base_digits,"
                    + " difference, entry, undoes, basis, fingerprint)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                ItemRows.bind(statement, work.tenant(), match);
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement("insert into item_match_part (tenant,"
                    + " sequence, part, entry, line, currency, digits, amount, base)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < match.parts().size(); i++) {
                    MatchPart part = match.parts().get(i);
                    Row.of(statement)
                            .text(work.tenant())
                            .number(match.sequence())
                            .number(i)
                            .text(part.item().entry().value())
                            .number(part.item().line())
                            .money(part.currency(), part.amountMinor())
                            .decimal(part.baseMinor(), match.baseCurrency())
                            .add();
                }
                statement.executeBatch();
            }
            return match;
        });
    }

    private void check(Connection connection, Match match) throws SQLException {
        if (exists(connection, "id", match.id())) {
            throw new DuplicateKeyException(match.id().value());
        }
        if (match.undoes().isPresent()) {
            MatchId undone = match.undoes().get();
            if (!exists(connection, "id", undone)) {
                throw new NotFoundException(undone.value());
            }
            if (exists(connection, "undoes", undone)) {
                throw new DuplicateKeyException("undoing of " + undone);
            }
        }
        for (MatchPart part : match.parts()) {
            if (items(connection, " and i.entry = ? and i.line = ?", at(part.item()))
                    .isEmpty()) {
                throw new NotFoundException(part.item().toString());
            }
        }
        if (match.sequence() != lastSequence() + 1) {
            throw new StaleVersionException("matches", match.sequence() - 1);
        }
    }

    private boolean exists(Connection connection, String column, MatchId id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from item_match where tenant = ? and " + column + " = ?")) {
            Row.of(statement).text(work.tenant()).text(id.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    @Override
    public Optional<Match> match(MatchId id) {
        return work.read(
                connection -> matches(connection, " and id = ?", id.value()).getFirstOptional());
    }

    @Override
    public void forEachMatch(long afterSequence, Consumer<? super Match> sink) {
        work.read(connection -> matches(connection, " and sequence > ? order by sequence", afterSequence))
                .forEach(sink);
    }

    private MutableList<Match> matches(Connection connection, String where, Object value) throws SQLException {
        MutableList<Match> found = Lists.mutable.empty();
        try (PreparedStatement statement =
                connection.prepareStatement("select * from item_match where tenant = ?" + where)) {
            bind(statement, value);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(ItemRows.match(row, parts(connection, row)));
                }
            }
        }
        return found;
    }

    private ImmutableList<MatchPart> parts(Connection connection, ResultSet match) throws SQLException {
        MutableList<MatchPart> parts = Lists.mutable.empty();
        try (PreparedStatement statement = connection.prepareStatement(
                "select * from item_match_part where tenant = ? and sequence = ? order by part")) {
            Row.of(statement).text(work.tenant()).number(match.getLong("sequence"));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    parts.add(ItemRows.part(row, match));
                }
            }
        }
        return parts.toImmutable();
    }

    @Override
    public long lastSequence() {
        return work.read(connection -> Row.last(connection, "item_match", "sequence", work.tenant()));
    }
}
