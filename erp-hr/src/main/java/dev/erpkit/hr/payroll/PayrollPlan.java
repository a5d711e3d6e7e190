package dev.erpkit.hr.payroll;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * An edition bound to the dates of a payment: rules in their order, the version of every parameter, the window of every
 * accumulator. Immutable and shared by threads; a payslip depends on nothing but the plan and its input.
 */
public final class PayrollPlan {
    private final Pack pack;
    private final Edition edition;
    private final PayDates dates;
    private final ImmutableList<RuleDefinition> order;
    private final Rule[] rules;
    private final Slot[] slots;

    /** By index of parameter; null where none holds. */
    final @Nullable Object[] values;

    /** By index of accumulator; missing where the payment does not have the date. */
    final long[] windows;

    PayrollPlan(Pack pack, Edition edition, PayDates dates, ImmutableList<RuleDefinition> order) {
        this.pack = pack;
        this.edition = edition;
        this.dates = dates;
        this.order = order;
        this.rules = order.collect(RuleDefinition::rule).toArray(new Rule[0]);
        this.slots = order.collect(rule -> pack.slots().get(rule.slot())).toArray(new Slot[0]);
        this.values = new Object[pack.parameters().size()];
        pack.parameters()
                .forEachWithIndex((parameter, i) -> values[i] = dates.on(parameter.keyDate())
                        .flatMap(day -> parameter.on(day).map(Parameter.Version::value))
                        .orElse(null));
        this.windows = new long[pack.accumulators().size()];
        pack.accumulators()
                .forEachWithIndex((accumulator, i) -> windows[i] = dates.on(accumulator.keyDate())
                        .map(day -> accumulator.reset().windowOf(day).toEpochDay())
                        .orElse(Inputs.MISSING));
    }

    /** The pack it belongs to. */
    public Pack pack() {
        return pack;
    }

    /** What it computes. */
    public Edition edition() {
        return edition;
    }

    /** The dates it is bound to. */
    public PayDates dates() {
        return dates;
    }

    /** The slots that it computes, each after what it reads. */
    public ImmutableList<Slot> slots() {
        return Lists.immutable.with(slots);
    }

    ImmutableList<RuleDefinition> order() {
        return order;
    }

    Slot slotAt(int position) {
        return slots[position];
    }

    /** Where a slot is computed, -1 when it is not. */
    int positionOf(Slot slot) {
        return order.detectIndex(rule -> rule.slot() == slot.index());
    }

    int size() {
        return rules.length;
    }

    Refusal refusal(Parameter<?> parameter) {
        Parameter<?> known = pack.parameters().get(parameter.index());
        Optional<LocalDate> day = dates.on(known.keyDate());
        return day.isPresent()
                ? PayrollRefusals.parameterUncovered(known, day.get())
                : PayrollRefusals.dateMissing(known.name(), known.keyDate());
    }

    /**
     * Computes a payslip; keeps nothing, so it also answers what would be.
     *
     * @return the payslip, or {@code payroll.fact-missing}, {@code payroll.date-missing},
     *     {@code payroll.parameter-uncovered}, {@code payroll.negative-line}, {@code payroll.amount-range},
     *     {@code payroll.pack-mismatch}, or what a rule of the pack refuses
     */
    public Outcome<Payslip> compute(PayrollInput input) {
        if (input.pack() != pack) {
            return Outcome.refused(PayrollRefusals.packMismatch(pack, input.pack()));
        }
        Inputs in = new Inputs(this, input);
        int i = 0;
        try {
            for (; i < rules.length; i++) {
                in.values[slots[i].index()] = evaluate(i, in, input);
            }
            return Outcome.accepted(new Payslip(this, input, in));
        } catch (RuleRefusal refused) {
            return Outcome.refused(refused.refusal());
        } catch (ArithmeticException overflow) {
            return Outcome.refused(PayrollRefusals.amountRange(i < slots.length ? slots[i].name() : "net"));
        } catch (InvalidValueException overflow) {
            if (overflow.has("amount.overflow")) {
                return Outcome.refused(PayrollRefusals.amountRange(slots[i].name()));
            }
            throw overflow;
        }
    }

    /** What the rule at a position, an override and what is carried give together. */
    long evaluate(int position, Inputs in, PayrollInput input) {
        Slot slot = slots[position];
        in.begin(slot);
        long amount = input.override(slot.index());
        if (amount == Inputs.MISSING) {
            amount = rules[position].amount(in);
        }
        amount = Math.addExact(amount, input.carriedInto(slot.index()));
        if (amount < 0 && slot.kind() != SlotKind.BASE) {
            throw new RuleRefusal(PayrollRefusals.negativeLine(slot.name()));
        }
        return amount;
    }
}
