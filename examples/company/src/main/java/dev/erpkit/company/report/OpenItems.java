package dev.erpkit.company.report;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.Ageing;
import dev.erpkit.accounting.openitem.AgeingBasis;
import dev.erpkit.accounting.openitem.AgeingBuckets;
import dev.erpkit.accounting.openitem.AgeingRow;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.List;

/**
 * What is open on a control account, by days overdue. Items stand at the rates of their days; what revaluation has added to
 * the account is the difference to its balance.
 *
 * @param account the code of the control account
 * @param side its normal side
 * @param rows by party and currency
 * @param open all items together in yen, debit positive
 * @param balance the balance of the account in yen, debit positive
 */
public record OpenItems(String account, Side side, List<AgeingRow> rows, long open, long balance) {
    /** What is open at the end of a day, for each account of a kind that has items. */
    public static List<OpenItems> of(Books books, ControlKind kind, LocalDate day) {
        return books.chart()
                .accounts()
                .select(account -> account.control().filter(kind::equals).isPresent())
                .collect(account -> of(books, account, day))
                .reject(items -> items.rows().isEmpty())
                .toList();
    }

    private static OpenItems of(Books books, Account account, LocalDate day) {
        List<AgeingRow> rows = Ageing.of(
                        books.stores().openItems(),
                        OpenItemQuery.all().in(BookId.MAIN).on(account.id()),
                        day,
                        AgeingBuckets.of(0, 30, 60, 90),
                        AgeingBasis.DUE_DATE)
                .toList();
        long open =
                rows.stream().mapToLong(row -> Amounts.minor(row.baseTotal())).reduce(0, Math::addExact);
        long balance = Amounts.minor(books.balance(BookId.MAIN, account.id(), day));
        return new OpenItems(account.id().value(), account.normalSide(), rows, open, balance);
    }

    /** What revaluation has added, debit positive. */
    public long revalued() {
        return Math.subtractExact(balance, open);
    }

    /** A figure, positive on the normal side of the account. */
    long view(long minor) {
        return side.view(minor);
    }
}
