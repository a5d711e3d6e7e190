package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.evidence.JournalSealing;
import dev.erpkit.accounting.evidence.Verifier;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.core.port.DuplicateKeyException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Lists;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever step of a posting fails, nothing of it is kept; what was kept is found again. */
class FaultTest {
    static JdbcConnectionPool[] databases() {
        return new JdbcConnectionPool[] {Databases.h2File(), Databases.postgres()};
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_fault_at_any_step_leaves_nothing_and_the_same_posting_succeeds_afterwards(JdbcConnectionPool real)
            throws Exception {
        FaultyDataSource faulty = new FaultyDataSource(real);
        BooksStores stores = JdbcBooks.stores(faulty, "acme");
        JournalSealing sealing = new JournalSealing(stores.seals(), () -> new byte[32]);
        Entries.post(stores, sealing, "first");
        int step = 0;
        for (boolean failed = true; failed; step++) {
            faulty.failAfter(step);
            failed = false;
            try {
                Entries.post(stores, sealing, "second");
            } catch (JdbcException expected) {
                failed = true;
            }
            faulty.heal();
            assertThat(stores.unitOfWork().active()).isFalse();
            assertThat(real.getActiveConnections()).as("connections kept").isZero();
            requireWhole(stores, real, failed ? 1 : 2);
        }
        assertThat(step).as("steps of a posting").isGreaterThan(8);
        Entries.post(stores, sealing, "third");
        requireWhole(stores, real, 3);
    }

    private static void requireWhole(BooksStores stores, DataSource real, long entries) throws SQLException {
        assertThat(stores.journal().lastPosition()).isEqualTo(entries);
        assertThat(stores.numbers().last(Entries.SERIES)).isEqualTo(entries);
        assertThat(KillTest.rows(real, "journal_line")).isEqualTo(3 * entries);
        assertThat(KillTest.rows(real, "journal_dimension")).isEqualTo(entries);
        assertThat(Verifier.verify(stores.journal(), stores.seals()).broken()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_commit_whose_answer_is_lost_is_told_by_reading_again(DataSource real) {
        FaultyDataSource faulty = new FaultyDataSource(real);
        BooksStores stores = JdbcBooks.stores(faulty, "acme");
        JournalSealing sealing = new JournalSealing(stores.seals(), () -> new byte[32]);
        faulty.loseReply();
        assertThatThrownBy(() -> Entries.post(stores, sealing, "lost")).isInstanceOf(JdbcException.class);
        faulty.heal();
        assertThat(stores.journal().find(EntryId.of("lost"))).isPresent();
        assertThatThrownBy(() -> Entries.post(stores, sealing, "lost")).isInstanceOf(DuplicateKeyException.class);
        assertThat(stores.numbers().last(Entries.SERIES)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_failed_write_that_is_caught_cannot_be_committed(DataSource real) {
        FaultyDataSource faulty = new FaultyDataSource(real);
        BooksStores stores = JdbcBooks.stores(faulty, "acme");
        assertThatThrownBy(() -> stores.unitOfWork().execute(() -> {
                    stores.numbers().next(Entries.SERIES);
                    faulty.failAfter(2); // the position is read, the heads are written, the lines fail
                    try {
                        stores.journal().append(Entries.after(0, "half", 2));
                    } catch (JdbcException caught) {
                        faulty.heal();
                    }
                    return "committed";
                }))
                .isInstanceOf(JdbcException.class);
        assertThat(stores.journal().lastPosition()).isZero();
        assertThat(stores.numbers().last(Entries.SERIES)).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_work_that_cannot_even_be_rolled_back_is_not_committed(DataSource real) throws Exception {
        FaultyDataSource faulty = new FaultyDataSource(real);
        BooksStores stores = JdbcBooks.stores(faulty, "acme");
        faulty.refuseRollbacks();
        assertThatThrownBy(() -> stores.unitOfWork().execute(() -> {
                    stores.journal().append(Entries.after(0, "lost", 1));
                    throw new IllegalStateException("deliberate");
                }))
                .hasMessage("deliberate")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        faulty.heal();
        assertThat(KillTest.rows(real, "journal_entry")).isZero();
        stores.journal().append(Entries.after(0, "kept", 1));
        assertThat(stores.journal().find(EntryId.of("lost-1"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_refused_batch_that_is_caught_leaves_nothing_and_the_work_goes_on(DataSource real) throws Exception {
        BooksStores stores = JdbcBooks.stores(real, "acme");
        stores.journal().append(Entries.after(0, "a", 2));
        stores.unitOfWork().execute(() -> {
            assertThatThrownBy(() -> stores.journal()
                            .append(Lists.immutable.of(
                                    Entries.at(3, Entries.entry("fresh")),
                                    Entries.at(4, Entries.entry("a-1")),
                                    Entries.at(5, Entries.entry("fresh too")))))
                    .isInstanceOf(DuplicateKeyException.class);
            stores.journal().append(Entries.after(2, "b", 1));
            return stores;
        });
        assertThat(stores.journal().lastPosition()).isEqualTo(3);
        assertThat(stores.journal().find(EntryId.of("fresh"))).isEmpty();
        assertThat(KillTest.rows(real, "journal_entry")).isEqualTo(3);
        assertThat(KillTest.rows(real, "journal_line")).isEqualTo(9);
    }
}
