package dev.erpkit.testkit.contract;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LotPart;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The contract of the log of leave. */
public abstract class LeaveLogContract extends FactStreamContract<LeaveChange> {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Rational THIRD = Rational.of(1, 3);

    /** For adapters. */
    protected LeaveLogContract() {}

    @Override
    final FactLog<LeaveChange> log(PeopleHarness harness) {
        return harness.leave();
    }

    @Override
    final ImmutableList<LeaveChange> everything() {
        LeaveId old = LeaveId.of("有休 № 1 '\"");
        LeaveId open = LeaveId.of("open");
        LeaveId taking = LeaveId.of("休暇");
        LeaveRequest request = LeaveRequest.of(
                taking,
                "年次有給",
                LeaveDay.full(DAY),
                LeaveDay.half(DAY.plusDays(1)),
                LeaveDay.hours(DAY.plusDays(4), 5, 7));
        return Lists.immutable.of(
                new LeaveChange.Granted(new LeaveLot(old, "年次有給", DAY, DAY.plusYears(2), Rational.of(40, 3))),
                new LeaveChange.Granted(new LeaveLot(open, "年次有給", DAY, LocalDate.MAX, Rational.of(1, 1_000_000_007))),
                new LeaveChange.Taken(
                        request,
                        Lists.immutable.of(
                                new LotPart(open, DAY, THIRD),
                                new LotPart(old, DAY, Rational.of(2, 3)),
                                new LotPart(old, DAY.plusDays(1), Rational.of(1, 2)),
                                new LotPart(old, DAY.plusDays(4), Rational.of(5, 7)))),
                new LeaveChange.Cancelled(taking),
                new LeaveChange.CarriedOver(
                        Lists.immutable.of(
                                new LotPart(old, DAY.plusYears(2), Rational.ONE),
                                new LotPart(open, DAY.plusYears(2), THIRD)),
                        new LeaveLot(LeaveId.of("繰越"), "年次有給", DAY.plusYears(2), DAY.plusYears(3), Rational.of(4, 3))),
                new LeaveChange.Adjusted(old, Rational.of(-7, 2), "訂正; correction"));
    }
}
