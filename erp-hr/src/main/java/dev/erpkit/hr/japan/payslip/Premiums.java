package dev.erpkit.hr.japan.payslip;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.hr.japan.insurance.EmploymentInsurance;
import dev.erpkit.hr.japan.insurance.StandardRemuneration;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.Rate;
import dev.erpkit.hr.payroll.Readable;
import dev.erpkit.hr.payroll.Rule;
import dev.erpkit.hr.payroll.Slot;
import java.util.function.ToLongBiFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The premiums of a payment: what is deducted of each month, and what the employer bears. */
final class Premiums {
    private static final RoundingPolicy FIFTY_SEN = RoundingPolicy.fiftySenAndUnderDown();
    private static final RoundingPolicy DOWN = RoundingPolicy.parse("truncate:0");
    private static final Rate NOTHING = new Rate(0, 1);

    private final Parts parts;

    Premiums(Parts parts) {
        this.parts = parts;
    }

    /** A scheme: whether it holds for a month, and its total rate. */
    private enum Scheme {
        HEALTH,
        SUPPORT,
        PENSION,
        CHILD
    }

    void monthly() {
        String edition = MonthlyRules.NAME;
        premium(edition, parts.health, parts.healthEmployer, Scheme.HEALTH);
        premium(edition, parts.support, parts.supportEmployer, Scheme.SUPPORT);
        premium(edition, parts.pension, parts.pensionEmployer, Scheme.PENSION);
        parts.pack.rule(edition, parts.childContribution, total(Scheme.CHILD), reads());
        labour(edition);
    }

    private void premium(String edition, Slot employee, Slot employer, Scheme scheme) {
        parts.pack.rule(
                edition,
                employee,
                Rule.dated(dates -> {
                    PremiumMonths months = PremiumMonths.of(dates);
                    return in -> sum(in, scheme, months, true);
                }),
                reads());
        parts.pack.rule(
                edition,
                employer,
                Rule.dated(dates -> {
                    Rule total = total(scheme).at(dates);
                    return in -> total.amount(in) - in.amount(employee);
                }),
                Lists.mutable.with(reads()).with(employee).toArray(new Readable[0]));
    }

    /** What employee and employer bear of a scheme together. */
    private Rule total(Scheme scheme) {
        return Rule.dated(dates -> {
            PremiumMonths months = PremiumMonths.of(dates);
            return in -> sum(in, scheme, months, false);
        });
    }

    private Readable[] reads() {
        return new Readable[] {
            parts.socialInsured,
            parts.exempt,
            parts.joined,
            parts.lastDay,
            parts.born,
            parts.standard,
            parts.prefecture,
            parts.premiums
        };
    }

    /**
     * The premiums of a scheme for each month that this payment bears, the employee's half of each or all of it;
     * nothing for those not insured or on leave.
     */
    private long sum(Inputs in, Scheme scheme, PremiumMonths months, boolean half) {
        long insured = parts.insured.monthly(in);
        long sum = 0;
        for (int month = 0; month < PremiumMonths.COUNT; month++) {
            sum = Math.addExact(sum, premium(in, scheme, months, month, half, insured));
        }
        return sum;
    }

    private long premium(Inputs in, Scheme scheme, PremiumMonths months, int month, boolean half, long insured) {
        long schemes = Insured.of(insured, month);
        if (schemes == 0) {
            return 0;
        }
        PremiumRates rates =
                month == PremiumMonths.PREMIUM ? in.get(parts.premiums) : in.get(parts.premiums, months.days[month]);
        Rate rate = rate(in, scheme, rates, schemes);
        return in.share(
                months.notes[month],
                standard(in.get(parts.standard), scheme, months, month),
                rate.numerator(),
                half ? rate.denominator() * 2 : rate.denominator(),
                half ? FIFTY_SEN : DOWN);
    }

    private static long standard(long health, Scheme scheme, PremiumMonths months, int month) {
        return scheme == Scheme.PENSION || scheme == Scheme.CHILD
                ? StandardRemuneration.pensionStandard(health, months.months[month])
                : health;
    }

