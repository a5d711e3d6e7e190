package dev.erpkit.testkit.invariant;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.insurance.PremiumShare;
import dev.erpkit.hr.japan.insurance.StandardBonus;
import dev.erpkit.hr.japan.insurance.StandardRemuneration;
import dev.erpkit.hr.japan.insurance.StandardRemuneration.Grade;
import dev.erpkit.hr.japan.resident.ResidentNotice;
import dev.erpkit.hr.japan.withholding.ComputerMethod;
import dev.erpkit.hr.japan.withholding.MonthlyTable;
import dev.erpkit.hr.japan.withholding.WithholdingYear;
import dev.erpkit.hr.japan.yearend.YearEnd;
import dev.erpkit.hr.japan.yearend.YearEndFacts;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.payroll.Rate;
import java.time.YearMonth;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/** What holds of the figures of Japanese payroll. Findings never name amounts of pay. */
public final class JapanPayrollInvariants {
    /** Where the basic deduction steps down, and with it the tax lawfully jumps up. */
    private static final long[] STEPS = {2_120_834, 2_162_500, 2_204_167, 2_245_834};

    private static final long LARGEST_STEP = 5_500;
    private static final long BOUND = 100;
    private static final int DEPENDANTS = 7;

    private JapanPayrollInvariants() {}

    private static ImmutableList<Finding> unless(boolean holds, String invariant, String where, String message) {
        return holds ? Lists.immutable.empty() : Lists.immutable.of(new Finding(invariant, where, message));
    }

    /** More pay is never taxed less, one dependant more never more, and tax is never below zero. */
    public static ImmutableList<Finding> withholdingIsMonotone(
            WithholdingYear year, long pay, long more, int dependants) {
        ComputerMethod computer = year.computer();
        MonthlyTable table = year.table();
        boolean holds = computer.tax(pay, dependants) <= computer.tax(pay + more, dependants)
                && table.kou(pay, dependants) <= table.kou(pay + more, dependants)
                && computer.tax(pay, dependants + 1) <= computer.tax(pay, dependants)
                && table.kou(pay, dependants + 1) <= table.kou(pay, dependants)
                && computer.tax(pay, dependants) >= 0
                && table.kou(pay, dependants) >= 0
                && otsuIsMonotone(table, pay, more);
        return unless(
                holds, "withholding-monotone", String.valueOf(year.year()), "falls with pay or rises with dependants");
    }

    private static boolean otsuIsMonotone(MonthlyTable table, long pay, long more) {
        Outcome<Long> less = table.otsu(pay);
        Outcome<Long> after = table.otsu(pay + more);
        return !less.isAccepted() || !after.isAccepted() || less.orElseThrow() <= after.orElseThrow();
    }

    /** One yen more is taxed at most 10 more, but where the law itself steps. */
    public static ImmutableList<Finding> noCliffsButTheLawful(WithholdingYear year, long pay, int dependants) {
        long jump = year.computer().tax(pay + 1, dependants) - year.computer().tax(pay, dependants);
        boolean lawful = isStep(pay + 1) && jump <= LARGEST_STEP;
        return unless(jump <= 10 || lawful, "withholding-cliff", String.valueOf(year.year()), "jumps where no step is");
    }

    private static boolean isStep(long pay) {
        for (long step : STEPS) {
            if (pay == step) {
                return true;
            }
        }
        return false;
    }

    /** In the middle of every class, table and formula differ by at most 100 yen. */
    public static ImmutableList<Finding> tableIsNearTheFormula(WithholdingYear year) {
        MonthlyTable table = year.table();
        boolean near = true;
        for (int i = 0; i < table.classes(); i++) {
            long middle = (table.lowerEdge(i) + table.upperEdge(i)) / 2;
            for (int dependants = 0; dependants <= DEPENDANTS; dependants++) {
                near &= Math.abs(table.kou(middle, dependants) - year.computer().tax(middle, dependants)) <= BOUND;
            }
        }
        return unless(near, "table-near-formula", String.valueOf(year.year()), "differ by more than 100 yen");
    }

