package dev.erpkit.accounting.budget;

import dev.erpkit.core.value.InvalidValueException;

/** What happens when a plan does not suffice. */
public enum ControlAction {
    /** Nothing. */
    IGNORE("ignore"),
    /** It is posted; {@link BudgetControl#review} tells. */
    WARN("warn"),
    /** It is refused. */
    STOP("stop");

    private final String text;

    ControlAction(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The action with this stable name.
     *
     * @throws InvalidValueException {@code budget.unknown-policy}
     */
    public static ControlAction parse(String text) {
        for (ControlAction action : values()) {
            if (action.text.equals(text)) {
                return action;
            }
        }
        throw new InvalidValueException(
                "ControlAction", "text", "budget.unknown-policy", "is not the name of an action: " + text);
    }
}
