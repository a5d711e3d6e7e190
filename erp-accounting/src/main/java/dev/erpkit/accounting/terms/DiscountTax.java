package dev.erpkit.accounting.terms;

import dev.erpkit.core.value.InvalidValueException;

/** What a cash discount does to tax. */
public enum DiscountTax {
    /**
     * The discount is of the gross amount and takes its tax along when it is given: payment corrects the tax. Odoo calls it
     * "on early payment"; the rule of Germany and most of the EU.
     */
    INCLUDED("included"),
    /** The discount is of the net amount and no tax is corrected. Odoo calls it "never". */
    EXCLUDED("excluded"),
    /**
     * The invoice taxes the discounted base at once, whether the discount will be taken or not; the discount is of the net
     * amount. Odoo calls it "always (upon invoice)"; the rule of Belgium, and of the UK before 2015.
     */
    MIXED("mixed");

    private final String text;

    DiscountTax(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code discount.policy}
     */
    public static DiscountTax parse(String text) {
        for (DiscountTax policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        throw new InvalidValueException(
                "DiscountTax", "text", "discount.policy", "must be included, excluded or mixed: " + text);
    }

    /** Whether the discount is of this part. */
    boolean covers(DiscountPart part) {
        return part.discounted() && (this == INCLUDED || !part.tax());
    }
}
