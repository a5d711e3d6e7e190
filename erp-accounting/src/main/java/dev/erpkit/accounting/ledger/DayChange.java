package dev.erpkit.accounting.ledger;

import java.time.LocalDate;

/** Takes what days add to a balance. */
@FunctionalInterface
public interface DayChange {
    /**
     * Takes a change.
     *
     * @param day the day
     * @param minor what it adds, in minor units, debit positive
     */
    void add(LocalDate day, long minor);
}
