package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;

/** Minor units as text with the decimals of their currency. */
final class AmountText {
    private AmountText() {}

    static String of(long minor, CurrencyUnit currency) {
        return BigDecimal.valueOf(minor, Amounts.digits(currency)).toPlainString();
    }
}
