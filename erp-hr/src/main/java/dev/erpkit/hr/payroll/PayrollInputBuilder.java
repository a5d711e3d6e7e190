package dev.erpkit.hr.payroll;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import dev.erpkit.core.value.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Collects what is known for a payment. Values of facts are checked against their types when the input is built. */
public final class PayrollInputBuilder {
    static final long[] NOTHING = {};

    final Pack pack;
    final String employment;

    /** By index of fact, as far as there are any; missing when it was not given. */
    private long[] facts;

    /** Whether an input has the array, so that it is never written to again. */
    private boolean handedOut;

    ImmutableSet<String> filed = Sets.immutable.empty();
    AccumulatorState state = AccumulatorState.none();
    long[] overrides = NOTHING;
    long[] carriedInto = NOTHING;
    ImmutableList<Carried> carried = Lists.immutable.empty();
    private ImmutableList<Violation> problems = Lists.immutable.empty();

    PayrollInputBuilder(Pack pack, String employment) {
        if (employment.isBlank() || employment.length() > 64 || !Texts.isLabel(employment)) {
            throw new InvalidValueException(
                    "PayrollInput",
                    "employment",
                    "payroll.employment",
                    "must have 1 to 64 characters and no control characters");
        }
        this.pack = pack;
        this.employment = employment;
        this.facts = new long[pack.factsNeeded()];
        Arrays.fill(facts, Inputs.MISSING);
    }

    PayrollInputBuilder(PayrollInput from) {
        this.pack = from.pack();
        this.employment = from.employment();
        this.facts = from.facts();
        this.handedOut = true;
        this.filed = from.filed();
        this.state = from.accumulators();
        this.overrides = from.overrides();
        this.carriedInto = from.carriedInto();
        this.carried = from.carried();
    }

    /** Sets a fact to the whole number it is inside: minor units, number, 1 for yes, millionths, epoch day. */
    public PayrollInputBuilder set(Fact fact, long value) {
        // what stands for a missing fact is no value of any; the one beside it is refused as out of range too
        return put(fact.index(), value == Inputs.MISSING ? value + 1 : value);
    }

    private PayrollInputBuilder put(int index, long value) {
        if (handedOut || index >= facts.length) {
            writable(index + 1);
        }
        facts[index] = value;
        return this;
    }

    private void writable(int count) {
        int before = facts.length;
        facts = Arrays.copyOf(facts, Math.max(before, count));
        Arrays.fill(facts, before, facts.length, Inputs.MISSING);
        handedOut = false;
        pack.needing(count);
    }

    private boolean isGiven(Fact fact) {
        return fact.index() < facts.length && facts[fact.index()] != Inputs.MISSING;
    }

    /** Sets a fact by name as {@link #set(Fact, long)}; {@code payroll.unknown-fact}. */
    public PayrollInputBuilder set(String fact, long value) {
        return set(pack.requireFact(fact), value);
    }

    /** Sets an amount, which must be in the pack's currency ({@code payroll.currency}). */
    public PayrollInputBuilder set(String fact, MonetaryAmount amount) {
        String code = amount.getCurrency().getCurrencyCode();
        if (!code.equals(pack.currency().getCurrencyCode())) {
            throw new InvalidValueException(
                    "PayrollInput", fact, "payroll.currency", "must be in the currency of the pack, not in " + code);
        }
        return set(fact, Amounts.minor(amount));
    }

    /** Sets yes or no. */
    public PayrollInputBuilder set(String fact, boolean yes) {
        return set(fact, yes ? 1 : 0);
    }

    /** Sets a day. */
    public PayrollInputBuilder set(String fact, LocalDate day) {
        return set(fact, day.toEpochDay());
    }

    /**
     * Sets a fact from text: an amount or number in decimals, {@code true} or {@code false}, a day, or one of the
     * alternatives. What cannot be read so is told when the input is built, as {@code payroll.fact-form}.
     */
    public PayrollInputBuilder set(String fact, String text) {
        Fact known = pack.requireFact(fact);
        try {
            return set(known, parse(known, text));
        } catch (ArithmeticException | IllegalArgumentException | java.time.DateTimeException e) {
            problems = problems.newWith(new Violation(fact, "payroll.fact-form", "cannot be read as " + known.type()));
            return this;
        }
    }

    private long parse(Fact fact, String text) {
        return switch (fact.type()) {
            case AMOUNT ->
                new BigDecimal(text)
                        .movePointRight(Amounts.digits(pack.currency()))
                        .longValueExact();
            case COUNT -> new BigDecimal(text).longValueExact();
            case DECIMAL -> new BigDecimal(text).movePointRight(6).longValueExact();
            case DATE -> LocalDate.parse(text).toEpochDay();
            case FLAG -> flag(text);
            case CODE -> fact.codes().indexOf(text);
        };
    }

