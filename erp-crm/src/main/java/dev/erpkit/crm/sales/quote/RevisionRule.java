package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.value.InvalidValueException;

/** When a revision takes the place of the one before it. */
public enum RevisionRule {
    /** As soon as it is drafted: the customer must not order from what is being changed. */
    ON_DRAFT("on-draft"),
    /** When it is submitted: until then the customer may still accept the one before. */
    ON_SUBMIT("on-submit");

    private final String text;

    RevisionRule(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The rule with this stable name.
     *
     * @throws InvalidValueException {@code quote.unknown-rule}
     */
    public static RevisionRule parse(String text) {
        for (RevisionRule rule : values()) {
            if (rule.text.equals(text)) {
                return rule;
            }
        }
        throw new InvalidValueException(
                "RevisionRule", "text", "quote.unknown-rule", "is not the name of a rule of revisions: " + text);
    }
}
