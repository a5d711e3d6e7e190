package dev.erpkit.storage.jdbc;

import java.util.Currency;
import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.map.primitive.ImmutableObjectIntMap;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;

/** The decimals of the currencies of ISO 4217, to tell them from commodities with codes of three letters. */
final class Iso {
    static final ImmutableObjectIntMap<String> DIGITS = digits();

    private Iso() {}

    private static ImmutableObjectIntMap<String> digits() {
        MutableObjectIntMap<String> all = ObjectIntMaps.mutable.empty();
        Currency.getAvailableCurrencies()
                .forEach(c -> all.put(c.getCurrencyCode(), Math.max(0, c.getDefaultFractionDigits())));
        return all.toImmutable();
    }
}
