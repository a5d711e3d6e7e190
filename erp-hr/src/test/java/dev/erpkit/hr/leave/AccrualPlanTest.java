package dev.erpkit.hr.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.quantity.Rational;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class AccrualPlanTest {
    private static AccrualPlan whole(long days) {
        return AccrualPlan.monthly(Rational.of(days), Rational.ONE);
    }

    private static String parts(AccrualPlan plan) {
        return plan.parts().makeString(" ");
    }

    @Test
    void each_month_is_rounded_until_the_entitlement_is_used_up() {
        assertThat(parts(whole(22))).isEqualTo("2 2 2 2 2 2 2 2 2 2 2 0");
        assertThat(parts(whole(19))).isEqualTo("2 2 2 2 2 2 2 2 2 1 0 0");
        assertThat(parts(whole(17))).as("the last takes the rest").isEqualTo("1 1 1 1 1 1 1 1 1 1 1 6");
    }

    @Test
    void the_sum_may_be_rounded_instead() {
        AccrualPlan even = new AccrualPlan(
                Rational.of(22), 12, Optional.of(Rational.ONE), AccrualSpread.CUMULATIVE, Optional.empty());
        assertThat(parts(even)).isEqualTo("2 2 2 1 2 2 2 2 2 1 2 2");
        AccrualPlan exact =
                new AccrualPlan(Rational.of(10), 4, Optional.empty(), AccrualSpread.CUMULATIVE, Optional.empty());
        assertThat(parts(exact)).isEqualTo("5/2 5/2 5/2 5/2");
    }

    @Test
    void a_cap_leaves_room_only_up_to_it() {
        AccrualPlan capped = whole(24).withCap(Rational.of(5));
        assertThat(Lists.immutable
                        .of("0", "4", "5", "9")
                        .collect(Rational::parse)
                        .collect(balance -> capped.accrual(1, balance)))
                .isEqualTo(Lists.immutable.of(2L, 1L, 0L, 0L).collect(Rational::of));
    }

    @Test
    void plans_that_cannot_be_do_not_exist() {
        assertThatThrownBy(() -> whole(-1)).hasMessageContaining("leave.accrual");
        assertThatThrownBy(() -> AccrualPlan.monthly(Rational.ONE, Rational.ZERO))
                .hasMessageContaining("leave.accrual");
    }
}
