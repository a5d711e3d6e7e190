package dev.erpkit.accounting.interchange;

/**
 * How strictly a journal is read.
 *
 * <p>A transaction balances when, per commodity, its amounts at cost sum to zero, exactly. Two rules of the format are
 * kept because files rely on them. Where a unit cost ({@code @}) enters a commodity's sum, a rest of at most half of the
 * last decimal written for that commodity in the same transaction is nothing; a total cost ({@code @@}) gets no such
 * latitude. And, unless strict, a rest in exactly two commodities of opposite signs, without any cost written, is taken as
 * an exchange of one for the other.
 *
 * @param strict whether accounts and commodities must be declared and exchanges be written with a cost
 * @param maxProblems after how many problems reading stops, at least 1
 */
public record JournalRules(boolean strict, int maxProblems) {
    /** Checks the bound. */
    public JournalRules {
        if (maxProblems < 1) {
            throw new IllegalArgumentException("maxProblems must be at least 1: " + maxProblems);
        }
    }

    /** Not strict, stops at the first problem. */
    public static JournalRules standard() {
        return new JournalRules(false, 1);
    }

    /** The same rules, strict. */
    public JournalRules withStrict() {
        return new JournalRules(true, maxProblems);
    }

    /** The same rules with another number of problems to collect. */
    public JournalRules collecting(int problems) {
        return new JournalRules(strict, problems);
    }
}
