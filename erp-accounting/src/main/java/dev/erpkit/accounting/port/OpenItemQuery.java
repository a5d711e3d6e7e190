package dev.erpkit.accounting.port;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Chooses open items; all conditions must hold.
 *
 * @param book only items of this book
 * @param account only items of this account
 * @param party only items of this party
 * @param openAsOf only items that are open at the end of this day, as known at {@code knownAt}
 * @param knownAt items and matches behind this position of the journal are unknown: neither items nor matches of them
 *     come back
 */
public record OpenItemQuery(
        Optional<BookId> book,
        Optional<AccountId> account,
        Optional<PartyId> party,
        Optional<LocalDate> openAsOf,
        long knownAt) {
    /** Every item, settled ones too. */
    public static OpenItemQuery all() {
        return new OpenItemQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Long.MAX_VALUE);
    }

    /** The same choice in one book. */
    public OpenItemQuery in(BookId one) {
        return new OpenItemQuery(Optional.of(one), account, party, openAsOf, knownAt);
    }

    /** The same choice on one account. */
    public OpenItemQuery on(AccountId one) {
        return new OpenItemQuery(book, Optional.of(one), party, openAsOf, knownAt);
    }

    /** The same choice of one party. */
    public OpenItemQuery of(PartyId one) {
        return new OpenItemQuery(book, account, Optional.of(one), openAsOf, knownAt);
    }

    /** The same choice among what is open at the end of a day. */
    public OpenItemQuery openAsOf(LocalDate day) {
        return new OpenItemQuery(book, account, party, Optional.of(day), knownAt);
    }

    /** The same choice, as known at a position. */
    public OpenItemQuery knownAt(long position) {
        return new OpenItemQuery(book, account, party, openAsOf, position);
    }

    /** The definition of the query: tells whether it chooses an item with all its matches. */
    public boolean chooses(ItemHistory history) {
        OpenItem item = history.item();
        return item.position() <= knownAt
                && book.map(item.book()::equals).orElse(true)
                && account.map(item.account()::equals).orElse(true)
                && party.map(item.party()::equals).orElse(true)
                && openAsOf.map(day -> history.residual(day, knownAt).open()).orElse(true);
    }
}
