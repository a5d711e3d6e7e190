package dev.erpkit.testkit.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.jspecify.annotations.Nullable;

/** Runs work on several threads at the same moment, with an end to every wait. */
final class AtOnce {
    private static final long PATIENCE_SECONDS = 60;
    private static final long MEETING_MILLIS = 40;

    private AtOnce() {}

    /** How the work of one thread ended: with a value, or with a failure. */
    record Ended<T>(@Nullable T value, @Nullable Throwable failure) {
        boolean failed() {
            return failure != null;
        }

        boolean failedWith(Class<? extends Throwable> type) {
            return type.isInstance(failure);
        }
    }

    /** Runs the work of every thread, released together; gives the ends in the order of the threads. */
    static <T> ImmutableList<Ended<T>> run(int threads, IntFunction<T> work) {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            ImmutableList<CompletableFuture<Ended<T>>> futures = IntInterval.zeroTo(threads - 1)
                    .collect(i -> CompletableFuture.supplyAsync(() -> end(start, () -> work.apply(i)), pool));
            start.countDown();
            return futures.collect(
                    f -> f.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> Ended<T> end(CountDownLatch start, Supplier<T> work) {
        try {
            await(start, PATIENCE_SECONDS * 1000);
            return new Ended<>(work.get(), null);
        } catch (Throwable failure) {
            return new Ended<>(null, failure);
        }
    }

    /**
     * Lets threads meet in the middle of their work where the adapter allows it. An adapter that runs one unit of work
     * after the other never lets them meet, so nobody waits long.
     */
    static void meet(CountDownLatch meeting) {
        meeting.countDown();
        await(meeting, MEETING_MILLIS);
    }

    static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The failures among the ends. */
    static ImmutableList<Throwable> failures(ImmutableList<? extends Ended<?>> ends) {
        return Lists.immutable.fromStream(
                ends.castToList().stream().flatMap(e -> java.util.stream.Stream.ofNullable(e.failure())));
    }
}
