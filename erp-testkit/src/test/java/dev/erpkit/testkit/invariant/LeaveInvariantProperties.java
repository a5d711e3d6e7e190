package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.leave.AnnualLeave;
import dev.erpkit.hr.japan.leave.WorkPattern;
import dev.erpkit.hr.leave.AccrualPlan;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.leave.LeaveChange.Taken;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LotOrder;
import dev.erpkit.testkit.generate.DateArbitraries;
import dev.erpkit.testkit.generate.LeaveArbitraries;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 27 to 31: balances, lots, accrual, statutory tables. */
class LeaveInvariantProperties {
    private static final String TYPE = "annual";

    @Provide
    Arbitrary<ImmutableList<LeaveChange>> histories() {
        return LeaveArbitraries.histories();
    }

    @Provide
    Arbitrary<AccrualPlan> plans() {
        return LeaveArbitraries.plans();
    }

    @Provide
    Arbitrary<WorkPattern> patterns() {
        return LeaveArbitraries.patterns();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return DateArbitraries.days();
    }

    @Provide
    Arbitrary<LotOrder> orders() {
        return Arbitraries.of(LotOrder.values());
    }

    private static ImmutableList<LocalDate> edges(LeaveAccount account) {
        MutableList<LocalDate> days = Lists.mutable.empty();
        account.lots(TYPE).forEach(lot -> {
            days.add(lot.grantedOn());
            days.add(lot.expiresOn().minusDays(1));
            days.add(lot.expiresOn());
        });
        account.takings(TYPE)
                .forEach(taken -> days.add(taken.request().days().getFirst().day()));
        return days.toImmutable();
    }

    @Property
    void balances_of_all_days_add_up_and_no_lot_is_overdrawn(@ForAll("histories") ImmutableList<LeaveChange> changes) {
        LeaveAccount account = LeaveInvariants.account(changes);
        assertThat(LeaveInvariants.balancesAddUp(account, TYPE, edges(account))).isEmpty();
        assertThat(LeaveInvariants.lotsNeverOverdrawn(account, TYPE)).isEmpty();
        assertThat(LeaveInvariants.takingsAddUp(account, TYPE)).isEmpty();
    }

    /** Every prefix of a history is one too: a balance in the middle adds up as well. */
    @Property
    void what_is_taken_comes_from_the_lots_in_their_order_and_cancelling_restores_them(
            @ForAll("histories") ImmutableList<LeaveChange> changes,
            @ForAll("orders") LotOrder order,
            @ForAll("days") LocalDate day) {
        LeaveAccount account = LeaveInvariants.account(changes);
        LeaveRequest request = LeaveRequest.of(LeaveId.of("last"), TYPE, LeaveDay.half(day));
        LeaveAccount before = LeaveInvariants.account(changes);
        account.take(request, order).map(Taken.class::cast).map(taken -> {
            assertThat(LeaveInvariants.inOrder(before, taken, order)).isEmpty();
            account.apply(taken);
            assertThat(taken.parts().collect(p -> p.days()).injectInto(Rational.ZERO, Rational::add))
                    .isEqualTo(request.total());
            account.apply(account.cancel(request.id()).orElseThrow());
            return taken;
        });
        for (LeaveLot lot : before.lots(TYPE)) {
            assertThat(account.free(lot.id())).isEqualTo(before.free(lot.id()));
        }
        for (LocalDate edge : edges(before)) {
            assertThat(account.balance(TYPE, edge)).isEqualTo(before.balance(TYPE, edge));
        }
    }

    @Property
    void accrual_comes_to_the_entitlement_whatever_the_rounding(
            @ForAll("plans") AccrualPlan plan, @ForAll @IntRange(min = 0, max = 60) int cap) {
        assertThat(LeaveInvariants.accrualIsExact(plan)).isEmpty();
        AccrualPlan capped = plan.withCap(Rational.of(cap));
        Rational balance = Rational.ZERO;
        for (int period = 1; period <= plan.periods(); period++) {
            balance = balance.add(capped.accrual(period, balance));
            assertThat(balance).isLessThanOrEqualTo(Rational.of(cap));
        }
    }

    @Property
    void statutory_grants_never_fall_with_service_and_are_full_from_thirty_hours(
            @ForAll("patterns") WorkPattern pattern, @ForAll @IntRange(min = 0, max = 20) int index) {
        int days = AnnualLeave.days(index, pattern);
        WorkPattern full = WorkPattern.weekly(5, Rational.of(40));
        assertThat(days).isBetween(0, AnnualLeave.days(index, full));
        assertThat(AnnualLeave.days(index + 1, pattern)).isGreaterThanOrEqualTo(days);
        if (pattern.weeklyHours().filter(h -> h.compareTo(Rational.of(30)) >= 0).isPresent()) {
            assertThat(days).isEqualTo(AnnualLeave.days(index, full));
        }
    }

    @Property
    void grants_follow_each_other_by_whole_years(
            @ForAll("days") LocalDate hired, @ForAll @IntRange(min = 0, max = 30) int index) {
        LocalDate day = AnnualLeave.day(hired, index);
        LocalDate next = AnnualLeave.day(hired, index + 1);
        assertThat(day).isAfter(hired);
        assertThat(next).isBetween(day.plusDays(364), day.plusDays(367));
    }

    @Property
    void free_days_cost_nothing_and_halves_add_up(
            @ForAll("days") LocalDate first, @ForAll @IntRange(min = 1, max = 40) int length) {
        BusinessCalendar worked = BusinessCalendar.of(HolidayCalendar.none().with(first.plusDays(2), "free"));
        DateRange range = DateRange.of(first, first.plusDays(length));
        ImmutableList<LeaveDay> days = LeaveDay.full(range, worked);
        assertThat(days).hasSize(worked.businessDaysBetween(range.startInclusive(), range.endExclusive()));
        assertThat(days.allSatisfy(day -> worked.isBusinessDay(day.day()))).isTrue();
        assertThat(LeaveDay.half(first).days().add(LeaveDay.half(first).days()))
                .isEqualTo(LeaveDay.full(first).days());
    }
}
