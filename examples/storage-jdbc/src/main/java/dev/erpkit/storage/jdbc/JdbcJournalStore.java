package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.security.Actor;
import dev.erpkit.storage.jdbc.EntryRows.Placed;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.block.predicate.primitive.LongPredicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.LongList;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.eclipse.collections.api.set.primitive.LongSet;

/** The journal as rows: one for each entry, one for each line. */
final class JdbcJournalStore implements JournalStore {
    private final JdbcUnitOfWork work;
    private final EntryRows rows;

    JdbcJournalStore(JdbcUnitOfWork work) {
        this.work = work;
        this.rows = new EntryRows("journal", work);
    }

    @Override
    public Optional<PostedEntry> find(EntryId id) {
        return work.read(connection -> select(
                        connection, Where.of(work.tenant()).and("id = ?", id.value()))
                .getFirstOptional());
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        Where where = Where.of(work.tenant()).and("reverses = ?", id.value());
        return work.read(connection -> {
            try (PreparedStatement statement = where.prepare(connection, "select id from journal_entry");
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(EntryId.of(row.getString(1))) : Optional.empty();
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
            JdbcUnitOfWork.insertNew(connection, "an entry or reversal of these", () -> insert(connection, entries));
            return expected;
        });
    }

    private void insert(Connection connection, ImmutableList<PostedEntry> entries) throws SQLException {
        try (PreparedStatement heads = connection.prepareStatement("insert into journal_entry (" + EntryRows.HEAD
                + ", fiscal_year, number, recorded_at, posted_by, approved_by)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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
        }
        rows.insert(connection, entries.collect(p -> new Placed(p.position(), p.entry())));
    }

    @Override
    public void forEach(JournalQuery query, Consumer<? super PostedEntry> sink) {
        Pages.forEach(
                work,
                query.afterPosition(),
                (connection, after) -> query.account().isPresent()
                        ? pageOfAccount(connection, query, query.account().get(), after)
                        : page(connection, query, after),
                sink);
    }

    private Page<Long, PostedEntry> page(Connection connection, JournalQuery query, long after) throws SQLException {
        Where where = Where.of(work.tenant()).and("position > ?", after).and("position <= ?", query.throughPosition());
        MutableList<PostedEntry> found = select(
                connection, conditions(query, where).ordered("tenant, position").first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), PostedEntry::position);
    }

    /** The lines of an account lead to its entries, so that a rare account in a long journal is read in short time. */
    private Page<Long, PostedEntry> pageOfAccount(
            Connection connection, JournalQuery query, AccountId account, long after) throws SQLException {
        MutableLongList lines = LongLists.mutable.empty();
        Where ofAccount = Where.of(work.tenant())
                .and("account = ?", account.value())
                .and("position > ?", after)
                .and("position <= ?", query.throughPosition())
                .ordered("tenant, account, position")
                .first(work.pageRows());
        try (PreparedStatement statement = ofAccount.prepare(connection, "select position from journal_line");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lines.add(row.getLong(1));
            }
        }
        if (lines.isEmpty()) {
            return new Page<>(Lists.mutable.empty(), after, true);
        }
        LongSet positions = lines.toSet();
        MutableList<PostedEntry> found = Lists.mutable.empty();
        for (Where where : places(connection, lines, positions)) {
            found.addAll(select(connection, conditions(query, where).ordered("tenant, position"), positions::contains));
        }
        return new Page<>(found, lines.getLast(), lines.size() < work.pageRows());
    }

    /** The fewest statements that find these positions by an index: one for an array, or one for each run. */
    private MutableList<Where> places(Connection connection, LongList sorted, LongSet positions) throws SQLException {
        if (rows.byArray(connection, positions)) {
            return Lists.mutable.of(
                    Where.of(work.tenant()).and("position = any (?)", EntryRows.array(connection, positions)));
        }
        MutableList<Where> runs = Lists.mutable.empty();
        long from = sorted.getFirst();
        for (int i = 1; i <= sorted.size(); i++) {
            long before = sorted.get(i - 1);
            if (i == sorted.size() || sorted.get(i) - before > 4) {
                runs.add(Where.of(work.tenant()).and("position between ? and ?", from, before));
                from = i < sorted.size() ? sorted.get(i) : before;
            }
        }
        return runs;
    }

    private static Where conditions(JournalQuery query, Where where) {
        return where.and("book = ?", query.book().map(BookId::value))
                .and("effective_date >= ?", query.from())
                .and("effective_date < ?", query.until());
    }

    private record Head(
            long position, Instant recordedAt, EntryNumber number, Actor postedBy, Optional<Actor> approvedBy) {}

    private MutableList<PostedEntry> select(Connection connection, Where where) throws SQLException {
        return select(connection, where, position -> true);
    }

    private MutableList<PostedEntry> select(Connection connection, Where where, LongPredicate wanted)
            throws SQLException {
        MutableList<Head> heads = Lists.mutable.empty();
        MutableLongObjectMap<JournalEntry.Builder> entries = LongObjectMaps.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from journal_entry");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (wanted.accept(row.getLong("position"))) {
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
