package dev.erpkit.testkit.invariant;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Garnishment;
import dev.erpkit.hr.payroll.GrossUp;
import dev.erpkit.hr.payroll.LineAudit;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.Retro;
import dev.erpkit.hr.payroll.Slot;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.PaidSlip;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.set.ImmutableSet;

/** What holds of payslips of any country, and between them. Findings name slots and never amounts. */
public final class PayrollInvariants {
    private PayrollInvariants() {}

    private static ImmutableList<Finding> unless(boolean holds, String invariant, String where, String message) {
        return holds ? Lists.immutable.empty() : Lists.immutable.of(new Finding(invariant, where, message));
    }

    /** Net, cost of the employer, direction of lines and the soundness of every derivation. */
    public static ImmutableList<Finding> payslip(Payslip slip) {
        return netIsWhatTheLinesSay(slip)
                .newWithAll(employerCost(slip))
                .newWithAll(linesHaveTheirDirection(slip))
                .newWithAll(amountsAreOfTheCurrency(slip))
                .newWithAll(derivationsReplay(slip))
                .newWithAll(derivationsAreKept(slip));
    }

    private static long sum(Payslip slip, SlotKind kind) {
        return slip.lines()
                .select(line -> line.kind() == kind)
                .collectLong(PayslipLine::minor)
                .sum();
    }

    /** Net pay is earnings less deductions plus credits, exactly. */
    public static ImmutableList<Finding> netIsWhatTheLinesSay(Payslip slip) {
        long net = sum(slip, SlotKind.EARNING) - sum(slip, SlotKind.DEDUCTION) + sum(slip, SlotKind.CREDIT);
        return unless(net == slip.netMinor(), "payslip-net", slip.toString(), "is not what the lines come to");
    }

    /**
     * The cost of the employer is gross and what the employer bears; corrections taxed when earned may lower either.
     */
    public static ImmutableList<Finding> employerCost(Payslip slip) {
        long employer = sum(slip, SlotKind.EMPLOYER);
        return unless(
                slip.employerCostMinor() == slip.grossMinor() + employer,
                "payslip-employer-cost",
                slip.toString(),
                "is not gross and what the employer bears");
    }

    /** No amount of the payment itself is below zero, but for bases. */
    public static ImmutableList<Finding> linesHaveTheirDirection(Payslip slip) {
        return slip.lines()
                .select(line -> line.kind() != SlotKind.BASE && line.kind() != SlotKind.EMPLOYER && line.minor() < 0)
                .collect(line -> new Finding("payslip-direction", line.slot(), "is below zero"));
    }

    /**
     * What is paid out is in the currency of the pack, and every figure of a derivation has the decimals of that
     * currency.
     */
    public static ImmutableList<Finding> amountsAreOfTheCurrency(Payslip slip) {
        CurrencyUnit currency = slip.pack().currency();
        boolean paid = slip.net().getCurrency().equals(currency) && Amounts.minor(slip.net()) == slip.netMinor();
        return unless(paid, "payslip-currency", slip.toString(), "is paid out in another amount or currency")
                .newWithAll(slip.lines()
                        .select(line -> slip.explain(line.slot())
                                .filter(step -> new BigDecimal(step.result()).scale() != Amounts.digits(currency))
                                .isPresent())
                        .collect(line ->
                                new Finding("payslip-decimals", line.slot(), "has not the decimals of the currency")));
    }

    /** Every figure comes out again from what was recorded before it, and its rule reads only what it declares. */
    public static ImmutableList<Finding> derivationsReplay(Payslip slip) {
        return slip.audit()
                .reject(LineAudit::sound)
                .collect(line -> new Finding(
                        "payslip-trace",
                        line.slot(),
                        line.undeclared().isEmpty()
                                ? "does not replay, in its amount or in what it notes"
                                : "reads " + line.undeclared() + " undeclared"));
    }

    /** What is kept of a payslip explains every figure as the payslip does, to the last character. */
    public static ImmutableList<Finding> derivationsAreKept(Payslip slip) {
        PaidSlip kept = PaidSlip.of(slip, Lists.immutable.empty());
        return slip.pack()
                .slots()
                .collect(Slot::name)
                .reject(slot -> slip.explain(slot).equals(kept.explain(slot))
                        || (slip.explain(slot).isEmpty()
                                && slip.lines().anySatisfy(line -> line.slot().equals(slot))))
                .collect(slot -> new Finding("payslip-kept", slot, "is explained otherwise by what is kept"));
    }

