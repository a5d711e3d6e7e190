package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.collections.api.LongIterable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.LongObjectMap;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the lines, dimensions and assertions of entries, and the part of their head that every entry has. The
 * tables of the journal and of reservations have the same columns under another prefix.
 */
final class EntryRows {
    /** The columns of an entry's head, in the order of {@link #head}. */
    static final String HEAD = "tenant, position, id, book, journal, effective_date, document_date, kind, narrative,"
            + " source_system, source_type, source_id, source_version, event_digest, reverses";

    private final String prefix;
    private final JdbcUnitOfWork work;
    private final String tenant;

    EntryRows(String prefix, JdbcUnitOfWork work) {
        this.prefix = prefix;
        this.work = work;
        this.tenant = work.tenant();
    }

    Row head(PreparedStatement statement, JournalEntry entry, long position) throws SQLException {
        return Row.of(statement)
                .text(tenant)
                .number(position)
                .text(entry.id().value())
                .text(entry.book().value())
                .text(entry.journal().value())
                .day(entry.date())
                .day(entry.documentDate())
                .text(entry.kind().name())
                .text(entry.narrative())
                .text(entry.source().map(SourceDocument::system))
                .text(entry.source().map(SourceDocument::type))
                .text(entry.source().map(SourceDocument::id))
                .number(entry.source().map(s -> (long) s.version()).orElse(null))
                .text(entry.eventDigest())
                .text(entry.reverses());
    }

    /** An entry and the position of its rows. */
    record Placed(long position, JournalEntry entry) {}

