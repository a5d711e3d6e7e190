package dev.erpkit.hr.payroll;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the notes of each rule of a plan are about, in their order. Payslips mostly note the same things, so they share these lists
 * and keep a number for each rule. A rule keeps no more lists than a bound: beyond it payslips keep their own, so that rules which
 * make a new text for each payslip do not fill the memory.
 */
final class NoteShapes {
    /** The number of a list that is not shared. */
    static final int NOT_SHARED = -1;

    static final int EMPTY = 0;
    static final int PROBABLE = 1;

    private static final int MOST = 64;
    private static final Object[] NOTHING = {};
    private static final Object[][] NONE = {NOTHING};

    /** By position of the rule; the first list is empty. */
    private final AtomicReferenceArray<Object[][]> known;

    NoteShapes(int rules) {
        known = new AtomicReferenceArray<>(rules);
        for (int i = 0; i < rules; i++) {
            known.setPlain(i, NONE);
        }
    }

    /** The list that a rule will probably follow. */
    Object[] probable(int rule) {
        Object[][] lists = known.getAcquire(rule);
        return lists[lists.length > PROBABLE ? PROBABLE : EMPTY];
    }

    Object[] get(int rule, int number) {
        return known.get(rule)[number];
    }

    /** The number of a list, which is kept if it is new; {@link #NOT_SHARED} when there are too many. */
    int numberOf(int rule, Object[] list) {
        while (true) {
            Object[][] lists = known.get(rule);
            for (int i = 0; i < lists.length; i++) {
                if (Arrays.equals(lists[i], list)) {
                    return i;
                }
            }
            if (lists.length == MOST) {
                return NOT_SHARED;
            }
            Object[][] more = Arrays.copyOf(lists, lists.length + 1);
            more[lists.length] = list;
            if (known.compareAndSet(rule, lists, more)) {
                return lists.length;
            }
        }
    }
}
