package dev.erpkit.hr.payroll;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.Violation;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The versions of a parameter one after the other. */
final class ParameterHistory {
    private ParameterHistory() {}

    /** What is left of a version outside a time, in up to two pieces. */
    static <T> ImmutableList<Parameter.Version<T>> outside(Parameter.Version<T> old, DateRange time) {
        DateRange validity = old.validity();
        if (!validity.overlaps(time)) {
            return Lists.immutable.of(old);
        }
        MutableList<Parameter.Version<T>> left = Lists.mutable.empty();
        if (validity.startInclusive().isBefore(time.startInclusive())) {
            left.add(during(old, DateRange.of(validity.startInclusive(), time.startInclusive())));
        }
        if (validity.endExclusive().isAfter(time.endExclusive())) {
            left.add(during(old, DateRange.of(time.endExclusive(), validity.endExclusive())));
        }
        return left.toImmutable();
    }

    private static <T> Parameter.Version<T> during(Parameter.Version<T> old, DateRange validity) {
        return new Parameter.Version<>(old.id(), validity, old.value(), old.source(), old.layer());
    }

    /** Gaps and overlaps. */
    static ImmutableList<Violation> problems(Parameter<?> parameter) {
        MutableList<Violation> problems = Lists.mutable.empty();
        if (parameter.versions().isEmpty()) {
            problems.add(new Violation(parameter.name(), "pack.no-versions", "has no version"));
        }
        for (int i = 1; i < parameter.versions().size(); i++) {
            DateRange before = parameter.versions().get(i - 1).validity();
            DateRange after = parameter.versions().get(i).validity();
            if (before.overlaps(after)) {
                problems.add(new Violation(
                        parameter.name(), "pack.interval-overlap", "has two versions in " + before + " and " + after));
            } else if (!before.endExclusive().equals(after.startInclusive())) {
                problems.add(new Violation(
                        parameter.name(), "pack.interval-gap", "has no version between " + before + " and " + after));
            }
        }
        return problems.toImmutable();
    }

    /** Whether there is a version for every day of a time, given that there is no gap. */
    static boolean covers(Parameter<?> parameter, DateRange time) {
        return parameter.versions().notEmpty()
                && !parameter.versions().getFirst().validity().startInclusive().isAfter(time.startInclusive())
                && !parameter.versions().getLast().validity().endExclusive().isBefore(time.endExclusive());
    }
}
