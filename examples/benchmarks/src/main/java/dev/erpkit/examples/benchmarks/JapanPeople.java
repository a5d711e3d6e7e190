package dev.erpkit.examples.benchmarks;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What is known of employees in Japan for their pay of May 2026, in columns: of all ages from 20 to 79, in all
 * prefectures, with pay up to the end of the classes of the monthly table.
 */
final class JapanPeople {
    /** The months whose premiums count: April 2026. */
    static final YearMonth PREMIUM = YearMonth.of(2026, 4);

    private static final String[] FACTS = {
        "pay",
        "commuting-allowance",
        "born",
        "joined",
        "prefecture",
        "standard-remuneration",
        "dependants",
        "resident-monthly",
        "social-insured",
        "employment-insured",
        "business",
        "accident-business",
        "tax-column",
        "method",
        "resident-collected",
        "accident-insured"
    };
    static final int PAY = 0;
    static final int FARE = 1;
    static final int BORN = 2;
    static final int JOINED = 3;
    static final int PLACE = 4;
    static final int STANDARD = 5;
    static final int DEPENDANTS = 6;
    static final int RESIDENT = 7;

    private static final long[] STANDARDS = {
        88_000, 98_000, 104_000, 150_000, 200_000, 240_000, 260_000, 300_000, 320_000, 380_000, 410_000, 500_000,
        590_000, 650_000, 680_000, 710_000
    };

    final int count;

    /** By fact, then by person; what a fact is inside. */
    final long[][] columns;

    final String[] employments;
    private final Pack pack;
    private final Fact[] facts;

    JapanPeople(Pack pack, int count) {
        this.pack = pack;
        this.count = count;
        this.columns = new long[FACTS.length][count];
        this.employments = new String[count];
        this.facts =
                Arrays.stream(FACTS).map(name -> pack.fact(name).orElseThrow()).toArray(Fact[]::new);
        SplittableRandom random = new SplittableRandom(5);
        long first = LocalDate.of(1947, 1, 2).toEpochDay();
        long last = LocalDate.of(2006, 1, 2).toEpochDay();
        for (int i = 0; i < count; i++) {
            long standard = STANDARDS[random.nextInt(STANDARDS.length)];
            employments[i] = "E-" + i;
            set(PAY, i, standard + random.nextLong(-4_000, 4_000));
            set(FARE, i, 500 * random.nextLong(40));
            set(BORN, i, random.nextLong(first, last));
            set(JOINED, i, LocalDate.of(2026, 4, 1).toEpochDay() - random.nextLong(4_000));
            set(PLACE, i, random.nextLong(47));
            set(STANDARD, i, standard);
            set(DEPENDANTS, i, random.nextLong(5));
            set(RESIDENT, i, 100 * random.nextLong(500));
            for (int yes : new int[] {8, 9, 14, 15}) {
                set(yes, i, 1);
            }
        }
    }

    /** The last ones are codes, of which all have the first: general business, 94, column kou, by table. */
    private void set(int fact, int person, long value) {
        columns[fact][person] = value;
    }

    static PayDates dates() {
        DateRange may = DateRange.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1));
        return PayDates.of(may, LocalDate.of(2026, 5, 25)).premium(PREMIUM).notice(2025);
    }

    /** Reads a row of the columns. */
    PayrollInput input(int person) {
        PayrollInputBuilder input = PayrollInput.of(pack, employments[person]);
        for (int fact = 0; fact < facts.length; fact++) {
            input.set(facts[fact], columns[fact][person]);
        }
        return input.build();
    }
}
