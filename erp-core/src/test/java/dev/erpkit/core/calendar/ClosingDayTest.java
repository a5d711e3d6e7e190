package dev.erpkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClosingDayTest {
    @Test
    void periods_follow_each_other_without_a_gap() {
        for (int day : new int[] {1, 15, 20, 28, 29, 30, 31}) {
            ClosingDay closing = new ClosingDay(day);
            DateRange before = closing.period(LocalDate.of(2023, 12, 1));
            for (LocalDate at = before.endExclusive(); at.getYear() < 2025; at = at.plusDays(1)) {
                DateRange period = closing.period(at);
                assertThat(period.contains(at)).isTrue();
                assertThat(period.lastDay()).isEqualTo(closing.closing(at));
                assertThat(period.equals(before) || before.endExclusive().equals(period.startInclusive()))
                        .as("%s after %s", period, before)
                        .isTrue();
                before = period;
            }
        }
    }

    @Test
    void a_shorter_month_closes_on_its_last_day() {
        assertThat(ClosingDay.END_OF_MONTH.closing(LocalDate.of(2024, 2, 1))).isEqualTo("2024-02-29");
        assertThat(new ClosingDay(30).closing(LocalDate.of(2023, 2, 28))).isEqualTo("2023-02-28");
        assertThat(new ClosingDay(20).closing(LocalDate.of(2026, 12, 21))).isEqualTo("2027-01-20");
    }

    @Test
    void what_is_closed_is_collected_later() {
        ClosingDay closing = new ClosingDay(20);
        assertThat(closing.collection(LocalDate.of(2026, 1, 20), 1, 31)).isEqualTo("2026-02-28");
        assertThat(closing.collection(LocalDate.of(2026, 1, 20), 0, 25)).isEqualTo("2026-01-25");
        assertThatThrownBy(() -> closing.collection(LocalDate.of(2026, 1, 20), 0, 10))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ClosingDay(32)).isInstanceOf(InvalidValueException.class);
    }
}
