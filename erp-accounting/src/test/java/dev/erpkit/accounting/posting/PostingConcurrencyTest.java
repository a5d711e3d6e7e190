package dev.erpkit.accounting.posting;

import static dev.erpkit.accounting.posting.Desk.DAY;
import static dev.erpkit.accounting.posting.Desk.POSTER;
import static dev.erpkit.accounting.posting.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.port.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;

/** What holds when real threads post at once. */
class PostingConcurrencyTest {
    private static final int THREADS = 6;

    private final Desk desk = new Desk();

    private static <T> List<T> atOnce(IntFunction<Callable<T>> work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Callable<T> one = work.apply(i);
                running.add(pool.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> future : running) {
                done.add(future.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    private void soundNumbers() {
        List<PostedEntry> journal = desk.journal();
        for (int i = 0; i < journal.size(); i++) {
            assertThat(journal.get(i).position()).isEqualTo(i + 1);
            assertThat(journal.get(i).number().number()).isEqualTo(i + 1);
            assertThat(i == 0
                            || !journal.get(i)
                                    .recordedAt()
                                    .isBefore(journal.get(i - 1).recordedAt()))
                    .isTrue();
        }
        assertThat(desk.books.ledger().position()).isEqualTo(journal.size());
    }

    @RepeatedTest(10)
    void one_id_from_many_threads_is_posted_once() throws Exception {
        List<Outcome<PostedEntry>> outcomes = atOnce(i -> () -> desk.post(entry("e", "cash", "sales", 1)));

        assertThat(outcomes).allMatch(Outcome::isAccepted);
        assertThat(outcomes)
                .extracting(Outcome::orElseThrow)
                .containsOnly(desk.journal().get(0));
        assertThat(outcomes.stream()
                        .filter(o -> !((Outcome.Accepted<?>) o).replayed())
                        .count())
                .isEqualTo(1);
        assertThat(desk.journal()).hasSize(1);
    }

    @RepeatedTest(10)
    void postings_and_reservations_against_one_limit_never_exceed_it() throws Exception {
        desk.post(entry("in", "bank", "sales", 100)).orElseThrow();

        List<Boolean> accepted = atOnce(i -> () -> {
            boolean any = false;
            for (int n = 0; n < 5; n++) {
                String id = "t" + i + "-" + n;
                any |= i % 2 == 0
                        ? desk.post(entry(id, "cash", "bank", 30)).isAccepted()
                        : desk.books
                                .reservations()
                                .reserve(entry(id, "cash", "bank", 30), Optional.empty(), POSTER)
                                .isAccepted();
            }
            return any;
        });

        int[] held = {0};
        desk.books.stores().reservations().forEachOpen(r -> held[0] += 30);
        assertThat(desk.balance("bank", DAY) - held[0]).isEqualTo(10);
        assertThat(accepted).contains(true);
    }

    @RepeatedTest(10)
    void a_reservation_is_settled_or_released_once() throws Exception {
        desk.post(entry("in", "bank", "sales", 100)).orElseThrow();
        desk.books
                .reservations()
                .reserve(entry("hold", "cash", "bank", 60), Optional.empty(), POSTER)
                .orElseThrow();
        EntryId hold = EntryId.of("hold");

        List<Boolean> accepted = atOnce(i -> () -> i % 2 == 0
                ? desk.books
                        .reservations()
                        .settle(hold, EntryId.of("s" + i), POSTER)
                        .isAccepted()
                : desk.books.reservations().release(hold, POSTER) instanceof Outcome.Accepted<?> released
                        && !released.replayed());

        assertThat(accepted).containsOnlyOnce(true);
        assertThat(desk.balance("bank", DAY)).isIn(40L, 100L);
    }

    @RepeatedTest(10)
    void numbers_have_no_gap_whatever_fails_between() throws Exception {
        atOnce(i -> () -> {
            for (int n = 0; n < 50; n++) {
                String id = "t" + i + "-" + n;
                if (n % 5 == 4) {
                    failAfterPosting(id);
                } else {
                    desk.post(entry(id, n % 7 == 0 ? "nowhere" : "cash", "sales", 1));
                }
            }
            return true;
        });

        assertThat(desk.journal()).isNotEmpty();
        soundNumbers();
    }

    private void failAfterPosting(String id) {
        try {
            desk.books.stores().unitOfWork().execute(() -> {
                desk.post(entry(id, "cash", "sales", 1)).orElseThrow();
                throw new IllegalStateException("host fails");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("host fails");
        }
    }

    @RepeatedTest(10)
    void nothing_is_recorded_under_a_lock_once_the_lock_is() throws Exception {
        List<Long> positions = atOnce(i -> () -> {
            if (i == 0) {
                desk.post(entry("first", "cash", "sales", 1));
                return desk.books
                        .periods()
                        .lock(BookId.MAIN, LockScope.ALL, DAY, POSTER)
                        .orElseThrow()
                        .afterEntry();
            }
            for (int n = 0; n < 50; n++) {
                desk.post(entry("t" + i + "-" + n, "cash", "sales", 1));
            }
            return 0L;
        });

        assertThat(desk.journal()).hasSize(positions.get(0).intValue());
        soundNumbers();
    }

    @RepeatedTest(10)
    void nothing_is_recorded_on_an_account_once_it_is_closed() throws Exception {
        List<Long> positions = atOnce(i -> () -> {
            if (i == 0) {
                return desk.books.stores().unitOfWork().execute(() -> {
                    AccountStore accounts = desk.books.stores().accounts();
                    Stored<Account> cash = accounts.find(AccountId.of("cash")).orElseThrow();
                    accounts.replace(
                            Account.builder().from(cash.value()).postable(false).build(), cash.version());
                    return desk.books.stores().journal().lastPosition();
                });
            }
            for (int n = 0; n < 50; n++) {
                desk.post(entry("t" + i + "-" + n, "cash", "sales", 1));
            }
            return 0L;
        });

        assertThat(desk.journal()).hasSize(positions.get(0).intValue());
    }
}
