package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * An edition bound to the dates of a payment: rules in their order, the version of every parameter, the window of every
 * accumulator. Immutable and shared by threads; a payslip depends on nothing but the plan and its input.
 */
public final class PayrollPlan {
    private static final int[][] NO_SUM = {};

    private final Pack pack;
    private final Edition edition;
    private final PayDates dates;
    private final ImmutableList<RuleDefinition> order;
    private final Rule[] rules;
    private final Slot[] slots;
    private final Rule[] derived;
    private final long[] nothingDerived;

    /** By position of a rule that is a sum: the positions of what it adds and of what it subtracts. */
    private final int[][][] sums;

    /** The positions of the slots of each kind that goes into a total. */
    private final int[] earnings;

    private final int[] deductions;
    private final int[] credits;
    private final int[] employers;

    /** By index of slot: where it is computed, -1 when it is not. */
    private final int[] positions;

    private final Parameter<?>[] parameters;
    private final NoteShapes shapes;

    /** As many numbers as a payslip of this plan has noted so far; only makes arrays fit, so races do no harm. */
    private int numbers;

    private volatile @Nullable ImmutableList<AppliedRule> applied;

    final CurrencyUnit currency;
    final int digits;

    /** By index of parameter; null where none holds. */
    final @Nullable Object[] values;

    /** By index of parameter: the day that it keys on; null where the payment does not have it. */
    final @Nullable LocalDate[] days;

    /** By index of accumulator; missing where the payment does not have the date. */
    final long[] windows;

    PayrollPlan(Pack pack, Edition edition, PayDates dates, ImmutableList<RuleDefinition> order) {
        this.pack = pack;
        this.edition = edition;
        this.dates = dates;
        this.order = order;
        this.currency = pack.currency();
        this.digits = Amounts.digits(currency);
        this.rules = order.collect(rule -> rule.rule().at(dates)).toArray(new Rule[0]);
        this.shapes = new NoteShapes(rules.length);
        this.derived = pack.derived().collect(number -> number.rule().at(dates)).toArray(new Rule[0]);
        this.nothingDerived = new long[derived.length];
        Arrays.fill(nothingDerived, Inputs.MISSING);
        this.slots = order.collect(rule -> pack.slots().get(rule.slot())).toArray(new Slot[0]);
        this.positions = new int[pack.slots().size()];
        Arrays.fill(positions, -1);
        for (int i = 0; i < slots.length; i++) {
            positions[slots[i].index()] = i;
        }
        this.sums = Arrays.stream(rules).map(this::sum).toArray(int[][][]::new);
        this.earnings = positions(SlotKind.EARNING);
        this.deductions = positions(SlotKind.DEDUCTION);
        this.credits = positions(SlotKind.CREDIT);
        this.employers = positions(SlotKind.EMPLOYER);
        this.parameters = pack.parameters().toArray(new Parameter<?>[0]);
        this.values = new Object[parameters.length];
        this.days = new LocalDate[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            bind(i);
        }
        this.windows = new long[pack.accumulators().size()];
        pack.accumulators()
                .forEachWithIndex((accumulator, i) -> windows[i] = dates.on(accumulator.keyDate())
                        .map(day -> accumulator.reset().windowOf(day).toEpochDay())
                        .orElse(Inputs.MISSING));
    }

    private void bind(int index) {
        Parameter<?> parameter = parameters[index];
        Optional<LocalDate> day = dates.on(parameter.keyDate());
        if (day.isPresent()) {
            days[index] = day.get();
            values[index] =
                    parameter.on(day.get()).map(Parameter.Version::value).orElse(null);
        }
    }

    /** The pack it belongs to. */
    public Pack pack() {
        return pack;
    }

    /** What it computes. */
    public Edition edition() {
        return edition;
    }

    /** The dates it is bound to. */
    public PayDates dates() {
        return dates;
    }

    /** The slots that it computes, each after what it reads. */
    public ImmutableList<Slot> slots() {
        return Lists.immutable.with(slots);
    }

    ImmutableList<RuleDefinition> order() {
        return order;
    }

    /** The rules as derivations tell them; made when first asked for, and if by two threads at once, alike. */
    ImmutableList<AppliedRule> applied() {
        ImmutableList<AppliedRule> known = applied;
        if (known == null) {
            known = order.collectWithIndex((rule, position) -> applied(slots[position], rule));
            applied = known;
        }
        return known;
    }

