package dev.erpkit.accounting;

import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.ledger.LedgerView;
import dev.erpkit.accounting.port.JournalStore;

/** The ledger as a running unit of work sees it. The shared index knows only what is committed. */
final class WorkLedger {
    private WorkLedger() {}

    static LedgerView of(LedgerIndex committed, BooksStores stores) {
        JournalStore journal = stores.journal();
        if (!stores.unitOfWork().active() || journal.lastPosition() == committed.position()) {
            return committed.asKnownNow();
        }
        LedgerIndex own = LedgerIndex.restored(committed.checkpoint());
        own.catchUp(journal);
        return own.asKnownNow();
    }
}
