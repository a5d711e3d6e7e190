package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.labour.ClassifiedTime;
import dev.erpkit.hr.japan.labour.LabourTime;
import dev.erpkit.hr.japan.labour.PremiumPay;
import dev.erpkit.hr.japan.labour.PremiumRates;
import dev.erpkit.hr.japan.labour.WorkRules;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.AttendanceId;
import dev.erpkit.hr.time.Shift;
import dev.erpkit.hr.time.ShiftPlan;
import dev.erpkit.hr.time.ShiftProblem;
import dev.erpkit.hr.time.TimeSet;
import dev.erpkit.hr.time.TimeSpan;
import dev.erpkit.testkit.generate.TimeArbitraries;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Invariants 32 to 36: the algebra of time, its classification, premiums, and shift plans. */
class TimeInvariantProperties {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final WorkRules RULES =
            WorkRules.of(TOKYO, Duration.ofMinutes(450), DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);
    private static final RoundingPolicy HALF_UP = RoundingPolicy.parse("half-up:0");
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);

    @Provide
    Arbitrary<TimeSet> sets() {
        return TimeArbitraries.sets();
    }

    @Provide
    Arbitrary<TimeSpan> spans() {
        return TimeArbitraries.spans();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return TimeArbitraries.zones();
    }

    @Provide
    Arbitrary<ImmutableList<Attendance>> tokyo() {
        return TimeArbitraries.attendances(TOKYO);
    }

    @Provide
    Arbitrary<ImmutableList<Shift>> shifts() {
        return TimeArbitraries.shifts();
    }

    @Property
    void sets_of_time_are_an_algebra(@ForAll("sets") TimeSet a, @ForAll("sets") TimeSet b) {
        assertThat(a.union(b).seconds()).isEqualTo(a.seconds() + b.minus(a).seconds());
        assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
        assertThat(a.minus(b).intersect(b).isEmpty()).isTrue();
        assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
        assertThat(a.union(b)).isEqualTo(b.union(a));
        assertThat(a.union(a)).isEqualTo(a);
    }

    @Property
    void cutting_at_any_instant_changes_no_total(@ForAll("sets") TimeSet time, @ForAll("spans") TimeSpan any) {
        Instant cut = any.startInclusive();
        assertThat(time.before(cut).seconds() + time.from(cut).seconds()).isEqualTo(time.seconds());
        assertThat(time.before(cut).union(time.from(cut))).isEqualTo(time);
        assertThat(time.first(any.seconds()).seconds()).isEqualTo(Math.min(any.seconds(), time.seconds()));
    }

    @Property
    void days_of_any_zone_partition_time(@ForAll("sets") TimeSet time, @ForAll("zones") ZoneId zone) {
        assertThat(TimeInvariants.daysPartition(time, zone)).isEmpty();
    }

    private static ClassifiedTime classify(ImmutableList<Attendance> attendances) {
        return LabourTime.classify(attendances, RULES, DateRange.all());
    }

    @Property
    void classified_time_is_what_was_worked_within_the_limits(@ForAll("tokyo") ImmutableList<Attendance> attendances) {
        assertThat(TimeInvariants.attendanceNeverOverlaps(attendances)).isEmpty();
        ClassifiedTime time = classify(attendances);
        assertThat(TimeInvariants.classificationCovers(time, attendances, TOKYO))
                .isEmpty();
        assertThat(TimeInvariants.limitsHold(time, Duration.ofHours(40), SUNDAY))
                .isEmpty();
    }

    /** A spell recorded as two, one right behind the other on the same day, is the same time. */
    @Property
    void splitting_a_spell_changes_no_class(
            @ForAll("tokyo") ImmutableList<Attendance> attendances, @ForAll @IntRange(min = 1, max = 99) int percent) {
        ImmutableList<Attendance> split = attendances.flatCollect(attendance -> halves(attendance, percent));
        ClassifiedTime whole = classify(attendances);
        ClassifiedTime parts = classify(split);
        for (var kind : dev.erpkit.hr.japan.labour.WorkKind.values()) {
            assertThat(parts.seconds(kind)).isEqualTo(whole.seconds(kind));
            assertThat(parts.nightSeconds(kind)).isEqualTo(whole.nightSeconds(kind));
        }
    }

    private static ImmutableList<Attendance> halves(Attendance whole, int percent) {
        TimeSpan span = whole.span();
        Instant cut = span.startInclusive().plusSeconds(Math.max(1, span.seconds() * percent / 100));
        boolean sameDay = cut.atZone(TOKYO)
                .toLocalDate()
                .equals(span.startInclusive().atZone(TOKYO).toLocalDate());
        boolean inBreak = whole.breaks()
                .anySatisfy(rest -> rest.startInclusive().isBefore(cut) && cut.isBefore(rest.endExclusive()));
        if (!sameDay || inBreak || !cut.isBefore(span.endExclusive())) {
            return Lists.immutable.of(whole);
        }
        return Lists.immutable.of(
                new Attendance(
                        AttendanceId.of(whole.id() + "a"),
                        whole.worksite(),
                        TimeSpan.of(span.startInclusive(), cut),
                        whole.breaks().select(rest -> !rest.endExclusive().isAfter(cut))),
                new Attendance(
                        AttendanceId.of(whole.id() + "b"),
                        whole.worksite(),
                        TimeSpan.of(cut, span.endExclusive()),
                        whole.breaks().select(rest -> !rest.startInclusive().isBefore(cut))));
    }

    @Property
    void premiums_are_never_below_the_law_and_nights_never_cost_less(
            @ForAll("tokyo") ImmutableList<Attendance> attendances,
            @ForAll @IntRange(min = 0, max = 30) int more,
            @ForAll @IntRange(min = 1, max = 5_000) int hourly) {
        ClassifiedTime time = classify(attendances);
        PremiumPay statutory = PremiumPay.of(time, Rational.of(hourly), PremiumRates.statutory(), HALF_UP);
        PremiumRates rates = new PremiumRates(25 + more, 50 + more, 35 + more, 25 + more);
        assertThat(TimeInvariants.ratesAtLeastStatutory(rates)).isEmpty();
        PremiumPay own = PremiumPay.of(time, Rational.of(hourly), rates, HALF_UP);
        assertThat(TimeInvariants.atLeastStatutory(own, statutory)).isEmpty();
        PremiumPay byDay = PremiumPay.of(
                new ClassifiedTime(
                        time.pieces().collect(p -> new ClassifiedTime.Piece(p.span(), p.day(), p.kind(), false))),
                Rational.of(hourly),
                PremiumRates.statutory(),
                HALF_UP);
        assertThat(statutory.total()).isGreaterThanOrEqualTo(byDay.total());
    }

    @Property
    void a_plan_without_problems_gives_everybody_rest(
            @ForAll("shifts") ImmutableList<Shift> shifts, @ForAll @IntRange(min = 0, max = 11) int hours) {
        ShiftPlan plan = new ShiftPlan(shifts);
        Duration rest = Duration.ofHours(hours);
        boolean sound = plan.problems(rest, Lists.immutable.empty()).isEmpty();
        assertThat(TimeInvariants.plannedRest(plan, rest).isEmpty()).isEqualTo(sound);
    }

    @Property
    void swapping_persons_preserves_coverage(@ForAll("shifts") ImmutableList<Shift> shifts) {
        ShiftPlan plan = new ShiftPlan(shifts);
        if (shifts.size() > 1) {
            ShiftPlan swapped =
                    plan.swap(shifts.getFirst().id(), shifts.getLast().id());
            var needs = shifts.collect(s -> new dev.erpkit.hr.time.ShiftNeed(s.place(), s.skill(), s.span(), 2));
            assertThat(needs(swapped, needs)).isEqualTo(needs(plan, needs));
        }
    }

    private static ImmutableList<ShiftProblem> needs(
            ShiftPlan plan, ImmutableList<dev.erpkit.hr.time.ShiftNeed> needs) {
        return plan.problems(Duration.ZERO, needs).select(p -> p.kind() == ShiftProblem.Kind.NEED);
    }
}
