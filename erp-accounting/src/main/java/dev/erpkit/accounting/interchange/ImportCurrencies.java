package dev.erpkit.accounting.interchange;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.util.HashMap;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** The currencies that commodities of a file are. */
final class ImportCurrencies {
    private final ImportPolicy policy;
    private final Map<String, CurrencyUnit> known = new HashMap<>();

    ImportCurrencies(ImportPolicy policy) {
        this.policy = policy;
        policy.commodities().forEachKeyValue(known::put);
    }

    /** @param line the line to name when it is none */
    CurrencyUnit of(String symbol, int line) {
        CurrencyUnit currency = known.get(symbol);
        if (currency == null) {
            currency = iso(symbol, line);
            known.put(symbol, currency);
        }
        return currency;
    }

    /** Tells whether an amount is nothing of nothing: a zero without commodity that the policy does not map. */
    boolean isBareZero(PlainAmount amount) {
        return amount.quantity().signum() == 0
                && amount.commodity().isEmpty()
                && !policy.commodities().containsKey("");
    }

    private static CurrencyUnit iso(String symbol, int line) {
        try {
            return Amounts.currency(symbol);
        } catch (InvalidValueException e) {
            String what = symbol.isEmpty() ? "an amount without commodity is" : "the commodity '" + symbol + "' is";
            throw new Malformed(
                    ImportCodes.COMMODITY,
                    line,
                    what + " of no known currency; name its currency in the import policy");
        }
    }

    /** Tells whether a symbol means the base currency. */
    boolean isBase(String symbol) {
        CurrencyUnit mapped = policy.commodities().get(symbol);
        return policy.baseCurrency().equals(mapped)
                || (mapped == null && policy.baseCurrency().getCurrencyCode().equals(symbol));
    }

    /** The minor units of an amount. */
    long minor(PlainAmount amount, int line) {
        CurrencyUnit currency = of(amount.commodity(), line);
        MonetaryAmount money = Amounts.of(amount.quantity(), currency);
        try {
            return Amounts.minor(money);
        } catch (InvalidValueException e) {
            throw new Malformed(
                    e.has("amount.too-many-decimals") ? ImportCodes.DECIMALS : ImportCodes.ENTRY,
                    line,
                    "the amount " + amount + " cannot be posted: "
                            + e.violations().getFirst().message());
        }
    }
}
