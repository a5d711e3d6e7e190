package dev.erpkit.crm.sales.order;

import dev.erpkit.core.value.InvalidValueException;

/**
 * How a down payment is taken off the invoices that follow it. Worked: 30 paid down of an order of 100, invoiced 50 and 50;
 * what is taken off. The last invoice always takes what is left.
 */
public enum Recall {
    /** As much as there is, at the first chance: 30 and 0. */
    NEXT("next"),
    /** In proportion to what is invoiced: 15 and 15. */
    PROPORTION("proportion"),
    /** On the last invoice: 0 and 30. */
    FINAL("final");

    private final String text;

    Recall(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The way with this stable name.
     *
     * @throws InvalidValueException {@code order.unknown-recall}
     */
    public static Recall parse(String text) {
        for (Recall recall : values()) {
            if (recall.text.equals(text)) {
                return recall;
            }
        }
        throw new InvalidValueException(
                "Recall", "text", "order.unknown-recall", "is not the name of a way to recall down payments: " + text);
    }
}
