package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.trace.TraceStep;

/**
 * Makes up returns of consumption tax. Pure: same figures, same return. Fractions of a yen are cut off at every step, the base
 * at whole thousands for each rate, both taxes at whole hundreds; refunds stay as they are (National Tax Act on General Rules,
 * articles 118 to 120). The forms are those of the schedules 1-3, 2-3, 4-3, 5-3 and 6.
 *
 * <p>Left to the caller: reverse-charge purchases (特定課税仕入れ), adjustments of fixed assets, and the notices that a method
 * needs (届出書).
 */
public final class ConsumptionTaxReturns {
    private static final long EXEMPTION_LIMIT = 10_000_000;

    private ConsumptionTaxReturns() {}

    /**
     * A general return.
     *
     * @return the return, or {@code japan-return.methods}
     */
    public static Outcome<ConsumptionTaxReturn> general(GeneralFigures figures) {
        return GeneralReturn.of(figures);
    }

    /**
     * A simplified return.
     *
     * @return the return, or {@code japan-return.ineligible}, {@code japan-return.classes}
     */
    public static Outcome<ConsumptionTaxReturn> simplified(SimplifiedFigures figures) {
        return SimplifiedReturn.of(figures);
    }

    /**
     * A return of a small issuer, who would be exempt but for the registration.
     *
     * @param basePeriodSales taxable sales of the base period, at most 10 million yen
     * @return the return, or {@code japan-return.ineligible}
     */
    public static Outcome<ConsumptionTaxReturn> smallIssuer(
            SalesFigures sales, SmallIssuerRule rule, Taxpayer taxpayer, long basePeriodSales) {
        boolean eligible = rule.covers(sales.period())
                && basePeriodSales <= EXEMPTION_LIMIT
                && (rule == SmallIssuerRule.TWO_TENTHS || taxpayer == Taxpayer.SOLE_PROPRIETOR);
        if (!eligible) {
            return Outcome.refused(Refusal.of(
                            JapanReturnRefusals.INELIGIBLE,
                            "The rule of " + rule.text() + " is not open to a " + taxpayer
                                    + " with base period sales of "
                                    + basePeriodSales + " yen for " + sales.period()
                                    + "; file a simplified or a general return")
                    .with("rule", rule.text())
                    .with("period", sales.period())
                    .with("basePeriodSales", basePeriodSales)
                    .with("limit", EXEMPTION_LIMIT));
        }
        ReturnSums sums = new ReturnSums(sales);
        ByRate base = sums.deductionBase();
        ByRate deducted = base.map((rate, yen) -> Yen.share(yen, rule.deductedPercent(), 100));
        return Outcome.accepted(sums.settle(
                rule.text(),
                deducted,
                TraceStep.of("特別控除税額 [" + rule.law() + "]", deducted.total())
                        .with("base", base.total())
                        .with("percent", rule.deductedPercent())));
    }
}
