package dev.erpkit.accounting.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.FiscalPeriod;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.time.MonthDay;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.junit.jupiter.api.Test;

/** Golden figures of spreads: the year is always whole. */
class BudgetSpreadTest {
    private static final RoundingPolicy WHOLE = RoundingPolicy.parse("half-up:0");

    @Test
    void fifty_in_twelve_parts_is_fifty_where_a_peer_plans_49_92() {
        assertThat(BudgetSpread.equal(5000, 12).toArray())
                .containsExactly(417, 417, 417, 417, 417, 417, 417, 417, 416, 416, 416, 416);
        assertThat(BudgetSpread.equal(-15000, 12).toArray()).containsOnly(-1250);
        assertThat(BudgetSpread.equal(12000000, 12).toArray()).containsOnly(1000000);
    }

    @Test
    void seasons_and_days() {
        assertThat(BudgetSpread.seasonal(
                                10000, Lists.immutable.of(new BigDecimal("0.5"), BigDecimal.ONE, BigDecimal.ZERO))
                        .toArray())
                .containsExactly(3333, 6667, 0);
        assertThat(BudgetSpread.byDays(
                                36500,
                                FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR)
                                        .year(2026)
                                        .periods()
                                        .collect(FiscalPeriod::range))
                        .toArray())
                .containsExactly(3100, 2800, 3100, 3000, 3100, 3000, 3100, 3100, 3000, 3100, 3000, 3100);
    }

    @Test
    void last_year_and_some_percent_more() {
        assertThat(BudgetSpread.copy(LongLists.immutable.of(-10000), new BigDecimal("1.25"), WHOLE)
                        .toArray())
                .containsExactly(-12500);
        assertThat(BudgetSpread.copy(LongLists.immutable.of(333, 333, 334), new BigDecimal("1.05"), WHOLE)
                        .toArray())
                .as("1,050 as a whole, not 350 + 350 + 351")
                .containsExactly(350, 349, 351);
        assertThat(BudgetSpread.copy(LongLists.immutable.of(100, -50, 0), new BigDecimal("1.05"), WHOLE)
                        .toArray())
                .as("figures of both signs: the last that is not zero takes the rest")
                .containsExactly(105, -52, 0);
        assertThat(BudgetSpread.copy(LongLists.immutable.of(0, 0), BigDecimal.TEN, WHOLE)
                        .toArray())
                .containsOnly(0);
    }
}
