package dev.erpkit.inventory.item;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What an item is a variant of.
 *
 * @param template what the variants have in common, such as {@code t-shirt}; 1 to 64 characters
 * @param choices what tells them apart, such as size and colour, by name; at least one
 */
public record Variant(String template, ImmutableSortedMap<String, String> choices) {
    /** Checks that both are there: {@code item.variant-form}. */
    public Variant {
        if (template.isBlank() || template.length() > 64 || choices.isEmpty()) {
            throw new InvalidValueException(
                    "Variant", "template", "item.variant-form", "must have 1 to 64 characters, and choices beside it");
        }
    }
}
