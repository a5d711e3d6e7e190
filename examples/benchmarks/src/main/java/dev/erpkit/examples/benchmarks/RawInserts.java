package dev.erpkit.examples.benchmarks;

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
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.collections.api.list.ImmutableList;

/** The rows of entries in batches by hand, as one would who writes nothing else: only {@link JdbcEntries} fit. */
final class RawInserts {
    static final String TENANT = "raw";

    private RawInserts() {}

    /** Inserts a group and commits it. */
    static void insert(DataSource database, ImmutableList<PostedEntry> group) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, group);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void insert(Connection connection, ImmutableList<PostedEntry> group) throws SQLException {
        try (PreparedStatement heads = connection.prepareStatement("insert into journal_entry (tenant, position, id,"
                        + " book, journal, effective_date, document_date, kind, narrative, source_system, source_type,"
                        + " source_id, source_version, event_digest, reverses, fiscal_year, number, recorded_at, posted_by,"
                        + " approved_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement lines = connection.prepareStatement("insert into journal_line (tenant, position,"
                        + " line, account, currency, digits, amount, base_currency, base_digits, base, party, document,"
                        + " due_date, note, adjustment) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement dimensions = connection.prepareStatement("insert into journal_dimension (tenant,"
                        + " position, line, axis, member) values (?, ?, ?, ?, ?)")) {
            for (PostedEntry posted : group) {
                head(heads, posted);
                for (int i = 0; i < posted.entry().lines().size(); i++) {
                    line(lines, posted, i);
                }
                dimensions.setString(1, TENANT);
                dimensions.setLong(2, posted.position());
                dimensions.setInt(3, 0);
                dimensions.setString(4, JdbcEntries.AXIS);
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
        row.setString(1, TENANT);
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
        row.setString(15, null);
        row.setInt(16, posted.number().fiscalYear());
        row.setLong(17, posted.number().number());
        row.setObject(18, posted.recordedAt().atOffset(ZoneOffset.UTC));
        row.setString(19, posted.postedBy().id());
        row.setString(20, null);
        row.addBatch();
    }

    private static void line(PreparedStatement row, PostedEntry posted, int i) throws SQLException {
        JournalLine line = posted.entry().lines().get(i);
        row.setString(1, TENANT);
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
