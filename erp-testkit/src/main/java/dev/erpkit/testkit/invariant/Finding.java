package dev.erpkit.testkit.invariant;

/**
 * One place where an invariant does not hold.
 *
 * @param invariant a stable name, such as {@code entry-balances}
 * @param where what it is about, such as an entry or an account
 * @param message what is wrong, with the figures
 */
public record Finding(String invariant, String where, String message) {
    @Override
    public String toString() {
        return invariant + " at " + where + ": " + message;
    }
}
