package dev.erpkit.hr.japan.labour;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.japan.labour.ClassifiedTime.Piece;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.TimeSet;
import dev.erpkit.hr.time.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.ObjectLongMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.primitive.MutableObjectLongMap;
import org.eclipse.collections.api.tuple.Pair;

/**
 * Classifies working time by the Labour Standards Act.
 *
 * <ol>
 *   <li>A spell of work belongs to the day on which it began, past midnight too (notice Kihatsu 1 of 1988); but a statutory
 *       holiday is a calendar day, so what lies on it is holiday work, and what follows it belongs to the next day.
 *   <li>Of a day the scheduled time is regular, the time up to eight hours within limits, the rest overtime.
 *   <li>Of a week what is beyond forty hours and not yet overtime becomes overtime: no hour is counted twice.
 *   <li>Of the overtime of the period, work on rest days included and holidays not, what is beyond sixty hours is set apart
 *       (article 37 (1), proviso).
 * </ol>
 *
 * <p>Worked: Tuesday 9:00 to 12:00 and 13:00 to 23:00 with eight hours scheduled is eight hours regular and five hours
 * overtime, one of them at night.
 */
public final class LabourTime {
    private static final long SIXTY_HOURS = Duration.ofHours(60).toSeconds();

    private LabourTime() {}

    /**
     * The working time of a period, which is one month of the wage ledger.
     *
     * @param attendances of one person, not overlapping; with those of the whole week in which the period begins, so that the
     *     week's forty hours are counted from its start
     * @param period the days whose pieces are given back
     */
    public static ClassifiedTime classify(ImmutableList<Attendance> attendances, WorkRules rules, DateRange period) {
        ImmutableList<Piece> days =
                days(attendances.toSortedListBy(Attendance::span).toImmutable(), rules);
        ImmutableList<Piece> weeks = weekly(days, rules);
        ImmutableList<Piece> inPeriod = weeks.select(piece -> period.contains(piece.day()));
        return new ClassifiedTime(
                beyond(inPeriod, piece -> piece.kind() == WorkKind.OVERTIME, SIXTY_HOURS, WorkKind.OVERTIME_BEYOND_60));
    }

    private static ImmutableList<Piece> days(ImmutableList<Attendance> attendances, WorkRules rules) {
        MutableList<Piece> pieces = Lists.mutable.empty();
        MutableObjectLongMap<LocalDate> worked = ObjectLongMaps.mutable.empty();
        for (Attendance attendance : attendances) {
            LocalDate began =
                    attendance.span().startInclusive().atZone(rules.zone()).toLocalDate();
            TimeSet night = WorkRules.NIGHT.in(attendance.span(), rules.zone());
            LocalDate belongs = began;
            for (var part : attendance.worked().byDay(rules.zone()).keyValuesView()) {
                LocalDate day = part.getOne();
                if (rules.kind(day) == DayKind.STATUTORY_HOLIDAY) {
                    add(pieces, part.getTwo(), night, day, WorkKind.STATUTORY_HOLIDAY);
                    belongs = day.plusDays(1);
                } else {
                    belongs = rules.kind(belongs) == DayKind.STATUTORY_HOLIDAY ? day : belongs;
                    ordinary(pieces, part.getTwo(), night, belongs, rules, worked);
                }
            }
        }
        return pieces.toImmutable();
    }

    /** Cuts the time of a day at the end of the schedule and at eight hours. */
    private static void ordinary(
            MutableList<Piece> pieces,
            TimeSet time,
            TimeSet night,
            LocalDate day,
            WorkRules rules,
            MutableObjectLongMap<LocalDate> worked) {
        long before = worked.get(day);
        long scheduled = rules.kind(day) == DayKind.WORKDAY ? rules.scheduled().toSeconds() : 0;
        TimeSet regular = time.first(Math.max(0, scheduled - before));
        TimeSet legal = time.first(Math.max(0, WorkRules.DAILY.toSeconds() - before));
        add(pieces, regular, night, day, WorkKind.REGULAR);
        add(pieces, legal.minus(regular), night, day, WorkKind.WITHIN_LIMITS);
        add(pieces, time.minus(legal), night, day, WorkKind.OVERTIME);
        worked.put(day, before + time.seconds());
    }

    private static void add(MutableList<Piece> pieces, TimeSet time, TimeSet night, LocalDate day, WorkKind kind) {
        MutableList<Piece> added = Lists.mutable.empty();
        time.intersect(night).spans().forEach(span -> added.add(new Piece(span, day, kind, true)));
        time.minus(night).spans().forEach(span -> added.add(new Piece(span, day, kind, false)));
        pieces.addAll(added.sortThisBy(Piece::span));
    }

    private static ImmutableList<Piece> weekly(ImmutableList<Piece> days, WorkRules rules) {
        MutableMap<LocalDate, MutableList<Piece>> weeks = Maps.mutable.empty();
        days.forEach(piece -> weeks.getIfAbsentPut(rules.weekOf(piece.day()), Lists.mutable::empty)
                .add(piece));
        return Lists.immutable
                .ofAll(weeks.keyValuesView().toSortedListBy(Pair::getOne))
                .flatCollect(week -> beyond(
                        week.getTwo().toImmutable(),
                        piece -> piece.kind() == WorkKind.REGULAR || piece.kind() == WorkKind.WITHIN_LIMITS,
                        rules.weekly().toSeconds(),
                        WorkKind.OVERTIME));
    }

    /** Of the pieces that count, what goes beyond a limit becomes another kind; the piece at the limit is cut. */
    private static ImmutableList<Piece> beyond(
            ImmutableList<Piece> pieces, Predicate<Piece> counts, long limit, WorkKind kind) {
        MutableList<Piece> cut = Lists.mutable.empty();
        long left = limit;
        for (Piece piece : pieces) {
            if (!counts.test(piece)) {
                cut.add(piece);
                continue;
            }
            TimeSet whole = TimeSet.of(piece.span());
            TimeSet within = whole.first(left);
            for (TimeSpan span : within.spans()) {
                cut.add(new Piece(span, piece.day(), piece.kind(), piece.night()));
            }
            for (TimeSpan span : whole.minus(within).spans()) {
                cut.add(new Piece(span, piece.day(), kind, piece.night()));
            }
            left -= within.seconds();
        }
        return cut.toImmutable();
    }

    /**
     * What the sixty hours of a month count and what is beyond them, from hours that are already classified.
     *
     * @param overtime beyond the limits of day and week
     * @param restDays worked on free days that are no statutory holiday
     */
    public static SixtyHours sixtyHours(Duration overtime, Duration restDays) {
        long counted = overtime.plus(restDays).toSeconds();
        return new SixtyHours(counted, Math.max(0, counted - SIXTY_HOURS));
    }

    /**
     * The overtime of a month against its sixty hours.
     *
     * @param counted seconds of overtime
     * @param beyond seconds beyond sixty hours
     */
    public record SixtyHours(long counted, long beyond) {}
}
