package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.posting.SourceDocument;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Measures the adapter beside raw batched inserts of the same rows into the same tables with the same driver settings, by
 * turns in one process, and prints entries per second and the ratio. Entries have three lines and one dimension.
 */
final class InsertSpeed {
    private static final int ENTRIES = 20_000;
    private static final int WARM_UP = 10_000;

    private InsertSpeed() {}

    public static void main(String[] arguments) throws Exception {
        measure("H2 file", Databases.h2File());
        measure("PostgreSQL", Databases.postgres());
    }

    private static void measure(String name, DataSource database) throws Exception {
        BooksStores stores = JdbcBooks.stores(database, "adapter");
        JdbcBooks.stores(database, "raw");
        for (int group : new int[] {100, 1_000}) {
            run(stores, database, group, WARM_UP);
            long[] nanos = run(stores, database, group, ENTRIES);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s groups of %4d: adapter %,8.0f entries/s, raw %,8.0f entries/s, ratio %.2f%n",
                    name,
                    group,
                    ENTRIES * 1e9 / nanos[0],
                    ENTRIES * 1e9 / nanos[1],
                    (double) nanos[1] / nanos[0]);
        }
    }

    /** Group by group, one after the other, so that whatever else the machine does meets both alike. */
    private static long[] run(BooksStores stores, DataSource database, int group, int entries) throws SQLException {
        long[] nanos = new long[2];
        for (int done = 0; done < entries; done += group) {
            long start = stores.journal().lastPosition();
            ImmutableList<PostedEntry> part = Entries.after(start, "r" + start, group);
            boolean rawFirst = done / group % 2 == 0;
            if (rawFirst) {
                nanos[1] += raw(database, part);
            }
            nanos[0] += adapter(stores, part);
            if (!rawFirst) {
                nanos[1] += raw(database, part);
            }
        }
        return nanos;
    }

    private static long adapter(BooksStores stores, ImmutableList<PostedEntry> part) {
        long begin = System.nanoTime();
        stores.unitOfWork().execute(() -> {
            stores.journal().append(part);
            return part;
        });
        return System.nanoTime() - begin;
    }

    private static long raw(DataSource database, ImmutableList<PostedEntry> part) throws SQLException {
        long begin = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, part);
            connection.commit();
            connection.setAutoCommit(true);
        }
        return System.nanoTime() - begin;
    }

    private static void insert(Connection connection, ImmutableList<PostedEntry> part) throws SQLException {
        try (PreparedStatement heads = connection.prepareStatement("insert into journal_entry (tenant, position, id,"
                        + " book, journal, effective_date, document_date, kind, narrative, source_system, source_type,"
                        + " source_id, source_version, reverses, fiscal_year, number, recorded_at, posted_by,"
                        + " approved_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement lines = connection.prepareStatement("insert into journal_line (tenant, position,"
                        + " line, account, currency, digits, amount, base_currency, base_digits, base, party, document,"
                        + " due_date, note, adjustment) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement dimensions = connection.prepareStatement("insert into journal_dimension (tenant,"
                        + " position, line, axis, member) values (?, ?, ?, ?, ?)")) {
            for (PostedEntry posted : part) {
                head(heads, posted);
                for (int i = 0; i < posted.entry().lines().size(); i++) {
                    line(lines, posted, i);
                }
                dimensions.setString(1, "raw");
                dimensions.setLong(2, posted.position());
                dimensions.setInt(3, 0);
                dimensions.setString(4, "cost-centre");
                dimensions.setString(5, "100");
                dimensions.addBatch();
            }
            heads.executeBatch();
            lines.executeBatch();
            dimensions.executeBatch();
        }
    }

    private static void head(PreparedStatement row, PostedEntry posted) throws SQLException {
        JournalEntry entry = posted.entry();
        Optional<SourceDocument> source = entry.source();
        row.setString(1, "raw");
        row.setLong(2, posted.position());
        row.setString(3, entry.id().value());
        row.setString(4, entry.book().value());
        row.setString(5, entry.journal().value());
        row.setObject(6, entry.date());
        row.setNull(7, Types.DATE);
        row.setString(8, entry.kind().name());
        row.setString(9, entry.narrative().orElse(null));
        row.setString(10, source.map(SourceDocument::system).orElse(null));
        row.setString(11, source.map(SourceDocument::type).orElse(null));
        row.setString(12, source.map(SourceDocument::id).orElse(null));
        row.setNull(13, Types.INTEGER);
        row.setString(14, null);
        row.setInt(15, posted.number().fiscalYear());
        row.setLong(16, posted.number().number());
        row.setObject(17, posted.recordedAt().atOffset(ZoneOffset.UTC));
        row.setString(18, posted.postedBy().id());
        row.setString(19, null);
        row.addBatch();
    }

    private static void line(PreparedStatement row, PostedEntry posted, int i) throws SQLException {
        JournalLine line = posted.entry().lines().get(i);
        row.setString(1, "raw");
        row.setLong(2, posted.position());
        row.setInt(3, i);
        row.setString(4, line.account().value());
        row.setString(5, "JPY");
        row.setInt(6, 0);
        row.setBigDecimal(7, BigDecimal.valueOf(line.amountMinor()));
        row.setString(8, "JPY");
        row.setInt(9, 0);
        row.setBigDecimal(10, BigDecimal.valueOf(line.baseMinor()));
        row.setString(11, null);
        row.setString(12, null);
        row.setNull(13, Types.DATE);
        row.setString(14, null);
        row.setBoolean(15, line.adjustment());
        row.addBatch();
    }
}
