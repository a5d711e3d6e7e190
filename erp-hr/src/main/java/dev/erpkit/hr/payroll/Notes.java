package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.block.procedure.Procedure;

/**
 * What rules recorded, in the order of evaluation, in two arrays: a tag a note and one to four numbers. A step by name has a
 * text as tag, a rounding its policy.
 */
final class Notes {
    /** Stand before the tag of a step that is no amount. */
    private static final Object NUMBER = new Object();

    private static final Object DAY = new Object();

    private Object[] tags = new Object[12];
    private long[] numbers = new long[40];
    private final int[] tagStarts;
    private final int[] numberStarts;
    private int rules;
    private int tagCount;
    private int numberCount;

    Notes(int size) {
        tagStarts = new int[size];
        numberStarts = new int[size];
    }

    /** The next rule begins to note. */
    void begin() {
        tagStarts[rules] = tagCount;
        numberStarts[rules] = numberCount;
        rules++;
    }

    private void tag(Object tag, int more) {
        if (tagCount == tags.length) {
            tags = Arrays.copyOf(tags, tags.length * 2);
        }
        if (numberCount + more > numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        tags[tagCount++] = tag;
    }

    void amount(String what, long value) {
        tag(what, 1);
        numbers[numberCount++] = value;
    }

    void number(String what, long value) {
        tag(NUMBER, 0);
        amount(what, value);
    }

    void day(String what, long epochDay) {
        tag(DAY, 0);
        amount(what, epochDay);
    }

    void rounding(RoundingPolicy policy, long numerator, long denominator, long rounded) {
        share(policy, 1, numerator, denominator, rounded);
    }

    void share(RoundingPolicy policy, long amount, long numerator, long denominator, long rounded) {
        tag(policy, 4);
        numbers[numberCount] = amount;
        numbers[numberCount + 1] = numerator;
        numbers[numberCount + 2] = denominator;
        numbers[numberCount + 3] = rounded;
        numberCount += 4;
    }

    /** Hands out what the rule at a position noted. */
    void forEach(int position, CurrencyUnit currency, Procedure<TraceStep> sink) {
        int tagEnd = position + 1 < rules ? tagStarts[position + 1] : tagCount;
        int number = numberStarts[position];
        for (int i = tagStarts[position]; i < tagEnd; i++) {
            if (tags[i] instanceof RoundingPolicy policy) {
                sink.value(TraceStep.of(policy.name(), AmountText.of(numbers[number + 3], currency))
                        .with("of", exact(numbers[number], numbers[number + 1], numbers[number + 2])));
                number += 4;
            } else {
                Object kind = tags[i];
                i += kind == NUMBER || kind == DAY ? 1 : 0;
                sink.value(TraceStep.of(tags[i].toString(), text(kind, numbers[number], currency)));
                number++;
            }
        }
    }

    private static String text(Object kind, long number, CurrencyUnit currency) {
        if (kind == NUMBER) {
            return String.valueOf(number);
        }
        return kind == DAY ? LocalDate.ofEpochDay(number).toString() : AmountText.of(number, currency);
    }

    private static String exact(long amount, long numerator, long denominator) {
        String fraction = denominator == 1 ? String.valueOf(numerator) : numerator + "/" + denominator;
        return amount == 1 ? fraction + " minor units" : amount + " minor units x " + fraction;
    }
}
