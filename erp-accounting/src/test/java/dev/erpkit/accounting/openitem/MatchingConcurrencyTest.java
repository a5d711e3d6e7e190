package dev.erpkit.accounting.openitem;

import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MatchingConcurrencyTest {
    private static final int THREADS = 8;

    private final ItemBooks books = new ItemBooks(EUR);

    /** Runs the work at the same moment in several threads and gives their results in the order of their numbers. */
    private static <T> MutableList<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            MutableList<Future<T>> futures = Lists.mutable.empty();
            for (Callable<T> one : work) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            MutableList<T> results = Lists.mutable.empty();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertBond() {
        MutableList<ItemHistory> all = Lists.mutable.empty();
        books.log.forEach(OpenItemQuery.all(), all::add);
        assertThat(all.sumOfLong(h -> h.residual().baseMinor()))
                .isEqualTo(books.base("receivable", LocalDate.MAX, Long.MAX_VALUE, false));
        assertThat(all.sumOfLong(h -> h.residual().amountMinor()))
                .isEqualTo(books.amount("receivable", USD, LocalDate.MAX, Long.MAX_VALUE));
        assertThat(all)
                .allSatisfy(h -> assertThat(h.residual().amountMinor()
                                * Long.signum(h.item().amountMinor()))
                        .isBetween(0L, Math.abs(h.item().amountMinor())));
    }

    @RepeatedTest(20)
    void one_item_is_consumed_once_by_matches_at_the_same_moment() throws Exception {
        ItemId invoice = books.item("invoice", DAY, USD, 100, 90);
        MutableList<Callable<Outcome<Match>>> work = Lists.mutable.empty();
        for (int i = 0; i < THREADS; i++) {
            ItemId payment = books.item("payment-" + i, DAY, USD, -100, -80);
            String id = "m" + i;
            work.add(() -> books.match(id, DAY, invoice, payment));
        }

        MutableList<Outcome<Match>> outcomes = together(work);

        assertThat(outcomes.count(Outcome::isAccepted)).isEqualTo(1);
        assertThat(outcomes.reject(Outcome::isAccepted)
                        .collect(o -> o.refusal().map(Refusal::code).orElseThrow()))
                .containsOnly(MatchRefusals.CLOSED);
        assertThat(books.open(invoice)).isEqualTo(Residual.NONE);
        assertBond();
    }

    @RepeatedTest(20)
    void the_same_match_sent_many_times_takes_effect_once() throws Exception {
        ItemId invoice = books.item("invoice", DAY, USD, 100, 90);
        ItemId payment = books.item("payment", DAY, USD, -40, -30);
        MutableList<Callable<Outcome<Match>>> work = Lists.mutable.empty();
        for (int i = 0; i < THREADS; i++) {
            work.add(() -> books.match("m", DAY, invoice, payment));
        }

        MutableList<Outcome<Match>> outcomes = together(work);

        assertThat(outcomes.collect(Outcome::orElseThrow).distinct()).hasSize(1);
        assertThat(books.log.lastSequence()).isEqualTo(1);
        assertThat(books.open(invoice).amountMinor()).isEqualTo(60);
        assertBond();
    }

    @RepeatedTest(20)
    void matching_while_un_matching_never_consumes_what_is_not_open() throws Exception {
        ItemId invoice = books.item("invoice", DAY, USD, 100, 90);
        books.match("first", DAY, invoice, books.item("payment", DAY, USD, -100, -80))
                .orElseThrow();
        ItemId other = books.item("other", DAY, USD, -100, -70);
        MutableList<Callable<Outcome<Match>>> work = Lists.mutable.empty();
        for (int i = 0; i < THREADS / 2; i++) {
            MatchId undo = MatchId.of("undo-" + i);
            String match = "match-" + i;
            work.add(() -> books.matching.undo(undo, MatchId.of("first"), DAY, CLERK));
            work.add(() -> books.match(match, DAY, invoice, other));
        }

        MutableList<Outcome<Match>> outcomes = together(work);

        assertThat(outcomes.count(
                        o -> o.isAccepted() && o.orElseThrow().undoes().isPresent()))
                .isEqualTo(1);
        assertThat(outcomes.count(
                        o -> o.isAccepted() && o.orElseThrow().undoes().isEmpty()))
                .isLessThanOrEqualTo(1);
        assertBond();
    }

    @RepeatedTest(10)
    void posting_and_matching_together_keep_items_and_journal_in_step() throws Exception {
        MutableList<Callable<Integer>> work = Lists.mutable.empty();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            work.add(() -> {
                for (int i = 0; i < 10; i++) {
                    String name = thread + "-" + i;
                    ItemId invoice = books.item("invoice-" + name, DAY, USD, 100 + i, 90 + thread);
                    ItemId payment = books.item("payment-" + name, DAY, USD, -50 - thread, -40);
                    books.match("m-" + name, DAY, invoice, payment).orElseThrow();
                }
                return thread;
            });
        }
        together(work);
        assertThat(books.log.lastSequence()).isEqualTo(10L * THREADS);
        assertBond();
    }
}
