package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * The figures of a group as journal entries, so that statements, ratios and drill-down work on them as on any book: one
 * entry for each member and one for each entry of the group, dated the last day of the period.
 */
public final class GroupJournal {
    /** The axis that says which member a line is of. */
    public static final String MEMBER = "member";

    private GroupJournal() {}

    /** The entries, by member, then those of the group. */
    public static ImmutableList<JournalEntry> entries(Consolidation figures, BookId book) {
        MutableSortedMap<MemberId, MutableSortedMap<AccountId, Long>> sums = SortedMaps.mutable.empty();
        figures.rows()
                .flatCollect(GroupRow::members)
                .forEach(cell -> sums.getIfAbsentPut(cell.member(), SortedMaps.mutable::empty)
                        .merge(cell.groupAccount(), cell.minor(), Math::addExact));
        MutableList<JournalEntry> entries = Lists.mutable.empty();
        sums.forEachKeyValue((member, byAccount) -> {
            MutableList<GroupLine> lines = Lists.mutable.empty();
            byAccount.forEachKeyValue((account, minor) -> lines.add(GroupLine.of(account, member, minor)));
            add(entries, figures, book, "member:" + member, lines.toImmutable());
        });
        figures.entries().forEach(entry -> add(entries, figures, book, entry.id(), entry.lines()));
        return entries.toImmutable();
    }

    /** A ledger of these entries alone. */
    public static LedgerIndex ledger(Consolidation figures, BookId book) {
        LedgerIndex index = new LedgerIndex();
        long position = 0;
        for (JournalEntry entry : entries(figures, book)) {
            position++;
            index.advance(new PostedEntry(
                    entry,
                    position,
                    entry.date().atStartOfDay().toInstant(ZoneOffset.UTC),
                    new EntryNumber(JournalId.GENERAL, entry.date().getYear(), position),
                    Actor.of("consolidation"),
                    Optional.empty()));
        }
        return index;
    }

    private static void add(
            MutableList<JournalEntry> entries,
            Consolidation figures,
            BookId book,
            String id,
            ImmutableList<GroupLine> lines) {
        ImmutableList<GroupLine> moved = lines.reject(line -> line.minor() == 0);
        if (moved.notEmpty()) {
            entries.add(JournalEntry.builder()
                    .id("group:" + figures.period().lastDay() + ":" + (entries.size() + 1))
                    .book(book)
                    .date(figures.period().lastDay())
                    .narrative(id)
                    .lines(moved.collect(line -> line(figures, line)))
                    .build());
        }
    }

    private static JournalLine line(Consolidation figures, GroupLine line) {
        JournalLine.Builder builder = JournalLine.builder();
        builder.account(line.account())
                .dimensions(line.member()
                        .map(member -> Dimensions.of(MEMBER, member.value()))
                        .orElse(Dimensions.none()));
        return builder.inBase(Amounts.ofMinor(line.minor(), figures.currency())).build();
    }
}
