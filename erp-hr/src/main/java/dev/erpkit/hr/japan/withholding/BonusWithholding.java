package dev.erpkit.hr.japan.withholding;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.japan.Figure;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Yen;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Income tax withheld from a bonus (Income Tax Act article 186): a rate that the pay of the month before decides, its fraction
 * dropped. Without pay in the month before, with pay that its insurance used up, or for a bonus above ten times that pay, it is
 * spread over 6 months (12 when the bonus is for more than 6) and taxed by the monthly table.
 *
 * <p>Worked, 2025: a bonus of 769,300 with nothing before, one dependant: 769,300 / 6 = 128,216, monthly tax 530, tax 3,180.
 */
public final class BonusWithholding {
    private static final RefusalCode MONTHS = RefusalCode.of("japan.bonus-months");
    private static final String LAW = "Income Tax Act art. 186; MoF notice 115 of 2012";
    private static final long UNIT = 100_000;
    private static final int TIMES = 10;
    private static final int HALF_YEAR = 6;
    private static final int YEAR = 12;

    private BonusWithholding() {}

    /**
     * How the tax of a bonus came out.
     *
     * @param tax in yen
     * @param rate per 100,000, when the rate table decided
     * @param spread when the monthly table decided
     */
    public record Result(Figure tax, Optional<Long> rate, Optional<Spread> spread) {}

    /**
     * A bonus spread over months.
     *
     * @param months 6 or 12
     * @param perMonth the share of a month, its fraction dropped
     * @param taxPerMonth the monthly tax with it less that without it
     */
    public record Spread(int months, long perMonth, long taxPerMonth) {}

    /**
     * The tax of a bonus.
     *
     * @param bonus after the social insurance on it, in yen; for non-residents the whole bonus
     * @param previousPay the pay of the month before after its social insurance; 0 for none, and below zero where its
     *     insurance exceeded it
     * @param dependants the number of the declaration; only the column kou asks for it
     * @param months for which the bonus is paid, 1 to 12 ({@code japan.bonus-months})
     * @return the tax, or {@code japan.not-covered}, {@code japan.not-confirmed} for the column hei and the column otsu of
     *     2025, {@code japan.below-zero}
     */
    public static Outcome<Result> tax(
            LocalDate payment, TaxColumn column, long bonus, long previousPay, int dependants, int months) {
        if (bonus < 0 || dependants < 0) {
            return Outcome.refused(Refusals.belowZero(bonus < 0 ? "bonus" : "dependants"));
        }
        if (months < 1 || months > YEAR) {
            return Outcome.refused(Refusal.of(MONTHS, "A bonus is for 1 to 12 months, not " + months + "; correct it")
                    .with("months", months));
        }
        if (column == TaxColumn.NON_RESIDENT) {
            return Outcome.accepted(new Result(Withholding.nonResident(bonus), Optional.empty(), Optional.empty()));
        }
        if (previousPay <= 0 || bonus > Math.multiplyExact(previousPay, TIMES)) {
            return spread(payment, column, bonus, Math.max(0, previousPay), dependants, months);
        }
        return rate(payment.getYear(), column, previousPay, dependants)
                .map(rate -> byRate(payment.getYear(), column, bonus, previousPay, dependants, rate));
    }

    /**
     * The rate per 100,000 by the pay of the month before.
     *
     * @return or {@code japan.not-covered}, {@code japan.not-confirmed}, {@code japan.below-zero}
     */
    public static Outcome<Long> rate(int year, TaxColumn column, long previousPay, int dependants) {
        if (previousPay < 0 || dependants < 0) {
            return Outcome.refused(Refusals.belowZero(previousPay < 0 ? "previousPay" : "dependants"));
        }
        return WithholdingYear.of(year).then(tables -> {
            if (tables.bonus().isEmpty()) {
                return Outcome.refused(Refusals.notCovered("table of bonus rates", year));
            }
            return tables.bonus()
                    .get()
                    .rate(column, previousPay, dependants)
                    .map(Outcome::accepted)
                    .orElseGet(() -> Outcome.refused(
                            Refusals.notConfirmed("bonus rate of column " + column.text() + " of " + year)));
        });
    }

    /** A bonus at a rate per 100,000, its fraction dropped: 550,000 at 22,462 is 123,541. */
    public static long atRate(long bonus, long rate) {
        return Yen.floor(bonus, rate, UNIT);
    }

    private static Result byRate(int year, TaxColumn column, long bonus, long previousPay, int dependants, long rate) {
        BonusRates table = WithholdingYear.of(year).orElseThrow().bonus().orElseThrow();
        long yen = atRate(bonus, rate);
        TraceStep trace = TraceStep.of("withholding from bonus by rate", yen)
                .with("law", LAW)
                .with("table", table.version())
                .with("confidence", table.confidence())
                .with("column", column.text())
                .with("bonus after insurance", bonus)
                .with("previous pay after insurance", previousPay)
                .with("dependants", dependants)
                .with("rate per 100000", rate)
                .with("rounding", "truncate:0");
        return new Result(new Figure(yen, trace), Optional.of(rate), Optional.empty());
    }

    private static Outcome<Result> spread(
            LocalDate payment, TaxColumn column, long bonus, long previousPay, int dependants, int months) {
        int over = months > HALF_YEAR ? YEAR : HALF_YEAR;
        long share = bonus / over;
        return monthly(payment, column, share + previousPay, dependants)
                .then(with -> monthly(payment, column, previousPay, dependants).map(without -> {
                    long perMonth = with.yen() - without.yen();
                    long yen = Math.multiplyExact(perMonth, (long) over);
                    TraceStep trace = TraceStep.of("withholding from bonus by monthly table", yen)
                            .with("law", LAW)
                            .with("bonus after insurance", bonus)
                            .with("months", over)
                            .with("per month", share)
                            .from(with.trace())
                            .from(without.trace());
                    return new Result(
                            new Figure(yen, trace), Optional.empty(), Optional.of(new Spread(over, share, perMonth)));
                }));
    }

    private static Outcome<Figure> monthly(LocalDate payment, TaxColumn column, long pay, int dependants) {
        return Withholding.monthly(payment, WithholdingMethod.TABLE, column, pay, dependants);
    }
}