    /**
     * Leaving out a fact changes no figure whose derivation does not rest on it: it is refused by its name, or what
     * the law says takes its place, or only figures that rest on it change.
     */
    public static ImmutableList<Finding> factsAreLeavesOrRefused(PayrollPlan plan, Payslip slip) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (Fact fact : plan.pack().facts()) {
            Outcome<Payslip> without =
                    plan.compute(slip.input().toBuilder().forget(fact.name()).build());
            Optional<Refusal> refusal = without.refusal();
            if (refusal.isPresent()) {
                if (!fact.name().equals(refusal.get().facts().get("fact"))) {
                    found.add(new Finding(
                            "payslip-refuses",
                            fact.name(),
                            "is missing, but refused with " + refusal.get().code()));
                }
            } else {
                found.addAllIterable(changedOnlyThrough(fact.name(), slip, without.orElseThrow()));
            }
        }
        return found.toImmutable();
    }

    /** Two payslips whose inputs differ in one fact or accumulator differ only in figures that rest on it. */
    public static ImmutableList<Finding> changedOnlyThrough(String leaf, Payslip before, Payslip after) {
        ImmutableSet<String> computed =
                before.pack().slots().collect(Slot::name).toImmutableSet();
        return computed.select(slot -> before.minor(slot) != after.minor(slot)
                        && !before.leaves(slot).contains(leaf))
                .collect(slot ->
                        new Finding("payslip-leaves", slot, "changed with " + leaf + ", on which it does not rest"))
                .toList()
                .toImmutable();
    }

    /** Equal inputs give payslips that are equal to the last character of their derivations. */
    public static ImmutableList<Finding> same(ImmutableList<Payslip> expected, ImmutableList<Payslip> actual) {
        boolean equal = expected.collect(Payslip::canonical).equals(actual.collect(Payslip::canonical));
        return unless(equal, "payslip-deterministic", expected.size() + " payslips", "came out differently");
    }

    /** Accumulators are the fold of what was committed; a payslip taken out again leaves no trace. */
    public static ImmutableList<Finding> accumulatorsFold(
            AccumulatorState opening, ImmutableList<Payslip> committed, AccumulatorState told) {
        AccumulatorState folded = committed.injectInto(opening, AccumulatorState::plus);
        AccumulatorState back = committed.toReversed().injectInto(folded, AccumulatorState::minus);
        return unless(folded.equals(told), "accumulators-fold", committed.size() + " payslips", "is not the fold")
                .newWithAll(unless(
                        back.equals(opening), "accumulators-reverse", committed.size() + " payslips", "do not cancel"));
    }

    /** A capped base never exceeds its cap over payslips of one window. */
    public static ImmutableList<Finding> capHolds(String slot, long cap, ImmutableList<Payslip> sameWindow) {
        long sum = sameWindow.collectLong(slip -> slip.minor(slot)).sum();
        return unless(sum <= cap, "cap", slot, "exceeds its cap over " + sameWindow.size() + " payments");
    }

    /** Deltas compose, an empty change gives none, and what was paid plus the delta is what is known now. */
    public static ImmutableList<Finding> deltasCompose(Payslip a, Payslip b, Payslip c) {
        Retro whole = Retro.between(a, c);
        boolean composed = Retro.between(a, b).plus(Retro.between(b, c)).equals(whole);
        boolean none = Retro.between(a, a).isNone() && whole.after(whole).isNone();
        boolean reaches = a.pack()
                .slots()
                .allSatisfy(slot ->
                        a.minor(slot) + whole.minor().getIfAbsentValue(slot.name(), 0L) == c.minor(slot.name()));
        return unless(composed, "retro-composes", a.toString(), "differs from the sum of its steps")
                .newWithAll(unless(none, "retro-empty", a.toString(), "tells a difference where there is none"))
                .newWithAll(unless(reaches, "retro-reaches", a.toString(), "does not lead to what is known now"));
    }

    /** Orders never take more than they may, and a later one nothing before all earlier ones have all they ask. */
    public static ImmutableList<Finding> garnishments(
            long disposable, long floor, ImmutableList<Garnishment> orders, ImmutableMap<String, Long> served) {
        MutableList<Finding> found = Lists.mutable.empty();
        long taken = served.collectLong(Long::longValue).sum();
        found.addAllIterable(unless(
                taken <= Math.max(0, disposable - floor), "garnishment-floor", "all orders", "reach below the floor"));
        for (Garnishment order : orders) {
            long got = served.getIfAbsentValue(order.id(), 0L);
            boolean starved = orders.anySatisfy(other ->
                    other.priority() < order.priority() && served.getIfAbsentValue(other.id(), 0L) < other.wanted());
            long upTo = orders.select(other -> other.priority() <= order.priority())
                    .collectLong(other -> served.getIfAbsentValue(other.id(), 0L))
                    .sum();
            boolean within = got >= 0 && got <= order.wanted();
            boolean limited = got == 0 || upTo <= order.limit().applyAsLong(disposable);
            found.addAllIterable(unless(within, "garnishment-amount", order.id(), "got less than nothing or too much"));
            found.addAllIterable(unless(limited, "garnishment-limit", order.id(), "exceeds what the law lets it take"));
            found.addAllIterable(
                    unless(got == 0 || !starved, "garnishment-priority", order.id(), "was served before its turn"));
        }
        return found.toImmutable();
    }

    /** The gross reaches the net that was asked for, and one minor unit less does not. */
    public static ImmutableList<Finding> grossUp(PayrollPlan plan, Fact fact, long net, GrossUp found) {
        boolean reaches = found.payslip().netMinor() >= net
                && found.exact() == (found.payslip().netMinor() == net);
        boolean least = true;
        if (found.gross() > 0) {
            PayrollInputBuilder less = found.payslip().input().toBuilder().set(fact, found.gross() - 1);
            least = plan.compute(less.build()).orElseThrow().netMinor() < net;
        }
        return unless(reaches, "gross-up-reaches", fact.name(), "pays out less than asked for")
                .newWithAll(unless(least, "gross-up-least", fact.name(), "could be less"));
    }
}
