package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.japan.internal.Yen;
import dev.erpkit.hr.payroll.Rate;

/**
 * A premium that employee and employer share: of the half that is deducted from pay 50 sen and under are dropped and more goes
 * up (Act 42 of 1987 article 3); the employer bears the total, its fraction dropped, less that.
 *
 * <p>Worked: 110,000 at 9.21 % is 10,131; half of it is 5,065.5, so 5,065 and 5,066. Whether an employer drops the fraction by
 * person or on the invoice's total is its choice; here it is by person.
 *
 * @param employee deducted from pay, in yen
 * @param employer in yen
 */
public record PremiumShare(long employee, long employer) {
    /** Nothing to pay, such as in a month of childcare leave. */
    public static final PremiumShare NONE = new PremiumShare(0, 0);

    /** The premium of a base at a total rate, half each. */
    public static PremiumShare of(long base, Rate total) {
        long employee = Yen.fiftySenDown(base, total.numerator(), Math.multiplyExact(total.denominator(), 2));
        return new PremiumShare(employee, Yen.floor(base, total.numerator(), total.denominator()) - employee);
    }

    /** The exact half, as the official tables print it. */
    public static Rational exactHalf(long base, Rate total) {
        return Rational.of(base)
                .multiply(Rational.of(total.numerator(), total.denominator()))
                .divide(Rational.of(2));
    }

    /** The same premium and another. */
    public PremiumShare plus(PremiumShare other) {
        return new PremiumShare(Math.addExact(employee, other.employee), Math.addExact(employer, other.employer));
    }

    /** How it came about. */
    public TraceStep trace(String scheme, String law, long base, Rate total) {
        return TraceStep.of(scheme, employee)
                .with("law", law)
                .with("base", base)
                .with("total rate", total)
                .with("employer", employer)
                .with("rounding", "50-sen-and-under-down of the half");
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "PremiumShare";
    }
}
