package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.Consumption;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Open items as rows, beside the matches that consume them. */
final class JdbcOpenItemLog implements OpenItemLog {
    /** Every database has dates between these, and no item has one outside. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcUnitOfWork work;
    private final MatchTable matches;

    JdbcOpenItemLog(JdbcUnitOfWork work) {
        this.work = work;
        this.matches = new MatchTable(work);
    }

    @Override
    public void insert(ImmutableList<OpenItem> items) {
        work.write(connection -> {
            JdbcUnitOfWork.insertNew(connection, "an item of these lines", () -> {
                try (PreparedStatement statement = connection.prepareStatement("insert into open_item (tenant, entry,"
                        + " line, book, account, control, party, currency, digits, amount, base_currency, base_digits,"
                        + " base, effective_date, document_date, due_date, document, position, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                    for (OpenItem item : items) {
                        ItemRows.bind(statement, work.tenant(), item).add();
                    }
                    statement.executeBatch();
                }
            });
            return items;
        });
    }

    @Override
    public Optional<ItemHistory> find(ItemId id) {
        return work.read(connection ->
                histories(connection, items(connection, at(id)), at(id)).getFirstOptional());
    }

    private Where at(ItemId id) {
        return Where.of("i.tenant", work.tenant())
                .and("i.entry = ?", id.entry().value())
                .and("i.line = ?", id.line());
    }

    @Override
    public void forEach(OpenItemQuery query, Consumer<? super ItemHistory> sink) {
        Known known = work.read(connection -> known(connection, query.knownAt()));
        Pages.forEach(work, Place.START, (connection, after) -> page(connection, query, known, after), sink);
    }

    /** What there was when the reading began, so that all pages show the same state: facts only come behind it. */
    private record Known(long position, long sequence) {}

    /** The order of items; lines are counted from 0. */
    private record Place(long position, int line) {
        static final Place START = new Place(0, 0);

        static Place of(OpenItem item) {
            return new Place(item.position(), item.id().line());
        }
    }

    private Known known(Connection connection, long wanted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select (select coalesce(max(position), 0) from open_item where tenant = ?),"
                        + " (select coalesce(max(sequence), 0) from item_match where tenant = ?) from tenant where id = ?")) {
            Row.of(statement).text(work.tenant()).text(work.tenant()).text(work.tenant());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Known(Math.min(wanted, row.getLong(1)), row.getLong(2)) : new Known(0, 0);
            }
        }
    }

    private Page<Place, ItemHistory> page(Connection connection, OpenItemQuery query, Known known, Place after)
            throws SQLException {
        Where behind = chosen(query, known)
                .and("i.position >= ?", after.position())
                .and("(i.position > ? or i.line > ?)", after.position(), after.line())
                .and("i.position <= ?", known.position())
                .ordered(order(query))
                .first(work.pageRows());
        Page<Place, OpenItem> page = Page.of(items(connection, behind), after, work.pageRows(), Place::of);
        if (page.chosen().isEmpty()) {
            return new Page<>(Lists.mutable.empty(), after, true);
        }
        Where consumed = chosen(query, known)
                .and(
                        "i.position between ? and ?",
                        page.chosen().getFirst().position(),
                        page.through().position())
                .and("p.sequence <= ?", known.sequence());
        return new Page<>(
                histories(connection, page.chosen().toList(), consumed)
                        .select(query::chooses)
                        .collect(query::known),
                page.through(),
                page.last());
    }

    private Where chosen(OpenItemQuery query, Known known) {
        Where where = Where.of("i.tenant", work.tenant())
                .and("i.book = ?", query.book().map(BookId::value))
                .and("i.account = ?", query.account().map(AccountId::value))
                .and("i.party = ?", query.party().map(PartyId::value));
        query.openAsOf().ifPresent(day -> open(where, day, query, known));
        return where;
    }

    /** What is settled by then is not read, neither it nor its matches; the query itself has the last word. */
    private static void open(Where where, LocalDate day, OpenItemQuery query, Known known) {
        LocalDate last = day.isAfter(LAST_DAY) ? LAST_DAY : day.isBefore(FIRST_DAY) ? FIRST_DAY : day;
        where.and("i.effective_date <= ?", last);
        String matched = "(select coalesce(sum(p.amount), 0), coalesce(sum(p.base), 0) from item_match_part p"
                + " join item_match m on m.tenant = p.tenant and m.sequence = p.sequence"
                + " where p.tenant = i.tenant and p.entry = i.entry and p.line = i.line"
                + " and m.sequence <= ? and m.position <= ? and m.effective_date <= ?";
        if (query.knownAtInstant().isPresent()) {
            where.and(
                    "(i.amount, i.base) <> " + matched + " and m.recorded_at <= ?)",
                    known.sequence(),
                    query.knownAt(),
                    last,
                    query.knownAtInstant().get().atOffset(ZoneOffset.UTC));
        } else {
            where.and("(i.amount, i.base) <> " + matched + ")", known.sequence(), query.knownAt(), last);
        }
    }

    /** The same order in the words of the index that serves the choice. */
    private static String order(OpenItemQuery query) {
        if (query.party().isPresent()) {
            return "i.tenant, i.party, i.position, i.line";
        }
        return query.account().isPresent() ? "i.tenant, i.account, i.position, i.line" : "i.tenant, i.position, i.line";
    }

    private static MutableList<OpenItem> items(Connection connection, Where where) throws SQLException {
        MutableList<OpenItem> found = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select i.* from open_item i");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(ItemRows.item(row));
            }
        }
        return found;
    }

    /** Without an order, which would lead H2 to an index of the wrong table; an item stands in a match once. */
    private static MutableList<ItemHistory> histories(Connection connection, MutableList<OpenItem> items, Where where)
            throws SQLException {
        MutableMap<ItemId, MutableList<Consumption>> consumed = Maps.mutable.empty();
        try (PreparedStatement statement = where.prepare(
                        connection,
                        "select p.entry, p.line, p.currency, p.digits, p.amount, p.base, m.base_currency, m.base_digits,"
                                + " m.id, m.undoes, m.effective_date, m.sequence, m.position, m.recorded_at"
                                + " from open_item i join item_match_part p"
                                + " on p.tenant = i.tenant and p.entry = i.entry and p.line = i.line"
                                + " join item_match m on m.tenant = p.tenant and m.sequence = p.sequence");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                consumed.getIfAbsentPut(ItemRows.id(row), Lists.mutable::empty).add(ItemRows.consumption(row));
            }
        }
        return items.collect(item -> new ItemHistory(
                item,
                consumed.getIfAbsentValue(item.id(), Lists.mutable.empty())
                        .sortThisByLong(Consumption::sequence)
                        .toImmutable()));
    }

    @Override
    public void append(Match match) {
        matches.append(match);
    }

    @Override
    public Optional<Match> match(MatchId id) {
        return matches.find(id);
    }

    @Override
    public void forEachMatch(long afterSequence, Consumer<? super Match> sink) {
        matches.forEach(afterSequence, sink);
    }

    @Override
    public long lastSequence() {
        return matches.lastSequence();
    }
}
