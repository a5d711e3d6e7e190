package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.japan.insurance.CollectedMonths;
import dev.erpkit.hr.japan.insurance.InsuredMonths;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Whatever the practice of an employer: the premium of each month that is due is deducted, and once. */
class CollectedMonthsProperties {
    private static final YearMonth START = YearMonth.of(2025, 11);
    private static final int MONTHS = 10;

    @Property
    void each_premium_that_is_due_is_deducted_once(
            @ForAll boolean paidInNextMonth,
            @ForAll boolean collectedInNextMonth,
            @ForAll @IntRange(max = 60) int joins,
            @ForAll @IntRange(max = 120) int stays) {
        LocalDate joined = START.plusMonths(1).atDay(1).plusDays(joins);
        LocalDate lastDay = joined.plusDays(stays);
        MutableList<YearMonth> deducted = Lists.mutable.empty();
        for (YearMonth worked = YearMonth.from(joined);
                !worked.isAfter(YearMonth.from(lastDay));
                worked = worked.plusMonths(1)) {
            YearMonth paid = worked.plusMonths(paidInNextMonth ? 1 : 0);
            YearMonth premium = paid.minusMonths(collectedInNextMonth ? 1 : 0);
            DateRange period = DateRange.ofClosed(worked.atDay(1), worked.atEndOfMonth());
            deducted.addAllIterable(
                    InsuredMonths.deducted(joined, Optional.of(lastDay), CollectedMonths.of(period, paid, premium)));
        }
        MutableList<YearMonth> due = Lists.mutable.empty();
        for (int month = 0; month < MONTHS; month++) {
            YearMonth at = START.plusMonths(month);
            if (InsuredMonths.due(joined, Optional.of(lastDay), at)) {
                due.add(at);
            }
        }
        assertThat(deducted).isEqualTo(due);
    }
}
