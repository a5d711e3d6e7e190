package dev.erpkit.hr.japan.payslip;

import dev.erpkit.hr.japan.insurance.InsuredAges;
import dev.erpkit.hr.japan.insurance.StandardRemuneration;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.payroll.Derived;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Rule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** For which months and schemes somebody is insured, derived once for all premiums of a payslip; as bits of numbers. */
final class Insured {
    private static final long NEVER = Parts.NO_END.toEpochDay();
    private static final int HEALTH = 1;
    private static final int CARE = 2;
    private static final int PENSION = 4;
    private static final int UNBORN = 8;

    private final Parts parts;
    private final Derived months;
    private final Derived[] ages;
    private final Derived[] pensionStandards;

    Insured(Parts parts) {
        this.parts = parts;
        this.months = parts.pack.derived(Rule.dated(this::months));
        this.ages = new Derived[] {ages(0), ages(1), ages(2)};
        this.pensionStandards = new Derived[] {pensionStandard(0), pensionStandard(1), pensionStandard(2)};
    }

    private Rule months(PayDates dates) {
        PremiumMonths months = PremiumMonths.of(dates);
        return in -> in.flag(parts.socialInsured) && !in.flag(parts.exempt) ? months(in, months) : 0;
    }

    private long months(Inputs in, PremiumMonths months) {
        in.get(parts.premiums);
        if (!months.lawful()) {
            throw in.refuse(Refusals.premiumMonth(months.premium, months.paid));
        }
        long joined = in.get(parts.joined);
        long lastDay = in.get(parts.lastDay);
        long due = 0;
        for (int month = 0; month < PremiumMonths.COUNT; month++) {
            if (months.collected.bears(month, joined, lastDay)) {
                due |= 1L << month;
            }
        }
        return due;
    }

    private Derived ages(int month) {
        return parts.pack.derived(Rule.dated(dates -> {
            InsuredAges due = PremiumMonths.of(dates).ages[month];
            return in -> {
                long born = in.get(parts.born);
                return (due.born(born) ? 0 : UNBORN)
                        + (due.health(born) ? HEALTH : 0)
                        + (due.care(born) ? CARE : 0)
                        + (due.pension(born) ? PENSION : 0);
            };
        }));
    }

    private Derived pensionStandard(int month) {
        return parts.pack.derived(Rule.dated(dates -> {
            YearMonth due = PremiumMonths.of(dates).collected.months().get(month);
            return in -> StandardRemuneration.pensionStandard(in.get(parts.standard), due);
        }));
    }

    /**
     * The months whose premiums a monthly payment bears, one bit each; none for those who are not insured or on leave.
     * Reads insurance, leave, the rates, joining and the last day.
     */
    long months(Inputs in) {
        return in.get(months);
    }

    /** The last day of work, if there is one. */
    Optional<LocalDate> lastDay(Inputs in) {
        long day = in.get(parts.lastDay);
        return day == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** The standard of pension in a month; reads that of health. */
    long pensionStandard(Inputs in, int month) {
        return in.get(pensionStandards[month]);
    }

    /** The insurances of somebody's age in a month; reads the birthday. */
    long ages(Inputs in, int month) {
        return in.get(ages[month]);
    }

    static boolean health(Inputs in, long ages) {
        return holds(in, ages, HEALTH);
    }

    static boolean care(Inputs in, long ages) {
        return holds(in, ages, CARE);
    }

    static boolean pension(Inputs in, long ages) {
        return holds(in, ages, PENSION);
    }

    private static boolean holds(Inputs in, long ages, int scheme) {
        if (ages >= UNBORN) {
            throw in.refuse(Refusals.birthday());
        }
        return (ages & scheme) != 0;
    }
}
