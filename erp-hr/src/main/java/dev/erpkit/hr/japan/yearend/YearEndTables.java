package dev.erpkit.hr.japan.yearend;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Table;

/** The tables of the year-end adjustment. */
final class YearEndTables {
    static final Table TABLE = Table.load(
            YearEndTables.class, "year-end.csv", "1a2088ad14c2c4f957ee450bec56e075d8f05fec187dee1e403037e0b2d9d26a");
    static final IncomeSteps BASIC_2025 = steps("basic-2025");
    static final IncomeSteps BASIC_2026 = steps("basic-2026");
    static final IncomeSteps QUICK = steps("quick");
    static final IncomeSteps SPECIFIED_RELATIVE = steps("specified-relative");
    static final IncomeSteps SPOUSE = steps("spouse");
    static final IncomeSteps SPOUSE_ELDERLY = steps("spouse-elderly");
    static final IncomeSteps SPOUSE_SPECIAL = steps("spouse-special");

    private static final int FIRST_YEAR = 2025;
    private static final int LAST_YEAR = 2027;

    private YearEndTables() {}

    /** The year, or {@code japan.not-covered}. */
    static Outcome<Integer> covered(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR
                ? Outcome.refused(Refusals.notCovered("year-end adjustment", year))
                : Outcome.accepted(year);
    }

    /** Whether the reform of 2026 holds. */
    static boolean reformed(int year) {
        return year > FIRST_YEAR;
    }

    /** The income up to which a spouse or relative is a dependant. */
    static long dependantLimit(int year) {
        return reformed(year) ? 620_000 : 580_000;
    }

    /** The total income up to which a working student deducts as one (article 2 (1) xxxii). */
    static long workingStudentLimit(int year) {
        return reformed(year) ? 890_000 : 850_000;
    }

    private static IncomeSteps steps(String table) {
        return new IncomeSteps(TABLE.rows().select(row -> row.text(0).equals(table)));
    }
}
