package dev.erpkit.hr.payroll;

import dev.erpkit.core.trace.TraceStep;
import java.util.Optional;

/**
 * What a rule recorded on the way to its figure: a rounding, an amount by name, a correction that is carried.
 *
 * @param slot the figure
 * @param what the rounding policy, or the name of the amount
 * @param result what it came to, as exact text
 * @param from what it came from, such as the fraction before rounding
 */
public record RuleNote(String slot, String what, String result, Optional<ReadInput> from) {
    static RuleNote of(String slot, TraceStep step) {
        return new RuleNote(
                slot,
                step.rule(),
                step.result(),
                step.inputs()
                        .keyValuesView()
                        .collect(input -> new ReadInput(input.getOne(), input.getTwo()))
                        .toList()
                        .getFirstOptional());
    }

    TraceStep step() {
        TraceStep step = TraceStep.of(what, result);
        return from.map(input -> step.with(input.name(), input.content())).orElse(step);
    }

    /** Without the result. */
    @Override
    public String toString() {
        return slot + ": " + what;
    }
}
