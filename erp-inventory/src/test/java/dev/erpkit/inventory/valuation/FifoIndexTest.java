package dev.erpkit.inventory.valuation;

import static dev.erpkit.inventory.valuation.Histories.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FifoIndexTest {
    private final FifoIndex index = new FifoIndex();

    @Test
    void issues_of_thirds_sum_to_the_whole() {
        index.receipt(1, day(1), 3, 100_00);
        index.issue(2, day(2), 1);
        index.issue(3, day(3), 1);
        index.issue(4, day(4), 1);
        assertThat(index.cost(2)).contains(33_33L);
        assertThat(index.cost(3)).contains(33_34L);
        assertThat(index.cost(4)).contains(33_33L);
        assertThat(index.value(day(3))).isEqualTo(33_33);
        assertThat(index.value(day(4))).isZero();
        assertThat(index.costOfGoods(day(2), day(4))).isEqualTo(66_67);
    }

    @Test
    void what_is_recorded_late_restates_what_follows() {
        index.receipt(1, day(1), 10, 10);
        index.receipt(2, day(5), 10, 30);
        index.issue(3, day(6), 15);
        assertThat(index.cost(3)).contains(25L);
        index.receipt(4, day(3), 10, 20);
        assertThat(index.cost(3)).contains(20L);
        index.correctReceipt(1, 0, 0);
        assertThat(index.cost(3)).contains(35L);
        index.correctIssue(3, 5);
        assertThat(index.cost(3)).contains(10L);
        assertThat(index.quantity(day(6))).isEqualTo(15);
        assertThat(index.value(day(6))).isEqualTo(40);
    }

    @Test
    void goods_that_have_not_come_have_no_cost_yet() {
        index.issue(1, day(1), 2);
        index.receipt(2, day(2), 1, 7);
        assertThat(index.cost(1)).isEmpty();
        assertThat(index.quantity(day(2))).isEqualTo(-1);
        assertThat(index.value(day(2))).isZero();
        index.receipt(3, day(3), 1, 8);
        assertThat(index.cost(1)).contains(15L);
        assertThat(index.cost(2)).isEmpty();
        assertThatThrownBy(() -> index.correctReceipt(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Many entries in a scrambled order: the tree keeps the order, and sums of products beyond a long are exact. */
    @Test
    void the_tree_keeps_order_and_exactness() {
        int many = 2_000;
        for (int i = 0; i < many; i++) {
            long number = i * 1_009L % many + 1;
            index.receipt(number, day(1).plusMinutes(number), number, 3 * number);
        }
        index.issue(5_000, day(20), 1_000L * 1_001 / 2);
        assertThat(index.cost(5_000)).contains(3 * 1_000L * 1_001 / 2);
        FifoIndex big = new FifoIndex();
        big.receipt(1, day(1), 3_000_000_000L, 6_000_000_000_000_000_000L);
        big.issue(2, day(2), 1_000_000_000L);
        assertThat(big.cost(2)).contains(2_000_000_000_000_000_000L);
    }

    /** What does not fit is refused and leaves all as it was. */
    @Test
    void sums_beyond_a_long_change_nothing() {
        index.receipt(1, day(1), Long.MAX_VALUE - 5, Long.MAX_VALUE - 5);
        index.issue(2, day(2), 10);
        assertThatThrownBy(() -> index.receipt(3, day(1), 6, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> index.receipt(3, day(1), 1, 6)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> index.correctIssue(2, -Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        index.receipt(3, day(1), 5, 5);
        assertThatThrownBy(() -> index.correctReceipt(3, 6, 5)).isInstanceOf(ArithmeticException.class);
        assertThat(index.cost(2)).contains(10L);
        assertThat(index.quantity(day(2))).isEqualTo(Long.MAX_VALUE - 10);
        assertThat(index.value(day(2))).isEqualTo(Long.MAX_VALUE - 10);
        assertThat(index.value(day(1))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_number_is_recorded_once_and_of_something() {
        index.receipt(1, day(1), 1, 1);
        assertThatThrownBy(() -> index.issue(1, day(1), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.receipt(1, day(1), 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.receipt(2, day(1), 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.issue(2, day(1), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(index.quantity(day(1))).isEqualTo(1);
    }

    /** The same goods in a unit a billion times finer cost the same, though products outgrow a long. */
    @Test
    void a_finer_unit_changes_no_figure() {
        FifoIndex fine = new FifoIndex();
        long scale = 1_000_000_000L;
        for (int i = 0; i < 300; i++) {
            long number = i * 101L % 300 + 1;
            long quantity = 1 + number * 7 % 13;
            if (number % 2 == 1) {
                index.receipt(number, day(1).plusHours(number), quantity + 7, 977 * number);
                fine.receipt(number, day(1).plusHours(number), (quantity + 7) * scale, 977 * number);
            } else {
                index.issue(number, day(1).plusHours(number), quantity);
                fine.issue(number, day(1).plusHours(number), quantity * scale);
            }
        }
        for (int number = 1; number <= 300; number++) {
            assertThat(fine.cost(number)).isEqualTo(index.cost(number));
            assertThat(fine.value(day(1).plusHours(number))).isEqualTo(index.value(day(1).plusHours(number)));
            assertThat(fine.costOfGoods(day(1), day(1).plusHours(number)))
                    .isEqualTo(index.costOfGoods(day(1), day(1).plusHours(number)));
        }
    }
}
