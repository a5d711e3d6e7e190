package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;
import java.util.function.Function;

/** Reads the stable names of the conventions. */
final class Names {
    private Names() {}

    static <E> E parse(E[] values, Function<E, String> text, String type, String name) {
        for (E value : values) {
            if (text.apply(value).equals(name)) {
                return value;
            }
        }
        throw new InvalidValueException(type, "text", "asset.unknown-name", "is not a name that is known: " + name);
    }
}
