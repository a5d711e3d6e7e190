package dev.erpkit.testkit.invariant;

import dev.erpkit.hr.japan.labour.ClassifiedTime;
import dev.erpkit.hr.japan.labour.ClassifiedTime.Piece;
import dev.erpkit.hr.japan.labour.PremiumPay;
import dev.erpkit.hr.japan.labour.PremiumRates;
import dev.erpkit.hr.japan.labour.WorkKind;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.Shift;
import dev.erpkit.hr.time.ShiftPlan;
import dev.erpkit.hr.time.TimeSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** What holds of working time: invariants 32 to 36. */
public final class TimeInvariants {
    private TimeInvariants() {}

    /** No attendance of a person shares time with another. */
    public static ImmutableList<Finding> attendanceNeverOverlaps(ImmutableList<Attendance> attendances) {
        ImmutableList<Attendance> ordered =
                attendances.toSortedListBy(Attendance::span).toImmutable();
        MutableList<Finding> found = Lists.mutable.empty();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i - 1).span().overlaps(ordered.get(i).span())) {
                found.add(new Finding(
                        "attendance-overlap",
                        ordered.get(i).id().toString(),
                        "overlaps " + ordered.get(i - 1).id()));
            }
        }
        return found.toImmutable();
    }

    /** The time of all days is the time of the set, and each day has no more than its midnights hold. */
    public static ImmutableList<Finding> daysPartition(TimeSet time, ZoneId zone) {
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableSortedMap<LocalDate, TimeSet> days = time.byDay(zone);
        TimeSet all = days.injectInto(TimeSet.empty(), TimeSet::union);
        long sum = days.sumOfLong(TimeSet::seconds);
        if (!all.equals(time) || sum != time.seconds()) {
            found.add(new Finding("time-days", zone.getId(), sum + " seconds on days, " + time.seconds() + " in all"));
        }
        days.forEachKeyValue((day, part) -> {
            long most = Duration.between(
                            day.atStartOfDay(zone).toInstant(),
                            day.plusDays(1).atStartOfDay(zone).toInstant())
                    .toSeconds();
            if (part.seconds() > most) {
                found.add(new Finding("time-days", day.toString(), part.seconds() + " of " + most + " seconds"));
            }
        });
        return found.toImmutable();
    }

    /** What is classified is what was worked: no second is lost, none counted twice; the night is where the clocks say. */
    public static ImmutableList<Finding> classificationCovers(
            ClassifiedTime classified, ImmutableList<Attendance> attendances, ZoneId zone) {
        MutableList<Finding> found = Lists.mutable.empty();
        TimeSet worked = attendances.collect(Attendance::worked).injectInto(TimeSet.empty(), TimeSet::union);
        TimeSet pieces = TimeSet.of(classified.pieces().collect(Piece::span));
        if (!pieces.equals(worked) || classified.seconds() != worked.seconds()) {
            found.add(new Finding(
                    "time-classified", "all", classified.seconds() + " classified, " + worked.seconds() + " worked"));
        }
        for (Piece piece : classified.pieces()) {
            LocalTime from = piece.span().startInclusive().atZone(zone).toLocalTime();
            boolean night = from.getHour() >= 22 || from.getHour() < 5;
            if (night != piece.night()) {
                found.add(new Finding("time-night", piece.span().toString(), "night is " + piece.night()));
            }
        }
        return found.toImmutable();
    }

    /** No day and no week has more time without overtime than the law allows; beyond sixty hours only what exceeds them. */
    public static ImmutableList<Finding> limitsHold(ClassifiedTime classified, Duration weekly, LocalDate weekStart) {
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<Piece> ordinary =
                classified.pieces().select(p -> p.kind() == WorkKind.REGULAR || p.kind() == WorkKind.WITHIN_LIMITS);
        ordinary.groupBy(Piece::day).forEachKeyMultiValues((day, pieces) -> {
            long seconds = Lists.immutable.ofAll(pieces).sumOfLong(p -> p.span().seconds());
            if (seconds > 8 * 3_600) {
                found.add(new Finding("time-day-limit", day.toString(), seconds + " seconds without overtime"));
            }
        });
        ordinary.groupBy(p -> Math.floorDiv(p.day().toEpochDay() - weekStart.toEpochDay(), 7L))
                .forEachKeyMultiValues((week, pieces) -> {
                    long seconds = Lists.immutable
                            .ofAll(pieces)
                            .sumOfLong(p -> p.span().seconds());
                    if (seconds > weekly.toSeconds()) {
                        found.add(new Finding("time-week-limit", "week " + week, seconds + " without overtime"));
                    }
                });
        long beyond = classified.seconds(WorkKind.OVERTIME_BEYOND_60);
        if (beyond != Math.max(0, classified.overtimeSeconds() - 60 * 3_600)) {
            found.add(new Finding(
                    "time-sixty-hours", "all", beyond + " beyond of " + classified.overtimeSeconds() + " overtime"));
        }
        return found.toImmutable();
    }

    /** Every line of premium pay costs at least what the law asks for. */
    public static ImmutableList<Finding> atLeastStatutory(PremiumPay pay, PremiumPay statutory) {
        return statutory
                .lines()
                .select(line -> pay.yen(line.name()) < line.yen())
                .collect(line -> new Finding("premium-statutory", line.name(), "is below the statutory premium"));
    }

    /** The rates themselves are at least those of the law. */
    public static ImmutableList<Finding> ratesAtLeastStatutory(PremiumRates rates) {
        return rates.covers(PremiumRates.statutory())
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding("premium-rates", "rates", rates + " are below the law's"));
    }

    /** A plan without problems has nobody in two places and a rest between any two shifts of a person. */
    public static ImmutableList<Finding> plannedRest(ShiftPlan plan, Duration rest) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (Shift one : plan.shifts()) {
            for (Shift other : plan.shifts()) {
                boolean later = one.person().equals(other.person())
                        && !one.equals(other)
                        && !other.span().startInclusive().isBefore(one.span().startInclusive());
                if (later
                        && other.span()
                                .startInclusive()
                                .isBefore(one.span().endExclusive().plus(rest))) {
                    found.add(new Finding("shift-rest", one.id(), "is too close to " + other.id()));
                }
            }
        }
        return found.toImmutable();
    }
}
