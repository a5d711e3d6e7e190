package dev.erpkit.hr.japan.benefit;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import java.time.LocalDate;

/**
 * Commuting allowances (Income Tax Act Order article 20-2); the day of payment counts. Untaxed are 150,000 a month for public
 * transport. For cars only the band from 15 to 25 km from April 2026 is confirmed: 13,500, and up to 5,000 for parking.
 */
public final class Commuting {
    private static final LocalDate REFORM = LocalDate.of(2026, 4, 1);
    private static final long PUBLIC = 150_000;
    private static final long CAR = 13_500;
    private static final long PARKING = 5_000;
    private static final int CONFIRMED_FROM = 15;
    private static final int CONFIRMED_TO = 25;

    private Commuting() {}

    /** What is taxed of an allowance for public transport a month; or {@code japan.below-zero}, {@code japan.not-covered}. */
    public static Outcome<Long> taxed(LocalDate payment, long allowance) {
        return checked(payment, allowance, 0).map(known -> Math.max(0, allowance - PUBLIC));
    }

    /**
     * What is taxed of an allowance for going by car.
     *
     * @param kilometres one way
     * @param parking what the employee pays for parking, in yen a month
     * @return or {@code japan.not-confirmed} for other distances and before April 2026, {@code japan.below-zero}
     */
    public static Outcome<Long> taxedByCar(LocalDate payment, long allowance, int kilometres, long parking) {
        return checked(payment, allowance, Math.min(kilometres, parking)).then(known -> {
            boolean confirmed = !payment.isBefore(REFORM) && kilometres >= CONFIRMED_FROM && kilometres < CONFIRMED_TO;
            return confirmed
                    ? Outcome.accepted(Math.max(0, allowance - CAR - Math.min(parking, PARKING)))
                    : Outcome.refused(
                            Refusals.notConfirmed("untaxed commuting allowance by car of " + kilometres + " km"));
        });
    }

    private static Outcome<LocalDate> checked(LocalDate payment, long allowance, long other) {
        if (allowance < 0 || other < 0) {
            return Outcome.refused(Refusals.belowZero("allowance, distance or parking"));
        }
        return payment.getYear() < 2025 || payment.getYear() > 2027
                ? Outcome.refused(Refusals.notCovered("commuting allowance", payment))
                : Outcome.accepted(payment);
    }
}
