package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;
import java.util.function.Function;

/** Finds constants by their stable names. */
final class Names {
    private Names() {}

    static <E extends Enum<E>> E parse(E[] values, Function<E, String> name, String type, String text) {
        for (E value : values) {
            if (name.apply(value).equals(text)) {
                return value;
            }
        }
        throw new InvalidValueException(
                type, "text", "stock.unknown-name", "is not one of the documented names: " + text);
    }
}
