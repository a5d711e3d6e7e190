package dev.erpkit.hr.payroll;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the notes of each rule of a plan are about, in their order. Payslips mostly note the same things, so they share
 * these lists and keep a number for each rule. A rule keeps no more lists than a bound: beyond it payslips keep their
 * own, so that rules which make a new text for each payslip do not fill the memory.
 */
final class NoteShapes {
    /** The number of a list that is not shared. */
    static final int NOT_SHARED = 0;

    static final int PROBABLE = 1;

    /** All numbers are below this. */
    static final int MOST = 64;

    private static final Shape NOTHING = new Shape(new Object[0]);

    /** By position of the rule; the first one stands for those that are not shared. */
    private final AtomicReferenceArray<Shape[]> known;

    /**
     * By position of the rule: the first one that is not empty; whoever does not see it yet finds it among the known
     * ones.
     */
    private final Shape[] probable;

    /** A list; its field is final, so it is seen whole without a lock. */
    private static final class Shape {
        private final Object[] abouts;

        Shape(Object[] abouts) {
            this.abouts = abouts;
        }
    }

    NoteShapes(int rules) {
        known = new AtomicReferenceArray<>(rules);
        probable = new Shape[rules];
        for (int i = 0; i < rules; i++) {
            known.setPlain(i, new Shape[] {NOTHING});
            probable[i] = NOTHING;
        }
    }

    /** The list that a rule will probably follow. */
    Object[] probable(int rule) {
        return probable[rule].abouts;
    }

    Object[] get(int rule, int number) {
        return known.get(rule)[number].abouts;
    }

    /** The number of a list, which is kept if it is new; {@link #NOT_SHARED} when there are too many. */
    int numberOf(int rule, Object[] abouts) {
        while (true) {
            Shape[] shapes = known.get(rule);
            for (int i = PROBABLE; i < shapes.length; i++) {
                if (Arrays.equals(shapes[i].abouts, abouts)) {
                    return i;
                }
            }
            if (shapes.length == MOST) {
                return NOT_SHARED;
            }
            Shape[] more = Arrays.copyOf(shapes, shapes.length + 1);
            more[shapes.length] = new Shape(abouts);
            if (known.compareAndSet(rule, shapes, more)) {
                probable[rule] = more[PROBABLE];
                return shapes.length;
            }
        }
    }
}
