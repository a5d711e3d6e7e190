package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.evidence.Verifier;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.port.JournalQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** A process that is killed in the middle of posting loses nothing it acknowledged and leaves nothing half done. */
class KillTest {
    private final Random random = new Random(20260401);

    @Test
    void a_process_killed_while_posting_to_an_h2_file_loses_nothing() throws Exception {
        rounds(Databases.newFile().toString(), 3);
    }

    @Test
    void a_process_killed_while_posting_to_postgresql_loses_nothing() throws Exception {
        rounds(Databases.newPostgresUrl(), 2);
    }

    private void rounds(String database, int rounds) throws Exception {
        MutableList<String> acknowledged = Lists.mutable.empty();
        for (int round = 1; round <= rounds; round++) {
            acknowledged.addAll(postUntilKilled(database, "round" + round, 10 + random.nextInt(80)));
            JdbcConnectionPool pool = PostingProcess.pool(database);
            try {
                check(pool, acknowledged);
            } finally {
                pool.dispose();
            }
        }
    }

    /** Everything the process said before it died; it dies some time after the given number of entries. */
    private MutableList<String> postUntilKilled(String database, String prefix, int entries) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        PostingProcess.class.getName(),
                        database,
                        prefix)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        MutableList<String> said = Lists.mutable.empty();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String id = reader.readLine(); id != null; id = reader.readLine()) {
                said.add(id);
                if (said.size() == entries) {
                    Thread.sleep(random.nextInt(5));
                    process.destroyForcibly();
                }
            }
        } catch (IOException streamClosedByTheKill) {
            assertThat(said).hasSizeGreaterThanOrEqualTo(entries);
        }
        assertThat(process.waitFor()).isNotZero();
        assertThat(said).as("acknowledged in " + prefix).hasSizeGreaterThanOrEqualTo(entries);
        return said;
    }

    private static void check(DataSource database, MutableList<String> acknowledged) throws SQLException {
        BooksStores stores = JdbcBooks.stores(database, "acme");
        acknowledged.forEach(
                id -> assertThat(stores.journal().find(EntryId.of(id))).as(id).isPresent());
        long[] count = {0};
        stores.journal().forEach(JournalQuery.all(), posted -> {
            assertThat(posted.position()).isEqualTo(++count[0]);
            assertThat(posted.number().number()).isEqualTo(count[0]);
            assertThat(posted.entry()).isEqualTo(Entries.entry(posted.id().value()));
        });
        assertThat(count[0]).isGreaterThanOrEqualTo(acknowledged.size());
        assertThat(stores.journal().lastPosition()).isEqualTo(count[0]);
        assertThat(stores.numbers().last(Entries.SERIES)).isEqualTo(count[0]);
        Verification verification = Verifier.verify(stores.journal(), stores.seals());
        assertThat(verification.broken()).isEmpty();
        assertThat(verification.entries()).isEqualTo(count[0]);
        assertThat(rows(database, "journal_line")).isEqualTo(3 * count[0]);
        assertThat(rows(database, "journal_dimension")).isEqualTo(count[0]);
        assertThat(rows(database, "seal")).isEqualTo(count[0]);
    }

    static long rows(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
