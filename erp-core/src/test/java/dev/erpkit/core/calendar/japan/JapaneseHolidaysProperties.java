package dev.erpkit.core.calendar.japan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.japan.JapaneseHoliday.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What article 3 says of every year, the years without a published calendar included. */
class JapaneseHolidaysProperties {
    private static final JapaneseHolidays LAW = JapaneseHolidays.law();

    @Property
    void a_national_holiday_on_a_sunday_has_a_substitute_on_the_next_day_that_is_not_national(
            @ForAll @IntRange(min = 2007, max = 2099) int year) {
        LAW.year(year)
                .select(h -> h.kind() == Kind.NATIONAL && h.date().getDayOfWeek() == DayOfWeek.SUNDAY)
                .forEach(holiday -> {
                    LocalDate day = holiday.date().plusDays(1);
                    while (kind(day) == Kind.NATIONAL) {
                        day = day.plusDays(1);
                    }
                    assertThat(kind(day)).isEqualTo(Kind.SUBSTITUTE);
                });
    }

    @Property
    void there_are_as_many_substitutes_as_national_holidays_on_sundays(
            @ForAll @IntRange(min = 1974, max = 2099) int year) {
        int sundays =
                LAW.year(year).count(h -> h.kind() == Kind.NATIONAL && h.date().getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(LAW.year(year).count(h -> h.kind() == Kind.SUBSTITUTE)).isEqualTo(sundays);
    }

    @Property
    void a_day_between_two_national_holidays_is_a_holiday(@ForAll @IntRange(min = 2007, max = 2099) int year) {
        LAW.year(year).select(h -> h.kind() == Kind.NATIONAL).forEach(h -> {
            if (kind(h.date().plusDays(2)) == Kind.NATIONAL) {
                assertThat(LAW.isHoliday(h.date().plusDays(1))).isTrue();
            }
        });
        assertThat(LAW.year(year).select(h -> h.kind() == Kind.CITIZENS))
                .allSatisfy(h -> assertThat(kind(h.date().minusDays(1)))
                        .isEqualTo(kind(h.date().plusDays(1)))
                        .isEqualTo(Kind.NATIONAL));
    }

    @Property
    void the_list_of_a_year_agrees_with_the_single_days(@ForAll @IntRange(min = 1970, max = 2099) int year) {
        int days = 0;
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            days += LAW.isHoliday(day) ? 1 : 0;
        }
        assertThat(LAW.year(year).size()).isEqualTo(days).isBetween(12, 25);
        assertThat(LAW.year(year).collect(JapaneseHoliday::date).castToList()).isSorted();
    }

    private static Kind kind(LocalDate date) {
        return LAW.find(date).map(JapaneseHoliday::kind).orElse(null);
    }
}
