package dev.erpkit.inventory.item;

import dev.erpkit.core.quantity.UnitConversion;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Items with something in common, such as the crates in which drinks come.
 *
 * @param id the host's id, 1 to 64 characters
 * @param parent the category around it
 * @param conversions units of all its items
 */
public record ItemCategory(String id, Optional<String> parent, ImmutableList<UnitConversion> conversions) {
    /** Checks the id: {@code item.category-form}. */
    public ItemCategory {
        if (id.isBlank() || id.length() > 64) {
            throw new InvalidValueException("ItemCategory", "id", "item.category-form", "must have 1 to 64 characters");
        }
    }

    /** A category on its own without units. */
    public static ItemCategory of(String id) {
        return new ItemCategory(id, Optional.empty(), Lists.immutable.empty());
    }

    /** The same category inside another. */
    public ItemCategory in(String category) {
        return new ItemCategory(id, Optional.of(category), conversions);
    }

    /** The same category with one more unit. */
    public ItemCategory with(UnitConversion conversion) {
        return new ItemCategory(id, parent, conversions.newWith(conversion));
    }
}
