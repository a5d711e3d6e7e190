package dev.erpkit.accounting.port;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.core.party.PartyId;
import java.time.Instant;
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
 * @param knownAtInstant items and matches recorded after this instant are unknown, too. A match that posts nothing is
 *     recorded between two positions: only an instant tells it from what was known just before it
 */
public record OpenItemQuery(
        Optional<BookId> book,
        Optional<AccountId> account,
        Optional<PartyId> party,
        Optional<LocalDate> openAsOf,
        long knownAt,
        Optional<Instant> knownAtInstant) {
    /** Every item, settled ones too. */
    public static OpenItemQuery all() {
        return new OpenItemQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Long.MAX_VALUE,
                Optional.empty());
    }

    /** The same choice in one book. */
    public OpenItemQuery in(BookId one) {
        return new OpenItemQuery(Optional.of(one), account, party, openAsOf, knownAt, knownAtInstant);
    }

    /** The same choice on one account. */
    public OpenItemQuery on(AccountId one) {
        return new OpenItemQuery(book, Optional.of(one), party, openAsOf, knownAt, knownAtInstant);
    }

    /** The same choice of one party. */
    public OpenItemQuery of(PartyId one) {
        return new OpenItemQuery(book, account, Optional.of(one), openAsOf, knownAt, knownAtInstant);
    }

    /** The same choice among what is open at the end of a day. */
    public OpenItemQuery openAsOf(LocalDate day) {
        return new OpenItemQuery(book, account, party, Optional.of(day), knownAt, knownAtInstant);
    }

    /** The same choice, as known at a position. */
    public OpenItemQuery knownAt(long position) {
        return new OpenItemQuery(book, account, party, openAsOf, position, knownAtInstant);
    }

    /** The same choice, as known at an instant. */
    public OpenItemQuery knownAt(Instant instant) {
        return new OpenItemQuery(book, account, party, openAsOf, knownAt, Optional.of(instant));
    }

    /** The definition of the query: tells whether it chooses an item with all its matches. */
    public boolean chooses(ItemHistory history) {
        OpenItem item = history.item();
        return item.position() <= knownAt
                && knownAtInstant.map(at -> !item.recordedAt().isAfter(at)).orElse(true)
                && book.map(item.book()::equals).orElse(true)
                && account.map(item.account()::equals).orElse(true)
                && party.map(item.party()::equals).orElse(true)
                && openAsOf.map(day -> known(history).residual(day).open()).orElse(true);
    }

    /** What comes back of an item that is chosen: the item with the matches that were known. */
    public ItemHistory known(ItemHistory history) {
        ItemHistory atPosition = history.knownAt(knownAt);
        return knownAtInstant.map(atPosition::knownAt).orElse(atPosition);
    }
}
