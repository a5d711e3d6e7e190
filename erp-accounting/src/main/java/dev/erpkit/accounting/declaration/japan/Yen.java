package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import javax.money.CurrencyUnit;

/** How the return cuts off: fractions of a yen always, and whole hundreds or thousands where the law says so. */
final class Yen {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final RoundingPolicy CUT = RoundingPolicy.toCurrency(RoundingRule.TRUNCATE);

    private Yen() {}

    static long share(long yen, long numerator, long denominator) {
        return CUT.share(yen, numerator, denominator, JPY);
    }

    static long cut(long yen, long unit) {
        return yen - yen % unit;
    }
}
