package dev.erpkit.hr.japan.yearend;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Yen;
import java.util.Optional;

/**
 * A year-end adjustment, in the order of the official form; all amounts in yen. Taxable income drops what is below 1,000, the
 * tax of the year after 2.1 % of surtax what is below 100.
 *
 * @param afterEmploymentDeduction pay after the deduction for employment income
 * @param incomeAdjustment the adjustment deduction
 * @param totalIncome what is left, with other income
 * @param socialInsurance social insurance and mutual aid
 * @param lifeInsurance deduction for life insurance
 * @param earthquake deduction for earthquake insurance
 * @param spouse deduction for the spouse
 * @param specifiedRelatives special deduction for relatives from 19 to 22
 * @param family deduction for dependants, the disabled, widowed, single parents and working students
 * @param basic the basic deduction
 * @param taxable taxable income
 * @param computedTax its tax
 * @param taxAfterCredit less the credit for a housing loan
 * @param annualTax the tax of the year
 * @param difference the tax of the year less what was withheld: below zero is refunded
 * @param facts what it was computed from
 */
public record YearEnd(
        long afterEmploymentDeduction,
        long incomeAdjustment,
        long totalIncome,
        long socialInsurance,
        long lifeInsurance,
        long earthquake,
        long spouse,
        long specifiedRelatives,
        long family,
        long basic,
        long taxable,
        long computedTax,
        long taxAfterCredit,
        long annualTax,
        long difference,
        YearEndFacts facts) {
    private static final RefusalCode NOT_ELIGIBLE = RefusalCode.of("japan.year-end-not-eligible");
    private static final long MOST_PAY = 20_000_000;
    /** Of the widowed and of single parents (article 2 (1) xxx, xxxi). */
    private static final long MOST_INCOME_ALONE = 5_000_000;

    private static final long WIDOW = 270_000;
    private static final long SINGLE_PARENT = 350_000;
    private static final long WORKING_STUDENT = 270_000;
    private static final long SURTAX = 1_021;

    /** All deductions from the total income. */
    public long totalDeductions() {
        return socialInsurance + lifeInsurance + earthquake + spouse + specifiedRelatives + family + basic;
    }

    /**
     * Computes the adjustment.
     *
     * @return or {@code japan.year-end-not-eligible} for pay above 20,000,000, which needs a tax return (exactly that is still
     *     adjusted: the law says "above"), {@code japan.not-covered} outside 2025 to 2027, {@code japan.below-zero}
     */
    public static Outcome<YearEnd> of(YearEndFacts facts) {
        Optional<Refusal> problem = problem(facts);
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        int year = facts.year();
        return EmploymentIncome.after(year, facts.totalPay()).then(after -> {
            long adjustment = facts.incomeAdjustment() ? EmploymentIncome.adjustment(facts.totalPay()) : 0;
            long total = after - adjustment + facts.otherIncome();
            return Deductions.basic(year, total)
                    .then(basic ->
                            spouse(facts, total).map(spouse -> settle(facts, after, adjustment, total, basic, spouse)));
        });
    }

    private static Outcome<Long> spouse(YearEndFacts facts, long total) {
        return facts.spouseIncome()
                .map(income -> Deductions.spouse(facts.year(), income, facts.spouseElderly(), total))
                .orElse(Outcome.accepted(0L));
    }

    private static Optional<Refusal> problem(YearEndFacts facts) {
        LifeInsurance life = facts.lifeInsurance();
        long lowest = Math.min(
                Math.min(Math.min(facts.totalPay(), facts.withheldTax()), facts.socialInsurance()),
                Math.min(
                        Math.min(facts.declaredSocialInsurance(), facts.mutualAid()),
                        Math.min(Math.min(facts.earthquake(), facts.oldLongTerm()), life.lowest())));
        if (Math.min(lowest, Math.min(facts.otherIncome(), facts.housingLoanCredit())) < 0
                || facts.specifiedRelativeIncomes().anySatisfy(income -> income < 0)) {
            return Optional.of(Refusals.belowZero("an amount of the year-end adjustment"));
        }
        if (facts.family().lowest() < 0) {
            return Optional.of(Refusals.belowZero("dependants"));
        }
        return facts.totalPay() > MOST_PAY
                ? Optional.of(Refusal.of(
                        NOT_ELIGIBLE,
                        "Pay above 20,000,000 yen is not adjusted at the end of the year; the employee files a"
                                + " tax return"))
                : Optional.empty();
    }

    private static YearEnd settle(
            YearEndFacts facts, long after, long adjustment, long total, long basic, long spouse) {
        int year = facts.year();
        long social = facts.socialInsurance() + facts.declaredSocialInsurance() + facts.mutualAid();
        long life = facts.lifeInsurance().deduction(year, facts.dependantUnder23());
        long earthquake = Deductions.earthquake(facts.earthquake(), facts.oldLongTerm());
        long relatives = facts.specifiedRelativeIncomes()
                .sumOfLong(income -> Deductions.specifiedRelative(year, income).orElseThrow());
        long family = facts.family().deduction() + status(facts, total);
        long deductions = social + life + earthquake + spouse + relatives + family + basic;
        long taxable = taxable(total, deductions);
        long computed = Deductions.tax(taxable);
        long credited = Math.max(0, computed - facts.housingLoanCredit());
        long annual = withSurtax(credited);
        return new YearEnd(
                after,
                adjustment,
                total,
                social,
                life,
                earthquake,
                spouse,
                relatives,
                family,
                basic,
                taxable,
                computed,
                credited,
                annual,
                annual - facts.withheldTax(),
                facts);
    }

    /** Taxable income: what the deductions leave, down to 1,000 yen. */
    public static long taxable(long totalIncome, long deductions) {
        return Yen.floorTo(Math.max(0, totalIncome - deductions), 1_000);
    }

    /** Tax with the surtax of 2.1 %, down to 100 yen. */
    public static long withSurtax(long tax) {
        return Yen.floorTo(Yen.floor(tax, SURTAX, 1_000), 100);
    }

    /** What those who are widowed, single parents or working students deduct as far as their income allows it. */
    private static long status(YearEndFacts facts, long total) {
        long alone = total > MOST_INCOME_ALONE
                ? 0
                : (facts.widow() ? WIDOW : 0) + (facts.singleParent() ? SINGLE_PARENT : 0);
        boolean student = facts.workingStudent() && total <= YearEndTables.workingStudentLimit(facts.year());
        return alone + (student ? WORKING_STUDENT : 0);
    }

    /** How it came about. */
    public TraceStep trace() {
        return TraceStep.of("tax of the year", annualTax)
                .with("law", "Income Tax Act art. 190; Act 117 of 2011 art. 30")
                .with("table", YearEndTables.TABLE.version())
                .with("year", facts.year())
                .with("rounding", "truncate:-2 after 102.1%")
                .from(TraceStep.of("tax after credit", taxAfterCredit)
                        .with("housing loan credit", facts.housingLoanCredit())
                        .from(TraceStep.of("tax by quick table", computedTax)
                                .with("law", "Income Tax Act art. 89")
                                .from(TraceStep.of("taxable income", taxable)
                                        .with("rounding", "truncate:-3")
                                        .with("deductions", totalDeductions())
                                        .from(TraceStep.of("total income", totalIncome)
                                                .with("law", "Income Tax Act art. 28")
                                                .with("pay", facts.totalPay())
                                                .with("after employment deduction", afterEmploymentDeduction)))));
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "YearEnd";
    }
}
