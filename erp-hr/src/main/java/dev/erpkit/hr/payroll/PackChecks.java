package dev.erpkit.hr.payroll;

import dev.erpkit.core.value.Violation;
import org.eclipse.collections.api.RichIterable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What makes a pack impossible. */
final class PackChecks {
    private final PackBuilder pack;
    private final MutableList<Violation> problems = Lists.mutable.empty();

    private PackChecks(PackBuilder pack) {
        this.pack = pack;
    }

    static ImmutableList<Violation> problems(PackBuilder pack) {
        PackChecks checks = new PackChecks(pack);
        checks.names(pack.slots);
        checks.names(Lists.mutable
                .<Readable>ofAll(pack.facts)
                .withAll(pack.parameters)
                .withAll(pack.accumulators));
        pack.parameters.forEach(parameter -> checks.problems.addAllIterable(ParameterHistory.problems(parameter)));
        boolean sound = checks.handles() && checks.problems.isEmpty() && pack.problems.isEmpty();
        if (pack.editions.isEmpty()) {
            checks.problems.add(new Violation("editions", "pack.no-edition", "has no edition"));
        } else if (sound) {
            pack.editions.forEach(checks::edition);
        }
        return checks.problems.toImmutable();
    }

    private void problem(String path, String code, String message) {
        problems.add(new Violation(path, code, message));
    }

    private void names(RichIterable<? extends Readable> declared) {
        declared.groupBy(Readable::name).forEachKeyMultiValues((name, all) -> {
            if (Lists.immutable.ofAll(all).size() > 1) {
                problems.add(new Violation(name, "pack.duplicate-name", "is declared twice"));
            }
        });
    }

    /** Whether every rule reads what this pack declared. */
    private boolean handles() {
        boolean sound = true;
        for (RuleDefinition rule : pack.rules) {
            for (Readable read : rule.reads()) {
                if (!known(read)) {
                    sound = false;
                    problem(
                            read.name(),
                            "pack.foreign",
                            "is read by " + pack.slots.get(rule.slot()).name() + " but was not declared by this pack");
                }
            }
        }
        return sound;
    }

    private boolean known(Readable read) {
        MutableList<? extends Readable> declared;
        int index;
        if (read instanceof Fact fact) {
            declared = pack.facts;
            index = fact.index();
        } else if (read instanceof Slot slot) {
            declared = pack.slots;
            index = slot.index();
        } else if (read instanceof Accumulator accumulator) {
            declared = pack.accumulators;
            index = accumulator.index();
        } else {
            declared = pack.parameters;
            index = ((Parameter<?>) read).index();
        }
        return index >= 0
                && index < declared.size()
                && declared.get(index).name().equals(read.name());
    }

    private void edition(Edition edition) {
        RuleGraph graph = RuleGraph.of(edition, pack.slots.toImmutable(), pack.rules.toImmutable());
        problems.addAllIterable(graph.problems());
        graph.order()
                .flatCollect(RuleDefinition::reads)
                .selectInstancesOf(Parameter.class)
                .collect(read -> pack.parameters.get(read.index()))
                .distinct()
                .select(parameter -> parameter.keyDate() == edition.coverageOf()
                        && !ParameterHistory.covers(parameter, edition.coverage()))
                .forEach(parameter -> problem(
                        parameter.name(),
                        "pack.uncovered",
                        "has no version for some days that the edition " + edition.name() + " covers"));
    }
}
