package dev.erpkit.hr.japan.retirement;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Yen;
import dev.erpkit.hr.japan.yearend.Deductions;

/**
 * Taxes withheld from retirement pay, in yen.
 *
 * @param deduction by years of service
 * @param taxable retirement income down to 1,000 yen
 * @param incomeTax with surtax, its fraction dropped; without the declaration 20.42 % of the whole pay
 * @param municipal 6 %, down to 100 yen
 * @param prefectural 4 %, down to 100 yen
 * @param trace how it came about
 */
public record RetirementTax(
        long deduction, long taxable, long incomeTax, long municipal, long prefectural, TraceStep trace) {
    private static final RefusalCode YEARS = RefusalCode.of("japan.service-years");
    private static final RefusalCode KIND = RefusalCode.of("japan.retirement-kind");
    private static final int FIRST_YEARS = 20;
    private static final int SHORT = 5;
    private static final long FIRST = 400_000;
    private static final long FURTHER = 700_000;
    private static final long LEAST = 800_000;
    private static final long DISABILITY = 1_000_000;
    private static final long HALVED_UP_TO = 3_000_000;
    private static final long SURTAX = 1_021;
    private static final long WITHOUT_DECLARATION = 20_420;

    /** Resident tax, municipal and prefectural. */
    public long residentTax() {
        return municipal + prefectural;
    }

    /**
     * The taxes of a retirement pay.
     *
     * <p>Worked: 20,000,000 after 30 years: deduction 8,000,000 + 7,000,000; half of the rest 2,500,000; tax 152,500 x 1.021 =
     * 155,702; municipal 150,000, prefectural 100,000.
     *
     * @param disabled whether a disability is the reason for leaving
     * @param declared whether the declaration of retirement income was filed
     * @return or {@code japan.below-zero}, {@code japan.service-years} for less than one year or more overlapping than served,
     *     {@code japan.retirement-kind} when the kind is for five years at most
     */
    public static Outcome<RetirementTax> of(
            long pay, ServiceYears service, RetirementKind kind, boolean disabled, boolean declared) {
        if (pay < 0) {
            return Outcome.refused(Refusals.belowZero("pay"));
        }
        if (service.years() < 1 || service.overlapping() < 0 || service.overlapping() > service.years()) {
            return Outcome.refused(Refusal.of(
                    YEARS, "Service is of one year at least, and no more years overlap than were served; correct it"));
        }
        if (kind != RetirementKind.GENERAL && service.years() > SHORT) {
            return Outcome.refused(
                    Refusal.of(KIND, "The kind " + kind.text() + " is for service of five years or less; take general")
                            .with("kind", kind.text()));
        }
        long deduction = deduction(service, disabled);
        long taxable = taxable(pay, deduction, kind);
        long incomeTax = declared
                ? Yen.floor(Deductions.tax(taxable), SURTAX, 1_000)
                : Yen.floor(pay, WITHOUT_DECLARATION, 100_000);
        return Outcome.accepted(new RetirementTax(
                deduction,
                taxable,
                incomeTax,
                Yen.floorTo(Yen.floor(taxable, 6, 100), 100),
                Yen.floorTo(Yen.floor(taxable, 4, 100), 100),
                trace(pay, service, kind, declared, deduction, taxable, incomeTax)));
    }

    /**
     * What is left to withhold when another retirement pay of the same year was taxed before: computed of both pays together
     * (article 201 (1) ii of the Act, article 328-6 (1) ii of the Local Tax Act), less what was withheld then; nothing is given
     * back.
     *
     * <p>Worked: 2,000,000 bore 20,420 and 24,000 and 16,000; 6,000,000 after 13 years make it 8,000,000, whose 71,470 and
     * 84,000 and 56,000 leave 51,050 and 60,000 and 40,000.
     *
     * @param incomeTaxBefore withheld from the earlier pay, in yen, like the others
     */
    public RetirementTax lessWithheld(long incomeTaxBefore, long municipalBefore, long prefecturalBefore) {
        long left = Math.max(0, incomeTax - incomeTaxBefore);
        return new RetirementTax(
                deduction,
                taxable,
                left,
                Math.max(0, municipal - municipalBefore),
                Math.max(0, prefectural - prefecturalBefore),
                TraceStep.of("income tax of retirement pay, earlier one counted in", left)
                        .with("law", "Income Tax Act art. 201 (1) ii")
                        .with("withheld before", incomeTaxBefore)
                        .from(trace));
    }

    /** The deduction: 400,000 a year to 20, 700,000 above, at least 800,000; 1,000,000 more for a disability. */
    static long deduction(ServiceYears service, boolean disabled) {
        long own = byYears(service.years()) - byYears(service.overlapping());
        return Math.max(LEAST, own) + (disabled ? DISABILITY : 0);
    }

    private static long byYears(int years) {
        return FIRST * Math.min(years, FIRST_YEARS) + FURTHER * Math.max(0, years - FIRST_YEARS);
    }

    private static long taxable(long pay, long deduction, RetirementKind kind) {
        long rest = Math.max(0, pay - deduction);
        long income = switch (kind) {
            case GENERAL -> rest / 2;
            case SHORT -> Math.min(rest, HALVED_UP_TO) / 2 + Math.max(0, rest - HALVED_UP_TO);
            case OFFICER -> rest;
        };
        return Yen.floorTo(income, 1_000);
    }

    private static TraceStep trace(
            long pay,
            ServiceYears service,
            RetirementKind kind,
            boolean declared,
            long deduction,
            long taxable,
            long incomeTax) {
        return TraceStep.of("income tax of retirement pay", incomeTax)
                .with("law", declared ? "Income Tax Act art. 201 (1)" : "Income Tax Act art. 201 (3)")
                .with("pay", pay)
                .with("rounding", "truncate:0")
                .from(TraceStep.of("retirement income", taxable)
                        .with("law", "Income Tax Act art. 30")
                        .with("kind", kind.text())
                        .with("years", service.years())
                        .with("overlapping years", service.overlapping())
                        .with("deduction", deduction)
                        .with("rounding", "truncate:-3"));
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "RetirementTax";
    }
}
