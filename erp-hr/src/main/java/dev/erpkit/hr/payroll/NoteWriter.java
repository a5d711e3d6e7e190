package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.RoundingPolicy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes {@link Notes} while rules compute. */
final class NoteWriter {
    private static final Object[] NOTHING = {};

    private final NoteShapes shapes;
    private int[] small;

    /** Takes the place of the small ones as soon as one does not fit. */
    private long @Nullable [] large;

    private int count;

    /** The rule that notes, and where its numbers begin. */
    private int rule;

    private int began;

    /** By position of a rule that has a list of its own; empty as long as none has. */
    private Object[][] own = Notes.NONE;

    /** What the rule will probably note, and how far it did; another list as soon as it notes anything else. */
    private Object[] expected = NOTHING;

    private int met;
    private boolean other;

    /**
     * Nothing noted yet.
     *
     * @param shapes of the plan, shared by all its payslips
     * @param rules how many values there will be
     * @param numbers how many numbers there will probably be, values included
     */
    NoteWriter(NoteShapes shapes, int rules, int numbers) {
        this.shapes = shapes;
        this.small = new int[Math.max(rules, numbers)];
        this.count = rules;
    }

    /** What was written so far. */
    Notes written() {
        return new Notes(small, large, own);
    }

    /** How many numbers there are. */
    int count() {
        return count;
    }

    /** The rule at a position came to a value. */
    void value(int position, long value) {
        if (large == null && (int) value == value) {
            small[position] = (int) value;
        } else {
            largeNumbers()[position] = value;
        }
    }

    /** The value of the rule at a position. */
    long value(int position) {
        return large == null ? small[position] : large[position];
    }

    /** The sum of the values at some positions. */
    long sum(int[] positions) {
        return Notes.sum(small, large, positions);
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
        int header = Notes.header(rule, list);
        if (large == null) {
            small[began] = header;
        } else {
            large[began] = header;
        }
    }

    private void begin() {
        expected = shapes.probable(rule);
        other = false;
        began = count;
        if (count < small.length) {
            small[count++] = Notes.header(rule, NoteShapes.PROBABLE);
        } else {
            add(Notes.header(rule, NoteShapes.PROBABLE));
        }
    }

    /** What the rule is expected to note next. */
    private @Nullable Object next() {
        if (met == 0) {
            begin();
        }
        return met < expected.length ? expected[met] : null;
    }

    private void about(Object what) {
        if (next() == what) {
            met++;
        } else {
            aboutOther(what);
        }
    }

    private void aboutOther(Object what) {
        if (!other) {
            other = true;
            expected = Arrays.copyOf(expected, met + Notes.OF_A_ROUNDING);
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
            small = Arrays.copyOf(small, count * 2 + Notes.OF_A_ROUNDING);
        }
        small[count++] = (int) number;
    }

    private void addLarge(long number) {
        long[] numbers = largeNumbers();
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
            large = numbers;
        }
        numbers[count++] = number;
    }

    private long[] largeNumbers() {
        long[] numbers = large;
        if (numbers == null) {
            numbers = new long[Math.max(small.length, count + Notes.OF_A_ROUNDING)];
            for (int i = 0; i < count; i++) {
                numbers[i] = small[i];
            }
            small = new int[0];
            large = numbers;
        }
        return numbers;
    }

    void amount(String what, long value) {
        about(what);
        add(value);
    }

    @SuppressWarnings("ReferenceEquality") // rules name what they note by constants; an equal name only costs a list
    void number(String what, long value) {
        if (next() instanceof Notes.Plain plain && plain.what() == what) {
            met++;
        } else {
            aboutOther(new Notes.Plain(what));
        }
        add(value);
    }

    void day(Parameter<?> parameter, long epochDay) {
        about(parameter);
        add(epochDay);
    }

    void rounding(RoundingPolicy policy, long numerator, long denominator, long rounded) {
        share(policy, 1, numerator, denominator, rounded);
    }

    /** The four numbers of a rounding; all of them at once, for they are most of all. */
    void share(RoundingPolicy policy, long amount, long numerator, long denominator, long rounded) {
        about(policy);
        add(amount, numerator, denominator, rounded);
    }

    /** A rounding whose result is noted by name too. */
    @SuppressWarnings("ReferenceEquality") // as above
    void share(RoundingPolicy policy, String what, long amount, long numerator, long denominator, long rounded) {
        if (next() instanceof Notes.Named named && named.policy() == policy && named.what() == what) {
            met++;
        } else {
            aboutOther(new Notes.Named(policy, what));
        }
        add(amount, numerator, denominator, rounded);
    }

    private void add(long amount, long numerator, long denominator, long rounded) {
        int at = count;
        int[] room = small;
        boolean fit = (int) amount == amount
                && (int) numerator == numerator
                && (int) denominator == denominator
                && (int) rounded == rounded;
        if (large == null && fit && at + Notes.OF_A_ROUNDING <= room.length) {
            room[at] = (int) amount;
            room[at + 1] = (int) numerator;
            room[at + 2] = (int) denominator;
            room[at + 3] = (int) rounded;
            count = at + Notes.OF_A_ROUNDING;
        } else {
            add(amount);
            add(numerator);
            add(denominator);
            add(rounded);
        }
    }
}
