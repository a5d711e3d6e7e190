package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.SeriesId;
import java.util.concurrent.CountDownLatch;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/**
 * What every {@code UnitOfWork} must do. It is observed through the number series of the same harness, so an adapter shows
 * that its ports join the same transaction.
 */
public abstract class UnitOfWorkContract extends PortContract<CoreHarness> {
    private static final int ROUNDS = 5;

    /** For adapters. */
    protected UnitOfWorkContract() {}

    private static SeriesId series() {
        return new SeriesId(Fresh.key("uow"), 2026);
    }

    private long last(SeriesId series) {
        return harness().numberSeries().last(series);
    }

    @Test
    void uow_1_1_the_result_of_the_work_is_given_back() {
        assertThat(inUnitOfWork(() -> "result")).isEqualTo("result");
    }

    @Test
    void uow_1_2_a_throwable_is_rethrown_unchanged() {
        IllegalArgumentException mine = new IllegalArgumentException("mine");
        assertThatThrownBy(() -> inUnitOfWork((Runnable) () -> {
                    throw mine;
                }))
                .isSameAs(mine);
        AssertionError error = new AssertionError("an error, not an exception");
        assertThatThrownBy(() -> inUnitOfWork((Runnable) () -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void uow_1_3_it_is_active_inside_and_only_on_its_own_thread() {
        assertThat(harness().unitOfWork().active()).isFalse();
        boolean elsewhere = inUnitOfWork(() -> {
            assertThat(harness().unitOfWork().active()).isTrue();
            return AtOnce.run(1, i -> harness().unitOfWork().active())
                    .getFirst()
                    .value();
        });
        assertThat(elsewhere).isFalse();
        assertThat(harness().unitOfWork().active()).isFalse();
    }

    @Test
    void uow_1_4_it_is_not_active_after_a_failure() {
        rolledBack(() -> assertThat(harness().unitOfWork().active()).isTrue());
        assertThat(harness().unitOfWork().active()).isFalse();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void uow_2_1_a_failure_leaves_nothing() {
        SeriesId a = series();
        SeriesId b = series();
        rolledBack(() -> {
            harness().numberSeries().next(a);
            harness().numberSeries().next(b);
        });
        assertThat(last(a)).isZero();
        assertThat(last(b)).isZero();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void uow_2_2_an_inner_unit_of_work_joins_the_outer_one() {
        SeriesId a = series();
        rolledBack(() -> {
            inUnitOfWork(() -> harness().numberSeries().next(a));
            assertThat(last(a)).isEqualTo(1);
        });
        assertThat(last(a)).isZero();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void uow_2_3_an_error_rolls_back_as_an_exception_does() {
        SeriesId a = series();
        assertThatThrownBy(() -> inUnitOfWork((Runnable) () -> {
                    harness().numberSeries().next(a);
                    throw new AssertionError("an error, not an exception");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(last(a)).isZero();
    }

    @Test
    void uow_2_4_work_goes_on_after_a_failure() {
        SeriesId a = series();
        rolledBack(() -> harness().numberSeries().next(a));
        inUnitOfWork(() -> harness().numberSeries().next(a));
        assertThat(last(a)).isPositive();
    }

    @Test
    @Requires({Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS})
    void uow_3_1_what_is_not_committed_is_seen_by_nobody_else() {
        SeriesId a = series();
        CountDownLatch written = new CountDownLatch(1);
        ImmutableList<AtOnce.Ended<Long>> ends = AtOnce.run(2, thread -> {
            if (thread == 0) {
                rolledBack(() -> {
                    harness().numberSeries().next(a);
                    AtOnce.meet(written);
                    AtOnce.await(new CountDownLatch(1), 40);
                });
                return 0L;
            }
            AtOnce.await(written, 1000);
            return last(a);
        });
        assertThat(AtOnce.failures(ends)).isEmpty();
        assertThat(ends.get(1).value()).isZero();
    }

    @Test
    @Requires({Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS})
    void uow_3_2_what_a_decision_has_read_still_holds_when_it_commits() {
        for (int round = 0; round < ROUNDS; round++) {
            SeriesId[] both = {series(), series()};
            CountDownLatch meeting = new CountDownLatch(2);
            ImmutableList<AtOnce.Ended<Boolean>> ends =
                    AtOnce.run(2, thread -> inUnitOfWork(() -> drawIfNobodyDid(both, thread, meeting)));
            assertThat(AtOnce.failures(ends)).isEmpty();
            assertThat(last(both[0]) + last(both[1]))
                    .as("each thread draws only when neither series has begun")
                    .isEqualTo(1);
        }
    }

    private boolean drawIfNobodyDid(SeriesId[] both, int mine, CountDownLatch meeting) {
        NumberSeries numbers = harness().numberSeries();
        boolean free = numbers.last(both[0]) == 0 && numbers.last(both[1]) == 0;
        AtOnce.meet(meeting);
        if (free) {
            numbers.next(both[mine]);
        }
        return free;
    }
}
