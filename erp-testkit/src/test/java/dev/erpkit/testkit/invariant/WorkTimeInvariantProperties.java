package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.TimeSpan;
import dev.erpkit.core.worktime.WorkCalendar;
import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.testkit.generate.WorkTimeArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The calendar invariants of working time. */
class WorkTimeInvariantProperties {
    @Provide
    Arbitrary<WorkTime> times() {
        return WorkTimeArbitraries.times();
    }

    @Provide
    Arbitrary<WorkCalendar> calendars() {
        return WorkTimeArbitraries.calendars();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return WorkTimeArbitraries.instants();
    }

    @Provide
    Arbitrary<Duration> work() {
        return WorkTimeArbitraries.work();
    }

    @Provide
    Arbitrary<Pauses> pauses() {
        return WorkTimeArbitraries.pauses();
    }

    @Property(tries = 300)
    void arithmetic(
            @ForAll("times") WorkTime time,
            @ForAll("instants") Instant start,
            @ForAll("work") Duration some,
            @ForAll("work") Duration more) {
        assertThat(WorkTimeInvariants.arithmetic(time, start, some, more)).isEmpty();
    }

    @Property(tries = 300)
    void pauses_delay_by_the_work_they_take(
            @ForAll("times") WorkTime time,
            @ForAll("instants") Instant start,
            @ForAll("work") Duration work,
            @ForAll("pauses") Pauses pauses) {
        assertThat(WorkTimeInvariants.pauses(time, start, work, pauses)).isEmpty();
    }

    @Property(tries = 200)
    void one_more_pause_never_makes_a_deadline_earlier(
            @ForAll("times") WorkTime time,
            @ForAll("instants") Instant start,
            @ForAll("work") Duration work,
            @ForAll("pauses") Pauses pauses,
            @ForAll("instants") Instant from) {
        Instant before = time.add(start, work, pauses).orElseThrow();
        Pauses more = pauses.with(TimeSpan.of(from, from.plusSeconds(7_200)));
        assertThat(time.add(start, work, more).orElseThrow()).isAfterOrEqualTo(before);
    }

    @Property(tries = 200)
    void a_pause_in_free_time_changes_nothing(
            @ForAll("times") WorkTime time, @ForAll("instants") Instant start, @ForAll("work") Duration work) {
        Instant closing = time.add(start, Duration.ofSeconds(1));
        Instant opening = time.add(closing, Duration.ofSeconds(1)).minusSeconds(1);
        Instant due = time.add(start, work);
        if (time.between(closing, opening).isZero() && closing.isBefore(opening)) {
            assertThat(time.add(start, work, Pauses.of(TimeSpan.of(closing, opening))))
                    .contains(due);
        }
        Pauses past = Pauses.of(TimeSpan.of(start.minusSeconds(90_000), start));
        assertThat(time.add(start, work, past)).contains(due);
    }

    @Property(tries = 100)
    void a_holiday_never_makes_a_deadline_earlier(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("work") Duration work) {
        LocalDate day = start.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        HolidayCalendar more = calendar.holidays().with(day, "one more");
        WorkTime with = WorkCalendar.of(calendar.week(), more).over(WorkTimeArbitraries.DATES, ZoneOffset.UTC);
        Instant due = calendar.over(WorkTimeArbitraries.DATES, ZoneOffset.UTC).add(start, work);
        assertThat(with.add(start, work)).isAfterOrEqualTo(due);
    }

    /** Tokyo never changes its clock: its deadlines are those of UTC, nine hours earlier. */
    @Property(tries = 100)
    void a_zone_shifts_only_through_its_offset(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("instants") Instant start,
            @ForAll("work") Duration work) {
        Duration nine = Duration.ofHours(9);
        WorkTime utc = calendar.over(WorkTimeArbitraries.DATES, ZoneOffset.UTC);
        WorkTime tokyo = calendar.over(WorkTimeArbitraries.DATES, ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.add(start.minus(nine), work))
                .isEqualTo(utc.add(start, work).minus(nine));
    }

    /** Second by second, the slow and obvious way. */
    @Property(tries = 60)
    void between_counts_the_working_minutes(
            @ForAll("times") WorkTime time, @ForAll("instants") Instant start, @ForAll("pauses") Pauses pauses) {
        Instant from = Instant.ofEpochSecond(start.getEpochSecond() / 60 * 60);
        Pauses whole = new Pauses(pauses.spans()
                .collect(span -> TimeSpan.of(
                        Instant.ofEpochSecond(span.start().getEpochSecond() / 60 * 60),
                        Instant.ofEpochSecond(span.end().getEpochSecond() / 60 * 60 + 60))));
        Duration counted = Duration.ZERO;
        Instant end = from.plus(Duration.ofDays(3));
        for (Instant at = from; at.isBefore(end); at = at.plusSeconds(60)) {
            if (time.isWorking(at) && !whole.contains(at)) {
                counted = counted.plusSeconds(60);
            }
        }
        assertThat(time.between(from, end, whole)).isEqualTo(counted);
    }
}
