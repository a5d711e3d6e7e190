package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.ExchangeRates;

/** The ports of the books of one tenant, beside the core ports. */
public interface BooksHarness extends CoreHarness {
    /** The accounts. */
    AccountStore accounts();

    /** The journal. */
    JournalStore journal();

    /** The facts about periods. */
    PeriodLog periods();

    /** The open items and their matches. */
    OpenItemLog openItems();

    /** Two-phase entries. */
    ReservationLog reservations();

    /** The seals of the journal. */
    SealLog seals();

    /** Balances of an index, kept by position. */
    CheckpointStore checkpoints();

    /** All of it as the library's books take it. */
    default BooksStores stores() {
        return new BooksStores(
                unitOfWork(),
                accounts(),
                journal(),
                periods(),
                openItems(),
                reservations(),
                seals(),
                numberSeries(),
                outbox());
    }

    /** The exchange rates. */
    ExchangeRates rates();

    /** Records a rate, the last of its day: how hosts do it is theirs. */
    void record(ExchangeRate rate);

    @Override
    BooksHarness otherTenant();

    @Override
    BooksHarness reopened();
}
