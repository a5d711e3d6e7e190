package dev.erpkit.accounting.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Two receipts on one invoice at once, and one payment cleared and failed at once. */
@Timeout(60)
class PaymentRaceTest {
    private static final int THREADS = 4;

    private final PaymentBooks books = new PaymentBooks();

    private static <T> MutableList<T> together(IntFunction<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            MutableList<Future<T>> futures = Lists.mutable.empty();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.apply(number);
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

    @RepeatedTest(5)
    void of_receipts_for_one_invoice_one_settles_it_and_the_others_become_advances() throws Exception {
        ItemId invoice = books.invoice("I", "100");
        MutableList<Outcome<PaymentHistory>> ends =
                together(i -> books.receive("R" + i, "100", Allocation.to(invoice), PaymentBooks.standard()));
        assertThat(ends).allMatch(Outcome::isAccepted);
        assertThat(books.openMinor(invoice)).isZero();
        MutableList<Long> left = Lists.mutable.empty();
        for (int i = 0; i < THREADS; i++) {
            left.add(books.left("R" + i));
        }
        assertThat(left.sortThis()).containsExactly(0L, 10000L, 10000L, 10000L);
        assertThat(books.balance("receivable")).isEqualTo(-30000);
    }

    @RepeatedTest(5)
    void under_a_policy_that_refuses_too_much_one_settles_it_and_the_others_are_refused() throws Exception {
        ItemId invoice = books.invoice("I", "100");
        PaymentPolicy.Builder refusing = PaymentBooks.policy();
        refusing.overpayment(OverpaymentPolicy.REFUSE);
        MutableList<Outcome<PaymentHistory>> ends =
                together(i -> books.receive("R" + i, "100", Allocation.to(invoice), refusing.build()));
        assertThat(ends.collect(PaymentBooks::code).sortThis())
                .containsExactly("accepted", "payment.overpaid", "payment.overpaid", "payment.overpaid");
        assertThat(books.openMinor(invoice)).isZero();
        assertThat(books.balance("receivable")).isZero();
    }

    @RepeatedTest(5)
    void one_payment_is_cleared_once() throws Exception {
        books.receive("R", "100", Allocation.onAccount(), PaymentBooks.standard())
                .orElseThrow();
        MutableList<Outcome<PaymentHistory>> ends = together(i -> books.payments.clear(
                IdempotencyKey.of("k" + i),
                PaymentId.of("R"),
                Clearing.of(PaymentBooks.DAY, PaymentBooks.eur("100")),
                PaymentBooks.standard(),
                PaymentBooks.CLERK));
        assertThat(ends.count(Outcome::isAccepted)).isEqualTo(1);
        assertThat(books.balance("bank")).isEqualTo(10000);
    }
}
