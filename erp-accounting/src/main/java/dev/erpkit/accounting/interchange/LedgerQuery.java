package dev.erpkit.accounting.interchange;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which postings a report is about.
 *
 * @param asOf the last day that counts, by the dates of transactions; all days where it is empty. Dates of single postings
 *     never count here, so that every such view balances.
 * @param account the account, with all below it; all accounts where it is empty
 */
public record LedgerQuery(Optional<LocalDate> asOf, Optional<String> account) {
    /** Everything. */
    public static LedgerQuery all() {
        return new LedgerQuery(Optional.empty(), Optional.empty());
    }

    /** The same query up to a day, which counts. */
    public LedgerQuery until(LocalDate day) {
        return new LedgerQuery(Optional.of(day), account);
    }

    /** The same query for an account and all below it. */
    public LedgerQuery within(String name) {
        return new LedgerQuery(asOf, Optional.of(name));
    }
}
