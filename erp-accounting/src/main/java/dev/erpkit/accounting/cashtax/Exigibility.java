package dev.erpkit.accounting.cashtax;

import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;

/** When a tax of a document is owed. */
public enum Exigibility {
    /** With the document. */
    ON_INVOICE("on-invoice"),
    /** With its payment. */
    ON_PAYMENT("on-payment");

    private final String text;

    Exigibility(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The one with this stable name.
     *
     * @throws InvalidValueException {@code cash-tax.unknown-name}
     */
    public static Exigibility parse(String text) {
        return Lists.immutable
                .of(values())
                .detectOptional(each -> each.text.equals(text))
                .orElseThrow(() -> CashTaxPolicy.unknown("Exigibility", text));
    }
}
