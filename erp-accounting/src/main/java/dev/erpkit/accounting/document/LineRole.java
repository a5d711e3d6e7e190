package dev.erpkit.accounting.document;

import dev.erpkit.core.value.InvalidValueException;

/** What a line of a document stands for. */
public enum LineRole {
    /** Goods, services, charges: revenue of a sale, expense of a purchase. */
    ITEM("item"),
    /** A down payment, which is no revenue yet. */
    ADVANCE("advance"),
    /** A down payment that was invoiced earlier and is taken off; its amounts are negative. */
    DEDUCTION("deduction");

    private final String text;

    LineRole(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code item}. */
    public String text() {
        return text;
    }

    /**
     * The role with this stable name.
     *
     * @throws InvalidValueException {@code document.line-role}
     */
    public static LineRole parse(String text) {
        for (LineRole role : values()) {
            if (role.text.equals(text)) {
                return role;
            }
        }
        throw new InvalidValueException(
                "LineRole", "text", "document.line-role", "is not the name of a role of a line: " + text);
    }
}
