package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;

/**
 * The name of a field of rates: {@code rate_eur_per_usd} is the number of EUR that one USD costs.
 *
 * @param price the currency of the price
 * @param of the currency that is priced
 */
record CaseRates(String price, String of) {
    private static final Pattern NAME = Pattern.compile("rates?_([a-z]+)_per_([a-z]+)");

    static CaseRates of(String field) {
        Matcher matcher = NAME.matcher(field);
        if (!matcher.matches()) {
            throw new UnsupportedCaseException("no name of a rate: " + field);
        }
        return new CaseRates(
                matcher.group(1).toUpperCase(Locale.ROOT), matcher.group(2).toUpperCase(Locale.ROOT));
    }

    static boolean names(String field) {
        return NAME.matcher(field).matches();
    }

    ExchangeRate rate(CaseCurrencies currencies, BigDecimal number, RateType type, LocalDate day) {
        CurrencyUnit priced = currencies.of(of);
        return ExchangeRate.of(priced, currencies.of(price), number, type, day);
    }
}