    private static long flag(String text) {
        if (text.equals("true")) {
            return 1;
        }
        if (text.equals("false")) {
            return 0;
        }
        throw new IllegalArgumentException(text);
    }

    /** Takes a fact back, as if it had never been given. */
    public PayrollInputBuilder forget(String fact) {
        return put(pack.requireFact(fact).index(), Inputs.MISSING);
    }

    /** Says that a certificate was filed, so that what the law says for those who file none does not hold. */
    public PayrollInputBuilder file(String certificate) {
        filed = filed.newWith(certificate);
        return this;
    }

    /** Sets what earlier payments come to. */
    public PayrollInputBuilder accumulators(AccumulatorState committed) {
        state = committed;
        return this;
    }

    /**
     * Replaces, by contract, what the rules say for a slot.
     *
     * @throws InvalidValueException {@code payroll.override-not-open} when the slot is not open to contracts,
     *     {@code payroll.unknown-slot}
     */
    public PayrollInputBuilder override(String slot, long minor) {
        Slot known = slot(slot);
        if (known.openTo() != Level.CONTRACT || minor < 0) {
            throw new InvalidValueException(
                    "PayrollInput", slot, "payroll.override-not-open", "cannot be laid down so by a contract");
        }
        if (overrides.length == 0) {
            overrides = new long[pack.slots().size()];
            Arrays.fill(overrides, Inputs.MISSING);
        } else {
            overrides = overrides.clone();
        }
        overrides[known.index()] = minor;
        return this;
    }

    /** Carries a correction of an earlier period into this payment; {@code payroll.unknown-slot}. */
    public PayrollInputBuilder carry(String slot, long minor, DateRange attribution, TaxTreatment treatment) {
        Slot known = slot(slot);
        carried = carried.newWith(new Carried(slot, minor, attribution, treatment));
        if (treatment == TaxTreatment.WHEN_PAID) {
            carriedInto = carriedInto.length == 0 ? new long[pack.slots().size()] : carriedInto.clone();
            carriedInto[known.index()] = Math.addExact(carriedInto[known.index()], minor);
        }
        return this;
    }

    private Slot slot(String name) {
        return pack.slot(name)
                .orElseThrow(() -> new InvalidValueException(
                        "PayrollInput", name, "payroll.unknown-slot", "is no slot of the pack " + pack.id()));
    }

    /**
     * The input.
     *
     * @throws InvalidValueException with all that is wrong: {@code payroll.fact-form}, {@code payroll.fact-range} for
     * an amount or number below zero or an unknown alternative
     */
    public PayrollInput build() {
        ImmutableList<Violation> wrong = problems;
        for (int i = 0; i < facts.length; i++) {
            if (facts[i] != Inputs.MISSING && !pack.admits(i, facts[i])) {
                wrong = wrong.newWith(outOfRange(pack.factAt(i)));
            }
        }
        if (wrong.notEmpty()) {
            throw new InvalidValueException("PayrollInput", wrong);
        }
        return new PayrollInput(this);
    }

    private static Violation outOfRange(Fact fact) {
        return new Violation(
                fact.name(),
                "payroll.fact-range",
                switch (fact.type()) {
                    case AMOUNT, COUNT, DECIMAL -> "must not be below zero";
                    case FLAG -> "must be yes or no";
                    case CODE -> "must be one of " + fact.codes().makeString();
                    case DATE -> "must be a day of the calendar";
                });
    }

    /** The facts up to the last one that was given, which this builder no longer writes to. */
    long[] givenFacts() {
        int end = facts.length;
        while (end > 0 && facts[end - 1] == Inputs.MISSING) {
            end--;
        }
        if (end < facts.length) {
            return Arrays.copyOf(facts, end);
        }
        handedOut = true;
        return facts;
    }

    /**
     * What the law says by index of fact; it says nothing for those who filed the certificate that a fact is part of.
     */
    long[] lawful() {
        long[] lawful = pack.lawful();
        for (Fact fact : pack.certified()) {
            if (!isGiven(fact) && isFiled(fact.certificate().orElseThrow())) {
                lawful = lawful == pack.lawful() ? lawful.clone() : lawful;
                lawful[fact.index()] = Inputs.MISSING;
            }
        }
        return lawful;
    }

    /** Whether a certificate was filed: said so, or by one of its facts. */
    private boolean isFiled(String certificate) {
        return filed.contains(certificate)
                || pack.facts()
                        .anySatisfy(fact -> isGiven(fact) && fact.certificate().equals(Optional.of(certificate)));
    }
}
