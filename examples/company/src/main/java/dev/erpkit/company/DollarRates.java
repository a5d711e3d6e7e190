package dev.erpkit.company;

import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * The price of a dollar in yen on every day, invented: straight lines between the rates of month ends, and a little noise.
 * The same for every type of rate.
 */
final class DollarRates implements ExchangeRates {
    /** In hundredths of a yen, at the end of March 2025 and of each month after it. */
    private static final int[] MONTH_ENDS = {
        14952, 14307, 14401, 14481, 15077, 14705, 14788, 15399, 15618, 15656, 15312, 15104, 15238, 15190
    };

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 31);

    @Override
    public Optional<ExchangeRate> find(CurrencyUnit from, CurrencyUnit to, RateType type, LocalDate date) {
        boolean known = from.getCurrencyCode().equals("USD")
                && to.getCurrencyCode().equals("JPY")
                && !date.isBefore(FIRST)
                && date.isBefore(FIRST.plusMonths(MONTH_ENDS.length - 1L));
        return known
                ? Optional.of(ExchangeRate.of(from, to, BigDecimal.valueOf(hundredths(date), 2), type, date))
                : Optional.empty();
    }

    /** What a dollar is in yen on a day. */
    Rational dollar(LocalDate date) {
        return Rational.of(hundredths(date), 100);
    }

    private static long hundredths(LocalDate date) {
        LocalDate monthEnd = date.withDayOfMonth(date.lengthOfMonth());
        int month = (int) ChronoUnit.MONTHS.between(FIRST.withDayOfMonth(1), date.withDayOfMonth(1));
        if (date.equals(monthEnd)) {
            return MONTH_ENDS[month];
        }
        long before = MONTH_ENDS[month - 1];
        long step = (MONTH_ENDS[month] - before) * date.getDayOfMonth() / date.lengthOfMonth();
        return before + step + Chance.between(-60, 60, "rate" + date);
    }
}
