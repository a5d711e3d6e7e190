package dev.erpkit.accounting.interchange;

import java.util.OptionalInt;

/**
 * How strictly a journal is read.
 *
 * <p>A transaction balances when, per commodity, its amounts at cost sum to zero, exactly. Two rules of the format are
 * kept because files rely on them. Where a unit cost ({@code @}) enters a commodity's sum, a rest of at most half of the
 * last decimal written for that commodity in the same transaction is nothing; a total cost ({@code @@}) gets no such
 * latitude. And, unless strict, a rest in exactly two commodities of opposite signs, without any cost written, is taken as
 * an exchange of one for the other. The price of a lot enters no sum, but a transaction that balances by the prices of its
 * lots and not by its costs, as Ledger wants a sale with a gain, balances too.
 *
 * @param strict whether accounts and commodities must be declared and exchanges be written with a cost
 * @param maxProblems after how many problems reading stops, at least 1
 * @param year the year of dates without one, until a {@code Y} directive sets another; where it is empty such dates are
 *     refused, for nothing here asks a clock
 */
public record JournalRules(boolean strict, int maxProblems, OptionalInt year) {
    private static final int LAST_YEAR = 9999;

    /** Checks the bounds. */
    public JournalRules {
        if (maxProblems < 1) {
            throw new IllegalArgumentException("maxProblems must be at least 1: " + maxProblems);
        }
        if (year.orElse(1) < 1 || year.orElse(1) > LAST_YEAR) {
            throw new IllegalArgumentException("year must be 1 to " + LAST_YEAR + ": " + year.getAsInt());
        }
    }

    /** Rules without a default year. */
    public JournalRules(boolean strict, int maxProblems) {
        this(strict, maxProblems, OptionalInt.empty());
    }

    /** Not strict, stops at the first problem. */
    public static JournalRules standard() {
        return new JournalRules(false, 1);
    }

    /** The same rules, strict. */
    public JournalRules withStrict() {
        return new JournalRules(true, maxProblems, year);
    }

    /** The same rules with another number of problems to collect. */
    public JournalRules collecting(int problems) {
        return new JournalRules(strict, problems, year);
    }

    /** The same rules with this year for dates without one. */
    public JournalRules inYear(int value) {
        return new JournalRules(strict, maxProblems, OptionalInt.of(value));
    }

    int yearOrNone() {
        return year.orElse(Scope.NO_YEAR);
    }
}
