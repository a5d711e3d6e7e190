package dev.erpkit.accounting.terms;

import dev.erpkit.core.value.InvalidValueException;

/** Which payments earn a cash discount when an invoice is paid in several. */
public enum PartialPayments {
    /** Only one payment of all that is left after the discount. As in Odoo. */
    ONE_PAYMENT("one-payment"),
    /** The payment that completes what is left after the discount, when all before it came in time too. */
    ALL_IN_TIME("all-in-time"),
    /**
     * Each payment in time earns its share: a payment of 490 settles 500 under 2 %. The parts never sum to more than the
     * discount of the whole invoice.
     */
    PROPORTIONAL("proportional");

    private final String text;

    PartialPayments(String text) {
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
    public static PartialPayments parse(String text) {
        for (PartialPayments policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        throw new InvalidValueException(
                "PartialPayments",
                "text",
                "discount.policy",
                "must be one-payment, all-in-time or proportional: " + text);
    }
}
