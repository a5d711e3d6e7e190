package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.evidence.JournalSealing;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;

/** Small entries, and what a posting service does with them: number, append, seal in one unit of work. */
final class Entries {
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    static final SeriesId SERIES = new SeriesId("general", 2026);
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");

    private Entries() {}

    static JournalEntry entry(String id) {
        return JournalEntry.builder()
                .id(id)
                .date(DAY)
                .narrative("narrative of " + id)
                .add(JournalLine.builder()
                        .account("1000")
                        .inBase(Amounts.ofMinor(110, JPY))
                        .dimensions(Dimensions.of("cost-centre", "100"))
                        .build())
                .credit("2150", Amounts.ofMinor(10, JPY))
                .credit("4000", Amounts.ofMinor(100, JPY))
                .build();
    }

    static PostedEntry at(long position, JournalEntry entry) {
        return new PostedEntry(
                entry,
                position,
                START.plusMillis(position),
                new EntryNumber(entry.journal(), 2026, position),
                Actor.of("clerk"),
                Optional.empty());
    }

    /** Facts that follow a position. */
    static ImmutableList<PostedEntry> after(long position, String prefix, int count) {
        return IntInterval.oneTo(count).collect(i -> at(position + i, entry(prefix + "-" + i)));
    }

    /** Posts one entry as a service does; gives its position. */
    static long post(BooksStores stores, JournalSealing sealing, String id) {
        return stores.unitOfWork().execute(() -> {
            JournalEntry entry = entry(id);
            long position = stores.journal().lastPosition() + 1;
            long number = stores.numbers().next(SERIES);
            PostedEntry posted = at(position, entry);
            PostedEntry numbered = new PostedEntry(
                    entry,
                    position,
                    posted.recordedAt(),
                    new EntryNumber(entry.journal(), 2026, number),
                    posted.postedBy(),
                    posted.approvedBy());
            stores.journal().append(Lists.immutable.of(numbered));
            sealing.posted(numbered);
            return position;
        });
    }
}
