package dev.erpkit.hr.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeSetTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static TimeSpan span(String from, String to, ZoneId zone) {
        return TimeSpan.of(LocalDateTime.parse(from), LocalDateTime.parse(to), zone);
    }

    @Test
    void a_night_lies_on_two_days() {
        TimeSet night = TimeSet.of(span("2026-05-01T20:00", "2026-05-02T04:00", TOKYO));
        assertThat(night.byDay(TOKYO).keysView().makeString(" ")).isEqualTo("2026-05-01 2026-05-02");
        assertThat(night.byDay(TOKYO).allSatisfy(part -> part.seconds() == 4 * 3_600))
                .isTrue();
    }

    /** In the night to 2026-03-08 the clocks of New York go from 2:00 to 3:00, in that to 2026-11-01 from 2:00 back to 1:00. */
    @Test
    void a_night_of_a_change_of_clocks_is_as_long_as_it_is() {
        TimeSet shorter = TimeSet.of(span("2026-03-07T22:00", "2026-03-08T06:00", NEW_YORK));
        TimeSet longer = TimeSet.of(span("2026-10-31T22:00", "2026-11-01T06:00", NEW_YORK));
        assertThat(shorter.seconds()).isEqualTo(7 * 3_600);
        assertThat(longer.seconds()).isEqualTo(9 * 3_600);
        DailyWindow window = new DailyWindow(LocalTime.of(22, 0), LocalTime.of(5, 0));
        assertThat(window.in(longer.spans().getOnly(), NEW_YORK).seconds()).isEqualTo(8 * 3_600);
        assertThat(longer.byDay(NEW_YORK).get(LocalDate.of(2026, 11, 1)).seconds())
                .isEqualTo(7 * 3_600);
    }

    @Test
    void spans_that_touch_are_one() {
        TimeSpan morning = span("2026-05-01T09:00", "2026-05-01T12:00", TOKYO);
        TimeSpan noon = span("2026-05-01T12:00", "2026-05-01T13:00", TOKYO);
        TimeSpan all = span("2026-05-01T09:00", "2026-05-01T13:00", TOKYO);
        assertThat(TimeSet.of(noon, morning)).isEqualTo(TimeSet.of(all));
        assertThat(TimeSet.of(all).minus(TimeSet.of(noon))).isEqualTo(TimeSet.of(morning));
        assertThat(TimeSet.of(all).first(3 * 3_600)).isEqualTo(TimeSet.of(morning));
        assertThat(TimeSet.of(morning).intersect(TimeSet.of(noon)).isEmpty()).isTrue();
    }
}
