package dev.erpkit.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.port.SeriesId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invariant 13: exactly 1..n in the order of the commits, under any interleaving with failures. */
class MemoryNumberSeriesTest {
    private static final SeriesId SALES = new SeriesId("sales", 2024);

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryNumberSeries numbers = new MemoryNumberSeries(unitOfWork);

    @Test
    void a_series_begins_with_1_and_knows_its_last() {
        assertThat(numbers.last(SALES)).isZero();
        assertThat(draw()).isEqualTo(1);
        assertThat(draw()).isEqualTo(2);
        assertThat(numbers.last(SALES)).isEqualTo(2);
    }

    @Test
    void every_series_counts_for_itself() {
        draw();

        assertThat(unitOfWork.<Long>execute(() -> numbers.next(new SeriesId("sales", 2025))))
                .isEqualTo(1);
        assertThat(unitOfWork.<Long>execute(() -> numbers.next(new SeriesId("cash", 2024))))
                .isEqualTo(1);
    }

    @Test
    void a_number_drawn_in_work_that_fails_is_given_to_the_next() {
        draw();
        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    numbers.next(SALES);
                    numbers.next(SALES);
                    throw new IllegalStateException("x");
                }))
                .hasMessage("x");

        assertThat(draw()).isEqualTo(2);
    }

    @Test
    void outside_a_unit_of_work_no_number_is_drawn() {
        assertThatIllegalStateException().isThrownBy(() -> numbers.next(SALES)).withMessageContaining("sales/2024");
        assertThat(numbers.last(SALES)).isZero();
    }

    @Test
    @Timeout(60)
    void numbers_have_no_gap_under_threads_and_failures() throws InterruptedException, ExecutionException {
        List<Long> inOrderOfCommits = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                running.add(threads.submit(drawAndFailEveryThird(inOrderOfCommits)));
            }
            int committed = 0;
            for (Future<Integer> future : running) {
                committed += future.get();
            }

            assertThat(committed).isEqualTo(4 * 200);
            assertThat(inOrderOfCommits)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, committed).boxed().toList());
            assertThat(numbers.last(SALES)).isEqualTo(committed);
        } finally {
            threads.shutdownNow();
        }
    }

    /** 300 units of work, 200 of which commit. */
    private Callable<Integer> drawAndFailEveryThird(List<Long> inOrderOfCommits) {
        return () -> {
            int committed = 0;
            for (int i = 0; i < 300; i++) {
                boolean fails = i % 3 == 0;
                try {
                    unitOfWork.execute(() -> {
                        long number = numbers.next(SALES);
                        if (fails) {
                            throw new IllegalStateException("crash");
                        }
                        return inOrderOfCommits.add(number);
                    });
                    committed++;
                } catch (IllegalStateException expected) {
                    assertThat(expected).hasMessage("crash");
                }
            }
            return committed;
        };
    }

    private long draw() {
        return unitOfWork.execute(() -> numbers.next(SALES));
    }
}
