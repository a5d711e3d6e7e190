package dev.erpkit.accounting.document;

import dev.erpkit.core.value.InvalidValueException;

/**
 * What of a down payment is rounded, and who takes what is left. Peers differ; whatever the policy, the final invoice takes
 * off what was asked, so that nothing is left over in the end. Worked: 7 % of an order of 31.78 with taxes of 1.90, 1.90 and
 * 1.06, which is 36.64.
 */
public enum AdvancePolicy {
    /**
     * The total is rounded once, half up; each tax is its share of the order's, half up; the nets take the rest: 2.56 with
     * taxes of 0.13, 0.13 and 0.07. As Odoo.
     */
    NET_TAKES_REST("net-takes-rest"),
    /**
     * The total is rounded once, half up, and shared out over nets and taxes alike by the largest remainder: 2.56 with taxes
     * of 0.13, 0.13 and 0.08.
     */
    LARGEST_REMAINDER("largest-remainder"),
    /** Each net and each tax of the order is rounded by itself, half up, and the total is their sum: 2.55. */
    EACH("each");

    private final String text;

    AdvancePolicy(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code net-takes-rest}. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code document.advance-policy}
     */
    public static AdvancePolicy parse(String text) {
        for (AdvancePolicy policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        throw new InvalidValueException(
                "AdvancePolicy", "text", "document.advance-policy", "is not the name of a policy: " + text);
    }
}
