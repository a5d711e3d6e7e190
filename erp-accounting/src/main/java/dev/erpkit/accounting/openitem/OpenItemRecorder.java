package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Records the open items of an entry in the unit of work that posts it: every line of a control account that has an amount.
 * Entries of matching and revaluation, and reversals of those, give none. The items of a reversal settle the items that
 * they reverse, as far as these are still wholly open.
 */
public final class OpenItemRecorder {
    private final OpenItemLog log;
    private final JournalStore journal;
    private final Supplier<Chart> chart;

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
    }

    /**
     * Records the items of the entry that was just appended.
     *
     * @throws RefusedException {@code openitem.base-only} or {@code openitem.party-missing}, so that the unit of work rolls
     *     back
     */
    public void posted(PostedEntry posted) {
        if (withoutItems(posted.entry())) {
            return;
        }
        ImmutableList<OpenItem> items = items(posted, chart.get());
        if (items.isEmpty()) {
            return;
        }
        log.insert(items);
        posted.entry().reverses().ifPresent(original -> items.forEach(item -> log.find(
                        new ItemId(original, item.id().line()))
                .ifPresent(reversed -> settle(reversed, item, posted))));
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
            if (account != null && account.control().isPresent()) {
                items.add(item(posted, i, line, account));
            }
        }
        return items.toImmutable();
    }

    private static OpenItem item(PostedEntry posted, int index, JournalLine line, Account account) {
        if (line.amountMinor() == 0) {
            throw refused(
                    MatchRefusals.BASE_ONLY, "changes only the base amount of", account, "leave that to matching and revaluation");
        }
        if (line.party().isEmpty()) {
            throw refused(MatchRefusals.PARTY_MISSING, "names no party on", account, "name one");
        }
        return OpenItem.builder()
                .id(new ItemId(posted.id(), index))
                .book(posted.entry().book())
                .account(line.account())
                .control(account.control().orElseThrow())
                .party(line.party().get())
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

    private void settle(ItemHistory reversed, OpenItem reversal, PostedEntry posted) {
        OpenItem original = reversed.item();
        LocalDate date = reversed.consumptions()
                .collect(Consumption::date)
                .newWith(original.date())
                .newWith(reversal.date())
                .max();
        boolean whole = reversed.residual().equals(new Residual(original.amountMinor(), original.baseMinor()));
        boolean contrary = original.amountMinor() == -reversal.amountMinor()
                && original.baseMinor() == -reversal.baseMinor()
                && original.account().equals(reversal.account());
        if (whole && contrary) {
            log.append(Match.builder()
                    .id(MatchId.of("reversal-" + Fingerprints.of(reversal.id().toString())))
                    .book(original.book())
                    .sequence(log.lastSequence() + 1)
                    .position(posted.position())
                    .recordedAt(posted.recordedAt())
                    .matchedBy(posted.postedBy())
                    .date(date)
                    .parts(Lists.immutable.of(all(original), all(reversal)))
                    .baseCurrency(original.baseCurrency())
                    .differenceMinor(0)
                    .entry(Optional.empty())
                    .undoes(Optional.empty())
                    .basis("reversal")
                    .fingerprint(Fingerprints.of("reversal " + original.id() + " by " + reversal.id()))
                    .build());
        }
    }

    private static MatchPart all(OpenItem item) {
        return new MatchPart(item.id(), item.currency(), item.amountMinor(), item.baseMinor());
    }

    private static RefusedException refused(RefusalCode code, String what, Account account, String hint) {
        return new RefusedException(
                Refusal.of(code, "A line " + what + " control account " + account.id() + "; " + hint)
                        .with("account", account.id()));
    }
}