    private static AppliedRule applied(Slot slot, RuleDefinition rule) {
        return new AppliedRule(
                slot.name(),
                slot.citation(),
                slot.keyDate(),
                rule.layer(),
                rule.reads().reject(Slot.class::isInstance).collect(Readable::name),
                rule.reads().select(Slot.class::isInstance).collect(Readable::name));
    }

    Slot slotAt(int position) {
        return slots[position];
    }

    /** The sum of the values of a kind. */
    long sum(SlotKind kind, Notes of) {
        return of.sum(
                switch (kind) {
                    case EARNING -> earnings;
                    case DEDUCTION -> deductions;
                    case CREDIT -> credits;
                    case EMPLOYER -> employers;
                    case BASE -> positions(kind);
                });
    }

    private int[][] sum(Rule rule) {
        return rule instanceof SumRule sum
                ? new int[][] {positions(sum.adding()), positions(sum.subtracting())}
                : NO_SUM;
    }

    private int[] positions(ImmutableList<Slot> of) {
        return of.collectInt(this::positionOf).toArray();
    }

    private int[] positions(SlotKind kind) {
        return IntStream.range(0, slots.length)
                .filter(position -> slots[position].kind() == kind)
                .toArray();
    }

    /** Where a slot is computed, -1 when it is not. */
    int positionOf(Slot slot) {
        return positions[slot.index()];
    }

    Parameter<?> parameterAt(int index) {
        return parameters[index];
    }

    NoteShapes shapes() {
        return shapes;
    }

    /** Room for the values and notes of a payslip. */
    NoteWriter writer() {
        return new NoteWriter(shapes, rules.length, numbers);
    }

    /** Room for what several rules derive alike. */
    long[] nothingDerived() {
        return nothingDerived.clone();
    }

    Rule derivation(int index) {
        return derived[index];
    }

    int size() {
        return rules.length;
    }

    Refusal refusal(Parameter<?> parameter) {
        Parameter<?> known = parameters[parameter.index()];
        Optional<LocalDate> day = dates.on(known.keyDate());
        return day.isPresent()
                ? PayrollRefusals.parameterUncovered(known, day.get())
                : PayrollRefusals.dateMissing(known.name(), known.keyDate());
    }

    /**
     * Computes a payslip; keeps nothing, so it also answers what would be.
     *
     * @return the payslip, or {@code payroll.fact-missing}, {@code payroll.date-missing},
     *     {@code payroll.parameter-uncovered}, {@code payroll.negative-line}, {@code payroll.amount-range},
     *     {@code payroll.pack-mismatch}, or what a rule of the pack refuses
     */
    public Outcome<Payslip> compute(PayrollInput input) {
        if (input.pack() != pack) {
            return Outcome.refused(PayrollRefusals.packMismatch(pack, input.pack()));
        }
        Inputs in = new Inputs(this, input);
        boolean byRulesAlone = input.isByRulesAlone();
        int i = 0;
        try {
            for (; i < rules.length; i++) {
                in.end(i, evaluate(i, in, byRulesAlone));
            }
            if (in.notes.count() > numbers) {
                numbers = in.notes.count();
            }
            return Outcome.accepted(new Payslip(this, input, in));
        } catch (RuleRefusal refused) {
            return Outcome.refused(refused.refusal());
        } catch (ArithmeticException overflow) {
            return Outcome.refused(PayrollRefusals.amountRange(i < slots.length ? slots[i].name() : "net"));
        } catch (InvalidValueException overflow) {
            if (overflow.has("amount.overflow")) {
                return Outcome.refused(PayrollRefusals.amountRange(slots[i].name()));
            }
            throw overflow;
        }
    }

    /** What the rule at a position, an override and what is carried give together. */
    long evaluate(int position, Inputs in, boolean byRulesAlone) {
        in.begin(position);
        long amount = byRulesAlone ? byRule(position, in) : altered(position, in);
        in.notes.end();
        if (amount < 0 && slots[position].kind() != SlotKind.BASE) {
            throw new RuleRefusal(PayrollRefusals.negativeLine(slots[position].name()));
        }
        return amount;
    }

    /** A sum asks nothing but values that are there already, so it needs no rule unless what it reads is to be told. */
    private long byRule(int position, Inputs in) {
        int[][] sum = sums[position];
        return sum.length == 0 || in.isReplaying()
                ? rules[position].amount(in)
                : Math.subtractExact(in.notes.sum(sum[0]), in.notes.sum(sum[1]));
    }

    private long altered(int position, Inputs in) {
        int slot = slots[position].index();
        long amount = in.input().override(slot);
        if (amount == Inputs.MISSING) {
            amount = byRule(position, in);
        }
        return Math.addExact(amount, in.input().carriedInto(slot));
    }
}
