package dev.erpkit.hr.payroll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;

/** Turns what a payslip recorded into the derivations of its figures. */
final class Explanation {
    private final Payslip slip;
    private final PayrollPlan plan;
    private final Notes notes;

    Explanation(Payslip slip, PayrollPlan plan, Notes notes) {
        this.slip = slip;
        this.plan = plan;
        this.notes = notes;
    }

    /** How all figures came about. */
    Derivations all() {
        MutableMap<String, ReadInput> inputs = Maps.mutable.empty();
        MutableList<RuleNote> noted = Lists.mutable.empty();
        for (int position = 0; position < plan.size(); position++) {
            for (Readable read : plan.order().get(position).reads()) {
                if (!(read instanceof Slot)) {
                    inputs.getIfAbsentPut(read.name(), () -> new ReadInput(read.name(), text(read)));
                }
            }
            notes(position, noted);
        }
        return new Derivations(rules(), inputs.toSortedListBy(ReadInput::name).toImmutable(), noted.toImmutable());
    }

    /** Those of the plan; a contract stands in place of what it overrides. */
    private ImmutableList<AppliedRule> rules() {
        if (slip.input().isByRulesAlone()) {
            return plan.applied();
        }
        return plan.applied().collectWithIndex((rule, position) -> {
            boolean overridden = slip.input().override(plan.slotAt(position).index()) != Inputs.MISSING;
            return overridden
                    ? new AppliedRule(
                            rule.slot(),
                            rule.law(),
                            rule.keyDate(),
                            Level.CONTRACT.text() + " over " + rule.layer(),
                            Lists.immutable.empty(),
                            Lists.immutable.empty())
                    : rule;
        });
    }

    private void notes(int position, MutableList<RuleNote> noted) {
        String slot = plan.slotAt(position).name();
        notes.of(position, plan).forEach(step -> noted.add(RuleNote.of(slot, step)));
        slip.input()
                .carried()
                .select(c -> c.slot().equals(slot) && c.treatment() == TaxTreatment.WHEN_PAID)
                .forEach(c -> noted.add(new RuleNote(
                        slot,
                        "carried",
                        AmountText.of(c.minor(), plan.currency),
                        Optional.of(new ReadInput("attribution", c.attribution().toString())))));
    }

    private String text(Readable read) {
        if (read instanceof Fact fact) {
            return text(fact);
        }
        if (read instanceof Parameter<?> parameter) {
            return version(plan.parameterAt(parameter.index()));
        }
        return read instanceof Accumulator accumulator ? text(accumulator) : "";
    }

    private String text(Accumulator accumulator) {
        long window = plan.windows[accumulator.index()];
        return AmountText.of(slip.input().accumulated(accumulator.index(), window), plan.currency)
                + (window == Inputs.MISSING ? "" : " since " + LocalDate.ofEpochDay(window));
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
