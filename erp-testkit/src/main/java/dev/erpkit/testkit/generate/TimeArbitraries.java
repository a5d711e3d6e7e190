package dev.erpkit.testkit.generate;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.AttendanceId;
import dev.erpkit.hr.time.Shift;
import dev.erpkit.hr.time.TimeSet;
import dev.erpkit.hr.time.TimeSpan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Working time: spans and sets of them, attendance of a person, shifts. */
public final class TimeArbitraries {
    /** Before the clocks of New York go forward and back in 2026, and through to the next year. */
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final int QUARTER = 900;

    private TimeArbitraries() {}

    /** Zones whose clocks never change, change by an hour, or by half an hour. */
    public static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Tokyo", "America/New_York", "Australia/Lord_Howe", "Europe/London", "UTC")
                .map(ZoneId::of);
    }

    /** Spans from a quarter of an hour to two days, most by the quarter, in the weeks about a change of clocks. */
    public static Arbitrary<TimeSpan> spans() {
        Arbitrary<Instant> starts = Arbitraries.integers()
                .between(0, 30 * 24 * 4)
                .shrinkTowards(0)
                .map(quarters -> START.plusSeconds((long) quarters * QUARTER));
        Arbitrary<Integer> lengths = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 16).map(quarters -> quarters * QUARTER),
                Arbitraries.integers().between(1, 2 * 86_400));
        return Combinators.combine(starts, lengths)
                .as((start, seconds) -> TimeSpan.of(start, start.plusSeconds(seconds)));
    }

    /** Sets of up to eight spans that may have overlapped. */
    public static Arbitrary<TimeSet> sets() {
        return spans().list().ofMaxSize(8).map(spans -> TimeSet.of(Lists.immutable.ofAll(spans)));
    }

    /** One spell a day at most for some weeks, of up to sixteen hours with a break, none overlapping, by clocks of a zone. */
    public static Arbitrary<ImmutableList<Attendance>> attendances(ZoneId zone) {
        Arbitrary<Integer> spells = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just(0)),
                net.jqwik.api.Tuple.of(5, Arbitraries.integers().between(1, 24 * 64)));
        return spells.list().ofMinSize(7).ofMaxSize(35).map(days -> attendances(days, zone));
    }

    /** The number of a day says when it begins and how long it is. */
    private static ImmutableList<Attendance> attendances(List<Integer> days, ZoneId zone) {
        MutableList<Attendance> attendances = Lists.mutable.empty();
        LocalDateTime midnight = LocalDateTime.parse("2026-03-01T00:00");
        Instant free = Instant.MIN;
        for (int day = 0; day < days.size(); day++) {
            int code = days.get(day);
            LocalDateTime start = midnight.plusDays(day).plusMinutes(15L * (code % 96));
            Instant from = start.atZone(zone).toInstant();
            if (code > 0 && !from.isBefore(free)) {
                free = from.plusSeconds((1L + code % 64) * QUARTER);
                attendances.add(attendance("d" + day, TimeSpan.of(from, free)));
            }
        }
        return attendances.toImmutable();
    }

    private static Attendance attendance(String id, TimeSpan span) {
        Attendance whole = Attendance.of(AttendanceId.of(id), "13", span);
        Instant middle = span.startInclusive().plusSeconds(span.seconds() / 2);
        return span.seconds() < 6 * 3_600 ? whole : whole.withBreak(TimeSpan.of(middle, middle.plusSeconds(3_600)));
    }

    /** Up to twelve shifts of three persons at two places with two skills, some of which overlap. */
    public static Arbitrary<ImmutableList<Shift>> shifts() {
        Arbitrary<Shift> shift = Combinators.combine(
                        spans(),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of("north", "south"),
                        Arbitraries.of("x", "y"))
                .as((span, person, place, skill) -> new Shift("?", PartyId.of(person), place, skill, span));
        return shift.list()
                .ofMaxSize(12)
                .map(list -> Lists.immutable
                        .ofAll(list)
                        .collectWithIndex((s, i) -> new Shift("s" + i, s.person(), s.place(), s.skill(), s.span())));
    }
}
