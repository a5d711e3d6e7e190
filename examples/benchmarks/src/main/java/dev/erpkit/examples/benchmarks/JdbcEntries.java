package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;

/** Entries for a database: three lines and one dimension each. */
final class JdbcEntries {
    static final String AXIS = "cost-centre";
    private static final LocalDate DAY = LocalDate.of(2025, 4, 1);
    private static final CurrencyUnit JPY = Amounts.currency("JPY");

    private JdbcEntries() {}

    /** Groups of the entries that follow a position. */
    static ImmutableList<ImmutableList<PostedEntry>> groups(long after, int size, int count) {
        return IntInterval.zeroTo(count - 1)
                .collect(group -> IntInterval.oneTo(size).collect(i -> {
                    long position = after + (long) group * size + i;
                    return IndexedLedger.posted(entry("sale-" + position), position);
                }));
    }

    private static JournalEntry entry(String id) {
        return JournalEntry.builder()
                .id(id)
                .date(DAY)
                .narrative("narrative of " + id)
                .add(JournalLine.builder()
                        .account("1000")
                        .inBase(Amounts.ofMinor(110, JPY))
                        .dimensions(Dimensions.of(AXIS, "100"))
                        .build())
                .credit("2150", Amounts.ofMinor(10, JPY))
                .credit("4000", Amounts.ofMinor(100, JPY))
                .build();
    }
}