    void insert(Connection connection, Iterable<Placed> entries) throws SQLException {
        try (PreparedStatement lines = connection.prepareStatement("insert into " + prefix + "_line"
                        + " (tenant, position, line, account, currency, digits, amount, base_currency, base_digits,"
                        + " base, party, document, due_date, note, adjustment)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement dimensions = connection.prepareStatement("insert into " + prefix
                        + "_dimension (tenant, position, line, axis, member) values (?, ?, ?, ?, ?)");
                PreparedStatement assertions = connection.prepareStatement("insert into " + prefix
                        + "_assertion (tenant, position, ordinal, account, currency, digits, balance)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            boolean anyDimension = false;
            boolean anyAssertion = false;
            for (Placed placed : entries) {
                anyDimension |= lines(placed, lines, dimensions);
                anyAssertion |= assertions(placed, assertions);
            }
            lines.executeBatch();
            if (anyDimension) {
                dimensions.executeBatch();
            }
            if (anyAssertion) {
                assertions.executeBatch();
            }
        }
    }

    private boolean lines(Placed placed, PreparedStatement lines, PreparedStatement dimensions) throws SQLException {
        boolean any = false;
        for (int i = 0; i < placed.entry().lines().size(); i++) {
            JournalLine line = placed.entry().lines().get(i);
            Row.of(lines)
                    .text(tenant)
                    .number(placed.position())
                    .number(i)
                    .text(line.account().value())
                    .money(line.amount().getCurrency(), line.amountMinor())
                    .money(line.base().getCurrency(), line.baseMinor())
                    .text(line.party())
                    .text(line.document())
                    .day(line.dueDate())
                    .text(line.note())
                    .flag(line.adjustment())
                    .add();
            for (var axis : line.dimensions().values().keyValuesView()) {
                any = true;
                Row.of(dimensions)
                        .text(tenant)
                        .number(placed.position())
                        .number(i)
                        .text(axis.getOne())
                        .text(axis.getTwo())
                        .add();
            }
        }
        return any;
    }

    private boolean assertions(Placed placed, PreparedStatement assertions) throws SQLException {
        for (int i = 0; i < placed.entry().assertions().size(); i++) {
            BalanceAssertion assertion = placed.entry().assertions().get(i);
            Row.of(assertions)
                    .text(tenant)
                    .number(placed.position())
                    .number(i)
                    .text(assertion.account().value())
                    .money(assertion.balance().getCurrency(), Amounts.minor(assertion.balance()))
                    .add();
        }
        return placed.entry().assertions().notEmpty();
    }

    /** The head of an entry, as a builder that still lacks its lines. */
    static JournalEntry.Builder head(ResultSet row) throws SQLException {
        JournalEntry.Builder entry = JournalEntry.builder()
                .id(row.getString("id"))
                .book(BookId.of(row.getString("book")))
                .journal(JournalId.of(row.getString("journal")))
                .date(row.getObject("effective_date", LocalDate.class))
                .documentDate(Row.day(row, "document_date"))
                .kind(EntryKind.valueOf(row.getString("kind")))
                .narrative(Row.text(row, "narrative"))
                .eventDigest(Row.text(row, "event_digest"))
                .reverses(Row.text(row, "reverses").map(EntryId::of));
        String system = row.getString("source_system");
        return system == null
                ? entry
                : entry.source(new SourceDocument(
                        system,
                        row.getString("source_type"),
                        row.getString("source_id"),
                        row.getInt("source_version")));
    }

    /** Adds lines and assertions to heads. */
    void fill(Connection connection, LongIterable positions, MutableLongObjectMap<JournalEntry.Builder> heads)
            throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        MutableLongObjectMap<Dimensions> dimensions = dimensions(connection, positions, heads);
        MutableLongObjectMap<MutableList<JournalLine>> lines = LongObjectMaps.mutable.empty();
        try (PreparedStatement statement = rows(connection, "_line", "line", positions);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long position = row.getLong("position");
                if (heads.containsKey(position)) {
                    JournalLine line = line(row, dimensions.get(key(position, row.getInt("line"))));
                    lines.getIfAbsentPut(position, Lists.mutable::empty).add(line);
                }
            }
        }
        heads.forEachKeyValue((position, head) ->
                head.lines(lines.getIfAbsent(position, Lists.mutable::empty).toImmutable()));
        try (PreparedStatement statement = rows(connection, "_assertion", "ordinal", positions);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                JournalEntry.Builder head = heads.get(row.getLong("position"));
                if (head != null) {
                    head.assertBalance(new BalanceAssertion(
                            AccountId.of(row.getString("account")), Row.money(row, "currency", "digits", "balance")));
                }
            }
        }
    }

    private MutableLongObjectMap<Dimensions> dimensions(
            Connection connection, LongIterable positions, LongObjectMap<JournalEntry.Builder> heads)
            throws SQLException {
        MutableLongObjectMap<Dimensions> all = LongObjectMaps.mutable.empty();
        try (PreparedStatement statement = rows(connection, "_dimension", "line", positions);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (heads.containsKey(row.getLong("position"))) {
                    long key = key(row.getLong("position"), row.getInt("line"));
                    Dimensions before = all.getIfAbsent(key, Dimensions::none);
                    all.put(key, before.with(row.getString("axis"), row.getString("member")));
                }
            }
        }
        return all;
    }

    /** An entry has at most 10,000 lines. */
    private static long key(long position, int line) {
        return position * 16_384 + line;
    }

    /** Whether positions are found by their array: where that uses an index, and their range holds many others. */
    boolean byArray(Connection connection, LongIterable positions) throws SQLException {
        return work.dialect(connection).findsByArray() && positions.max() - positions.min() >= 4L * positions.size();
    }

    /** The rows of these positions, or of a range that holds them. */
    private PreparedStatement rows(Connection connection, String table, String order, LongIterable positions)
            throws SQLException {
        long from = positions.min();
        long to = positions.max();
        boolean range = !byArray(connection, positions);
        PreparedStatement statement = connection.prepareStatement("select * from " + prefix + table
                + " where tenant = ? and position " + (range ? "between ? and ?" : "= any (?)")
                + " order by tenant, position, " + order);
        statement.setString(1, tenant);
        if (range) {
            statement.setLong(2, from);
            statement.setLong(3, to);
        } else {
            statement.setArray(2, array(connection, positions));
        }
        return statement;
    }

    static Array array(Connection connection, LongIterable positions) throws SQLException {
        return connection.createArrayOf(
                "bigint", positions.collect(Long::valueOf).toArray());
    }

    private static JournalLine line(ResultSet row, @Nullable Dimensions dimensions) throws SQLException {
        return JournalLine.builder()
                .account(row.getString("account"))
                .amount(Row.money(row, "currency", "digits", "amount"))
                .base(Row.money(row, "base_currency", "base_digits", "base"))
                .dimensions(dimensions == null ? Dimensions.none() : dimensions)
                .party(Row.text(row, "party").map(PartyId::of))
                .document(Row.text(row, "document"))
                .dueDate(Row.day(row, "due_date"))
                .note(Row.text(row, "note"))
                .adjustment(row.getBoolean("adjustment"))
                .build();
    }

    /** Forgets narrative and notes of one entry. */
    void eraseTexts(Connection connection, long position) throws SQLException {
        for (String sql : Lists.immutable.of(
                "update " + prefix + "_entry set narrative = null where tenant = ? and position = ?",
                "update " + prefix + "_line set note = null where tenant = ? and position = ?")) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Row.of(statement).text(tenant).number(position);
                statement.executeUpdate();
            }
        }
    }
}
