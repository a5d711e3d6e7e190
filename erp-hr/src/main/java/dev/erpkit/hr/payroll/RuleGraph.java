package dev.erpkit.hr.payroll;

import dev.erpkit.core.value.Violation;
import org.eclipse.collections.api.block.predicate.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an edition in an order in which each comes after what it reads. Slots are visited by name, so the order does
 * not depend on the order of declaration.
 */
final class RuleGraph {
    private final Edition edition;
    private final ImmutableList<Slot> slots;
    private final MutableMap<Integer, RuleDefinition> rules = Maps.mutable.empty();
    private final ImmutableSet<Integer> outputs;
    private final MutableList<RuleDefinition> order = Lists.mutable.empty();
    private final MutableSet<Integer> done = Sets.mutable.empty();
    private final MutableList<Integer> path = Lists.mutable.empty();
    private final MutableList<Violation> problems = Lists.mutable.empty();

    private RuleGraph(Edition edition, ImmutableList<Slot> slots, ImmutableList<RuleDefinition> definitions) {
        this.edition = edition;
        this.slots = slots;
        definitions.select(rule -> rule.edition().isEmpty()).forEach(rule -> rules.put(rule.slot(), rule));
        definitions.select(rule -> rule.edition().equals(edition.name())).forEach(rule -> rules.put(rule.slot(), rule));
        this.outputs = edition.slots().isEmpty()
                ? Sets.immutable.ofAll(rules.keysView())
                : edition.slots().toImmutableSet();
    }

    static RuleGraph of(Edition edition, ImmutableList<Slot> slots, ImmutableList<RuleDefinition> definitions) {
        RuleGraph graph = new RuleGraph(edition, slots, definitions);
        graph.outputs.toSortedListBy(index -> slots.get(index).name()).forEach(graph::visit);
        return graph;
    }

    ImmutableList<RuleDefinition> order() {
        return order.toImmutable();
    }

    ImmutableList<Violation> problems() {
        return problems.toImmutable();
    }

    private void visit(int slot) {
        if (done.contains(slot)) {
            return;
        }
        if (path.contains(slot)) {
            ImmutableList<String> names = path.drop(path.indexOf(slot))
                    .with(slot)
                    .collect(index -> slots.get(index).name())
                    .toImmutable();
            problems.add(
                    new Violation(slots.get(slot).name(), "pack.cycle", "needs itself: " + names.makeString(" > ")));
            return;
        }
        RuleDefinition rule = definition(slots.get(slot));
        if (rule == null) {
            problems.add(new Violation(
                    slots.get(slot).name(), "pack.no-rule", "has no rule in the edition " + edition.name()));
            done.add(slot);
            return;
        }
        path.add(slot);
        rule.reads().selectInstancesOf(Slot.class).toSortedListBy(Slot::name).forEach(read -> visit(read.index()));
        path.remove(path.size() - 1);
        if (done.add(slot)) {
            order.add(rule);
        }
    }

    private @Nullable RuleDefinition definition(Slot slot) {
        RuleDefinition own = rules.get(slot.index());
        if (own != null || !slot.collector()) {
            return own;
        }
        ImmutableList<Slot> adding = members(other -> other.addsTo().contains(slot.index()));
        ImmutableList<Slot> subtracting = members(other -> other.subtractsFrom().contains(slot.index()));
        ImmutableList<Readable> reads = Lists.immutable.<Readable>ofAll(adding).newWithAll(subtracting);
        return new RuleDefinition("", slot.index(), new SumRule(adding, subtracting), reads, "");
    }

    private ImmutableList<Slot> members(Predicate<Slot> counting) {
        return slots.select(counting)
                .select(slot -> outputs.contains(slot.index()) || (slot.collector() && reaches(slot)))
                .toSortedListBy(Slot::name)
                .toImmutable();
    }

    /** Whether anything counts into a collector that itself counts into another. */
    private boolean reaches(Slot collector) {
        return slots.anySatisfy(slot -> outputs.contains(slot.index())
                && (slot.addsTo().contains(collector.index())
                        || slot.subtractsFrom().contains(collector.index())));
    }
}
