package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.posting.JournalListener;
import dev.erpkit.core.outcome.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Records the open items of an entry in the unit of work that posts it: every line of a control account that has an amount.
 * Entries of matching and revaluation, and reversals of those, give none.
 *
 * <p>An entry with matched items is not reversed ({@code openitem.matched}), nor is the entry of a match
 * ({@code openitem.belongs-to-match}); see {@link MatchedReversal} for undoing the matches with it. The items of a reversal
 * and those it reverses settle each other.
 */
public final class OpenItemRecorder implements JournalListener {
    private final OpenItemLog log;
    private final JournalStore journal;
    private final Supplier<Chart> chart;
    private final ReversalMatches reversals;

    /**
     * A recorder into a log.
     *
     * @param journal where the entry that a reversal reverses is looked up
     * @param chart the chart as it stands when an entry is posted
     */
    public OpenItemRecorder(OpenItemLog log, JournalStore journal, Supplier<Chart> chart) {
        this.log = log;
        this.journal = journal;
        this.chart = chart;
        this.reversals = new ReversalMatches(log);
    }

    @Override
    public void posted(PostedEntry posted) {
        if (withoutItems(posted.entry())) {
            return;
        }
        ImmutableList<OpenItem> items = items(posted, chart.get());
        if (items.isEmpty()) {
            return;
        }
        log.insert(items);
        Optional<EntryId> original = posted.entry().reverses();
        if (original.isPresent()) {
            items.forEach(item -> log.find(new ItemId(original.get(), item.id().line()))
                    .ifPresent(reversed -> reversals.settle(reversed, item, posted)));
        }
    }

    @Override
    public Optional<Refusal> reversing(PostedEntry original) {
        if (original.entry().kind() == EntryKind.EXCHANGE_DIFFERENCE) {
            return Optional.of(Refusal.of(
                            MatchRefusals.BELONGS_TO_MATCH,
                            "Entry " + original.id() + " belongs to a match; undo the match instead")
                    .with("entry", original.id()));
        }
        ImmutableList<MatchId> matches = reversals.inTheWay(original);
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                MatchRefusals.MATCHED,
                                "Items of entry " + original.id() + " are matched; undo these matches first: "
                                        + matches.makeString(", "))
                        .with("entry", original.id())
                        .with("matches", matches.makeString(", ")));
    }

    private boolean withoutItems(JournalEntry entry) {
        return ofMatching(entry.kind())
                || entry.reverses()
                        .flatMap(journal::find)
                        .map(original -> ofMatching(original.entry().kind()))
                        .orElse(false);
    }

    private static boolean ofMatching(EntryKind kind) {
        return kind == EntryKind.EXCHANGE_DIFFERENCE || kind == EntryKind.REVALUATION;
    }

    private static ImmutableList<OpenItem> items(PostedEntry posted, Chart chart) {
        MutableList<OpenItem> items = Lists.mutable.empty();
        ImmutableList<JournalLine> lines = posted.entry().lines();
        for (int i = 0; i < lines.size(); i++) {
            JournalLine line = lines.get(i);
            Account account = chart.lookup(line.account());
            if (account != null && account.control().isPresent() && line.amountMinor() != 0) {
                items.add(item(posted, i, line, account.control().get()));
            }
        }
        return items.toImmutable();
    }

    private static OpenItem item(PostedEntry posted, int index, JournalLine line, ControlKind control) {
        return OpenItem.builder()
                .id(new ItemId(posted.id(), index))
                .book(posted.entry().book())
                .account(line.account())
                .control(control)
                .party(line.party().orElseThrow())
                .currency(line.amount().getCurrency())
                .amountMinor(line.amountMinor())
                .baseCurrency(line.base().getCurrency())
                .baseMinor(line.baseMinor())
                .date(posted.entry().date())
                .documentDate(posted.entry().documentDate())
                .dueDate(line.dueDate())
                .document(line.document())
                .position(posted.position())
                .recordedAt(posted.recordedAt())
                .build();
    }
}
