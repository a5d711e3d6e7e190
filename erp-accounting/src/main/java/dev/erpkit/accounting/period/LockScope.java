package dev.erpkit.accounting.period;

/**
 * What a lock covers.
 *
 * @param value {@code all}, or the name of a part such as {@code sales}, {@code purchases}, {@code tax}
 */
public record LockScope(String value) {
    /** Everything. */
    public static final LockScope ALL = new LockScope("all");

    /** The scope with this name. */
    public static LockScope of(String value) {
        return new LockScope(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
