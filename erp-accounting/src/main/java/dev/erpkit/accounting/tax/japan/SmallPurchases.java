package dev.erpkit.accounting.tax.japan;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * 少額特例: small businesses may deduct tax without an invoice, from any seller, on purchases below 10,000 yen with tax, from
 * October 2023 to September 2029. 平成28年法律第15号, supplementary provision 53-2 (added by 令和5年法律第3号).
 */
public final class SmallPurchases {
    private static final DateRange VALIDITY = DateRange.of(LocalDate.of(2023, 10, 1), LocalDate.of(2029, 10, 1));
    private static final long BOUND = 10_000;
    private static final long BASE_PERIOD_SALES = 100_000_000;
    private static final long SPECIFIED_PERIOD_SALES = 50_000_000;

    private SmallPurchases() {}

    /**
     * Whether a business is small enough: taxable sales of the base period of at most 100 million yen, or of the specified
     * period of at most 50 million.
     *
     * @param basePeriodSales taxable sales of two years before
     * @param specifiedPeriodSales taxable sales of the first half of the year before
     */
    public static boolean isOpenTo(MonetaryAmount basePeriodSales, MonetaryAmount specifiedPeriodSales) {
        return Amounts.minor(basePeriodSales) <= BASE_PERIOD_SALES
                || Amounts.minor(specifiedPeriodSales) <= SPECIFIED_PERIOD_SALES;
    }

    /** Whether such a business needs no invoice for one purchase, all of it with tax, on a day. */
    public static boolean frees(MonetaryAmount withTax, LocalDate purchase) {
        return VALIDITY.contains(purchase) && Amounts.minor(withTax) < BOUND;
    }
}
