package dev.erpkit.accounting.document;

import dev.erpkit.core.value.InvalidValueException;

/** What a document is. Its text is the type of the accounting event and the name of the series of its numbers. */
public enum DocumentKind {
    /** We have delivered, the customer owes. */
    SALES_INVOICE("sales-invoice", true, false),
    /** Less is owed by the customer: a return, a price reduction, a cancellation. */
    SALES_CREDIT_NOTE("sales-credit-note", true, true),
    /** More is owed by the customer than was invoiced. */
    SALES_DEBIT_NOTE("sales-debit-note", true, false),
    /** A down payment asked for ahead of the delivery. */
    ADVANCE_INVOICE("advance-invoice", true, false),
    /** The delivery, less the down payments that were invoiced. */
    FINAL_INVOICE("final-invoice", true, false),
    /** A supplier's bill. */
    PURCHASE_BILL("purchase-bill", false, false),
    /** A down payment that a supplier asks for ahead of the delivery. */
    ADVANCE_BILL("advance-bill", false, false),
    /** A supplier's bill for the delivery, less the down payments that were billed. */
    FINAL_BILL("final-bill", false, false),
    /** Less is owed to the supplier: our debit note, or the supplier's credit note. */
    PURCHASE_DEBIT_NOTE("purchase-debit-note", false, true);

    private final String text;
    private final boolean sale;
    private final boolean reduces;

    DocumentKind(String text, boolean sale, boolean reduces) {
        this.text = text;
        this.sale = sale;
        this.reduces = reduces;
    }

    /** The stable name, such as {@code sales-invoice}. */
    public String text() {
        return text;
    }

    /** Whether it is about a sale; otherwise about a purchase. */
    public boolean sale() {
        return sale;
    }

    /** Whether it makes what is owed less: its amounts, positive on the paper, are posted with the other sign. */
    public boolean reduces() {
        return reduces;
    }

    /** Whether it asks for a down payment. */
    public boolean isAdvance() {
        return this == ADVANCE_INVOICE || this == ADVANCE_BILL;
    }

    /** Whether it may take down payments off: those of its own side. */
    public boolean isFinal() {
        return this == FINAL_INVOICE || this == FINAL_BILL;
    }

    /** The kind that credits documents of this kind. */
    public DocumentKind credit() {
        return sale ? SALES_CREDIT_NOTE : PURCHASE_DEBIT_NOTE;
    }

    /**
     * The kind with this stable name.
     *
     * @throws InvalidValueException {@code document.kind}
     */
    public static DocumentKind parse(String text) {
        for (DocumentKind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw new InvalidValueException(
                "DocumentKind", "text", "document.kind", "is not the name of a kind of document: " + text);
    }
}
