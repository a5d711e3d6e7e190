package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.Consumption;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.testkit.books.Journals;
import dev.erpkit.testkit.invariant.EvidenceInvariants;
import dev.erpkit.testkit.invariant.JournalInvariants;
import dev.erpkit.testkit.invariant.OpenItemInvariants;
import dev.erpkit.testkit.invariant.PeriodInvariants;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Random;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that is killed in the middle of its commands loses nothing it acknowledged and leaves nothing half done; the same
 * commands sent again come to the same books as without any kill.
 */
class KillTest {
    private static final ImmutableList<LocalDate> DAYS =
            Lists.immutable.of(LocalDate.of(2026, 4, 5), LocalDate.of(2026, 4, 30));

    private final Random random = new Random(20260401);

    static String[] databases() {
        return new String[] {Databases.newFile().toString(), Databases.newPostgresUrl()};
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_process_killed_again_and_again_loses_nothing_and_comes_to_the_same_books(String database) throws Exception {
        int acknowledged = 0;
        int kills = 0;
        while (acknowledged + 50 < Commands.COUNT) {
            acknowledged = Math.max(acknowledged, workUntilKilled(database, acknowledged + 15 + random.nextInt(35)));
            kills++;
            check(database, acknowledged);
        }
        assertThat(kills).isGreaterThanOrEqualTo(4);
        assertThat(work(database)).isEqualTo(Commands.COUNT);
        check(database, Commands.COUNT);
        requireSameAsUndisturbed(database);
    }

    /** How many commands the process acknowledged; it is killed some moments after so many. */
    private int workUntilKilled(String database, int commands) throws Exception {
        // it waits before the last one, so that a killer who comes late still finds it
        Process process = start(database, Math.min(commands + 8, Commands.COUNT - 1));
        int said = 0;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                assertThat(line).isEqualTo(Integer.toString(said));
                if (++said == commands) {
                    Thread.sleep(random.nextInt(6));
                    process.toHandle().destroyForcibly(); // SIGKILL; Process itself would drop what was said last
                }
            }
        }
        assertThat(process.waitFor()).isEqualTo(128 + 9);
        return said;
    }

    /** How many commands the process acknowledged; nobody kills it. */
    private static int work(String database) throws Exception {
        Process process = start(database, Commands.COUNT);
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            int said = reader.lines().toList().size();
            assertThat(process.waitFor()).isZero();
            return said;
        }
    }

    private static Process start(String database, int commands) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        PostingProcess.class.getName(),
                        database,
                        Integer.toString(commands))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What is there is whole: every command that was acknowledged, perhaps the next, and nothing half. */
    static void check(String database, int acknowledged) throws SQLException {
        JdbcConnectionPool pool = PostingProcess.pool(database);
        try {
            BooksStores stores = JdbcBooks.stores(pool, "acme");
            BooksStores undisturbed = BooksStores.inMemory();
            Commands same = new Commands(undisturbed);
            for (int i = 0; i < acknowledged; i++) {
                same.give(i);
            }
            ImmutableList<PostedEntry> expected = Journals.of(undisturbed.journal());
            ImmutableList<PostedEntry> journal = Journals.of(stores.journal());
            assertThat(journal.size()).isBetween(expected.size(), expected.size() + 1);
            assertThat(journal.take(expected.size()).collect(KillTest::withoutTime))
                    .isEqualTo(expected.collect(KillTest::withoutTime));
            requireSound(stores, journal);
            requireRows(pool, stores, journal);
        } finally {
            pool.dispose();
        }
    }

    private static void requireSound(BooksStores stores, ImmutableList<PostedEntry> journal) {
        ReferenceLedger ledger = new ReferenceLedger(journal);
        ImmutableList<ItemHistory> items = OpenItemInvariants.items(stores.openItems());
        ImmutableList<Match> matches = OpenItemInvariants.matches(stores.openItems());
        assertThat(JournalInvariants.all(journal)
                        .newWithAll(OpenItemInvariants.residualsStayInside(items))
                        .newWithAll(OpenItemInvariants.controlAccountsAgree(items, ledger, DAYS))
                        .newWithAll(OpenItemInvariants.matchesConsumeEqually(matches, ledger))
                        .newWithAll(OpenItemInvariants.undoingRestores(matches))
                        .newWithAll(PeriodInvariants.factsFollow(PeriodInvariants.facts(stores.periods())))
                        .newWithAll(EvidenceInvariants.chainIsSound(stores.journal(), stores.seals())))
                .isEmpty();
    }

    /** Lines, dimensions, items, seals, numbers and events agree with the entries, down to the rows. */
    private static void requireRows(DataSource database, BooksStores stores, ImmutableList<PostedEntry> journal)
            throws SQLException {
        assertThat(rows(database, "journal_entry")).isEqualTo(journal.size());
        assertThat(rows(database, "seal")).isEqualTo(journal.size());
        assertThat(((JdbcOutbox) stores.outbox()).told().collect(ErpEvent::subject))
                .isEqualTo(journal.collect(posted -> posted.id().value()));
        assertThat(rows(database, "journal_line"))
                .isEqualTo(journal.sumOfInt(posted -> posted.entry().lines().size()));
        assertThat(rows(database, "journal_dimension"))
                .isEqualTo(2L * journal.count(p -> p.id().value().startsWith("invoice")));
        assertThat(rows(database, "open_item"))
                .isEqualTo(journal.sumOfInt(posted -> posted.entry()
                        .lines()
                        .count(line -> line.account().value().equals("1100"))));
        assertThat(rows(database, "item_match_part")).isEqualTo(2 * rows(database, "item_match"));
        assertThat(rows(database, "reservation_line")).isEqualTo(2 * rows(database, "reservation_entry"));
        assertThat(rows(database, "v_number_gap")).isZero();
        assertThat(sum(database, "last_number", "number_series")).isEqualTo(journal.size());
    }

    private static void requireSameAsUndisturbed(String database) {
        JdbcConnectionPool pool = PostingProcess.pool(database);
        try {
            Books killed = new Commands(JdbcBooks.stores(pool, "acme")).books();
            Commands undisturbed = new Commands(BooksStores.inMemory());
            for (int i = 0; i < Commands.COUNT; i++) {
                undisturbed.give(i);
            }
            assertThat(facts(killed)).containsExactlyElementsOf(facts(undisturbed.books()));
        } finally {
            pool.dispose();
        }
    }

    /** All that the books hold, but for the instants at which it was recorded and what follows from them. */
    private static ImmutableList<Object> facts(Books books) {
        BooksStores stores = books.stores();
        return Lists.immutable
                .<Object>ofAll(Journals.of(stores.journal()).collect(KillTest::withoutTime))
                .newWithAll(OpenItemInvariants.matches(stores.openItems())
                        .collect(m -> Lists.immutable.of(m.id(), m.sequence(), m.position(), m.date(), m.parts())))
                .newWithAll(OpenItemInvariants.items(stores.openItems())
                        .collect(h -> Lists.immutable.of(
                                h.item().id(), h.residual(), h.consumptions().collect(KillTest::withoutTime))))
                .newWithAll(PeriodInvariants.facts(stores.periods())
                        .collect((PeriodFact f) -> Lists.immutable.of(f.number(), f.change(), f.afterEntry())))
                .newWithAll(DAYS.flatCollect(day -> books.chart()
                        .accounts()
                        .collect(account -> books.balance(account.id().value(), day))));
    }

    private static Object withoutTime(PostedEntry posted) {
        return Lists.immutable.of(posted.position(), posted.number(), posted.entry(), posted.postedBy());
    }

    private static Object withoutTime(Consumption c) {
        return Lists.immutable.of(
                c.match(), c.undoes(), c.date(), c.sequence(), c.position(), c.amountMinor(), c.baseMinor());
    }

    static long rows(DataSource database, String table) throws SQLException {
        return single(database, "select count(*) from " + table);
    }

    private static long sum(DataSource database, String column, String table) throws SQLException {
        return single(database, "select coalesce(sum(" + column + "), 0) from " + table);
    }

    private static long single(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
