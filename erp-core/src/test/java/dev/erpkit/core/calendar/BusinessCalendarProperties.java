package dev.erpkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(CalendarArbitraries.class)
@Domain(DomainContext.Global.class)
class BusinessCalendarProperties {
    @Property
    void there_and_back_is_the_same_business_day(
            @ForAll BusinessCalendar calendar, @ForAll LocalDate date, @ForAll @IntRange(min = 0, max = 60) int days) {
        LocalDate start = calendar.nextOrSame(date);
        assertThat(calendar.plusBusinessDays(calendar.plusBusinessDays(start, days), -days))
                .isEqualTo(start);
    }

    @Property
    void adding_and_counting_agree(
            @ForAll BusinessCalendar calendar,
            @ForAll LocalDate date,
            @ForAll @IntRange(min = -60, max = 60) int days) {
        LocalDate start = calendar.nextOrSame(date);
        assertThat(calendar.businessDaysBetween(start, calendar.plusBusinessDays(start, days)))
                .isEqualTo(days);
    }

    @Property
    void counts_of_adjoining_ranges_add_up(
            @ForAll BusinessCalendar calendar,
            @ForAll LocalDate start,
            @ForAll @IntRange(min = -90, max = 90) int first,
            @ForAll @IntRange(min = -90, max = 90) int second) {
        LocalDate middle = start.plusDays(first);
        LocalDate end = middle.plusDays(second);
        assertThat(calendar.businessDaysBetween(start, middle) + calendar.businessDaysBetween(middle, end))
                .isEqualTo(calendar.businessDaysBetween(start, end));
    }

    @Property
    void every_rule_but_none_gives_a_business_day_and_leaves_one_alone(
            @ForAll BusinessCalendar calendar, @ForAll LocalDate date, @ForAll BusinessDayRule rule) {
        LocalDate adjusted = rule.adjust(date, calendar);
        assertThat(rule == BusinessDayRule.NONE || calendar.isBusinessDay(adjusted))
                .isTrue();
        if (calendar.isBusinessDay(date) || rule == BusinessDayRule.NONE) {
            assertThat(adjusted).isEqualTo(date);
        } else {
            assertThat(adjusted).isIn(calendar.next(date), calendar.previous(date));
        }
    }

    @Property
    void a_modified_rule_stays_in_the_month_that_has_a_business_day(
            @ForAll BusinessCalendar calendar, @ForAll LocalDate date) {
        YearMonth month = YearMonth.from(date);
        if (calendar.businessDaysBetween(month.atDay(1), month.plusMonths(1).atDay(1)) > 0) {
            assertThat(YearMonth.from(BusinessDayRule.MODIFIED_FOLLOWING.adjust(date, calendar)))
                    .isEqualTo(month);
            assertThat(YearMonth.from(BusinessDayRule.MODIFIED_PRECEDING.adjust(date, calendar)))
                    .isEqualTo(month);
        }
    }
}
