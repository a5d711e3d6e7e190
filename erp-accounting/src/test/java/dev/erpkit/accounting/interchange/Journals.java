package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.memory.MemorySources;
import java.util.stream.Collectors;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Short ways to read a text. */
final class Journals {
    private Journals() {}

    static ImmutableList<JournalItem> items(String text) {
        MutableList<JournalItem> items = Lists.mutable.empty();
        PlainTextJournal.read(MemorySources.of("a.journal", text), "a.journal", JournalRules.standard(), items::add)
                .outcome()
                .orElseThrow();
        return items.toImmutable();
    }

    static PlainTransaction transaction(String text) {
        return (PlainTransaction) items(text).getOnly();
    }

    /** The first posting of a transaction with this line in it, balanced by another one. */
    static PlainPosting posting(String line) {
        return transaction("2024-01-01\n  " + line + "\n  balancing\n")
                .postings()
                .getFirst();
    }

    static LedgerReading ledger(String text) {
        return ledger(text, JournalRules.standard());
    }

    static LedgerReading ledger(String text, JournalRules rules) {
        return PlainTextLedger.read(MemorySources.of("a.journal", text), "a.journal", rules, true);
    }

    /** All balances as lines. */
    static String balances(String text) {
        return show(ledger(text).outcome().orElseThrow().balances(LedgerQuery.all()));
    }

    static String show(ImmutableList<PlainBalance> balances) {
        return balances.castToList().stream()
                .map(b -> b.account() + " " + b.amount().toPlainString() + " " + b.commodity())
                .collect(Collectors.joining("\n"));
    }

    /** The problems as text, one a line. */
    static String problems(String text, JournalRules rules) {
        return ledger(text, rules).problems().castToList().stream()
                .map(p -> p + " [" + p.code() + "]")
                .collect(Collectors.joining("\n"));
    }

    static String problem(String text) {
        return problems(text, JournalRules.standard());
    }
}
