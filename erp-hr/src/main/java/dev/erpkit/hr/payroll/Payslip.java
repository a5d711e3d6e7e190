package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.trace.TraceStep;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What a payment came to: every figure with its derivation. {@code net = earnings - deductions + credits} and
 * {@code employer cost = gross + employer contributions}, exactly, in minor units. An immutable value.
 */
public final class Payslip {
    private final PayrollPlan plan;
    private final PayrollInput input;
    private final Notes notes;
    private final long gross;
    private final long deductions;
    private final long net;
    private final long cost;

    Payslip(PayrollPlan plan, PayrollInput input, Inputs in) {
        this.plan = plan;
        this.input = input;
        this.notes = in.notes.written();
        boolean alone = input.carried().isEmpty();
        this.gross = sum(SlotKind.EARNING, alone);
        this.deductions = sum(SlotKind.DEDUCTION, alone);
        this.net = Math.addExact(Math.subtractExact(gross, deductions), sum(SlotKind.CREDIT, alone));
        this.cost = Math.addExact(gross, sum(SlotKind.EMPLOYER, alone));
    }

    /** The slots of a kind, and corrections of earlier periods that are taxed there. */
    private long sum(SlotKind kind, boolean alone) {
        long sum = plan.sum(kind, notes);
        if (alone) {
            return sum;
        }
        for (Carried carried : input.carried()) {
            if (carried.treatment() == TaxTreatment.WHEN_EARNED
                    && slot(carried.slot()).kind() == kind) {
                sum = Math.addExact(sum, carried.minor());
            }
        }
        return sum;
    }

    /** By which rules it was computed. */
    public Pack pack() {
        return plan.pack();
    }

    /** The kind of computation. */
    public Edition edition() {
        return plan.edition();
    }

    /** The dates of the payment. */
    public PayDates dates() {
        return plan.dates();
    }

    /** The host's id of the employment. */
    public String employment() {
        return input.employment();
    }

    /** What it was computed from. */
    public PayrollInput input() {
        return input;
    }

    /** All pay, in minor units, corrections of earlier periods included. */
    public long grossMinor() {
        return gross;
    }

    /** What is deducted, in minor units. */
    public long deductionsMinor() {
        return deductions;
    }

    /** What is paid out, in minor units; below zero when more is deducted than earned. */
    public long netMinor() {
        return net;
    }

    /** Gross and what the employer bears beside it, in minor units. */
    public long employerCostMinor() {
        return cost;
    }

    /** What is paid out. */
    public MonetaryAmount net() {
        return Amounts.ofMinor(netMinor(), pack().currency());
    }

    /** The amount of a slot of this very pack in minor units; 0 when the edition does not compute it. */
    public long minor(Slot slot) {
        int position = plan.positionOf(slot);
        return position < 0 ? 0 : notes.value(position);
    }

    /** The amount of a slot by name in minor units; 0 when the pack or the edition does not have it. */
    public long minor(String slot) {
        return pack().slot(slot).map(this::minor).orElse(0L);
    }

    /**
     * The lines that are not zero, in the order in which the pack declares them; after them corrections of earlier periods
     * that are taxed there.
     */
    public ImmutableList<PayslipLine> lines() {
        MutableList<PayslipLine> lines = Lists.mutable.empty();
        for (Slot slot : pack().slots()) {
            if (minor(slot) != 0) {
                lines.add(line(slot, minor(slot)));
            }
        }
        input.carried()
                .select(c -> c.treatment() == TaxTreatment.WHEN_EARNED && c.minor() != 0)
                .forEach(c -> lines.add(line(c)));
        return lines.toImmutable();
    }

    private PayslipLine line(Slot slot, long minor) {
        return new PayslipLine(
                slot.name(), slot.kind(), minor, slot.keyDate(), dates().on(slot.keyDate()), Optional.empty());
    }

    /** What was too much is a line of the other direction: amounts are never below zero. */
    private PayslipLine line(Carried carried) {
        Slot slot = slot(carried.slot());
        SlotKind kind = carried.minor() >= 0 ? slot.kind() : opposite(slot.kind());
        long size = kind == slot.kind() ? carried.minor() : Math.negateExact(carried.minor());
        return new PayslipLine(
                slot.name(),
                kind,
                size,
                slot.keyDate(),
                Optional.of(carried.attribution().lastDay()),
                Optional.of(carried.attribution()));
    }

    private static SlotKind opposite(SlotKind kind) {
        return switch (kind) {
            case EARNING, CREDIT -> SlotKind.DEDUCTION;
            case DEDUCTION -> SlotKind.CREDIT;
            case EMPLOYER, BASE -> kind;
        };
    }

    private Slot slot(String name) {
        return pack().slot(name).orElseThrow();
    }

    /** How a figure came about: its law, dates, layer, the facts and versions that went in, roundings, and what they rest on. */
    public Optional<TraceStep> explain(String slot) {
        return explain(slot, derivations());
    }

    private Optional<TraceStep> explain(String slot, Derivations all) {
        return all.of(slot, this::minor, plan.currency, dates());
    }

    /** How all figures came about, for keeping: what {@link #explain} puts together. */
    public Derivations derivations() {
        return new Explanation(this, plan, notes).all();
    }

    /** The names of the facts and accumulators that a figure rests on, through all that it reads; nothing else changes it. */
    public ImmutableSet<String> leaves(String slot) {
        return new Explanation(this, plan, notes).leaves(slot(slot));
    }

    /** Recomputes every figure from what was recorded before it: see {@link LineAudit}. */
    public ImmutableList<LineAudit> audit() {
        return LineAudit.of(plan, input, notes);
    }

    /** All of it as text, the derivations included: equal payslips have equal text. */
    public String canonical() {
        StringBuilder text = new StringBuilder();
        text.append(pack()).append(' ').append(edition().name()).append(' ').append(employment());
        Derivations all = derivations();
        for (Slot slot : plan.slots().toSortedListBy(Slot::name)) {
            text.append('\n').append(explain(slot.name(), all).orElseThrow().render());
        }
        lines().select(line -> line.attribution().isPresent())
                .forEach(line -> text.append('\n').append(line).append(' ').append(line.minor()));
        return text.toString();
    }

    /** Without amounts and person. */
    @Override
    public String toString() {
        return "Payslip by " + pack() + " " + edition().name() + " paid " + dates().payment();
    }
}
