package dev.erpkit.hr.payroll;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Violation;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Collects what a pack declares. What it hands back is what rules read: the same value with its place in the pack. */
public final class PackBuilder {
    final String id;
    final String version;
    final CurrencyUnit currency;
    final MutableList<String> layers = Lists.mutable.empty();
    final MutableList<Fact> facts = Lists.mutable.empty();
    final MutableList<Slot> slots = Lists.mutable.empty();
    final MutableList<Parameter<?>> parameters = Lists.mutable.empty();
    final MutableList<Accumulator> accumulators = Lists.mutable.empty();
    final MutableList<RuleDefinition> rules = Lists.mutable.empty();
    final MutableList<Edition> editions = Lists.mutable.empty();
    final MutableList<Derived> derived = Lists.mutable.empty();
    final MutableList<Violation> problems = Lists.mutable.empty();
    private final Level level;
    private final String layer;

    PackBuilder(String id, String version, CurrencyUnit currency) {
        this.id = id;
        this.version = version;
        this.currency = currency;
        this.level = Level.STATUTE;
        this.layer = level.text() + " " + id + " " + version;
        layers.add(layer);
    }

    PackBuilder(Pack base, Level level, String name) {
        this.id = base.id();
        this.version = base.version();
        this.currency = base.currency();
        this.level = level;
        this.layer = level.text() + " " + name;
        layers.addAllIterable(base.layers());
        layers.add(layer);
        facts.addAllIterable(base.facts());
        slots.addAllIterable(base.slots());
        parameters.addAllIterable(base.parameters());
        accumulators.addAllIterable(base.accumulators());
        rules.addAllIterable(base.rules());
        editions.addAllIterable(base.editions());
        derived.addAllIterable(base.derived());
    }

    /** Declares a fact. */
    public Fact fact(Fact declared) {
        Fact placed = declared.at(facts.size());
        facts.add(placed);
        return placed;
    }

    /** Declares a slot; the collectors it names were declared before. */
    public Slot slot(Slot declared) {
        Slot placed = declared.at(slots.size());
        slots.add(placed);
        return placed;
    }

    /** Declares a parameter with its versions. */
    public <T> Parameter<T> parameter(Parameter<T> declared) {
        Parameter<T> placed = declared.at(parameters.size());
        parameters.add(placed);
        return placed;
    }

    /** Declares an accumulator. */
    public Accumulator accumulator(Accumulator declared) {
        Accumulator placed = declared.at(accumulators.size());
        accumulators.add(placed);
        return placed;
    }

    /** Declares a number that several rules derive in the same way; its rule notes nothing. */
    public Derived derived(Rule rule) {
        Derived placed = new Derived(rule, derived.size());
        derived.add(placed);
        return placed;
    }

    /** Declares an edition. */
    public void edition(Edition declared) {
        editions.add(declared);
    }

    /** Lays down the rule of a slot for all editions that have no other. */
    public void rule(Slot slot, Rule rule, Readable... reads) {
        rule("", slot, rule, reads);
    }

    /**
     * Lays down the rule of a slot for one edition. In a layer above the statute it takes the place of the rule below, if
     * the slot is open to that level.
     */
    public void rule(String edition, Slot slot, Rule rule, Readable... reads) {
        RuleDefinition definition = new RuleDefinition(edition, slot.index(), rule, Lists.immutable.with(reads), layer);
        RuleDefinition below =
                rules.detect(r -> r.slot() == slot.index() && r.edition().equals(edition));
        if (below == null) {
            boolean foreign =
                    rules.anySatisfy(r -> r.slot() == slot.index() && !r.layer().equals(layer));
            if (foreign && closed(slot)) {
                return;
            }
            rules.add(definition);
        } else if (below.layer().equals(layer)) {
            problems.add(new Violation(slot.name(), "pack.duplicate-rule", "has two rules in the layer " + layer));
        } else if (!closed(slot)) {
            rules.set(rules.indexOf(below), definition);
        }
    }

    private boolean closed(Slot slot) {
        if (slot.openTo().compareTo(level) >= 0) {
            return false;
        }
        problems.add(new Violation(
                slot.name(), "pack.not-open", "is open to " + slot.openTo().text() + ", not to " + level.text()));
        return true;
    }

    /**
     * Replaces, for a time, what a parameter says: the version holds from its first day for as long as it says, and what was
     * there before holds outside it.
     */
    public <T> void override(Parameter<T> parameter, Parameter.Version<T> version) {
        @SuppressWarnings("unchecked") // the handle has the type of the parameter at its place
        Parameter<T> below = (Parameter<T>) parameters.get(parameter.index());
        ImmutableList<Parameter.Version<T>> kept =
                below.versions().flatCollect(old -> ParameterHistory.outside(old, version.validity()));
        Parameter.Version<T> laid =
                new Parameter.Version<>(version.id(), version.validity(), version.value(), version.source(), layer);
        parameters.set(parameter.index(), below.with(kept.newWith(laid)));
    }

    /**
     * The pack.
     *
     * @throws InvalidValueException with all that is wrong: {@code pack.duplicate-name}, {@code pack.duplicate-rule},
     *     {@code pack.not-open}, {@code pack.no-edition}, {@code pack.interval-gap}, {@code pack.interval-overlap},
     *     {@code pack.no-versions}, {@code pack.uncovered} where the versions of a parameter do not reach over the coverage
     *     of an edition, {@code pack.no-rule}, {@code pack.cycle}, {@code pack.foreign} for a rule that reads what another
     *     pack declared
     */
    public Pack build() {
        problems.addAllIterable(PackChecks.problems(this));
        if (problems.notEmpty()) {
            throw new InvalidValueException("Pack", problems.toImmutable());
        }
        return new Pack(this);
    }
}
