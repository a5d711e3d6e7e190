package dev.erpkit.testkit.contract;

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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;

/** Items and matches for the rules that name one example. */
final class ItemSample {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final CurrencyUnit KWD = Amounts.currency("KWD");

    private ItemSample() {}

    /** The item of the first line of an entry. */
    static OpenItem item(PostedEntry entry, long minor, String party) {
        return OpenItem.builder()
                .id(new ItemId(entry.id(), 0))
                .book(BookId.MAIN)
                .account(AccountId.of("1100"))
                .control(ControlKind.RECEIVABLE)
                .party(PartyId.of(party))
                .currency(JPY)
                .amountMinor(minor)
                .baseCurrency(JPY)
                .baseMinor(minor)
                .date(entry.entry().date())
                .position(entry.position())
                .recordedAt(entry.recordedAt())
                .build();
    }

    /** An item that uses every part an item can have. */
    static OpenItem full(PostedEntry entry) {
        return OpenItem.builder()
                .from(item(entry, 1, "取引先"))
                .book(BookId.of("ifrs"))
                .control(ControlKind.CLEARING)
                .currency(KWD)
                .amountMinor(Long.MIN_VALUE + 1)
                .baseMinor(0)
                .documentDate(LocalDate.of(2024, 2, 29))
                .dueDate(LocalDate.of(9999, 12, 31))
                .document("請求書 № 42 '\"")
                .build();
    }

    /** A match of two items of one currency, on the later of their days or the next. */
    static Match match(String id, long sequence, long position, OpenItem a, OpenItem b, long minor) {
        LocalDate later = a.date().isAfter(b.date()) ? a.date() : b.date();
        return Match.builder()
                .id(MatchId.of(id))
                .book(a.book())
                .sequence(sequence)
                .position(position)
                .recordedAt(Fresh.instant())
                .matchedBy(Actor.of("経理"))
                .date(later.plusDays(1))
                .parts(Lists.immutable.of(part(a, minor), part(b, minor)))
                .baseCurrency(JPY)
                .differenceMinor(0)
                .entry(Optional.empty())
                .undoes(Optional.empty())
                .basis("at-once/one-currency; 1 EUR = 3 CHF ü€")
                .fingerprint(Digest.of(Arrays.copyOf(id.getBytes(StandardCharsets.UTF_8), 32)))
                .build();
    }

    private static MatchPart part(OpenItem item, long minor) {
        long signed = Long.signum(item.amountMinor()) * minor;
        return new MatchPart(item.id(), item.currency(), signed, signed);
    }

    /** What takes a match back. */
    static Match undoing(String id, long sequence, Match match) {
        return Match.builder()
                .from(match)
                .id(MatchId.of(id))
                .sequence(sequence)
                .parts(match.parts().collect(MatchPart::negate))
                .undoes(Optional.of(match.id()))
                .build();
    }
}
