package dev.erpkit.core.money;

import dev.erpkit.core.value.InvalidValueException;

/**
 * Who gets the units that are left when every part of an allocation has been cut down to whole units. None gives a unit
 * to a weight of zero, and none turns the sign of a part.
 */
public enum RemainderRule {
    /**
     * One unit each to the parts that lost most, the earlier of equals first. The only rule under which every part is
     * within one unit of its exact share and equal weights differ by one unit at most. The default.
     */
    LARGEST_REMAINDER("largest-remainder"),
    /** One unit each to the parts with a weight, from the first on: the allocation of Fowler's money pattern. */
    IN_TURN("in-turn"),
    /** All to the first part with a weight, which may then exceed its exact share by up to a unit per part. */
    FIRST("first"),
    /** All to the last part with a weight, which may then exceed its exact share by up to a unit per part. */
    LAST("last"),
    /**
     * All to the part with the largest weight, the first of equals, which may then exceed its exact share by up to a unit
     * per part.
     */
    LARGEST_WEIGHT("largest-weight");

    private final String text;

    RemainderRule(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code largest-remainder}. */
    public String text() {
        return text;
    }

    /**
     * The rule with this stable name.
     *
     * @throws InvalidValueException {@code allocation.unknown-rule}
     */
    public static RemainderRule parse(String text) {
        for (RemainderRule rule : values()) {
            if (rule.text.equals(text)) {
                return rule;
            }
        }
        throw new InvalidValueException(
                "RemainderRule", "text", "allocation.unknown-rule", "is not the name of a remainder rule: " + text);
    }
}
