package dev.erpkit.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.event.ErpEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MemoryUnitOfWorkTest {
    private record Told(String subject) implements ErpEvent {
        @Override
        public String type() {
            return "test.told";
        }

        @Override
        public Instant recordedAt() {
            return Instant.EPOCH;
        }
    }

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final List<String> store = new ArrayList<>();

    @Test
    void committed_writes_stay() {
        assertThat(unitOfWork.<Integer>execute(() -> {
                    write("a");
                    write("b");
                    return 42;
                }))
                .isEqualTo(42);

        assertThat(store).containsExactly("a", "b");
    }

    @Test
    void any_throwable_undoes_all_writes_and_is_rethrown_unchanged() {
        write("before");
        for (Throwable failure : new Throwable[] {new IllegalStateException("x"), new StackOverflowError("y")}) {
            assertThatThrownBy(() -> unitOfWork.execute(() -> {
                        write("a");
                        write("b");
                        return MemoryUnitOfWorkTest.<String, RuntimeException>sneak(failure);
                    }))
                    .isSameAs(failure);
            assertThat(store).containsExactly("before");
            assertThat(unitOfWork.active()).isFalse();
        }
    }

    @Test
    void writes_are_undone_newest_first() {
        List<String> undone = new ArrayList<>();

        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    unitOfWork.write(() -> {}, () -> undone.add("first"));
                    unitOfWork.write(() -> {}, () -> undone.add("second"));
                    throw new IllegalStateException("x");
                }))
                .hasMessage("x");

        assertThat(undone).containsExactly("second", "first");
    }

    @Test
    void nested_work_joins_and_falls_with_the_outer() {
        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    write("outer");
                    unitOfWork.execute(() -> {
                        write("inner");
                        return "done";
                    });
                    throw new IllegalStateException("x");
                }))
                .hasMessage("x");

        assertThat(store).isEmpty();
    }

    @Test
    void nested_work_that_fails_takes_the_outer_with_it() {
        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    write("outer");
                    return unitOfWork.execute(() -> {
                        write("inner");
                        throw new IllegalStateException("x");
                    });
                }))
                .hasMessage("x");

        assertThat(store).isEmpty();
    }

    @Test
    void nested_work_whose_failure_is_caught_undoes_its_own_writes_only() {
        unitOfWork.execute(() -> {
            write("outer");
            try {
                unitOfWork.execute(() -> {
                    write("inner");
                    throw new IllegalStateException("x");
                });
            } catch (IllegalStateException expected) {
                write("instead");
            }
            return "done";
        });

        assertThat(store).containsExactly("outer", "instead");
    }

    @Test
    void a_write_of_its_own_is_committed_for_good() {
        write("alone");

        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    throw new IllegalStateException("x");
                }))
                .hasMessage("x");

        assertThat(store).containsExactly("alone");
    }

    @Test
    void work_is_active_inside_only() {
        assertThat(unitOfWork.active()).isFalse();
        assertThat(unitOfWork.<Boolean>execute(unitOfWork::active)).isTrue();
        assertThat(unitOfWork.read(unitOfWork::active)).isFalse();
    }

    @Test
    @Timeout(20)
    void a_reader_never_sees_half_done_work() throws InterruptedException {
        CountDownLatch half = new CountDownLatch(1);
        AtomicReference<List<String>> seen = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            awaitQuietly(half);
            seen.set(unitOfWork.read(() -> List.copyOf(store)));
        });
        reader.start();

        unitOfWork.execute(() -> {
            write("a");
            half.countDown();
            awaitBlocked(reader);
            write("b");
            return "done";
        });
        reader.join();

        assertThat(seen.get()).containsExactly("a", "b");
    }

    @Test
    void events_are_told_if_and_only_if_the_work_commits() {
        MemoryOutbox outbox = new MemoryOutbox(unitOfWork);
        unitOfWork.execute(() -> {
            outbox.add(new Told("1"));
            outbox.add(new Told("2"));
            return "done";
        });

        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    outbox.add(new Told("3"));
                    throw new IllegalStateException("x");
                }))
                .hasMessage("x");

        assertThat(outbox.events().collect(ErpEvent::subject)).containsExactly("1", "2");
    }

    private void write(String value) {
        unitOfWork.write(() -> store.add(value), () -> store.remove(store.size() - 1));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the other thread waits for the lock, so that the test does not pass by luck. */
    private static void awaitBlocked(Thread other) {
        while (other.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @SuppressWarnings("unchecked")
    private static <R, T extends Throwable> R sneak(Throwable failure) throws T {
        throw (T) failure;
    }
}