    private Rate rate(Inputs in, Scheme scheme, PremiumRates rates, long schemes) {
        return switch (scheme) {
            case HEALTH -> {
                ImmutableList<Rate> byPlace = Insured.care(schemes) ? rates.healthWithCare() : rates.health();
                yield when(Insured.health(schemes), byPlace.get((int) in.get(parts.prefecture)));
            }
            case SUPPORT -> when(Insured.health(schemes), rates.support());
            case PENSION -> when(Insured.pension(schemes), rates.pension());
            case CHILD -> when(Insured.pension(schemes), rates.child());
        };
    }

    private static Rate when(boolean due, Rate rate) {
        return due ? rate : NOTHING;
    }

    static long half(Inputs in, long base, Rate rate) {
        return in.share(base, rate.numerator(), rate.denominator() * 2, FIFTY_SEN);
    }

    static long total(Inputs in, long base, Rate rate) {
        return in.share(base, rate, DOWN);
    }

    /** The premiums of a bonus on what counts of it, in the month of its payment. */
    void bonus(String edition, Slot healthBase, Slot pensionBase) {
        bonus(edition, parts.health, parts.healthEmployer, healthBase, Scheme.HEALTH);
        bonus(edition, parts.support, parts.supportEmployer, healthBase, Scheme.SUPPORT);
        bonus(edition, parts.pension, parts.pensionEmployer, pensionBase, Scheme.PENSION);
        parts.pack.rule(
                edition,
                parts.childContribution,
                bonusRate(Scheme.CHILD, (in, rate) -> total(in, in.amount(pensionBase), rate)),
                pensionBase,
                parts.born,
                parts.prefecture,
                parts.premiums);
        labour(edition);
    }

    private void bonus(String edition, Slot employee, Slot employer, Slot base, Scheme scheme) {
        parts.pack.rule(
                edition,
                employee,
                bonusRate(scheme, (in, rate) -> half(in, in.amount(base), rate)),
                base,
                parts.born,
                parts.prefecture,
                parts.premiums);
        parts.pack.rule(
                edition,
                employer,
                bonusRate(scheme, (in, rate) -> total(in, in.amount(base), rate) - in.amount(employee)),
                base,
                employee,
                parts.born,
                parts.prefecture,
                parts.premiums);
    }

    private Rule bonusRate(Scheme scheme, ToLongBiFunction<Inputs, Rate> premium) {
        return in -> {
            PremiumRates rates = in.get(parts.premiums);
            return premium.applyAsLong(in, rate(in, scheme, rates, parts.insured.ofAge(in)));
        };
    }

    /** The merit rate that was notified, else that of the table. */
    private Rate accidentRate(Inputs in) {
        Rate table = in.get(parts.accidentRates).get((int) in.get(parts.accidentBusiness));
        long merit = in.get(parts.meritRate);
        return merit == 0 ? table : new Rate(merit, 1_000 * Fact.DECIMAL_UNIT);
    }

    /** Employment and accident insurance, each on wages alone and only for who is insured: officers as such are not. */
    private void labour(String edition) {
        insured(
                edition,
                parts.employment,
                parts.employmentInsured,
                in -> in.share(wages(in), employmentRates(in).employee(), FIFTY_SEN),
                parts.business,
                parts.employmentRates);
        insured(
                edition,
                parts.employmentEmployer,
                parts.employmentInsured,
                in -> total(in, wages(in), employmentRates(in).employer()),
                parts.business,
                parts.employmentRates);
        insured(
                edition,
                parts.accident,
                parts.accidentInsured,
                in -> total(in, wages(in), accidentRate(in)),
                parts.accidentBusiness,
                parts.meritRate,
                parts.accidentRates);
    }

    private void insured(String edition, Slot line, Fact insured, Rule premium, Readable... others) {
        parts.pack.rule(
                edition,
                line,
                in -> in.flag(insured) ? premium.amount(in) : 0,
                Lists.mutable
                        .<Readable>with(insured, parts.officerPay, parts.gross)
                        .withAll(Lists.immutable.with(others))
                        .toArray(new Readable[0]));
    }

    private EmploymentInsurance.Rates employmentRates(Inputs in) {
        return in.get(parts.employmentRates).get((int) in.get(parts.business));
    }

    /** What is paid for work as an employee; what is paid as an officer is no wage (Act 84 of 1969 art. 2 (2)). */
    private long wages(Inputs in) {
        long wages = in.amount(parts.gross) - in.get(parts.officerPay);
        if (wages < 0) {
            throw in.refuse(Refusals.officerPay());
        }
        return wages;
    }
}
