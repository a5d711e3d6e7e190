package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.books.Journals;
import dev.erpkit.testkit.generate.ChartArbitraries;
import dev.erpkit.testkit.invariant.EvidenceInvariants;
import dev.erpkit.testkit.invariant.JournalInvariants;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import javax.sql.DataSource;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several programs on one database, each with its own pool, stores and caches, as processes have them. */
class ConcurrencyTest {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final Actor CLERK = Actor.of("clerk");
    private static final int PROGRAMS = 4;

    /** Opens another pool over the same database each time. */
    static ImmutableList<Supplier<DataSource>> databases() {
        Path file = Databases.newFile();
        String url = Databases.newPostgresUrl();
        return org.eclipse.collections.api.factory.Lists.immutable.of(
                () -> JdbcBooks.file(file), () -> Databases.postgres(url));
    }

    private static <T> ImmutableList<T> atOnce(IntFunction<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PROGRAMS);
        CountDownLatch start = new CountDownLatch(1);
        try {
            ImmutableList<CompletableFuture<T>> all = IntInterval.zeroTo(PROGRAMS - 1)
                    .collect(i -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return work.apply(i);
                            },
                            threads));
            start.countDown();
            return all.collect(one -> one.orTimeout(60, TimeUnit.SECONDS).join());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ImmutableList<Books> programs(Supplier<DataSource> database) {
        return IntInterval.oneTo(PROGRAMS).collect(i -> {
            Books books = Books.over(JdbcBooks.stores(database.get(), "acme"), BooksSetup.of("JPY"));
            books.open(ChartArbitraries.small());
            return books;
        });
    }

    private static JournalEntry entry(String id, String debit, String credit, long amount) {
        return JournalEntry.builder()
                .id(id)
                .date(Entries.DAY)
                .debit(debit, Amounts.ofMinor(amount, JPY))
                .credit(credit, Amounts.ofMinor(amount, JPY))
                .build();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void programs_share_gapless_numbers_and_one_chain(Supplier<DataSource> database) throws Exception {
        ImmutableList<Books> programs = programs(database);
        int each = 25;
        atOnce(program -> {
            for (int i = 0; i < each; i++) {
                programs.get(program)
                        .post(entry(program + "-" + i, "1000", "4000", 10), CLERK)
                        .orElseThrow();
            }
            return program;
        });
        BooksStores stores = programs.getFirst().stores();
        ImmutableList<PostedEntry> journal = Journals.of(stores.journal());
        assertThat(journal).hasSize(PROGRAMS * each);
        assertThat(JournalInvariants.all(journal)).isEmpty();
        assertThat(EvidenceInvariants.chainIsSound(stores.journal(), stores.seals()))
                .isEmpty();
        programs.forEach(books ->
                assertThat(books.balance("1000", Entries.DAY)).isEqualTo(Amounts.ofMinor(10L * PROGRAMS * each, JPY)));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_programs_that_post_one_id_or_spend_one_purse_one_wins(Supplier<DataSource> database) throws Exception {
        ImmutableList<Books> programs = programs(database);
        programs.getFirst()
                .open(Account.builder()
                        .id("purse")
                        .name("Purse")
                        .accountClass(AccountClass.ASSET)
                        .limit(BalanceLimit.notBelow("JPY", 0))
                        .build());
        for (int round = 0; round < 5; round++) {
            String key = "round-" + round;
            programs.getFirst()
                    .post(entry(key + "-fill", "purse", "3000", 100), CLERK)
                    .orElseThrow();
            ImmutableList<Outcome<PostedEntry>> same =
                    atOnce(program -> programs.get(program).post(entry(key, "1000", "4000", 1), CLERK));
            assertThat(same.collect(Outcome::orElseThrow).distinct()).hasSize(1);
            ImmutableList<Outcome<PostedEntry>> spent = atOnce(
                    program -> programs.get(program).post(entry(key + "-" + program, "5100", "purse", 100), CLERK));
            assertThat(spent.count(Outcome::isAccepted)).isEqualTo(1);
        }
        assertThat(JournalInvariants.all(Journals.of(programs.getLast().stores().journal())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_position_is_won_by_one_store(Supplier<DataSource> database) throws Exception {
        ImmutableList<BooksStores> programs =
                IntInterval.oneTo(PROGRAMS).collect(i -> JdbcBooks.stores(database.get(), "raced"));
        for (int round = 0; round < 5; round++) {
            long last = programs.getFirst().journal().lastPosition();
            String key = "race-" + round;
            ImmutableList<Boolean> won = atOnce(program -> {
                try {
                    programs.get(program).journal().append(Entries.after(last, key + "-" + program, 3));
                    return true;
                } catch (StaleVersionException e) {
                    return false;
                }
            });
            assertThat(won.count(Boolean::booleanValue)).isEqualTo(1);
            assertThat(programs.getLast().journal().lastPosition()).isEqualTo(last + 3);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_waits_too_long_for_a_tenant_is_told_that_it_is_busy(Supplier<DataSource> database) throws Exception {
        BooksStores patient = JdbcBooks.stores(database.get(), "waiting");
        BooksStores hasty = JdbcBooks.stores(database.get(), "waiting", HostTransaction.none(), new Limits(500, 1));
        patient.unitOfWork().execute(() -> {
            patient.journal().append(Entries.after(0, "first", 1));
            CompletableFuture<Void> second =
                    CompletableFuture.runAsync(() -> hasty.journal().append(Entries.after(0, "second", 1)));
            assertThatThrownBy(() -> second.orTimeout(30, TimeUnit.SECONDS).join())
                    .hasCauseInstanceOf(JdbcException.Busy.class)
                    .hasMessageContaining("try again");
            return patient;
        });
        assertThat(hasty.journal().lastPosition()).isEqualTo(1);
        hasty.journal().append(Entries.after(1, "second", 1));
        assertThat(patient.journal().lastPosition()).isEqualTo(2);
    }
}
