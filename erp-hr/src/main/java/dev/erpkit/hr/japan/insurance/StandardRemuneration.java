package dev.erpkit.hr.japan.insurance;

import dev.erpkit.hr.japan.internal.Table;
import java.time.YearMonth;
import java.util.Arrays;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The grades of standard monthly remuneration (Health Insurance Act article 40, Employees' Pension Insurance Act article 20):
 * every pay has exactly one; a lower edge belongs to the band above it. Pension has the bands of health between its lowest and
 * its highest, whose ceiling rises in September 2027, 2028 and 2029.
 */
public final class StandardRemuneration {
    private static final Table TABLE = Table.load(
            StandardRemuneration.class,
            "grades.csv",
            "7511729a37e1a5d02f4ecd68d8aab84bd7235c7b748004d4590c4640f92acecb");
    private static final Table CEILINGS = Table.load(
            StandardRemuneration.class,
            "pension-ceilings.csv",
            "735a23f0394f01c815e506bb8a2547e71fd724ead470572009b24d1614942b41");
    private static final long THOUSAND = 1_000;
    private static final ImmutableList<Grade> HEALTH = TABLE.rows()
            .collect(row -> new Grade(
                    (int) row.number(0),
                    row.number(2),
                    row.number(3),
                    "-".equals(row.text(4)) ? Long.MAX_VALUE : row.number(4)));

    /** By pay in thousands of yen: the place of its grade; bands begin with whole thousands. */
    private static final byte[] PLACES = places();

    private static final ImmutableList<YearMonth> CEILING_FROM =
            CEILINGS.rows().collect(row -> YearMonth.from(row.day(0)));
    private static final int[] CEILING =
            CEILINGS.rows().collectInt(row -> (int) row.number(1)).toArray();

    /** The health grade of the lowest pension grade. */
    private static final int PENSION_FIRST = 4;

    /** Where the notice of 1961 begins to count a further grade below the first and above the last of health. */
    private static final long BELOW_HEALTH = 53_000;

    private static final long ABOVE_HEALTH = 1_415_000;

    private StandardRemuneration() {}

    /**
     * A grade.
     *
     * @param number 1 for the lowest of its scheme
     * @param standard the standard monthly remuneration in yen
     * @param from the lowest pay
     * @param to the pay from which the next grade holds
     */
    public record Grade(int number, long standard, long from, long to) {}

    /** The grades of health, in their order. */
    public static ImmutableList<Grade> healthGrades() {
        return HEALTH;
    }

    /** The grade of health for a monthly pay, not below zero. */
    public static Grade health(long pay) {
        return HEALTH.get(healthIndex(pay));
    }

    private static byte[] places() {
        byte[] places = new byte[(int) (HEALTH.getLast().from() / THOUSAND) + 1];
        for (int place = 0; place < HEALTH.size(); place++) {
            int from = (int) (HEALTH.get(place).from() / THOUSAND);
            Arrays.fill(places, from, places.length, (byte) place);
        }
        return places;
    }

    private static int healthIndex(long pay) {
        return PLACES[(int) Math.min(Math.max(pay, 0) / THOUSAND, PLACES.length - 1)];
    }

    /** The grade of pension for a monthly pay, not below zero. */
    public static Grade pension(long pay, YearMonth month) {
        int last = lastPension(month);
        int number = pensionNumber(pay, last);
        Grade band = pensionBand(number);
        return new Grade(
                number, band.standard(), number == 1 ? 0 : band.from(), number == last ? Long.MAX_VALUE : band.to());
    }

    private static int pensionNumber(long pay, int last) {
        return Math.min(Math.max(healthIndex(pay) - PENSION_FIRST + 2, 1), last);
    }

    private static Grade pensionBand(int number) {
        return HEALTH.get(number + PENSION_FIRST - 2);
    }

    /** The standard of pension that goes with a standard of health. */
    public static long pensionStandard(long healthStandard, YearMonth month) {
        return pensionBand(pensionNumber(healthStandard, lastPension(month))).standard();
    }

    private static int lastPension(YearMonth month) {
        int row = CEILING.length - 1;
        while (row > 0 && month.isBefore(CEILING_FROM.get(row))) {
            row--;
        }
        return CEILING[row];
    }

    /** The grade of health with one more at either end, as occasional revisions count them. */
    static int healthForRevision(long pay) {
        return pay < BELOW_HEALTH
                ? 0
                : pay >= ABOVE_HEALTH ? HEALTH.size() + 1 : health(pay).number();
    }

    /** The grade of pension with one more at either end, as occasional revisions count them. */
    static int pensionForRevision(long pay, YearMonth month) {
        int last = lastPension(month);
        if (pay < HEALTH.get(PENSION_FIRST - 1).from()) {
            return 0;
        }
        return pay >= pensionBand(last).to() ? last + 1 : pension(pay, month).number();
    }
}
