package dev.erpkit.accounting.declaration;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A form that is filed for every period, as data: its boxes in their order.
 *
 * @param id its name, 1 to 64 characters
 * @param boxes the names of its boxes, each once
 */
public record DeclarationForm(String id, ImmutableList<String> boxes) {
    /** Checks the names ({@code tax-fact.form}), that there are boxes and none twice ({@code declaration.boxes}). */
    public DeclarationForm {
        TaxLine.check("id", id);
        boxes.forEach(box -> TaxLine.check("boxes", box));
        if (boxes.isEmpty() || boxes.distinct().size() != boxes.size()) {
            throw new InvalidValueException(
                    "DeclarationForm", "boxes", "declaration.boxes", "must have at least one box, and each only once");
        }
    }

    /** A form with these boxes. */
    public static DeclarationForm of(String id, String... boxes) {
        return new DeclarationForm(id, Lists.immutable.of(boxes));
    }
}
