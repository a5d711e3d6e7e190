package dev.erpkit.accounting.interchange;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which postings a report is about.
 *
 * @param asOf the last day that counts; all days where it is empty
 * @param account the account, with all below it; all accounts where it is empty
 * @param dates whose dates are meant
 */
public record LedgerQuery(Optional<LocalDate> asOf, Optional<String> account, DateBasis dates) {
    /** Everything, by the dates of transactions. */
    public static LedgerQuery all() {
        return new LedgerQuery(Optional.empty(), Optional.empty(), DateBasis.TRANSACTION);
    }

    /** The same query up to a day, which counts. */
    public LedgerQuery until(LocalDate day) {
        return new LedgerQuery(Optional.of(day), account, dates);
    }

    /** The same query for an account and all below it. */
    public LedgerQuery within(String name) {
        return new LedgerQuery(asOf, Optional.of(name), dates);
    }

    /** The same query by these dates. */
    public LedgerQuery by(DateBasis basis) {
        return new LedgerQuery(asOf, account, basis);
    }
}
