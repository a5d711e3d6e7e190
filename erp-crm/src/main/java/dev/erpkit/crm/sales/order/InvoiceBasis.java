package dev.erpkit.crm.sales.order;

import dev.erpkit.core.value.InvalidValueException;

/** What may be invoiced of an order, and when. */
public enum InvoiceBasis {
    /** What was ordered, at once. */
    ORDERED("ordered"),
    /** What the customer has received and kept. */
    DELIVERED("delivered"),
    /** Agreed shares of the order, one after the other. */
    MILESTONES("milestones");

    private final String text;

    InvoiceBasis(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The basis with this stable name.
     *
     * @throws InvalidValueException {@code order.unknown-basis}
     */
    public static InvoiceBasis parse(String text) {
        for (InvoiceBasis basis : values()) {
            if (basis.text.equals(text)) {
                return basis;
            }
        }
        throw new InvalidValueException(
                "InvoiceBasis", "text", "order.unknown-basis", "is not the name of a basis of invoices: " + text);
    }
}
