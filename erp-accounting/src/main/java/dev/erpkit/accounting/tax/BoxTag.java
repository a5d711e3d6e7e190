package dev.erpkit.accounting.tax;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * A box of a declaration that an amount counts in.
 *
 * @param box its name, 1 to 64 characters without control characters
 * @param sign 1 where it adds, -1 where it takes away
 */
public record BoxTag(String box, int sign) {
    /** Checks name and sign: {@code tax.box}. */
    public BoxTag {
        if (box.isBlank() || box.length() > 64 || !Texts.isLabel(box) || Math.abs(sign) != 1) {
            throw new InvalidValueException(
                    "BoxTag", "box", "tax.box", "must have a name of 1 to 64 characters and the sign 1 or -1");
        }
    }

    /** A box that the amount adds to. */
    public static BoxTag plus(String box) {
        return new BoxTag(box, 1);
    }

    /** A box that the amount is taken from. */
    public static BoxTag minus(String box) {
        return new BoxTag(box, -1);
    }

    /** The same box the other way. */
    public BoxTag flipped() {
        return new BoxTag(box, -sign);
    }
}
