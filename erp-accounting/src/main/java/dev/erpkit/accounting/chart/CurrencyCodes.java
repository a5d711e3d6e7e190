package dev.erpkit.accounting.chart;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The form of currency codes that accounts are bound to. Whether somebody has such a unit is not asked: units outside
 * ISO 4217 are registered nowhere, see {@link dev.erpkit.core.money.Amounts#unit}.
 */
final class CurrencyCodes {
    private CurrencyCodes() {}

    static void check(String type, String path, String code) {
        if (code.isBlank() || code.length() > 64 || !Texts.isLabel(code)) {
            throw new InvalidValueException(
                    type, path, "currency.code-form", "must have 1 to 64 characters and no control characters");
        }
    }
}
