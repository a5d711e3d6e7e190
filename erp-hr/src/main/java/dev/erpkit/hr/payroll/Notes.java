package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * What rules recorded, in the order of evaluation: what the notes of each rule are about, and their numbers in one
 * array, four for a rounding and one for all others. Before the numbers of a rule stands which rule it is and the
 * number of the list that says what they are about; a rule that notes nothing takes no room.
 */
final class Notes {
    private static final int OF_A_ROUNDING = 4;
    private static final Object[] NOTHING = {};

    /**
     * A number that is no amount.
     *
     * @param what its name
     */
    private record Plain(String what) {}

    private final NoteShapes shapes;
    private int[] small;

    /** Takes the place of the small ones as soon as one does not fit. */
    private long @Nullable [] large;

    private int count;

    /** The rule that notes, and where its numbers begin. */
    private int rule;

    private int began;

    /** By position of a rule that has a list of its own; empty as long as none has. */
    private Object[][] own = {};

    /** What the rule will probably note, and how far it did; another list as soon as it notes anything else. */
    private Object[] expected = NOTHING;

    private int met;
    private boolean other;

    /**
     * Nothing noted yet.
     *
     * @param shapes of the plan, shared by all its payslips
     * @param numbers how many there will probably be
     */
    Notes(NoteShapes shapes, int numbers) {
        this.shapes = shapes;
        this.small = new int[numbers];
    }

    /** The rule at a position begins to note. */
    void begin(int position) {
        rule = position;
        met = 0;
    }

    /** The rule has noted all. */
    void end() {
        if (met > 0 && (other || met < expected.length)) {
            setList(numberOf());
        }
    }

    private int numberOf() {
        Object[] list = Arrays.copyOf(expected, met);
        int number = shapes.numberOf(rule, list);
        if (number == NoteShapes.NOT_SHARED) {
            own = own.length > rule ? own : Arrays.copyOf(own, rule + 1);
            own[rule] = list;
        }
        return number;
    }

    private void setList(int list) {
        if (large == null) {
            small[began] = rule * NoteShapes.MOST + list;
        } else {
            large[began] = rule * NoteShapes.MOST + list;
        }
    }

    /** How many numbers there are. */
    int count() {
        return count;
    }

    private void about(Object what) {
        if (met == 0) {
            expected = shapes.probable(rule);
            other = false;
            began = count;
            add(rule * NoteShapes.MOST + NoteShapes.PROBABLE);
        }
        if (met < expected.length && expected[met] == what) {
            met++;
        } else {
            aboutOther(what);
        }
    }

    private void aboutOther(Object what) {
        if (!other) {
            other = true;
            expected = Arrays.copyOf(expected, met + OF_A_ROUNDING);
        } else if (met == expected.length) {
            expected = Arrays.copyOf(expected, met * 2);
        }
        expected[met++] = what;
    }

    private void add(long number) {
        if (large != null || (int) number != number) {
            addLarge(number);
            return;
        }
        if (count == small.length) {
            small = Arrays.copyOf(small, count * 2 + OF_A_ROUNDING);
        }
        small[count++] = (int) number;
    }

    private void addLarge(long number) {
        long[] numbers = large;
        if (numbers == null) {
            numbers = new long[Math.max(small.length, count + OF_A_ROUNDING)];
            for (int i = 0; i < count; i++) {
                numbers[i] = small[i];
            }
            small = new int[0];
        } else if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = number;
        large = numbers;
    }

    /** The four numbers of a rounding; all of them at once, for they are most of all. */
    private void add(long amount, long numerator, long denominator, long rounded) {
        int at = count;
        int[] room = small;
        boolean fit = (int) amount == amount
                && (int) numerator == numerator
                && (int) denominator == denominator
                && (int) rounded == rounded;
        if (large == null && fit && at + OF_A_ROUNDING <= room.length) {
            room[at] = (int) amount;
            room[at + 1] = (int) numerator;
            room[at + 2] = (int) denominator;
            room[at + 3] = (int) rounded;
            count = at + OF_A_ROUNDING;
        } else {
            add(amount);
            add(numerator);
            add(denominator);
            add(rounded);
        }
    }

    void amount(String what, long value) {
        about(what);
        add(value);
    }

    void number(String what, long value) {
        about(new Plain(what));
        add(value);
    }

    void day(Parameter<?> parameter, long epochDay) {
        about(parameter);
        add(epochDay);
    }

    void rounding(RoundingPolicy policy, long numerator, long denominator, long rounded) {
        share(policy, 1, numerator, denominator, rounded);
    }

    void share(RoundingPolicy policy, long amount, long numerator, long denominator, long rounded) {
        about(policy);
        add(amount, numerator, denominator, rounded);
    }

    private long at(int index) {
        return large == null ? small[index] : large[index];
    }

    /** What the rule at a position noted. */
    ImmutableList<TraceStep> of(int position, CurrencyUnit currency) {
        MutableList<TraceStep> steps = Lists.mutable.empty();
        for (int number = 0; number < count; ) {
            int noting = (int) at(number) / NoteShapes.MOST;
            int list = (int) at(number++) % NoteShapes.MOST;
            for (Object about : list == NoteShapes.NOT_SHARED ? own[noting] : shapes.get(noting, list)) {
                if (noting == position) {
                    steps.add(step(about, number, currency));
                }
                number += numbers(about);
            }
        }
        return steps.toImmutable();
    }

    private static int numbers(Object about) {
        return about instanceof RoundingPolicy ? OF_A_ROUNDING : 1;
    }

    private TraceStep step(Object about, int number, CurrencyUnit currency) {
        if (about instanceof RoundingPolicy policy) {
            return TraceStep.of(policy.name(), AmountText.of(at(number + 3), currency))
                    .with("of", exact(at(number), at(number + 1), at(number + 2)));
        }
        if (about instanceof Plain plain) {
            return TraceStep.of(plain.what(), String.valueOf(at(number)));
        }
        return about instanceof Parameter<?> parameter
                ? TraceStep.of(parameter.name(), LocalDate.ofEpochDay(at(number)))
                : TraceStep.of(about.toString(), AmountText.of(at(number), currency));
    }

    private static String exact(long amount, long numerator, long denominator) {
        String fraction = denominator == 1 ? String.valueOf(numerator) : numerator + "/" + denominator;
        return amount == 1 ? fraction + " minor units" : amount + " minor units x " + fraction;
    }
}
