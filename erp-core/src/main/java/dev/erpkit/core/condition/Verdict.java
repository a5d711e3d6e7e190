package dev.erpkit.core.condition;

/** What comes of a condition: yes, no, or unknown where a field it needs has no value (Kleene's strong logic, as in SQL). */
public enum Verdict {
    /** It holds. */
    YES,
    /** It does not hold. */
    NO,
    /** A field that decides it has no value, or a value of another kind. */
    UNKNOWN;

    static Verdict of(boolean holds) {
        return holds ? YES : NO;
    }

    Verdict and(Verdict other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNKNOWN;
    }

    Verdict or(Verdict other) {
        return not().and(other.not()).not();
    }

    Verdict not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
