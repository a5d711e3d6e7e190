package dev.erpkit.accounting.allocation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.posting.Dimensions;
import java.util.Comparator;

/**
 * What moved on an account and coordinates.
 *
 * @param account the account
 * @param dimensions the coordinates
 * @param minor minor units of the base currency, debit positive
 */
public record Movement(AccountId account, Dimensions dimensions, long minor) implements Comparable<Movement> {
    private static final Comparator<Movement> ORDER = Comparator.comparing(Movement::account)
            .thenComparing(Movement::dimensions)
            .thenComparing(Movement::minor);

    /** By account, coordinates, amount. */
    @Override
    public int compareTo(Movement other) {
        return ORDER.compare(this, other);
    }
}
