package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import java.time.LocalDate;
import org.eclipse.collections.api.set.MutableSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule reads while it computes. Amounts are minor units. What a rule rounds or notes here is recorded as part of the
 * derivation of its line.
 */
public final class Inputs {
    static final long MISSING = Long.MIN_VALUE;

    private final PayrollPlan plan;
    private final PayrollInput input;
    private final int digits;
    private final long[] facts;
    final NoteWriter notes;
    private final long[] derived;
    private final @Nullable MutableSet<String> reads;

    /** Values of rules before this position are there. */
    private int computed;

    private int current;

    Inputs(PayrollPlan plan, PayrollInput input) {
        this(plan, input, null);
    }

    private Inputs(PayrollPlan plan, PayrollInput input, @Nullable MutableSet<String> reads) {
        this.plan = plan;
        this.input = input;
        this.digits = plan.digits;
        this.facts = input.facts();
        this.notes = plan.writer();
        this.derived = plan.nothingDerived();
        this.reads = reads;
    }

    /** Reads recorded values and tells what was read: for checking a rule against what it declared. */
    static Inputs replaying(PayrollPlan plan, PayrollInput input, Notes recorded, MutableSet<String> reads) {
        Inputs in = new Inputs(plan, input, reads);
        for (int position = 0; position < plan.size(); position++) {
            in.notes.value(position, recorded.value(position));
        }
        in.computed = plan.size();
        return in;
    }

    boolean isReplaying() {
        return reads != null;
    }

    PayrollInput input() {
        return input;
    }

    /** The rule at a position begins. */
    void begin(int position) {
        current = position;
        notes.begin(position);
    }

    /** The rule at a position has computed its value. */
    void end(int position, long value) {
        notes.value(position, value);
        computed = position + 1;
    }

    private void read(Readable what) {
        if (reads != null) {
            reads.add(what.name());
        }
    }

    /** The amount of a slot that was computed before. */
    public long amount(Slot slot) {
        read(slot);
        int position = plan.positionOf(slot);
        if (position < 0 || position >= computed) {
            throw undeclared(slot);
        }
        return notes.value(position);
    }

    private IllegalStateException undeclared(Slot slot) {
        return new IllegalStateException(
                plan.slotAt(current).name() + " reads " + slot.name() + " without declaring it");
    }

    /** Whether a fact was given, not only assumed by law. */
    public boolean given(Fact fact) {
        read(fact);
        return input.isGiven(fact.index());
    }

    /** A fact as the whole number it is inside; refuses with {@code payroll.fact-missing}. */
    public long get(Fact fact) {
        read(fact);
        int index = fact.index();
        long given = index < facts.length ? facts[index] : MISSING;
        return given == MISSING ? byLaw(fact) : given;
    }

    private long byLaw(Fact fact) {
        long value = input.fact(fact.index());
        if (value == MISSING) {
            throw new RuleRefusal(PayrollRefusals.factMissing(
                    fact.name(), plan.slotAt(current).name()));
        }
        return value;
    }

    /** A fact that is yes or no; refuses as {@link #get(Fact)}. */
    public boolean flag(Fact fact) {
        return get(fact) != 0;
    }

    /** A fact that is one of its alternatives; refuses as {@link #get(Fact)}. */
    public String code(Fact fact) {
        return fact.codes().get((int) get(fact));
    }

    /** A fact that is a day; refuses as {@link #get(Fact)}. */
    public LocalDate date(Fact fact) {
        return LocalDate.ofEpochDay(get(fact));
    }

    /**
     * The parameter for the date it keys on; refuses with {@code payroll.date-missing} or
     * {@code payroll.parameter-uncovered}.
     */
    @SuppressWarnings("unchecked") // the version has the type of its parameter
    public <T> T get(Parameter<T> parameter) {
        read(parameter);
        Object value = plan.values[parameter.index()];
        if (value == null) {
            throw new RuleRefusal(plan.refusal(parameter));
        }
        return (T) value;
    }

    /**
     * The parameter on another day than it keys on, such as the month before, which is recorded; refuses with
     * {@code payroll.parameter-uncovered}.
     */
    @SuppressWarnings("unchecked") // the version has the type of its parameter
    public <T> T get(Parameter<T> parameter, LocalDate day) {
        read(parameter);
        Object value = plan.values[parameter.index()];
        return value != null && day.equals(plan.days[parameter.index()]) ? (T) value : on(day, parameter.index());
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the version has the type of its parameter
    private <T> T on(LocalDate day, int parameter) {
        Parameter<?> known = plan.parameterAt(parameter);
        notes.day(known, day.toEpochDay());
        return (T) known.on(day)
                .orElseThrow(() -> new RuleRefusal(PayrollRefusals.parameterUncovered(known, day)))
                .value();
    }

    /** A number that several rules derive in the same way; it is worked out by the first of them that asks. */
    public long get(Derived number) {
        long known = derived[number.index()];
        return known == MISSING ? derive(number) : known;
    }

    private long derive(Derived number) {
        int before = notes.count();
        long value = plan.derivation(number.index()).amount(this);
        if (notes.count() != before) {
            throw new IllegalStateException("what is derived for several rules is noted by none of them");
        }
        derived[number.index()] = value;
        return value;
    }

    /** What an accumulator comes to before this payment; refuses with {@code payroll.date-missing}. */
    public long accumulated(Accumulator accumulator) {
        read(accumulator);
        long window = plan.windows[accumulator.index()];
        if (window == MISSING) {
            throw new RuleRefusal(PayrollRefusals.dateMissing(accumulator.name(), accumulator.keyDate()));
        }
        return input.accumulated(accumulator.index(), window);
    }

    /** The clocks of the payment. */
    public PayDates dates() {
        return plan.dates();
    }

    /** Rounds {@code numerator / denominator} minor units to minor units, and records it. */
    public long round(long numerator, long denominator, RoundingPolicy policy) {
        long rounded = policy.minor(numerator, denominator, digits);
        notes.rounding(policy, numerator, denominator, rounded);
        return rounded;
    }

    /** A rounded share of an amount, recorded. */
    public long share(long amount, Rate rate, RoundingPolicy policy) {
        return share(amount, rate.numerator(), rate.denominator(), policy);
    }

    /** The rounded share {@code numerator / denominator} of an amount, recorded. */
    public long share(long amount, long numerator, long denominator, RoundingPolicy policy) {
        long share = policy.share(amount, numerator, denominator, digits);
        notes.share(policy, amount, numerator, denominator, share);
        return share;
    }

    /** As {@link #share(long, long, long, RoundingPolicy)}, and notes the share by name. */
    public long share(String what, long amount, long numerator, long denominator, RoundingPolicy policy) {
        long share = policy.share(amount, numerator, denominator, digits);
        notes.share(policy, what, amount, numerator, denominator, share);
        return share;
    }

    /** Records an amount on the way by name, and gives it back. */
    public long note(String what, long minor) {
        notes.amount(what, minor);
        return minor;
    }

    /** Records a number that is no amount by name, and gives it back. */
    public long noteNumber(String what, long number) {
        notes.number(what, number);
        return number;
    }

    /** The exception to throw for a refusal of a rule's own. */
    public RuleRefusal refuse(Refusal refusal) {
        return new RuleRefusal(refusal);
    }

    /** What a function of the pack gives; its refusal becomes that of the payslip. */
    public <T> T orRefuse(Outcome<T> outcome) {
        try {
            return outcome.orElseThrow();
        } catch (RefusedException refused) {
            throw new RuleRefusal(refused.refusal());
        }
    }
}
