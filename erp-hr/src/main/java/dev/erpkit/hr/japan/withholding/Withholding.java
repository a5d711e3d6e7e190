package dev.erpkit.hr.japan.withholding;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.japan.Figure;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Yen;
import java.time.LocalDate;

/** Income tax withheld from pay; the day of payment decides which year's tables hold. */
public final class Withholding {
    private static final long NON_RESIDENT = 20_420;
    private static final long UNIT = 100_000;

    private Withholding() {}

    /**
     * The tax of monthly pay.
     *
     * @param pay after social insurance, in yen; for non-residents the whole pay
     * @param dependants the number of the declaration; only the column kou asks for it
     * @return the tax in yen, or {@code japan.not-covered} for a year without tables, {@code japan.not-confirmed} for the
     *     column hei and for the segment of otsu above 1,700,000 yen of 2025, {@code japan.below-zero}
     */
    public static Outcome<Figure> monthly(
            LocalDate payment, WithholdingMethod method, TaxColumn column, long pay, int dependants) {
        if (pay < 0 || dependants < 0) {
            return Outcome.refused(Refusals.belowZero(pay < 0 ? "pay" : "dependants"));
        }
        return WithholdingYear.of(payment.getYear()).then(year -> switch (column) {
            case KOU ->
                method == WithholdingMethod.COMPUTER
                        ? Outcome.accepted(year.computer().figure(pay, dependants))
                        : year.table().figure(column, pay, dependants);
            case OTSU -> year.table().figure(column, pay, dependants);
            case HEI -> Outcome.refused(Refusals.notConfirmed("daily table (hei)"));
            case NON_RESIDENT -> Outcome.accepted(nonResident(pay));
        });
    }

    /** The tax of a non-resident: 20.42 % of the whole, its fraction dropped. */
    static Figure nonResident(long pay) {
        long yen = Yen.floor(pay, NON_RESIDENT, UNIT);
        return new Figure(
                yen,
                TraceStep.of("withholding of a non-resident", yen)
                        .with("law", "Income Tax Act arts 212, 213; Act 117 of 2011 art. 28")
                        .with("rate", "20.42%")
                        .with("pay", pay)
                        .with("rounding", "truncate:0"));
    }
}
