package dev.erpkit.hr.japan.resident;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.hr.japan.Figure;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Yen;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/**
 * A municipality's notice of resident tax to be collected from pay.
 *
 * @param firstMonth the month of the first installment: June, or later when the notice came late
 * @param first the first installment, in yen
 * @param rest each further one to the next May
 */
public record ResidentNotice(YearMonth firstMonth, long first, long rest) {
    private static final RefusalCode MISSING = RefusalCode.of("japan.resident-notice-missing");
    private static final RefusalCode INSTALLMENTS = RefusalCode.of("japan.resident-installments");
    private static final int YEAR = 12;
    private static final long HUNDRED = 100;

    /** The notice of a year from June on; or {@code japan.below-zero}. */
    public static Outcome<ResidentNotice> ofAnnual(int year, long annual) {
        return late(YearMonth.of(year, Month.JUNE), annual, YEAR);
    }

    /**
     * A notice spread over the months that are left to May: each down to 100 yen, the first takes what remains (Local Tax Act
     * articles 321-5, 20-4-2 (6)).
     *
     * <p>Worked: 166,700 over ten is 16,600 each, the first 17,300.
     *
     * @param installments 1 to 12, and the last of them in May ({@code japan.resident-installments})
     * @return or {@code japan.below-zero}
     */
    public static Outcome<ResidentNotice> late(YearMonth firstMonth, long annual, int installments) {
        if (annual < 0) {
            return Outcome.refused(Refusals.belowZero("annual tax"));
        }
        if (installments < 1
                || installments > YEAR
                || firstMonth.plusMonths(installments - 1L).getMonth() != Month.MAY) {
            return Outcome.refused(Refusal.of(
                            INSTALLMENTS,
                            "Resident tax is collected in 1 to 12 installments of which the last is in May, not in "
                                    + installments + " from " + firstMonth + "; correct the notice")
                    .with("installments", installments)
                    .with("from", firstMonth));
        }
        ImmutableLongList parts = spread(annual, installments).orElseThrow();
        return Outcome.accepted(
                new ResidentNotice(firstMonth, parts.getFirst(), parts.size() == 1 ? 0 : parts.getLast()));
    }

    /** An amount in this many installments: each down to 100 yen, the first takes what remains; refusals as {@link #late}. */
    public static Outcome<ImmutableLongList> spread(long annual, int installments) {
        if (annual < 0) {
            return Outcome.refused(Refusals.belowZero("annual tax"));
        }
        if (installments < 1 || installments > YEAR) {
            return Outcome.refused(Refusal.of(
                            INSTALLMENTS,
                            "Resident tax is collected in 1 to 12 installments, not in " + installments
                                    + "; correct the notice")
                    .with("installments", installments)
                    .with("from", "any"));
        }
        long rest = Yen.floorTo(annual / installments, HUNDRED);
        long[] parts = new long[installments];
        Arrays.fill(parts, rest);
        parts[0] = annual - rest * (installments - 1);
        return Outcome.accepted(LongLists.immutable.with(parts));
    }

    /** What is collected from the pay of a month; nothing outside the months of the notice. */
    public long of(YearMonth month) {
        if (month.equals(firstMonth)) {
            return first;
        }
        return month.isAfter(firstMonth) && !month.isAfter(lastMonth()) ? rest : 0;
    }

    /** The May with the last installment. */
    public YearMonth lastMonth() {
        YearMonth may = YearMonth.of(firstMonth.getYear(), Month.MAY);
        return firstMonth.isAfter(may) ? may.plusYears(1) : may;
    }

    /** What is collected from the pay of a month of the notice's year, or {@code japan.resident-notice-missing} outside it. */
    public Outcome<Long> installment(YearMonth month) {
        return month.isBefore(firstMonth) || month.isAfter(lastMonth())
                ? Outcome.refused(missing(month))
                : Outcome.accepted(of(month));
    }

    /** The refusal of a month for which there is no notice. */
    public static Refusal missing(YearMonth month) {
        return Refusal.of(
                        MISSING,
                        "There is no notice of resident tax for " + month
                                + "; enter the municipality's notice, or that the tax is not collected from pay")
                .with("month", month);
    }

    /** What is due from a month on to May. */
    public long remaining(YearMonth month) {
        long sum = 0;
        for (YearMonth at = month.isBefore(firstMonth) ? firstMonth : month;
                !at.isAfter(lastMonth());
                at = at.plusMonths(1)) {
            sum += of(at);
        }
        return sum;
    }

    /**
     * What the last pay of a leaver bears (Local Tax Act article 321-5 (2)): of leavers from January to April the whole
     * rest at once, of those from June to December only on request, and only if the pay exceeds it. Else the
     * installment of the month of leaving is the last one: later ones, also of a last pay in a later month, the
     * municipality collects itself.
     *
     * @param payMonth in which the last pay is paid
     * @param requested whether the leaver asked for the whole rest
     * @param lastPay what is left of the last pay and of retirement pay
     */
    public Figure fromLastPay(LocalDate lastDay, YearMonth payMonth, boolean requested, long lastPay) {
        boolean always = lastDay.getMonthValue() <= Month.APRIL.getValue();
        long rest = remaining(payMonth);
        boolean whole = lastDay.getMonth() != Month.MAY && (always || requested) && lastPay > rest;
        long installment = payMonth.isAfter(YearMonth.from(lastDay)) ? 0 : of(payMonth);
        long yen = whole ? rest : installment;
        return new Figure(
                yen,
                TraceStep.of("resident tax of a leaver", yen)
                        .with("law", "Local Tax Act art. 321-5 (2)")
                        .with("last day", lastDay)
                        .with("paid in", payMonth)
                        .with("whole rest", whole)
                        .with("requested", requested));
    }

    /** Without the amounts. */
    @Override
    public String toString() {
        return "ResidentNotice from " + firstMonth;
    }
}
