package dev.erpkit.company;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.function.Supplier;

/** What is posted on the last day before the close: consumption tax settled, income tax provided. */
final class Adjustments {
    private final Books books;
    private final LocalDate day;
    private final long taxDue;

    /**
     * Adjustments of a day.
     *
     * @param taxDue what the return of consumption tax asks for
     */
    Adjustments(Books books, LocalDate day, long taxDue) {
        this.books = books;
        this.day = day;
        this.taxDue = taxDue;
    }

    void post(Actor actor) {
        once("ADJ-CONSUMPTION-TAX", this::consumptionTax, actor);
        once("ADJ-INCOME-TAX", this::incomeTax, actor);
    }

    /** Figures come from the books, so an adjustment that is posted is not figured again. */
    private void once(String id, Supplier<JournalEntry.Builder> figured, Actor actor) {
        if (books.stores().journal().find(EntryId.of(id)).isEmpty()) {
            books.post(figured.get().id(id).build(), actor).orElseThrow();
        }
    }

    /** What is owed is what the return says; what its rounding leaves of the two accounts is income, or else a loss. */
    private JournalEntry.Builder consumptionTax() {
        long received = -balance(CompanyChart.TAX_RECEIVED);
        long paid = balance(CompanyChart.TAX_PAID);
        long left = Math.subtractExact(Math.subtractExact(received, paid), taxDue);
        JournalEntry.Builder entry = Entries.entry("ADJ", day, "消費税精算 Consumption tax of the year")
                .debit(CompanyChart.TAX_RECEIVED, Entries.yen(received))
                .credit(CompanyChart.TAX_PAID, Entries.yen(paid))
                .credit(CompanyChart.TAX_DUE, Entries.yen(taxDue));
        if (left > 0) {
            entry.credit("7190", Entries.yen(left));
        } else if (left < 0) {
            entry.debit("8190", Entries.yen(-left));
        }
        return entry;
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
                .debit(CompanyChart.INCOME_TAX, Entries.yen(due))
                .credit(CompanyChart.INCOME_TAX_DUE, Entries.yen(due));
    }

    private long balance(String account) {
        return Amounts.minor(books.balance(account, day));
    }
}
