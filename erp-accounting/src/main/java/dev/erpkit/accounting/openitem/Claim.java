package dev.erpkit.accounting.openitem;

import dev.erpkit.core.money.Amounts;

/** One item in the walk of a match: how much of it may be consumed, and how much is left to be. */
final class Claim {
    private final Availability available;
    private final boolean exact;
    private final long limit;
    private long left;

    Claim(Availability available, MatchTerm term) {
        this.available = available;
        this.exact = term.amount().isPresent();
        this.limit = term.amount().map(Amounts::minor).orElseGet(available::amount);
        this.left = limit;
    }

    Availability available() {
        return available;
    }

    OpenItem item() {
        return available.item();
    }

    boolean debit() {
        return item().amountMinor() > 0;
    }

    /** Whether the request says how much of it. */
    boolean exact() {
        return exact;
    }

    long limit() {
        return limit;
    }

    long left() {
        return left;
    }

    long consumed() {
        return limit - left;
    }

    void consume(long amount) {
        left -= Math.min(left, amount);
    }
}
