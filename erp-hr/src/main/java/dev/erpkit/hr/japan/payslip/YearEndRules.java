package dev.erpkit.hr.japan.payslip;

import dev.erpkit.hr.japan.yearend.Family;
import dev.erpkit.hr.japan.yearend.LifeInsurance;
import dev.erpkit.hr.japan.yearend.YearEnd;
import dev.erpkit.hr.japan.yearend.YearEndFacts;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.Readable;
import dev.erpkit.hr.payroll.Slot;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The settlement of a year over what was committed in it; a second one of the same year comes to nothing. */
final class YearEndRules {
    private static final String LAW = "Income Tax Act arts 190, 191";
    private static final String NOT_DECLARED = "Income Tax Act art. 190: what is not declared is not deducted";

    private final Parts parts;
    private final MutableList<Readable> reads = Lists.mutable.empty();
    private final Fact declaredSocial;
    private final Fact mutualAid;
    private final Fact newGeneral;
    private final Fact oldGeneral;
    private final Fact care;
    private final Fact newPension;
    private final Fact oldPension;
    private final Fact earthquake;
    private final Fact oldLongTerm;
    private final Fact hasSpouse;
    private final Fact spouseIncome;
    private final Fact spouseElderly;
    private final MutableList<Fact> family = Lists.mutable.empty();
    private final MutableList<Fact> relatives = Lists.mutable.empty();
    private final Fact widow;
    private final Fact singleParent;
    private final Fact student;
    private final Fact under23;
    private final Fact adjustment;
    private final Fact otherIncome;
    private final Fact housing;

    YearEndRules(Parts parts) {
        this.parts = parts;
        reads.add(parts.payOfYear);
        reads.add(parts.socialOfYear);
        reads.add(parts.taxOfYear);
        declaredSocial = amount("declared-social-insurance");
        mutualAid = amount("mutual-aid");
        newGeneral = amount("life-new-general");
        oldGeneral = amount("life-old-general");
        care = amount("life-care-medical");
        newPension = amount("life-new-pension");
        oldPension = amount("life-old-pension");
        earthquake = amount("earthquake-insurance");
        oldLongTerm = amount("old-long-term-insurance");
        hasSpouse = flag("has-spouse");
        spouseIncome = amount("spouse-income");
        spouseElderly = flag("spouse-elderly");
        for (String kind : new String[] {
            "general",
            "specified",
            "elderly",
            "elderly-cohabiting-parents",
            "disabled",
            "specially-disabled",
            "specially-disabled-cohabiting"
        }) {
            family.add(declared(Fact.count("year-end-" + kind)));
        }
        for (int i = 1; i <= 3; i++) {
            relatives.add(amount("specified-relative-income-" + i));
        }
        widow = flag("widow");
        singleParent = flag("single-parent");
        student = flag("working-student");
        under23 = flag("dependant-under-23");
        adjustment = flag("income-adjustment");
        otherIncome = amount("other-income");
        housing = amount("housing-loan-credit");
        slots();
    }

    private Fact declared(Fact fact) {
        Fact placed = parts.pack.fact(fact.byLaw(0, NOT_DECLARED));
        reads.add(placed);
        return placed;
    }

    private Fact amount(String name) {
        return declared(Fact.amount(name));
    }

    private Fact flag(String name) {
        return declared(Fact.flag(name));
    }

    private void slots() {
        Slot annual = parts.pack.slot(Slot.base("tax-of-the-year").cites(LAW));
        Slot difference = parts.pack.slot(Slot.base("year-end-difference").cites(LAW));
        Slot collected = parts.pack.slot(Slot.deduction("year-end-collection").cites("Income Tax Act art. 192"));
        Slot refunded = parts.pack.slot(Slot.credit("year-end-refund").cites("Income Tax Act art. 191"));
        for (int year = 2025; year <= 2027; year++) {
            int settled = year;
            String edition = "year-end-" + year;
            parts.pack.rule(edition, annual, in -> annualTax(in, settled), reads.toArray(new Readable[0]));
            parts.pack.rule(
                    edition,
                    difference,
                    in -> in.amount(annual) - in.accumulated(parts.taxOfYear),
                    annual,
                    parts.taxOfYear);
            parts.pack.rule(edition, collected, in -> Math.max(0, in.amount(difference)), difference);
            parts.pack.rule(edition, refunded, in -> Math.max(0, -in.amount(difference)), difference);
            parts.pack.rule(edition, parts.taxSettled, in -> in.amount(difference), difference);
            parts.pack.edition(Edition.settlement(edition, Parts.years(year, year + 1))
                    .computing(annual, difference, collected, refunded, parts.taxSettled));
        }
    }

    private long annualTax(Inputs in, int year) {
        YearEnd done = in.orRefuse(YearEnd.of(facts(in, year)));
        in.note("pay after employment deduction", done.afterEmploymentDeduction());
        in.note("total income", done.totalIncome());
        in.note("deductions", done.totalDeductions());
        in.note("taxable income, down to 1000", done.taxable());
        in.note("tax by quick table", done.computedTax());
        in.note("tax after credit", done.taxAfterCredit());
        return done.annualTax();
    }

    private YearEndFacts facts(Inputs in, int year) {
        YearEndFacts.Builder facts = YearEndFacts.builder();
        facts.year(year)
                .totalPay(in.accumulated(parts.payOfYear))
                .socialInsurance(in.accumulated(parts.socialOfYear))
                .withheldTax(Math.max(0, in.accumulated(parts.taxOfYear)))
                .declaredSocialInsurance(in.get(declaredSocial))
                .mutualAid(in.get(mutualAid))
                .lifeInsurance(new LifeInsurance(
                        in.get(newGeneral), in.get(oldGeneral), in.get(care), in.get(newPension), in.get(oldPension)))
                .earthquake(in.get(earthquake))
                .oldLongTerm(in.get(oldLongTerm))
                .spouseElderly(in.flag(spouseElderly))
                .family(family(in))
                .specifiedRelativeIncomes(
                        relatives.collect(in::get).select(income -> income > 0).toImmutable())
                .widow(in.flag(widow))
                .singleParent(in.flag(singleParent))
                .workingStudent(in.flag(student))
                .dependantUnder23(in.flag(under23))
                .incomeAdjustment(in.flag(adjustment))
                .otherIncome(in.get(otherIncome))
                .housingLoanCredit(in.get(housing));
        if (in.flag(hasSpouse)) {
            facts.spouseIncome(in.get(spouseIncome));
        }
        return facts.build();
    }

    private Family family(Inputs in) {
        int[] counts = family.collectInt(fact -> Math.toIntExact(in.get(fact))).toArray();
        return new Family(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }
}
