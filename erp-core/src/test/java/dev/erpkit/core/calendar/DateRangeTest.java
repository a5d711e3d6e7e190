package dev.erpkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {
    private static final DateRange YEAR = DateRange.parse("2026-04-01/2027-04-01");

    @Test
    void the_start_is_in_the_range_and_the_end_is_not() {
        assertThat(YEAR.contains(LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(YEAR.contains(LocalDate.of(2026, 4, 1))).isTrue();
        assertThat(YEAR.contains(LocalDate.of(2027, 3, 31))).isTrue();
        assertThat(YEAR.contains(LocalDate.of(2027, 4, 1))).isFalse();
        assertThat(YEAR.lastDay()).isEqualTo("2027-03-31");
        assertThat(YEAR.days()).isEqualTo(365);
    }

    @Test
    void a_closed_range_includes_its_last_day() {
        assertThat(DateRange.ofClosed(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)))
                .isEqualTo(YEAR);
        assertThat(DateRange.ofDay(LocalDate.of(2026, 4, 1)).days()).isEqualTo(1);
    }

    @Test
    void a_range_without_bounds_contains_every_date() {
        assertThat(DateRange.all().contains(LocalDate.MIN)).isTrue();
        assertThat(DateRange.all().contains(LocalDate.MAX)).isTrue();
        assertThat(DateRange.from(LocalDate.EPOCH).contains(LocalDate.MAX)).isTrue();
        assertThat(DateRange.until(LocalDate.EPOCH).contains(LocalDate.EPOCH)).isFalse();
        assertThat(DateRange.ofClosed(LocalDate.EPOCH, LocalDate.MAX)).isEqualTo(DateRange.from(LocalDate.EPOCH));
        assertThat(DateRange.all().lastDay()).isEqualTo(LocalDate.MAX);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01/2027-04-01, true, true, false",
        "2027-04-01/2028-04-01, false, false, true",
        "2025-04-01/2026-04-01, false, false, true",
        "2027-04-02/2028-04-01, false, false, false",
        "2027-03-31/2027-04-02, true, false, false",
        "2026-05-01/2026-06-01, true, true, false",
        "../.., true, false, false",
        "../2026-04-01, false, false, true"
    })
    void ranges_overlap_enclose_or_abut(DateRange other, boolean overlaps, boolean encloses, boolean abuts) {
        assertThat(YEAR.overlaps(other)).isEqualTo(overlaps);
        assertThat(YEAR.encloses(other)).isEqualTo(encloses);
        assertThat(YEAR.abuts(other)).isEqualTo(abuts);
        assertThat(YEAR.intersection(other).isPresent()).isEqualTo(overlaps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-01/2027-04-01", "../2027-04-01", "2026-04-01/..", "../.."})
    void the_text_reads_back(String text) {
        assertThat(DateRange.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01/2026-04-01, date-range.order",
        "2026-04-02/2026-04-01, date-range.order",
        "2026-04-01, date-range.format",
        "'', date-range.format",
        "2026-04-31/2027-04-01, date-range.format",
        "2026-04-01/2027-04-01/2028-04-01, date-range.format"
    })
    void what_is_no_range_is_refused(String text, String code) {
        assertThatThrownBy(() -> DateRange.parse(text))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../2027-04-01", "2026-04-01/.."})
    void a_range_without_a_bound_has_no_number_of_days(DateRange range) {
        assertThatThrownBy(range::days)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("date-range.unbounded")).isTrue());
    }
}
