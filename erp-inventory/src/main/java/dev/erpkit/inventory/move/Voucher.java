package dev.erpkit.inventory.move;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * What stands behind a fact.
 *
 * @param reference the document, such as a production order, at most 200 characters; empty when there is none
 * @param narrative what somebody wrote about it, at most 500 characters; empty when nothing. It may be personal, so it is not in
 *     the text of the voucher
 */
public record Voucher(String reference, String narrative) {
    /** Nothing. */
    public static final Voucher NONE = new Voucher("", "");

    /** Checks the texts: {@code stock.voucher-form}. */
    public Voucher {
        check("reference", reference, 200);
        check("narrative", narrative, 500);
    }

    private static void check(String path, String text, int most) {
        if (text.length() > most || !Texts.isLabel(text)) {
            throw new InvalidValueException(
                    "Voucher",
                    path,
                    "stock.voucher-form",
                    "must have at most " + most + " characters and no control characters");
        }
    }

    @Override
    public String toString() {
        return reference;
    }
}
