package dev.erpkit.hr.payroll;

import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Everything the engine knows about a jurisdiction, a company's rules included, as an immutable value that was
 * validated when it was built: see {@link PackBuilder#build}.
 */
public final class Pack {
    private final String id;
    private final String version;
    private final CurrencyUnit currency;
    private final ImmutableList<String> layers;
    private final ImmutableList<Fact> facts;
    private final ImmutableList<Slot> slots;
    private final ImmutableList<Parameter<?>> parameters;
    private final ImmutableList<Accumulator> accumulators;
    private final ImmutableList<RuleDefinition> rules;
    private final ImmutableList<Edition> editions;
    private final ImmutableList<Derived> derived;
    private final Fact[] factsByIndex;
    private final Fact[] certified;
    private final long[] lawful;

    /** By index of fact: the lowest and the highest value that it can have. */
    private final long[] lowest;

    private final long[] highest;

    /** As many facts as inputs have needed so far; only makes arrays fit, so races do no harm. */
    private int factsNeeded;

    private final ImmutableMap<String, Fact> factsByName;
    private final ImmutableMap<String, Slot> slotsByName;
    private final ImmutableMap<String, Accumulator> accumulatorsByName;

    Pack(PackBuilder from) {
        this.id = from.id;
        this.version = from.version;
        this.currency = from.currency;
        this.layers = from.layers.toImmutable();
        this.facts = from.facts.toImmutable();
        this.slots = from.slots.toImmutable();
        this.parameters = from.parameters.toImmutable();
        this.accumulators = from.accumulators.toImmutable();
        this.rules = from.rules.toImmutable();
        this.editions = from.editions.toImmutable();
        this.derived = from.derived.toImmutable();
        this.factsByIndex = facts.toArray(new Fact[0]);
        this.certified = facts.select(
                        fact -> fact.certificate().isPresent() && fact.byLaw().isPresent())
                .toArray(new Fact[0]);
        this.lowest = facts.collectLong(Fact::lowest).toArray();
        this.highest = facts.collectLong(Fact::highest).toArray();
        this.lawful = facts.collectLong(
                        fact -> fact.byLaw().map(Fact.ByLaw::value).orElse(Inputs.MISSING))
                .toArray();
        this.factsByName = facts.groupByUniqueKey(Fact::name).toImmutable();
        this.slotsByName = slots.groupByUniqueKey(Slot::name).toImmutable();
        this.accumulatorsByName =
                accumulators.groupByUniqueKey(Accumulator::name).toImmutable();
    }

    /**
     * Begins a pack.
     *
     * @param id names it, such as {@code us-federal}
     * @param version names this state of it, such as {@code 2026.1}
     * @param currency what its amounts are in; they have its decimals
     */
    public static PackBuilder define(String id, String version, CurrencyUnit currency) {
        return new PackBuilder(id, version, currency);
    }

    /**
     * Begins a pack that adds a layer to this one: more slots, newer parameters, other rules where this one leaves it
     * open.
     *
     * @param level who lays it down
     * @param name names the layer, such as the company
     */
    public PackBuilder extend(Level level, String name) {
        return new PackBuilder(this, level, name);
    }

    /** Names it. */
    public String id() {
        return id;
    }

    /** Names this state of it. */
    public String version() {
        return version;
    }

    /** What its amounts are in. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** Who laid down rules, the statute first. */
    public ImmutableList<String> layers() {
        return layers;
    }

    /** What can be asked about a person or a payment. */
    public ImmutableList<Fact> facts() {
        return facts;
    }

    /** All figures. */
    public ImmutableList<Slot> slots() {
        return slots;
    }

    /** The figures and tables of the law. */
    public ImmutableList<Parameter<?>> parameters() {
        return parameters;
    }

    /** Sums over earlier payments. */
    public ImmutableList<Accumulator> accumulators() {
        return accumulators;
    }

    /** What it can compute. */
    public ImmutableList<Edition> editions() {
        return editions;
    }

    /** The fact of this name. */
    public Optional<Fact> fact(String name) {
        return Optional.ofNullable(factsByName.get(name));
    }

    /** The slot of this name. */
    public Optional<Slot> slot(String name) {
        return Optional.ofNullable(slotsByName.get(name));
    }

    /** The accumulator of this name. */
    public Optional<Accumulator> accumulator(String name) {
        return Optional.ofNullable(accumulatorsByName.get(name));
    }

    /** The edition of this name. */
    public Optional<Edition> edition(String name) {
        return editions.detectOptional(edition -> edition.name().equals(name));
    }

    ImmutableList<RuleDefinition> rules() {
        return rules;
    }

    ImmutableList<Derived> derived() {
        return derived;
    }

    Fact factAt(int index) {
        return factsByIndex[index];
    }

    /** Whether a value is one that the fact at an index can have. */
    boolean admits(int fact, long value) {
        return value >= lowest[fact] && value <= highest[fact];
    }

    int factsNeeded() {
        return factsNeeded;
    }

    void needing(int count) {
        if (count > factsNeeded) {
            factsNeeded = count;
        }
    }

    /** The facts of certificates for which the law says something when none is filed. */
    Fact[] certified() {
        return certified;
    }

    /**
     * By index of fact: what the law says for whoever declares nothing, or {@link Inputs#MISSING}; never written to.
     */
    long[] lawful() {
        return lawful;
    }

    Fact requireFact(String name) {
        return fact(name)
                .orElseThrow(() -> new InvalidValueException(
                        "PayrollInput", name, "payroll.unknown-fact", "is no fact of the pack " + id));
    }

    /** Name and version. */
    @Override
    public String toString() {
        return id + " " + version;
    }
}