    /**
     * Every pay has exactly one grade, whose bands follow one another, and pension is that of health within its
     * bounds.
     */
    public static ImmutableList<Finding> everyPayHasOneGrade(long pay, YearMonth month) {
        ImmutableList<Grade> holding =
                StandardRemuneration.healthGrades().select(grade -> grade.from() <= pay && pay < grade.to());
        Grade health = StandardRemuneration.health(pay);
        Grade pension = StandardRemuneration.pension(pay, month);
        long lowest = StandardRemuneration.pension(0, month).standard();
        long highest = StandardRemuneration.pension(Long.MAX_VALUE, month).standard();
        boolean clamped = pension.standard() == Math.min(Math.max(health.standard(), lowest), highest);
        return unless(
                holding.equals(Lists.immutable.of(health)) && pension.from() <= pay && pay < pension.to() && clamped,
                "grade-lookup",
                month.toString(),
                "is not one grade, or pension is not that of health within its bounds");
    }

    /** The shares come to the whole total, and the employee's lies within half a yen of the half. */
    public static ImmutableList<Finding> sharesComeToTheTotal(long base, Rate rate) {
        PremiumShare share = PremiumShare.of(base, rate);
        long total = Math.floorDiv(Math.multiplyExact(base, rate.numerator()), rate.denominator());
        long twice = Math.subtractExact(
                Math.multiplyExact(2 * share.employee(), rate.denominator()),
                Math.multiplyExact(base, rate.numerator()));
        boolean half = Math.abs(twice) <= rate.denominator();
        return unless(
                share.employee() + share.employer() == total && half,
                "premium-shares",
                rate.toString(),
                "do not come to the total, or the half is more than half a yen away");
    }

    /**
     * What a payslip has of a scheme for both sides comes to the total, its fraction dropped, and what is deducted is
     * no more than half a yen away from the half.
     *
     * @param scheme the slot of the deduction; that of the employer is named after it
     * @param base what the premium is on
     * @param rate the total rate
     */
    public static ImmutableList<Finding> premiumIsShared(Payslip slip, String scheme, long base, Rate rate) {
        long employee = slip.minor(scheme);
        long exact = Math.multiplyExact(base, rate.numerator());
        boolean total = employee + slip.minor(scheme + "-employer") == Math.floorDiv(exact, rate.denominator());
        boolean half = Math.abs(2 * employee * rate.denominator() - exact) <= rate.denominator();
        return unless(total && half, "premium-shares", scheme, "does not come to the total, or is not the half of it");
    }

    /** What counts of bonuses stays under the caps in whatever parts and order they are paid. */
    public static ImmutableList<Finding> bonusesStayUnderTheCaps(ImmutableLongList bonuses) {
        long health = 0;
        long pension = 0;
        for (int i = 0; i < bonuses.size(); i++) {
            StandardBonus counted =
                    StandardBonus.of(bonuses.get(i), health, pension).orElseThrow();
            health += counted.health();
            pension += counted.pension();
        }
        StandardBonus whole = StandardBonus.of(bonuses.sum(), 0, 0).orElseThrow();
        return unless(
                health <= whole.health() && pension <= whole.pension(),
                "bonus-caps",
                "bonuses",
                "count for more in parts than as a whole");
    }

    /** Installments come to the notice; all but the first are equal and whole hundreds, none below zero. */
    public static ImmutableList<Finding> installmentsComeToTheNotice(long annual, int installments) {
        ImmutableLongList parts = ResidentNotice.spread(annual, installments).orElseThrow();
        boolean equal = true;
        for (int i = 1; i < parts.size(); i++) {
            equal &= parts.get(i) == parts.getLast() && parts.get(i) % 100 == 0;
        }
        return unless(
                parts.sum() == annual && parts.size() == installments && equal && parts.min() >= 0,
                "resident-installments",
                String.valueOf(installments),
                "do not come to the notice in equal hundreds");
    }

    /** Withheld and settled is the tax of the year; settled again it is nothing. */
    public static ImmutableList<Finding> yearEndSettlesOnce(YearEndFacts facts) {
        return YearEnd.of(facts)
                .map(done -> {
                    YearEndFacts.Builder after = YearEndFacts.builder();
                    after.from(facts);
                    after.withheldTax(facts.withheldTax() + done.difference());
                    YearEnd again = YearEnd.of(after.build()).orElseThrow();
                    return unless(
                            facts.withheldTax() + done.difference() == done.annualTax() && again.difference() == 0,
                            "year-end-settles",
                            String.valueOf(facts.year()),
                            "does not settle the year at once");
                })
                .orElseThrow();
    }
}
