package dev.erpkit.hr.japan.payslip;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.hr.japan.insurance.InsuredMonths;
import dev.erpkit.hr.japan.insurance.StandardRemuneration;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.Rate;
import dev.erpkit.hr.payroll.Readable;
import dev.erpkit.hr.payroll.Slot;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The premiums of a payment: what is deducted of each month, and what the employer bears. */
final class Premiums {
    private static final RoundingPolicy FIFTY_SEN = RoundingPolicy.fiftySenAndUnderDown();
    private static final RoundingPolicy DOWN = RoundingPolicy.parse("truncate:0");

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
        Readable[] reads = reads();
        parts.pack.rule(edition, parts.childContribution, in -> sum(in, month -> child(in, month)), reads);
        labour(edition);
    }

    private void premium(String edition, Slot employee, Slot employer, Scheme scheme) {
        parts.pack.rule(
                edition,
                employee,
                in -> sum(in, month -> half(in, standard(in, scheme, month), rate(in, scheme, month))),
                reads());
        parts.pack.rule(
                edition,
                employer,
                in -> sum(in, month -> total(in, standard(in, scheme, month), rate(in, scheme, month)))
                        - in.amount(employee),
                Lists.mutable.with(reads()).with(employee).toArray(new Readable[0]));
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

    /** What is computed for each month whose premium this payment bears; nothing for those not insured or on leave. */
    private long sum(Inputs in, ToLongFunction<YearMonth> ofMonth) {
        if (!in.flag(parts.socialInsured) || in.flag(parts.exempt)) {
            return 0;
        }
        in.get(parts.premiums);
        YearMonth premiumMonth = in.dates().premiumMonth().orElseThrow();
        ImmutableList<YearMonth> months =
                InsuredMonths.deducted(in.date(parts.joined), lastDay(in), premiumMonth.plusMonths(1));
        long sum = 0;
        for (YearMonth month : months) {
            sum = Math.addExact(sum, in.note("premium of " + month, ofMonth.applyAsLong(month)));
        }
        return sum;
    }

    Optional<LocalDate> lastDay(Inputs in) {
        long day = in.get(parts.lastDay);
        return day == Parts.NO_END.toEpochDay() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    private long standard(Inputs in, Scheme scheme, YearMonth month) {
        long standard = in.get(parts.standard);
        return scheme == Scheme.PENSION || scheme == Scheme.CHILD
                ? StandardRemuneration.pensionStandard(standard, month)
                : standard;
    }

    private Rate rate(Inputs in, Scheme scheme, YearMonth month) {
        LocalDate born = in.date(parts.born);
        PremiumRates rates = in.get(parts.premiums, month.atDay(1));
        int place = (int) in.get(parts.prefecture);
        boolean health = in.orRefuse(InsuredMonths.health(born, month));
        boolean pension = in.orRefuse(InsuredMonths.pension(born, month));
        boolean care = in.orRefuse(InsuredMonths.care(born, month));
        return switch (scheme) {
            case HEALTH ->
                when(
                        health,
                        care
                                ? rates.healthWithCare().get(place)
                                : rates.health().get(place));
            case SUPPORT -> when(health, rates.support());
            case PENSION -> when(pension, rates.pension());
            case CHILD -> when(pension, rates.child());
        };
    }

    private static Rate when(boolean due, Rate rate) {
        return due ? rate : new Rate(0, 1);
    }

    private long child(Inputs in, YearMonth month) {
        return total(in, standard(in, Scheme.CHILD, month), rate(in, Scheme.CHILD, month));
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
                in -> total(in, in.amount(pensionBase), bonusRate(in, Scheme.CHILD)),
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
                in -> half(in, in.amount(base), bonusRate(in, scheme)),
                base,
                parts.born,
                parts.prefecture,
                parts.premiums);
        parts.pack.rule(
                edition,
                employer,
                in -> total(in, in.amount(base), bonusRate(in, scheme)) - in.amount(employee),
                base,
                employee,
                parts.born,
                parts.prefecture,
                parts.premiums);
    }

    private Rate bonusRate(Inputs in, Scheme scheme) {
        in.get(parts.premiums);
        return rate(in, scheme, in.dates().premiumMonth().orElseThrow());
    }

    private void labour(String edition) {
        Fact insured = parts.employmentInsured;
        parts.pack.rule(
                edition,
                parts.employment,
                in -> {
                    if (!in.flag(insured)) {
                        return 0;
                    }
                    Rate rate = in.get(parts.employmentRates)
                            .get((int) in.get(parts.business))
                            .employee();
                    return in.share(in.amount(parts.gross), rate, FIFTY_SEN);
                },
                insured,
                parts.business,
                parts.gross,
                parts.employmentRates);
        parts.pack.rule(
                edition,
                parts.employmentEmployer,
                in -> {
                    if (!in.flag(insured)) {
                        return 0;
                    }
                    Rate rate = in.get(parts.employmentRates)
                            .get((int) in.get(parts.business))
                            .employer();
                    return total(in, in.amount(parts.gross), rate);
                },
                insured,
                parts.business,
                parts.gross,
                parts.employmentRates);
        parts.pack.rule(
                edition,
                parts.accident,
                in -> total(
                        in, in.amount(parts.gross), in.get(parts.accidentRates).get((int)
                                in.get(parts.accidentBusiness))),
                parts.accidentBusiness,
                parts.gross,
                parts.accidentRates);
    }
}
