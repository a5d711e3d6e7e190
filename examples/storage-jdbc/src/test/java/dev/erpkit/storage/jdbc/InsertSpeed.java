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
import java.util.Arrays;
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
    private static final int ROUNDS = 7;

    private InsertSpeed() {}

    public static void main(String[] arguments) throws Exception {
        measure("H2 file", Databases.h2File());
        measure("PostgreSQL", Databases.postgres());
    }

    private static void measure(String name, DataSource database) throws Exception {
        BooksStores stores = JdbcBooks.stores(database, "adapter");
        JdbcBooks.stores(database, "raw");
        for (int group : new int[] {100, 1_000}) {
            double[] adapter = new double[ROUNDS];
            double[] raw = new double[ROUNDS];
            double[] ratio = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                int entries = round == 0 ? ENTRIES / 4 : ENTRIES;
                long start = stores.journal().lastPosition();
                ImmutableList<PostedEntry> all = Entries.after(start, "r" + start, entries);
                boolean adapterFirst = round % 2 == 0;
                if (adapterFirst) {
                    adapter[round] = adapter(stores, all, group);
                }
                raw[round] = raw(database, all, group);
                if (!adapterFirst) {
                    adapter[round] = adapter(stores, all, group);
                }
                ratio[round] = adapter[round] / raw[round];
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-10s groups of %4d: adapter %,8.0f entries/s, raw %,8.0f entries/s, ratio %.2f (%s)%n",
                    name,
                    group,
                    median(adapter),
                    median(raw),
                    median(ratio),
                    Arrays.toString(Arrays.stream(ratio)
                            .mapToObj(r -> String.format(Locale.ROOT, "%.2f", r))
                            .toArray()));
        }
    }

    /** The median of the rounds after the first, which warms up. */
    private static double median(double[] values) {
        double[] sorted = Arrays.copyOfRange(values, 1, values.length);
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double adapter(BooksStores stores, ImmutableList<PostedEntry> all, int group) {
        long begin = System.nanoTime();
        for (ImmutableList<PostedEntry> part : chunks(all, group)) {
            stores.unitOfWork().execute(() -> {
                stores.journal().append(part);
                return part;
            });
        }
        return all.size() * 1e9 / (System.nanoTime() - begin);
    }

    private static Iterable<ImmutableList<PostedEntry>> chunks(ImmutableList<PostedEntry> all, int group) {
        return all.chunk(group).collect(part -> (ImmutableList<PostedEntry>) part);
    }

    private static double raw(DataSource database, ImmutableList<PostedEntry> all, int group) throws SQLException {
        long begin = System.nanoTime();
        for (ImmutableList<PostedEntry> part : chunks(all, group)) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                insert(connection, part);
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
        return all.size() * 1e9 / (System.nanoTime() - begin);
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
