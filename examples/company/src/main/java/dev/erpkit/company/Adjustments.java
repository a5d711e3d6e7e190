package dev.erpkit.company;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.function.Supplier;

/** What is posted on the last day before the close: merchandise counted, consumption tax settled, income tax provided. */
final class Adjustments {
    private static final long COUNTED = 37_420_000;

    private final Books books;
    private final LocalDate day;

    Adjustments(Books books, LocalDate day) {
        this.books = books;
        this.day = day;
    }

    void post(Actor actor) {
        once("ADJ-MERCHANDISE", this::merchandise, actor);
        once("ADJ-CONSUMPTION-TAX", this::consumptionTax, actor);
        once("ADJ-INCOME-TAX", this::incomeTax, actor);
    }

    /** Figures come from the books, so an adjustment that is posted is not figured again. */
    private void once(String id, Supplier<JournalEntry.Builder> figured, Actor actor) {
        if (books.stores().journal().find(EntryId.of(id)).isEmpty()) {
            books.post(figured.get().id(id).build(), actor).orElseThrow();
        }
    }

    private JournalEntry.Builder merchandise() {
        long change = Math.subtractExact(COUNTED, balance("1150"));
        return Entries.entry("ADJ", day, "棚卸 Merchandise as counted")
                .debit("1150", Entries.yen(change))
                .credit("5190", Entries.yen(change));
    }

    private JournalEntry.Builder consumptionTax() {
        long received = -balance("2150");
        long paid = balance("1160");
        return Entries.entry("ADJ", day, "消費税精算 Consumption tax of the year")
                .debit("2150", Entries.yen(received))
                .credit("1160", Entries.yen(paid))
                .credit("2140", Entries.yen(Math.subtractExact(received, paid)));
    }

    /** Three tenths of the result before tax, down to 100 yen, less what was paid in the middle of the year. */
    private JournalEntry.Builder incomeTax() {
        long result = 0;
        for (Account account : books.chart().accounts()) {
            if (account.postable() && !account.accountClass().balanceSheet()) {
                result = Math.subtractExact(result, balance(account.id().value()));
            }
        }
        long beforeTax = Math.addExact(result, Routine.INTERIM_INCOME_TAX);
        long tax = Math.max(0, beforeTax) * 3 / 10 / 100 * 100;
        long due = Math.max(1, Math.subtractExact(tax, Routine.INTERIM_INCOME_TAX));
        return Entries.entry("ADJ", day, "法人税等 Income taxes of the year")
                .debit("7310", Entries.yen(due))
                .credit("2130", Entries.yen(due));
    }

    private long balance(String account) {
        return Amounts.minor(books.balance(account, day));
    }
}
