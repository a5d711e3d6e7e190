package dev.erpkit.accounting.journal;

import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.money.Amounts;
import javax.money.CurrencyUnit;

/**
 * One set of books: the same business told under one set of rules.
 *
 * @param id its name
 * @param base the currency in which it balances
 * @param calendar its fiscal years and periods
 */
public record Book(BookId id, CurrencyUnit base, FiscalCalendar calendar) {
    /** Takes any host's kind of currency unit. */
    public Book {
        base = Amounts.normalise(base);
    }
}
