package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;

/** Open items of entries and the matches between them. */
final class Items {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");

    private Items() {}

    /** An item of a line of an entry, of one of seven customers; claims stand at even positions, payments at odd ones. */
    static OpenItem item(PostedEntry posted, int line) {
        long minor = posted.position() % 2 == 0 ? 100 : -100;
        return OpenItem.builder()
                .id(new ItemId(posted.id(), line))
                .book(BookId.MAIN)
                .account(AccountId.of("1100"))
                .control(ControlKind.RECEIVABLE)
                .party(PartyId.of("customer-" + posted.position() % 7))
                .currency(JPY)
                .amountMinor(minor)
                .baseCurrency(JPY)
                .baseMinor(minor)
                .date(posted.entry().date())
                .position(posted.position())
                .recordedAt(posted.recordedAt())
                .build();
    }

    /** One of each set off against each other in whole. */
    static Match match(long sequence, OpenItem a, OpenItem b) {
        return Match.builder()
                .id(MatchId.of("match-" + sequence))
                .book(BookId.MAIN)
                .sequence(sequence)
                .position(Math.max(a.position(), b.position()))
                .recordedAt(a.recordedAt())
                .matchedBy(Actor.of("clerk"))
                .date(Entries.DAY)
                .parts(Lists.immutable.of(part(a), part(b)))
                .baseCurrency(JPY)
                .differenceMinor(0)
                .entry(Optional.empty())
                .undoes(Optional.empty())
                .basis("test")
                .fingerprint(Digest.ZERO)
                .build();
    }

    private static MatchPart part(OpenItem item) {
        return new MatchPart(item.id(), JPY, item.amountMinor(), item.baseMinor());
    }
}
