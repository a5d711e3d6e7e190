package dev.erpkit.hr.japan.resident;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Yen;
import dev.erpkit.hr.japan.yearend.EmploymentIncome;
import dev.erpkit.hr.japan.yearend.LifeInsurance;
import dev.erpkit.hr.payroll.Rate;

/**
 * An estimate of resident tax; what is collected is what the municipality notifies, never this. Covered are employees
 * with a spouse as dependant and dependants from 16 on, up to an income of 9,000,000.
 *
 * <p>Deductions by Local Tax Act articles 34 and 314-2, the adjustment credit by articles 37 and 314-6, compared with
 * the lists that cities publish (Anjo, Kurashiki) and with the example of Nagoya.
 *
 * @param employmentIncome pay after the deduction for employment income
 * @param deductions all deductions
 * @param taxable the taxable income, down to 1,000 yen
 * @param adjustmentCredit the credit for the difference of deductions to income tax
 * @param municipal tax of the municipality with its part per capita
 * @param prefectural tax of the prefecture with its part per capita
 * @param annual all of it, the forest tax included
 */
public record ResidentEstimate(
        long employmentIncome,
        long deductions,
        long taxable,
        long adjustmentCredit,
        long municipal,
        long prefectural,
        long annual) {
    private static final RefusalCode NOT_ESTIMATED = RefusalCode.of("japan.resident-not-estimated");
    private static final long BASIC = 430_000;
    private static final long SPOUSE = 330_000;
    private static final long DEPENDANT_INCOME = 580_000;
    private static final long MOST_INCOME = 9_000_000;
    private static final long CREDIT_STEP = 2_000_000;
    private static final long HUNDRED = 100;

    /**
     * Estimates the tax.
     *
     * @return or {@code japan.resident-not-estimated} where a deduction is needed that no source confirms here,
     *     {@code japan.not-covered}, {@code japan.below-zero}
     */
    public static Outcome<ResidentEstimate> of(ResidentFacts facts, LocalRates rates) {
        if (Math.min(
                                Math.min(facts.general(), facts.specified()),
                                Math.min(facts.elderly(), facts.elderlyCohabitingParent()))
                        < 0
                || facts.socialInsurance() < 0) {
            return Outcome.refused(Refusals.belowZero("dependants or social insurance"));
        }
        return EmploymentIncome.after(facts.incomeYear(), facts.pay()).then(income -> {
            boolean special =
                    facts.spouseIncome().filter(own -> own > DEPENDANT_INCOME).isPresent();
            return special || income > MOST_INCOME
                    ? Outcome.refused(Refusal.of(
                            NOT_ESTIMATED,
                            "Resident tax is estimated only for incomes up to 9,000,000 and spouses who are"
                                    + " dependants; wait for the notice"))
                    : Outcome.accepted(estimate(facts, rates, income));
        });
    }

    private static ResidentEstimate estimate(ResidentFacts facts, LocalRates rates, long income) {
        boolean spouse = facts.spouseIncome().isPresent();
        long deductions = facts.socialInsurance()
                + life(facts.lifeInsurance())
                + (spouse ? SPOUSE : 0)
                + 330_000L * facts.general()
                + 450_000L * facts.specified()
                + 380_000L * facts.elderly()
                + 450_000L * facts.elderlyCohabitingParent()
                + BASIC;
        long taxable = Yen.floorTo(Math.max(0, income - deductions), 1_000);
        long credit = credit(facts, spouse, taxable);
        long municipalCredit = share(credit, rates.municipalCreditShare());
        long municipal = down(share(taxable, rates.municipal()) - municipalCredit) + rates.municipalPerCapita();
        long prefectural =
                down(share(taxable, rates.prefectural()) - (credit - municipalCredit)) + rates.prefecturalPerCapita();
        return new ResidentEstimate(
                income,
                deductions,
                taxable,
                credit,
                municipal,
                prefectural,
                municipal + prefectural + rates.forestTax());
    }

    /**
     * The differences of personal deductions to those of income tax before 2025, 5 % of the smaller of them and the
     * income.
     */
    private static long credit(ResidentFacts facts, boolean spouse, long taxable) {
        long differences = 50_000
                + (spouse ? 50_000 : 0)
                + 50_000L * facts.general()
                + 180_000L * facts.specified()
                + 100_000L * facts.elderly()
                + 130_000L * facts.elderlyCohabitingParent();
        long base = taxable <= CREDIT_STEP
                ? Math.min(differences, taxable)
                : Math.max(50_000, differences - (taxable - CREDIT_STEP));
        return Yen.floor(base, 5, 100);
    }

    /** Life insurance counts by smaller tables: 28,000 new, 35,000 old, 70,000 in all. */
    private static long life(LifeInsurance life) {
        long general = together(scaled(life.newGeneral(), 12_000), scaled(life.oldGeneral(), 15_000, 40_000, 70_000));
        long pension = together(scaled(life.newPension(), 12_000), scaled(life.oldPension(), 15_000, 40_000, 70_000));
        return Math.min(70_000, general + scaled(life.careMedical(), 12_000) + pension);
    }

    private static long together(long fresh, long old) {
        return Math.max(old, Math.min(28_000, fresh + old));
    }

    private static long scaled(long premium, long step) {
        return scaled(premium, step, 32_000, 56_000);
    }

    private static long scaled(long premium, long first, long second, long third) {
        if (premium <= first) {
            return premium;
        }
        if (premium <= second) {
            return Yen.ceil(premium, 1, 2) + first / 2;
        }
        long quarter = second / 2 + first / 2 - second / 4;
        return premium <= third ? Yen.ceil(premium, 1, 4) + quarter : third / 4 + quarter;
    }

    private static long share(long amount, Rate rate) {
        return Yen.floor(amount, rate.numerator(), rate.denominator());
    }

    private static long down(long tax) {
        return Yen.floorTo(Math.max(0, tax), HUNDRED);
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "ResidentEstimate";
    }
}
