package dev.erpkit.hr.us;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.payroll.TableText;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * The annual percentage method tables of a year and worksheet 1A of Publication 15-T: wages of a period are made annual,
 * adjusted by the certificate, taxed by the table of the status, and divided by the periods again. All exact; the caller
 * rounds once, at the end.
 */
public final class PercentageSchedule {
    /** Worksheet 1A, line 1g: what the tables leave out of the standard deduction. */
    private static final long DEDUCTION_JOINT = 12_900_00;

    private static final long DEDUCTION_OTHER = 8_600_00;

    /** Line 1k: the allowance of forms of 2019 or earlier. */
    private static final long ALLOWANCE = 4_300_00;

    private static final ImmutableMap<Integer, PercentageSchedule> YEARS = Maps.immutable.of(
            2025, read(2025, "8a3b24355e8ac915c27993b638ca7fcac1dec696b1176ad8a51a6a431a375e43"),
            2026, read(2026, "fc8ed3dd826ddd6fdf5e37ded188247925c669f9fcfcc26b0ba01ed2c93b06a4"));

    /** By status; of those with one job and with several. */
    private final Bracket[][][] tables;

    /**
     * A row of a table.
     *
     * @param from cents a year, inclusive
     * @param base cents a year
     * @param percent of what exceeds the lower edge
     */
    record Bracket(long from, long base, int percent) {}

    private PercentageSchedule(Bracket[][][] tables) {
        this.tables = tables;
    }

    /** The tables of a year, or {@code us.year-uncovered}. */
    public static Outcome<PercentageSchedule> of(int year) {
        PercentageSchedule known = YEARS.get(year);
        return known == null
                ? Outcome.refused(FederalRefusals.yearUncovered("the percentage method", year))
                : Outcome.accepted(known);
    }

    private static PercentageSchedule read(int year, String sha256) {
        String name = "percentage-" + year + ".csv";
        InputStream in = Objects.requireNonNull(PercentageSchedule.class.getResourceAsStream(name), name);
        ImmutableList<ImmutableList<String>> rows = TableText.rows(in, name, sha256);
        return new PercentageSchedule(Arrays.stream(FilingStatus.values())
                .map(status -> new Bracket[][] {brackets(rows, status, "False"), brackets(rows, status, "True")})
                .toArray(Bracket[][][]::new));
    }

    private static Bracket[] brackets(
            ImmutableList<ImmutableList<String>> rows, FilingStatus status, String multipleJobs) {
        return rows.select(row -> row.get(0).equals(status.text()) && row.get(1).equals(multipleJobs))
                .collect(PercentageSchedule::bracket)
                .toArray(new Bracket[0]);
    }

    private static Bracket bracket(ImmutableList<String> row) {
        return new Bracket(cents(row.get(2)), cents(row.get(3)), Integer.parseInt(row.get(4)));
    }

    private static long cents(String dollars) {
        return new BigDecimal(dollars).movePointRight(2).longValueExact();
    }

    /** The rows of a table, for those who check them. */
    ImmutableList<Bracket> brackets(FilingStatus status, boolean multipleJobs) {
        return Lists.immutable.with(table(status, multipleJobs));
    }

    @SuppressWarnings("EnumOrdinal") // of arrays made from the same values
    private Bracket[] table(FilingStatus status, boolean multipleJobs) {
        return tables[status.ordinal()][multipleJobs ? 1 : 0];
    }

    /**
     * What is withheld from the wages of a period before the extra amount of step 4(c), exactly, in dollars.
     *
     * @param wages taxable wages of the period in cents, not below zero
     */
    public Rational withheld(long wages, PayFrequency frequency, FormW4 form) {
        return Rational.of(annualTimes100(wages, frequency, form), 10_000L * frequency.periods());
    }

    /** Line 1i or 1l: the adjusted annual wage in cents. */
    static long adjusted(long wages, PayFrequency frequency, FormW4 form) {
        if (wages < 0) {
            throw new InvalidValueException("PercentageSchedule", "wages", "us.wages", "must not be below zero");
        }
        long annual = Math.multiplyExact(wages, frequency.periods());
        long lowered = form.legacy()
                ? Math.multiplyExact(ALLOWANCE, form.allowances())
                : Math.subtractExact(Math.addExact(form.deductions(), deduction(form)), form.otherIncome());
        return Math.max(0, Math.subtractExact(annual, lowered));
    }

    private static long deduction(FormW4 form) {
        if (form.multipleJobs()) {
            return 0;
        }
        return form.status() == FilingStatus.JOINT ? DEDUCTION_JOINT : DEDUCTION_OTHER;
    }

    /** Annual tax after step 3, not below zero, in hundredths of a cent. */
    long annualTimes100(long wages, PayFrequency frequency, FormW4 form) {
        long adjusted = adjusted(wages, frequency, form);
        Bracket[] table = table(form.status(), form.multipleJobs());
        int i = table.length - 1;
        while (table[i].from > adjusted) {
            i--;
        }
        long tax = Math.addExact(
                Math.multiplyExact(table[i].base, 100), Math.multiplyExact(adjusted - table[i].from, table[i].percent));
        return Math.max(0, Math.subtractExact(tax, Math.multiplyExact(form.credits(), 100)));
    }
}
