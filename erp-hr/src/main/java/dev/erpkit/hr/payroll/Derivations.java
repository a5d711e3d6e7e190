package dev.erpkit.hr.payroll;

import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How all figures of a payslip came about, each thing said once: the derivation of a figure is put together from it and
 * needs no pack, so it stays what it was to the last character when the pack is long gone.
 *
 * @param rules in the order of computation; payslips of one computation share them
 * @param inputs what rules read
 * @param notes what rules recorded, those of one figure in their order
 */
public record Derivations(
        ImmutableList<AppliedRule> rules, ImmutableList<ReadInput> inputs, ImmutableList<RuleNote> notes) {
    private static final Derivations NONE =
            new Derivations(Lists.immutable.empty(), Lists.immutable.empty(), Lists.immutable.empty());

    /** Of a payslip whose figures nothing is known of. */
    public static Derivations none() {
        return NONE;
    }

    /**
     * How a figure came about: its law, dates, layer, what went in, roundings, and the figures that it rests on.
     *
     * @param minor the value of each slot by name, in minor units
     * @return empty for a slot that was not computed
     */
    public Optional<TraceStep> of(String slot, ToLongFunction<String> minor, CurrencyUnit currency, PayDates dates) {
        return rules.detectOptional(rule -> rule.slot().equals(slot)).map(rule -> step(rule, minor, currency, dates));
    }

    private TraceStep step(AppliedRule rule, ToLongFunction<String> minor, CurrencyUnit currency, PayDates dates) {
        TraceStep step = TraceStep.of(rule.slot(), AmountText.of(minor.applyAsLong(rule.slot()), currency));
        if (!rule.law().isEmpty()) {
            step = step.with("law", rule.law());
        }
        Optional<LocalDate> day = dates.on(rule.keyDate());
        step = step.with(
                "keyed on", rule.keyDate().text() + day.map(on -> " " + on).orElse(""));
        if (!rule.layer().isEmpty()) {
            step = step.with("layer", rule.layer());
        }
        for (ReadInput input : inputs) {
            step = rule.inputs().contains(input.name()) ? step.with(input.name(), input.content()) : step;
        }
        for (RuleNote note : notes) {
            step = note.slot().equals(rule.slot()) ? step.from(note.step()) : step;
        }
        for (String read : rule.slots()) {
            Optional<TraceStep> part = of(read, minor, currency, dates);
            step = part.isPresent() ? step.from(part.get()) : step;
        }
        return step;
    }

    /** Without the contents, which are personal. */
    @Override
    public String toString() {
        return "Derivations of " + rules.collect(AppliedRule::slot).makeString();
    }
}
