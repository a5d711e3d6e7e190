package dev.erpkit.hr.japan.payslip;

import dev.erpkit.hr.japan.insurance.InsuredAges;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.payroll.Derived;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Rule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * For which months and schemes somebody is insured, derived once for all premiums of a payslip: of each month four bits
 * of one number.
 */
final class Insured {
    private static final long NEVER = Parts.NO_END.toEpochDay();
    private static final int HEALTH = 1;
    private static final int CARE = 2;
    private static final int PENSION = 4;
    private static final int DUE = 8;
    private static final int BITS = 4;

    private final Parts parts;
    private final Derived monthly;
    private final Derived ofAge;

    Insured(Parts parts) {
        this.parts = parts;
        this.monthly = parts.pack.derived(Rule.dated(this::monthly));
        this.ofAge = parts.pack.derived(Rule.dated(dates -> {
            InsuredAges ages = PremiumMonths.of(dates).ages[PremiumMonths.PREMIUM];
            return in -> schemes(in, ages);
        }));
    }

    private Rule monthly(PayDates dates) {
        PremiumMonths months = PremiumMonths.of(dates);
        return in -> in.flag(parts.socialInsured) && !in.flag(parts.exempt) ? monthly(in, months) : 0;
    }

    private long monthly(Inputs in, PremiumMonths months) {
        in.get(parts.premiums);
        if (!months.lawful()) {
            throw in.refuse(Refusals.premiumMonth(months.premium, months.paid));
        }
        long joined = in.get(parts.joined);
        long lastDay = in.get(parts.lastDay);
        long due = 0;
        for (int month = 0; month < PremiumMonths.COUNT; month++) {
            if (months.collected.bears(month, joined, lastDay)) {
                due |= (DUE | schemes(in, months.ages[month])) << (month * BITS);
            }
        }
        return due;
    }

    /** The insurances of somebody's age; refuses for who is not born yet. */
    private long schemes(Inputs in, InsuredAges due) {
        long born = in.get(parts.born);
        if (!due.born(born)) {
            throw in.refuse(Refusals.birthday());
        }
        return (due.health(born) ? HEALTH : 0) | (due.care(born) ? CARE : 0) | (due.pension(born) ? PENSION : 0);
    }

    /**
     * For which schemes a monthly payment bears the premiums of which months; nothing for those who are not insured or
     * on leave. Reads insurance, leave, the rates, joining, the last day and the birthday.
     */
    long monthly(Inputs in) {
        return in.get(monthly);
    }

    /** For which schemes somebody is of age in the premium month. Reads the birthday. */
    long ofAge(Inputs in) {
        return in.get(ofAge);
    }

    /** The schemes of a month alone; 0 when the payment bears nothing of it. */
    static long of(long months, int month) {
        return (months >> (month * BITS)) & ((1 << BITS) - 1);
    }

    /** The last day of work, if there is one. */
    Optional<LocalDate> lastDay(Inputs in) {
        long day = in.get(parts.lastDay);
        return day == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    static boolean health(long schemes) {
        return (schemes & HEALTH) != 0;
    }

    static boolean care(long schemes) {
        return (schemes & CARE) != 0;
    }

    static boolean pension(long schemes) {
        return (schemes & PENSION) != 0;
    }
}
