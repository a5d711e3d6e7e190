package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Gives the currencies and commodities of a case real currencies; what ISO does not know gets one the case does not use. */
final class CaseCurrencies {
    private static final ImmutableList<String> SPARE =
            Lists.immutable.of("CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "GBP", "AUD", "CAD", "NZD", "SGD", "ZAR");

    private final String text;
    private final MutableMap<String, CurrencyUnit> known = Maps.mutable.empty();
    private final CurrencyUnit base;

    /** The currencies of a case whose base currency has this name; a name that says nothing gets a spare currency. */
    CaseCurrencies(Case current, String base) {
        this.text = current.text();
        this.base = of(base);
    }

    /** The base currency. */
    CurrencyUnit base() {
        return base;
    }

    CurrencyUnit of(String name) {
        return known.getIfAbsentPutWithKey(name, this::choose);
    }

    private CurrencyUnit choose(String name) {
        if (name.matches("[A-Z]{3}")) {
            try {
                return Amounts.currency(name);
            } catch (InvalidValueException notIso) {
                return spare();
            }
        }
        return spare();
    }

    private CurrencyUnit spare() {
        String code = SPARE.detect(s -> !text.contains(s) && !known.contains(Amounts.currency(s)));
        if (code == null) {
            throw new UnsupportedCaseException("too many commodities");
        }
        return Amounts.currency(code);
    }

    MonetaryAmount amount(CaseAmount amount) {
        return amount(amount.number(), amount.commodity().map(this::of).orElse(base));
    }

    static MonetaryAmount amount(BigDecimal number, CurrencyUnit currency) {
        try {
            MonetaryAmount amount = Amounts.of(number, currency);
            Amounts.minor(amount);
            return amount;
        } catch (InvalidValueException e) {
            throw new UnsupportedCaseException(number + " does not fit the decimals of " + currency.getCurrencyCode());
        }
    }

    static BigDecimal decimal(long minor, CurrencyUnit currency) {
        return BigDecimal.valueOf(minor, Amounts.digits(currency));
    }
}
