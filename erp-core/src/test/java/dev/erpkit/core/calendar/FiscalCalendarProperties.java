package dev.erpkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(CalendarArbitraries.class)
@Domain(DomainContext.Global.class)
class FiscalCalendarProperties {
    @Property
    void a_date_is_in_its_year_and_its_period(@ForAll FiscalCalendar calendar, @ForAll LocalDate date) {
        Assume.that(calendar.range().contains(date));
        FiscalYear year = calendar.yearOf(date);
        assertThat(year.range().contains(date)).isTrue();
        assertThat(year.periods().count(p -> p.range().contains(date))).isEqualTo(1);
        assertThat(calendar.periodOf(date)).isEqualTo(year.periodOf(date));
    }

    @Property
    void years_follow_each_other_without_gap_and_every_day_finds_its_year(@ForAll FiscalCalendar calendar) {
        Set<FiscalYearId> seen = new HashSet<>();
        FiscalYear year = calendar.yearOf(firstTried(calendar));
        for (int i = 0; i < 12; i++) {
            FiscalYear next = calendar.next(year);
            assertThat(year.range().endExclusive()).isEqualTo(next.range().startInclusive());
            assertThat(next.id()).isGreaterThan(year.id());
            assertThat(calendar.previous(next)).isEqualTo(year);
            assertThat(calendar.yearOf(year.range().startInclusive())).isEqualTo(year);
            assertThat(calendar.yearOf(year.range().lastDay())).isEqualTo(year);
            assertThat(calendar.years(year.number()).castToList()).contains(year);
            assertThat(seen.add(year.id())).isTrue();
            year = next;
        }
    }

    @Property
    void periods_cover_the_year_exactly_and_sum_up(@ForAll FiscalCalendar calendar, @ForAll LocalDate date) {
        Assume.that(calendar.range().contains(date));
        FiscalYear year = calendar.yearOf(date);
        assertThat(year.periods().sumOfLong(p -> p.range().days()))
                .isEqualTo(year.range().days());
        FiscalPeriod period = year.periods().getFirst();
        for (int i = 1; i < year.periods().size(); i++) {
            FiscalPeriod next = calendar.next(period);
            assertThat(next).isEqualTo(year.periods().get(i));
            assertThat(calendar.previous(next)).isEqualTo(period);
            assertThat(period.range().abuts(next.range())).isTrue();
            period = next;
        }
        assertThat(calendar.next(period))
                .isEqualTo(calendar.next(year).periods().getFirst());
    }

    @Property
    void the_years_of_a_number_are_those_that_the_dates_find(@ForAll FiscalCalendar calendar, @ForAll LocalDate date) {
        Assume.that(calendar.range().contains(date));
        FiscalYear year = calendar.yearOf(date);
        assertThat(calendar.years(year.number()).get(year.id().sequence() - 1)).isEqualTo(year);
        assertThat(calendar.year(year.number()).id().sequence()).isEqualTo(1);
    }

    @Property
    void a_regular_year_has_twelve_months_or_52_or_53_weeks(@ForAll FiscalScheme scheme, @ForAll LocalDate date) {
        int key = scheme.keyOf(date);
        DateRange year = DateRange.of(scheme.startOf(key), scheme.startOf(key + 1));
        assertThat(year.contains(date)).isTrue();
        assertThat(scheme.isYearStart(date)).isEqualTo(date.equals(year.startInclusive()));
        if (scheme instanceof WeeklyScheme weekly) {
            assertThat(year.days()).isIn(52L * 7, 53L * 7);
            assertThat(year.lastDay().getDayOfWeek()).isEqualTo(weekly.anchor().day());
        } else {
            assertThat(year.days()).isBetween(364L, 367L);
            assertThat(scheme.periodStarts(key).size()).isEqualTo(12);
        }
    }

    @Property
    void the_number_of_a_year_leads_back_to_it(
            @ForAll FiscalScheme scheme, @ForAll YearNaming naming, @ForAll LocalDate d) {
        int key = scheme.keyOf(d);
        assertThat(scheme.keyOfNumber(scheme.numberOf(key, naming), naming)).isEqualTo(key);
    }

    private static LocalDate firstTried(FiscalCalendar calendar) {
        LocalDate start = calendar.range().startInclusive();
        return start.getYear() < 1900 ? LocalDate.of(2008, 1, 1) : start;
    }
}
