package dev.erpkit.testkit.invariant;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.leave.AccrualPlan;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveBalance;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.leave.LeaveChange.Taken;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LotOrder;
import dev.erpkit.hr.leave.LotPart;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of leave: invariants 27 to 31. */
public final class LeaveInvariants {
    private LeaveInvariants() {}

    /** The leave that changes come to. */
    public static LeaveAccount account(ImmutableList<LeaveChange> changes) {
        LeaveAccount account = new LeaveAccount();
        changes.forEach(account::apply);
        return account;
    }

    /** The balance of every day adds up, and nothing of it is below zero but corrections. */
    public static ImmutableList<Finding> balancesAddUp(LeaveAccount account, String type, Iterable<LocalDate> days) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (LocalDate day : days) {
            LeaveBalance b = account.balance(type, day);
            Rational left = b.granted()
                    .add(b.carriedIn())
                    .add(b.adjusted())
                    .subtract(b.taken())
                    .subtract(b.carriedOut())
                    .subtract(b.expired());
            if (!left.equals(b.remaining())) {
                found.add(
                        new Finding("leave-balance", day.toString(), left + " left, " + b.remaining() + " remaining"));
            }
            for (Rational part : new Rational[] {b.remaining(), b.expired(), b.taken(), b.carriedOut()}) {
                if (part.signum() < 0) {
                    found.add(new Finding("leave-negative", day.toString(), part + " days"));
                }
            }
        }
        return found.toImmutable();
    }

    /** Of no lot more was promised than it has, and every part lies on a day on which its lot is valid. */
    public static ImmutableList<Finding> lotsNeverOverdrawn(LeaveAccount account, String type) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (LeaveLot lot : account.lots(type)) {
            if (account.free(lot.id()).signum() < 0) {
                found.add(new Finding("leave-lot", lot.id().toString(), account.free(lot.id()) + " days free"));
            }
        }
        for (LotPart part : account.takings(type).flatCollect(Taken::parts)) {
            LeaveLot lot = account.lots(type).detect(each -> each.id().equals(part.lot()));
            if (!lot.validOn(part.day())) {
                found.add(new Finding("leave-lot-valid", lot.id().toString(), "was taken on " + part.day()));
            }
        }
        return found.toImmutable();
    }

    /** The parts of every taking are what was asked for, day by day. */
    public static ImmutableList<Finding> takingsAddUp(LeaveAccount account, String type) {
        return account.takings(type)
                .reject(taken -> taken.request()
                        .days()
                        .allSatisfy(day -> taken.parts()
                                .select(part -> part.day().equals(day.day()))
                                .collect(LotPart::days)
                                .injectInto(Rational.ZERO, Rational::add)
                                .equals(day.days())))
                .collect(taken ->
                        new Finding("leave-taking", taken.request().id().toString(), "parts differ"));
    }

    /**
     * What was taken last left nothing in a lot that its order puts before one it took from.
     *
     * @param before the leave before the taking
     */
    public static ImmutableList<Finding> inOrder(LeaveAccount before, Taken taken, LotOrder order) {
        MutableList<Finding> found = Lists.mutable.empty();
        String type = taken.request().type();
        for (LotPart part : taken.parts()) {
            LeaveLot from = before.lots(type).detect(lot -> lot.id().equals(part.lot()));
            for (LeaveLot lot : before.lots(type).select(each -> each.validOn(part.day()))) {
                boolean earlier = order == LotOrder.EARLIEST_EXPIRY
                        ? lot.expiresOn().isBefore(from.expiresOn())
                        : lot.expiresOn().isAfter(from.expiresOn());
                Rational used = taken.parts()
                        .select(each -> each.lot().equals(lot.id()))
                        .collect(LotPart::days)
                        .injectInto(Rational.ZERO, Rational::add);
                if (earlier && used.compareTo(before.free(lot.id())) < 0) {
                    found.add(new Finding("leave-order", part.lot().toString(), "was taken before " + lot.id()));
                }
            }
        }
        return found.toImmutable();
    }

    /** What accrues never exceeds the entitlement on the way, and is the entitlement in the end. */
    public static ImmutableList<Finding> accrualIsExact(AccrualPlan plan) {
        MutableList<Finding> found = Lists.mutable.empty();
        Rational sum = Rational.ZERO;
        for (Rational part : plan.parts()) {
            sum = sum.add(part);
            if (part.signum() < 0 || sum.compareTo(plan.entitlement()) > 0) {
                found.add(new Finding("leave-accrual", plan.spread().text(), part + " makes " + sum));
            }
        }
        if (!sum.equals(plan.entitlement())) {
            found.add(new Finding("leave-accrual", plan.spread().text(), sum + " of " + plan.entitlement()));
        }
        return found.toImmutable();
    }
}
