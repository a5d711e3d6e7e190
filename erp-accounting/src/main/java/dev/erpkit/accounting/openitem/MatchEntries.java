package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/** The entries that matches post. */
final class MatchEntries {
    private MatchEntries() {}

    static JournalEntry of(MatchRequest request, MatchPlan plan, JournalId journal) {
        JournalEntry.Builder entry = draft(request.id(), request.date(), plan.lines());
        return entry.book(plan.book()).journal(journal).build();
    }

    /** The exact contrary of the entry of a match that is undone. */
    static JournalEntry contrary(MatchId id, JournalEntry original, LocalDate date) {
        JournalEntry.Builder entry = draft(id, date, original.lines().collect(MatchEntries::contrary));
        return entry.book(original.book()).journal(original.journal()).build();
    }

    private static JournalEntry.Builder draft(MatchId id, LocalDate date, ImmutableList<JournalLine> lines) {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(EntryId.of("match/" + id))
                .date(date)
                .kind(EntryKind.EXCHANGE_DIFFERENCE)
                .source(SourceDocument.of("books", "match", id.value()))
                .lines(lines);
        return entry;
    }

    private static JournalLine contrary(JournalLine line) {
        return JournalLine.builder()
                .account(line.account())
                .party(line.party())
                .dimensions(line.dimensions())
                .amount(Amounts.negate(line.amount()))
                .base(Amounts.negate(line.base()))
                .adjustment(line.adjustment())
                .build();
    }
}
