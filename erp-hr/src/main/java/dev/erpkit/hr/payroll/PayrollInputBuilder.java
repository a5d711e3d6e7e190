package dev.erpkit.hr.payroll;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import dev.erpkit.core.value.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;

/** Collects what is known for a payment. Values of facts are checked against their types when the input is built. */
public final class PayrollInputBuilder {
    private static final long[] NOTHING = {};

    final Pack pack;
    final String employment;
    final long[] facts;
    final boolean[] given;
    AccumulatorState state = AccumulatorState.none();
    long[] overrides = NOTHING;
    long[] carriedInto = NOTHING;
    final MutableList<Carried> carried = Lists.mutable.empty();
    private final MutableSet<String> filed = Sets.mutable.empty();
    private final MutableList<Violation> problems = Lists.mutable.empty();

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
        this.facts = new long[pack.facts().size()];
        this.given = new boolean[facts.length];
        Arrays.fill(facts, Inputs.MISSING);
    }

    PayrollInputBuilder(PayrollInput from) {
        this.pack = from.pack();
        this.employment = from.employment();
        this.facts = from.facts().clone();
        this.given = from.given().clone();
        this.state = from.accumulators();
        this.overrides = from.overrides();
        this.carriedInto = from.carriedInto();
        this.carried.addAllIterable(from.carried());
        for (int i = 0; i < facts.length; i++) {
            facts[i] = given[i] ? facts[i] : Inputs.MISSING;
        }
    }

    /** Sets a fact to the whole number it is inside: minor units, number, 1 for yes, millionths, epoch day. */
    public PayrollInputBuilder set(Fact fact, long value) {
        facts[fact.index()] = value;
        given[fact.index()] = true;
        fact.certificate().ifPresent(filed::add);
        return this;
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
            problems.add(new Violation(fact, "payroll.fact-form", "cannot be read as " + known.type()));
            return this;
        }
    }

    private long parse(Fact fact, String text) {
        return switch (fact.type()) {
            case AMOUNT -> new BigDecimal(text)
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
        Fact known = pack.requireFact(fact);
        facts[known.index()] = Inputs.MISSING;
        given[known.index()] = false;
        return this;
    }

    /** Says that a certificate was filed, so that what the law says for those who file none does not hold. */
    public PayrollInputBuilder file(String certificate) {
        filed.add(certificate);
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
        carried.add(new Carried(slot, minor, attribution, treatment));
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
     * @throws InvalidValueException with all that is wrong: {@code payroll.fact-form}, {@code payroll.fact-range} for an
     *     amount or number below zero or an unknown alternative
     */
    public PayrollInput build() {
        for (Fact fact : pack.facts()) {
            int i = fact.index();
            if (given[i]) {
                check(fact, facts[i]);
            } else if (fact.byLaw().isPresent() && !fact.certificate().map(filed::contains).orElse(false)) {
                facts[i] = Objects.requireNonNull(fact.byLaw().orElseThrow()).value();
            }
        }
        if (problems.notEmpty()) {
            throw new InvalidValueException("PayrollInput", problems.toImmutable());
        }
        return new PayrollInput(this);
    }

    private void check(Fact fact, long value) {
        boolean sound = switch (fact.type()) {
            case AMOUNT, COUNT, DECIMAL -> value >= 0;
            case FLAG -> value == 0 || value == 1;
            case CODE -> value >= 0 && value < fact.codes().size();
            case DATE -> value != Inputs.MISSING;
        };
        if (!sound) {
            problems.add(new Violation(
                    fact.name(),
                    "payroll.fact-range",
                    fact.type() == FactType.CODE
                            ? "must be one of " + fact.codes().makeString()
                            : "must not be below zero"));
        }
    }
}
