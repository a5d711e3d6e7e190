package dev.erpkit.hr.payroll;

import dev.erpkit.core.trace.TraceStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;

/** Turns what a payslip recorded into the derivation of a figure. */
final class Explanation {
    private final Payslip slip;
    private final PayrollPlan plan;
    private final Notes notes;

    Explanation(Payslip slip, PayrollPlan plan, Notes notes) {
        this.slip = slip;
        this.plan = plan;
        this.notes = notes;
    }

    Optional<TraceStep> of(Slot slot) {
        int position = plan.positionOf(slot);
        return position < 0 ? Optional.empty() : Optional.of(step(slot, position));
    }

    private TraceStep step(Slot slot, int position) {
        RuleDefinition rule = plan.order().get(position);
        TraceStep step = TraceStep.of(
                slot.name(), AmountText.of(slip.minor(slot), slip.pack().currency()));
        if (slot.law().isPresent()) {
            step = step.with("law", slot.citation());
        }
        Optional<LocalDate> day = slip.dates().on(slot.keyDate());
        step = step.with("keyed on", slot.keyDate().text() + (day.isPresent() ? " " + day.get() : ""));
        boolean overridden = slip.input().override(slot.index()) != Inputs.MISSING;
        if (overridden) {
            step = step.with("layer", Level.CONTRACT.text() + " over " + rule.layer());
        } else if (!rule.layer().isEmpty()) {
            step = step.with("layer", rule.layer());
        }
        TraceStep[] built = {overridden ? step : read(step, rule)};
        notes.of(position, plan).forEach(note -> built[0] = built[0].from(note));
        slip.input()
                .carried()
                .select(c -> c.slot().equals(slot.name()) && c.treatment() == TaxTreatment.WHEN_PAID)
                .forEach(c -> built[0] = built[0].from(TraceStep.of(
                                "carried", AmountText.of(c.minor(), slip.pack().currency()))
                        .with("attribution", c.attribution())));
        if (!overridden) {
            rule.reads()
                    .selectInstancesOf(Slot.class)
                    .forEach(read -> of(read).ifPresent(part -> built[0] = built[0].from(part)));
        }
        return built[0];
    }

    private TraceStep read(TraceStep step, RuleDefinition rule) {
        TraceStep with = step;
        for (Readable read : rule.reads()) {
            if (read instanceof Fact fact) {
                with = with.with(fact.name(), text(fact));
            } else if (read instanceof Parameter<?> parameter) {
                with = with.with(
                        parameter.name(), version(slip.pack().parameters().get(parameter.index())));
            } else if (read instanceof Accumulator accumulator) {
                long window = plan.windows[accumulator.index()];
                with = with.with(
                        accumulator.name(),
                        AmountText.of(
                                        slip.input().accumulated(accumulator.index(), window),
                                        slip.pack().currency())
                                + (window == Inputs.MISSING ? "" : " since " + LocalDate.ofEpochDay(window)));
            }
        }
        return with;
    }

    private String text(Fact fact) {
        long value = slip.input().fact(fact.index());
        if (value == Inputs.MISSING) {
            return "not given";
        }
        String text = switch (fact.type()) {
            case AMOUNT -> AmountText.of(value, slip.pack().currency());
            case COUNT -> String.valueOf(value);
            case FLAG -> value != 0 ? "yes" : "no";
            case DECIMAL -> BigDecimal.valueOf(value, 6).stripTrailingZeros().toPlainString();
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case CODE -> fact.codes().get((int) value);
        };
        return slip.input().isGiven(fact.index())
                ? text
                : text + " by law: " + fact.byLaw().map(Fact.ByLaw::citation).orElse("");
    }

    private String version(Parameter<?> parameter) {
        Optional<LocalDate> day = slip.dates().on(parameter.keyDate());
        return day.flatMap(parameter::on)
                .map(version -> value(version.value()) + "version " + version.id() + " for "
                        + parameter.keyDate().text() + " " + day.orElseThrow() + ", " + version.layer())
                .orElse("no version");
    }

    /** A figure says itself; a table is named by its version. */
    private String value(Object value) {
        if (value instanceof Long minor) {
            return AmountText.of(minor, slip.pack().currency()) + ", ";
        }
        return value instanceof Rate ? value + ", " : "";
    }

    ImmutableSet<String> leaves(Slot slot) {
        MutableSet<String> leaves = Sets.mutable.empty();
        collect(slot, leaves, Sets.mutable.empty());
        return leaves.toImmutable();
    }

    private void collect(Slot slot, MutableSet<String> leaves, MutableSet<Integer> seen) {
        int position = plan.positionOf(slot);
        if (position < 0 || !seen.add(slot.index())) {
            return;
        }
        for (Readable read : plan.order().get(position).reads()) {
            if (read instanceof Slot other) {
                collect(other, leaves, seen);
            } else if (!(read instanceof Parameter<?>)) {
                leaves.add(read.name());
            }
        }
    }
}
