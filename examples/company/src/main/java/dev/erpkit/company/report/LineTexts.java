package dev.erpkit.company.report;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerLine;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.SourceDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** The texts behind lines of the ledger: reports lead to positions of the journal, the journal has the entries. */
final class LineTexts {
    private final Map<Long, PostedEntry> byPosition = new HashMap<>();
    private final Map<String, String> parties;

    LineTexts(Books books, Map<String, String> parties) {
        books.stores().journal().forEach(JournalQuery.all(), entry -> byPosition.put(entry.position(), entry));
        this.parties = parties;
    }

    private JournalEntry entry(LedgerLine line) {
        return Objects.requireNonNull(byPosition.get(line.position())).entry();
    }

    /** The document that caused the entry, or the entry's own id. */
    String document(LedgerLine line) {
        JournalEntry entry = entry(line);
        return entry.source().map(SourceDocument::id).orElse(entry.id().value());
    }

    /** What somebody wrote, or why the books themselves posted it, and whom it concerns when that is one. */
    String text(LedgerLine line) {
        JournalEntry entry = entry(line);
        String text = entry.narrative()
                .or(() -> entry.source()
                        .filter(source -> source.type().equals("stock"))
                        .map(source -> "受払 Goods moved"))
                .orElse(
                        switch (entry.kind()) {
                            case CLOSING -> "損益振替 Closing entry";
                            case REVALUATION -> "期末評価替え Revaluation";
                            case EXCHANGE_DIFFERENCE -> "為替差損益 Exchange difference";
                            case OPENING, NORMAL, REVERSAL -> "";
                        });
        ImmutableList<PartyId> concerned = entry.lines()
                .flatCollect(each -> each.party().stream().toList())
                .distinct();
        String party = concerned.size() == 1
                ? parties.getOrDefault(
                        concerned.getOnly().value(), concerned.getOnly().value())
                : "";
        return party.isEmpty() ? text : text.isEmpty() ? party : text + " · " + party;
    }

    /** The other account of the entry, or nothing when there are several. */
    Optional<AccountId> against(LedgerLine line) {
        ImmutableList<AccountId> others =
                entry(line).lines().collect(JournalLine::account).distinct().reject(line.account()::equals);
        return others.size() == 1 ? Optional.of(others.getOnly()) : Optional.empty();
    }
}
