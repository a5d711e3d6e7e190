package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * What rules came to and recorded, as numbers in one array. First stand the values, by position of their rule; behind
 * them the notes in the order of evaluation, four numbers for a rounding and one for all others. Before the notes of a
 * rule stands which rule it is and the number of the list that says what they are about; a rule that notes nothing
 * takes no room there. Zero ends the notes.
 */
final class Notes {
    static final int OF_A_ROUNDING = 4;
    static final Object[][] NONE = {};

    /**
     * A number that is no amount.
     *
     * @param what its name
     */
    record Plain(String what) {}

    /**
     * A rounding whose result is noted by name too.
     *
     * @param policy by which it was rounded
     * @param what the name
     */
    record Named(RoundingPolicy policy, String what) {}

    private final int[] small;
    private final long @Nullable [] large;
    private final Object[][] own;

    Notes(int[] small, long @Nullable [] large, Object[][] own) {
        this.small = small;
        this.large = large;
        this.own = own;
    }

    /** Never zero. */
    static int header(int rule, int list) {
        return (rule + 1) * NoteShapes.MOST + list;
    }

    private long at(int index) {
        return large == null ? small[index] : large[index];
    }

    private int length() {
        return large == null ? small.length : large.length;
    }

    /** The value of the rule at a position. */
    long value(int position) {
        return at(position);
    }

    /** The sum of the values at some positions. */
    long sum(int[] positions) {
        return sum(small, large, positions);
    }

    /** Exact: fewer than {@code 2^31} small ones cannot exceed a long. */
    static long sum(int[] small, long @Nullable [] large, int[] positions) {
        long sum = 0;
        if (large == null) {
            for (int position : positions) {
                sum += small[position];
            }
        } else {
            for (int position : positions) {
                sum = Math.addExact(sum, large[position]);
            }
        }
        return sum;
    }

    /** What the rule at a position noted. */
    ImmutableList<TraceStep> of(int position, PayrollPlan plan) {
        return of(position, plan.shapes(), plan.size(), plan.currency);
    }

    ImmutableList<TraceStep> of(int position, NoteShapes shapes, int rules, CurrencyUnit currency) {
        MutableList<TraceStep> steps = Lists.mutable.empty();
        for (int number = rules; number < length() && at(number) != 0; ) {
            int noting = (int) at(number) / NoteShapes.MOST - 1;
            int list = (int) at(number++) % NoteShapes.MOST;
            for (Object about : list == NoteShapes.NOT_SHARED ? own[noting] : shapes.get(noting, list)) {
                if (noting == position) {
                    step(about, number, currency, steps);
                }
                number += numbers(about);
            }
        }
        return steps.toImmutable();
    }

    private static int numbers(Object about) {
        return about instanceof RoundingPolicy || about instanceof Named ? OF_A_ROUNDING : 1;
    }

    private void step(Object about, int number, CurrencyUnit currency, MutableList<TraceStep> steps) {
        if (about instanceof RoundingPolicy policy) {
            steps.add(rounding(policy, number, currency));
        } else if (about instanceof Named named) {
            steps.add(rounding(named.policy(), number, currency));
            steps.add(TraceStep.of(named.what(), AmountText.of(at(number + 3), currency)));
        } else if (about instanceof Plain plain) {
            steps.add(TraceStep.of(plain.what(), String.valueOf(at(number))));
        } else if (about instanceof Parameter<?> parameter) {
            steps.add(TraceStep.of(parameter.name(), LocalDate.ofEpochDay(at(number))));
        } else {
            steps.add(TraceStep.of(about.toString(), AmountText.of(at(number), currency)));
        }
    }

    private TraceStep rounding(RoundingPolicy policy, int number, CurrencyUnit currency) {
        return TraceStep.of(policy.name(), AmountText.of(at(number + 3), currency))
                .with("of", exact(at(number), at(number + 1), at(number + 2)));
    }

    private static String exact(long amount, long numerator, long denominator) {
        String fraction = denominator == 1 ? String.valueOf(numerator) : numerator + "/" + denominator;
        return amount == 1 ? fraction + " minor units" : amount + " minor units x " + fraction;
    }
}
