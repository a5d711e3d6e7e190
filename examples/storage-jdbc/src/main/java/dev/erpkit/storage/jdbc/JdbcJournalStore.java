package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.security.Actor;
import dev.erpkit.storage.jdbc.EntryRows.Placed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.factory.primitive.LongSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.eclipse.collections.api.set.primitive.MutableLongSet;

/** The journal as rows: one for each entry, one for each line. */
final class JdbcJournalStore implements JournalStore {
    private static final int PAGE = 500;

    private final JdbcUnitOfWork work;
    private final EntryRows rows;

    JdbcJournalStore(JdbcUnitOfWork work) {
        this.work = work;
        this.rows = new EntryRows("journal", work.tenant());
    }

    @Override
    public Optional<PostedEntry> find(EntryId id) {
        return work.read(connection -> {
            MutableList<PostedEntry> found = select(connection, "and id = ?", id.value());
            return found.getFirstOptional();
        });
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        return work.read(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select id from journal_entry where tenant = ? and reverses = ?")) {
                Row.of(statement).text(work.tenant()).text(id.value());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(EntryId.of(row.getString(1))) : Optional.empty();
                }
            }
        });
    }

    @Override
    public long lastPosition() {
        return work.read(this::last);
    }

    private long last(Connection connection) throws SQLException {
        return Row.last(connection, "journal_entry", "position", work.tenant());
    }

    @Override
    public void append(ImmutableList<PostedEntry> entries) {
        work.write(connection -> {
            long expected = last(connection) + 1;
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).position() != expected + i) {
                    throw new StaleVersionException("journal", entries.get(i).position() - 1);
                }
            }
            Savepoint before = connection.setSavepoint();
            try {
                insert(connection, entries);
                connection.releaseSavepoint(before);
            } catch (SQLException | DuplicateKeyException e) {
                connection.rollback(before);
                throw e;
            }
            return expected;
        });
    }

    private void insert(Connection connection, ImmutableList<PostedEntry> entries) throws SQLException {
        try (PreparedStatement heads = connection.prepareStatement("insert into journal_entry (" + EntryRows.HEAD
                + ", fiscal_year, number, recorded_at, posted_by, approved_by)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < entries.size(); i++) {
                PostedEntry posted = entries.get(i);
                rows.head(heads, posted.entry(), posted.position())
                        .number(posted.number().fiscalYear())
                        .number(posted.number().number())
                        .instant(posted.recordedAt())
                        .text(posted.postedBy().id())
                        .text(posted.approvedBy().map(Actor::id))
                        .add();
            }
            heads.executeBatch();
        } catch (SQLException e) {
            if (JdbcException.isDuplicate(e)) {
                throw new DuplicateKeyException("an entry, reversal or number of the batch that begins with "
                        + entries.getFirst().id());
            }
            throw e;
        }
        rows.insert(connection, entries.collect(p -> new Placed(p.position(), p.entry())));
    }

    /** Keyset pages, so that neither a cursor nor a transaction stays open while the sink works. */
    @Override
    public void forEach(JournalQuery query, Consumer<? super PostedEntry> sink) {
        long after = query.afterPosition();
        while (after < query.throughPosition()) {
            Page page = query.account().isPresent()
                    ? pageOfAccount(query, query.account().get(), after)
                    : page(query, after);
            page.entries().forEach(sink);
            if (page.last()) {
                return;
            }
            after = page.through();
        }
    }

    /** Some entries: all that a query chooses behind the page before, through a position. */
    private record Page(MutableList<PostedEntry> entries, long through, boolean last) {}

    private Page page(JournalQuery query, long after) {
        StringBuilder where = new StringBuilder("and position > ? and position <= ?");
        MutableList<Object> values = Lists.mutable.of(after, query.throughPosition());
        conditions(query, where, values);
        where.append(" order by tenant, position fetch first " + PAGE + " rows only");
        MutableList<PostedEntry> found =
                work.read(connection -> select(connection, where.toString(), values.toArray()));
        boolean last = found.size() < PAGE;
        return new Page(found, last ? query.throughPosition() : found.getLast().position(), last);
    }

    /** The lines of an account lead to its entries, so that a rare account in a long journal is read in short time. */
    private Page pageOfAccount(JournalQuery query, AccountId account, long after) {
        return work.read(connection -> {
            MutableLongSet positions = LongSets.mutable.empty();
            long lines = 0;
            long through = after;
            try (PreparedStatement statement = connection.prepareStatement("select position from journal_line"
                    + " where tenant = ? and account = ? and position > ? and position <= ?"
                    + " order by tenant, account, position fetch first " + PAGE + " rows only")) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(account.value())
                        .number(after)
                        .number(query.throughPosition());
                try (ResultSet row = statement.executeQuery()) {
                    for (; row.next(); lines++) {
                        through = row.getLong(1);
                        positions.add(through);
                    }
                }
            }
            StringBuilder where = new StringBuilder("and position = any (?)");
            MutableList<Object> values = Lists.mutable.of(EntryRows.array(connection, positions));
            conditions(query, where, values);
            where.append(" order by position");
            return new Page(select(connection, where.toString(), values.toArray()), through, lines < PAGE);
        });
    }

    private static void conditions(JournalQuery query, StringBuilder where, MutableList<Object> values) {
        query.book().ifPresent(book -> and(where, values, " and book = ?", book.value()));
        query.from().ifPresent(day -> and(where, values, " and effective_date >= ?", day));
        query.until().ifPresent(day -> and(where, values, " and effective_date < ?", day));
    }

    private static void and(StringBuilder where, MutableList<Object> values, String condition, Object value) {
        where.append(condition);
        values.add(value);
    }

    private record Head(
            long position, Instant recordedAt, EntryNumber number, Actor postedBy, Optional<Actor> approvedBy) {}

    private MutableList<PostedEntry> select(Connection connection, String where, Object... values) throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        MutableLongObjectMap<JournalEntry.Builder> entries = LongObjectMaps.mutable.empty();
        try (PreparedStatement statement =
                connection.prepareStatement("select * from journal_entry where tenant = ? " + where)) {
            statement.setString(1, work.tenant());
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 2, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    heads.add(head(row));
                    entries.put(row.getLong("position"), EntryRows.head(row));
                }
            }
        }
        rows.fill(connection, heads.collectLong(Head::position), entries);
        return heads.collect(h -> new PostedEntry(
                entries.get(h.position()).build(),
                h.position(),
                h.recordedAt(),
                h.number(),
                h.postedBy(),
                h.approvedBy()));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("position"),
                Row.instant(row, "recorded_at"),
                new EntryNumber(
                        JournalId.of(row.getString("journal")), row.getInt("fiscal_year"), row.getLong("number")),
                Actor.of(row.getString("posted_by")),
                Row.text(row, "approved_by").map(Actor::of));
    }

    @Override
    public void eraseTexts(EntryId id) {
        PostedEntry found = find(id).orElseThrow(() -> new NotFoundException(id.value()));
        work.write(connection -> {
            rows.eraseTexts(connection, found.position());
            return found;
        });
    }
}
