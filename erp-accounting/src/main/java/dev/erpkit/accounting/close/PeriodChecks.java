package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.close.ChecklistItem.Weight;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.evidence.Verifier;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.ledger.LedgerView;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.RefusalCode;
import java.util.BitSet;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** Points of the close checklist: those that the books answer themselves, and those that other areas count. */
public final class PeriodChecks {
    /** Accounts marked {@code suspense} have a balance. */
    public static final RefusalCode SUSPENSE = RefusalCode.of("close.suspense-not-empty");
    /** A control account and its open items differ. */
    public static final RefusalCode CONTROL = RefusalCode.of("close.control-unreconciled");
    /** Entry numbers have gaps. */
    public static final RefusalCode NUMBERS = RefusalCode.of("close.numbers-missing");
    /** Journal and seals do not fit. */
    public static final RefusalCode SEAL = RefusalCode.of("close.seal-unverified");
    /** Drafts of the period were neither posted nor dropped. */
    public static final RefusalCode DRAFTS = RefusalCode.of("close.open-drafts");
    /** Depreciation of the period was not posted. */
    public static final RefusalCode DEPRECIATION = RefusalCode.of("close.undepreciated-assets");
    /** Deferrals of the period were not recognised. */
    public static final RefusalCode DEFERRALS = RefusalCode.of("close.unrecognised-deferrals");
    /** Bank lines of the period are not matched. */
    public static final RefusalCode BANK = RefusalCode.of("close.unmatched-bank-lines");
    /** A tax declaration of the period is not filed. */
    public static final RefusalCode DECLARATION = RefusalCode.of("close.unfiled-declaration");

    private PeriodChecks() {}

    /** Counts what is left of something. */
    @FunctionalInterface
    public interface Counter {
        /** How many are left for a book at the end of a period, 0 or more. */
        long count(BookId book, DateRange period);
    }

    /**
     * A point that another area or a host counts.
     *
     * @param code a stable code, such as {@link #DEPRECIATION}
     * @param weight what it means while it is open
     * @param todo one sentence that says what to do
     * @param counter how many are left
     */
    public static PeriodCheck counted(RefusalCode code, Weight weight, String todo, Counter counter) {
        return (book, period) -> ChecklistItem.of(code, weight, counter.count(book, period), todo);
    }

    /** Blocks while drafts of the period are open. */
    public static PeriodCheck drafts(Counter counter) {
        return counted(DRAFTS, Weight.BLOCKS, "Drafts of the period are open; post or drop them", counter);
    }

    /** Blocks while depreciation of the period is not posted. */
    public static PeriodCheck depreciation(Counter counter) {
        return counted(DEPRECIATION, Weight.BLOCKS, "Assets are not depreciated for the period; post it", counter);
    }

    /** Blocks while deferrals of the period are not recognised. */
    public static PeriodCheck deferrals(Counter counter) {
        return counted(DEFERRALS, Weight.BLOCKS, "Deferrals of the period are not recognised; post them", counter);
    }

    /** Warns while bank lines of the period are not matched. */
    public static PeriodCheck bankLines(Counter counter) {
        return counted(BANK, Weight.WARNS, "Bank lines of the period are not matched; match or explain them", counter);
    }

    /** Warns while a tax declaration of the period is not filed. */
    public static PeriodCheck declaration(Counter counter) {
        return counted(DECLARATION, Weight.WARNS, "A tax declaration of the period is not filed; file it", counter);
    }

    /** Blocks while reservations dated in the period or before are neither settled nor released. */
    public static PeriodCheck reservations(ReservationLog reservations) {
        return (book, period) -> {
            MutableList<String> open = CloseChecks.open(reservations, book, period.endExclusive());
            ChecklistItem item = ChecklistItem.of(
                    CloseChecks.OPEN_RESERVATIONS,
                    Weight.BLOCKS,
                    open.size(),
                    "Reservations are open; settle or release them, and expire those that have run out");
            return open.isEmpty() ? item : item.with("first", open.getFirst());
        };
    }

    /** Warns while accounts with the mark {@code suspense} (仮払金, 仮受金) have a balance at the end of the period. */
    public static PeriodCheck suspense(Supplier<? extends LedgerView> ledger, Supplier<Chart> chart) {
        return (book, period) -> {
            LedgerView view = ledger.get();
            ImmutableList<Account> filled = chart.get()
                    .tagged("suspense")
                    .select(account -> view.base(book, account.id(), period.lastDay()) != 0);
            ChecklistItem item = ChecklistItem.of(
                    SUSPENSE,
                    Weight.WARNS,
                    filled.size(),
                    "Suspense accounts have a balance; clear what is in them to where it belongs");
            return filled.isEmpty()
                    ? item
                    : item.with("accounts", filled.collect(Account::id).makeString(","));
        };
    }

    /**
     * Blocks while a control account and its open items differ at the end of the period, in the currencies of the
     * transactions; base amounts may differ by what revaluations told.
     */
    public static PeriodCheck controlAccounts(
            Supplier<? extends LedgerView> ledger, Supplier<Chart> chart, OpenItemLog items) {
        return (book, period) -> {
            ControlBalances balances = ControlBalances.of(items, book, period.lastDay());
            LedgerView view = ledger.get();
            ImmutableList<Account> controls =
                    chart.get().accounts().select(account -> account.control().isPresent());
            ImmutableList<Account> apart = controls.select(
                    account -> balances.differences(view, account.id()).notEmpty());
            ChecklistItem item = ChecklistItem.of(
                    CONTROL,
                    Weight.BLOCKS,
                    apart.size(),
                    "Control accounts and their open items differ; find what was recorded past one of them");
            return apart.isEmpty()
                    ? item
                    : item.with("accounts", apart.collect(Account::id).makeString(","))
                            .with(
                                    "differences",
                                    apart.flatCollect(account -> balances.differences(view, account.id()))
                                            .makeString(", "));
        };
    }

    /** Blocks while the entry numbers of a book, by journal and fiscal year, have gaps below the highest. */
    public static PeriodCheck numbers(JournalStore journal) {
        return (book, period) -> {
            MutableSortedMap<String, BitSet> used = SortedMaps.mutable.empty();
            journal.forEach(JournalQuery.all(), posted -> {
                if (posted.entry().book().equals(book)) {
                    EntryNumber number = posted.number();
                    used.getIfAbsentPut(number.journal() + "/" + number.fiscalYear(), BitSet::new)
                            .set(Math.toIntExact(number.number() - 1));
                }
            });
            long missing = used.valuesView().sumOfInt(PeriodChecks::gaps);
            ChecklistItem item = ChecklistItem.of(
                    NUMBERS, Weight.BLOCKS, missing, "Entry numbers are missing; find out what became of them");
            return missing == 0
                    ? item
                    : item.with(
                            "series",
                            used.reject((series, numbers) -> gaps(numbers) == 0)
                                    .keysView()
                                    .makeString(","));
        };
    }

    private static int gaps(BitSet numbers) {
        return numbers.length() - numbers.cardinality();
    }

    /** Blocks when journal and seals do not fit, or entries are not sealed; reads the whole journal. */
    public static PeriodCheck seal(JournalStore journal, SealLog seals) {
        return (book, period) -> {
            Verification verification = Verifier.verify(journal, seals);
            ChecklistItem item = ChecklistItem.of(
                    SEAL,
                    Weight.BLOCKS,
                    verification.sound() ? 0 : 1,
                    "The journal does not fit its seals; restore it from a sound copy or explain the break");
            return verification
                    .broken()
                    .map(broken -> item.with("position", broken.position()).with("reason", broken.code()))
                    .orElse(item);
        };
    }
}
