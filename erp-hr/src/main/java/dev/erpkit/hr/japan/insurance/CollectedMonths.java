package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.calendar.DateRange;
import java.time.YearMonth;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The months whose premiums a payment bears, told by joining and leaving alone, in an employer's practice. The premium
 * of a month is deducted from what is paid in the month after (Health Insurance Act article 167 (1); Employees' Pension
 * Insurance Act article 84), or from what is paid in the month itself.
 *
 * <p>The last pay, in whose period the last day of work is, bears what would else be deducted later, the month of
 * payment too; the first pay bears the month before its premium month, if that is due and nothing was paid from which
 * to deduct it. So who is paid in the month of the work and leaves on its last day bears two premiums, on the day
 * before only one; who is paid for it in the month after bears one or none. Days count from 1970-01-01.
 */
public final class CollectedMonths {
    /** Stands for no last day of work. */
    public static final long NO_LAST_DAY = Long.MAX_VALUE - 1;

    /** How many months there can be. */
    public static final int COUNT = 3;

    /** The place of the premium month among them. */
    public static final int PREMIUM = 1;

    private final ImmutableList<YearMonth> months;
    private final long[] starts = new long[COUNT + 1];
    private final long opens;
    private final long closes;
    private final boolean later;

    private CollectedMonths(DateRange period, YearMonth payMonth, YearMonth premiumMonth) {
        months = Lists.immutable.of(premiumMonth.minusMonths(1), premiumMonth, premiumMonth.plusMonths(1));
        for (int place = 0; place <= COUNT; place++) {
            starts[place] = premiumMonth.plusMonths(place - 1L).atDay(1).toEpochDay();
        }
        opens = period.startInclusive().toEpochDay();
        closes = period.endExclusive().toEpochDay();
        later = premiumMonth.isBefore(payMonth);
    }

    /**
     * The months of a payment.
     *
     * @param period the days of work that are paid
     * @param payMonth in which they are paid
     * @param premiumMonth whose premium is deducted from what is paid then: that month or the one before
     */
    public static CollectedMonths of(DateRange period, YearMonth payMonth, YearMonth premiumMonth) {
        return new CollectedMonths(period, payMonth, premiumMonth);
    }

    /** The month before the premium month, the premium month, and the one after it. */
    public ImmutableList<YearMonth> months() {
        return months;
    }

    /** Whether the payment of somebody bears the premium of the month at a place. */
    public boolean bears(int place, long joined, long lastDay) {
        if (lastDay < opens || !due(joined, lastDay, starts[place], starts[place + 1])) {
            return false;
        }
        return switch (place) {
            case 0 -> joined >= opens && joined < closes;
            case PREMIUM -> true;
            default -> later && lastDay < closes;
        };
    }

    /**
     * Whether somebody is insured for the month between two days: the month of loss only counts when it is that of
     * joining.
     */
    static boolean due(long joined, long lastDay, long first, long next) {
        long loss = lastDay + 1;
        return joined < next && (loss >= next || (loss >= first && joined >= first));
    }
}
