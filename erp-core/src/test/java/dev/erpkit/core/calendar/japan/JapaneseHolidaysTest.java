package dev.erpkit.core.calendar.japan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.calendar.japan.JapaneseHoliday.Kind;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseHolidaysTest {
    private static final JapaneseHolidays LAW = JapaneseHolidays.law();

    @ParameterizedTest
    @CsvSource({
        "1999-01-15, NATIONAL, Coming of Age Day",
        "1973-04-30, SUBSTITUTE, Substitute for Emperor's Birthday",
        "1988-05-04, CITIZENS, Citizens' Holiday",
        "2019-04-30, CITIZENS, Citizens' Holiday",
        "1989-02-24, IMPERIAL, Funeral of Emperor Showa",
        "2019-05-01, NATIONAL, Accession of the Emperor"
    })
    void a_holiday_tells_its_kind_and_english_name(LocalDate date, Kind kind, String englishName) {
        assertThat(LAW.find(date)).hasValueSatisfying(holiday -> {
            assertThat(holiday.kind()).isEqualTo(kind);
            assertThat(holiday.englishName()).isEqualTo(englishName);
        });
    }

    /** 11 February 1973 was a Sunday, before the rule of 12 April 1973. */
    @Test
    void there_is_no_substitute_before_the_law_knew_one() {
        assertThat(LAW.isHoliday(LocalDate.of(1973, 2, 12))).isFalse();
    }

    /** 4 May 1985 stood between two holidays, before the rule of 27 December 1985; 4 May 1986 was a Sunday. */
    @Test
    void there_is_no_citizens_holiday_before_the_law_knew_one_nor_on_a_sunday() {
        assertThat(LAW.isHoliday(LocalDate.of(1985, 5, 4))).isFalse();
        assertThat(LAW.isHoliday(LocalDate.of(1986, 5, 4))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31", "2100-01-01"})
    void a_date_outside_the_years_known_is_refused_rather_than_no_holiday(LocalDate date) {
        assertThatThrownBy(() -> LAW.isHoliday(date))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("japanese-holidays.range")).isTrue());
    }

    @Test
    void the_first_and_the_last_year_known_are_whole() {
        assertThat(LAW.name(LocalDate.of(1970, 1, 1))).contains("元日");
        assertThat(LAW.name(LocalDate.of(2099, 11, 23))).contains("勤労感謝の日");
        assertThat(LAW.name(LocalDate.of(2099, 12, 31))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-28, false, false",
        "2025-12-29, false, true",
        "2025-12-30, false, true",
        "2025-12-31, true, true",
        "2026-01-01, true, true",
        "2026-01-03, true, true",
        "2026-01-04, false, false",
        "2026-02-11, true, true"
    })
    void banks_and_public_offices_close_at_the_turn_of_the_year(LocalDate date, boolean banks, boolean offices) {
        assertThat(JapaneseHolidays.banks().isHoliday(date)).isEqualTo(banks);
        assertThat(JapaneseHolidays.publicOffices().isHoliday(date)).isEqualTo(offices);
    }

    @Test
    void a_public_holiday_keeps_its_name_in_the_calendar_of_banks() {
        assertThat(JapaneseHolidays.banks().name(LocalDate.of(2026, 1, 1))).contains("元日");
        assertThat(JapaneseHolidays.banks().name(LocalDate.of(2026, 1, 2))).contains("銀行休業日");
    }

    /** Golden week 2026: 3 May is a Sunday, its substitute is Wednesday 6 May. */
    @Test
    void business_days_step_over_golden_week() {
        BusinessCalendar calendar = BusinessCalendar.of(LAW);
        assertThat(calendar.next(LocalDate.of(2026, 5, 1))).isEqualTo("2026-05-07");
        assertThat(calendar.previous(LocalDate.of(2026, 5, 7))).isEqualTo("2026-05-01");
    }

    @Test
    void a_host_corrects_a_forecast() {
        HolidayCalendar corrected = LAW.without(LocalDate.of(2050, 9, 23)).with(LocalDate.of(2050, 9, 22), "秋分の日");
        assertThat(corrected.isHoliday(LocalDate.of(2050, 9, 23))).isFalse();
        assertThat(corrected.name(LocalDate.of(2050, 9, 22))).contains("秋分の日");
        assertThat(corrected.name(LocalDate.of(2050, 11, 3))).contains("文化の日");
    }
}
