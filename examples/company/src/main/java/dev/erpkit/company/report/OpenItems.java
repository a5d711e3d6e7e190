package dev.erpkit.company.report;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.AccountId;
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
 * @param account the control account
 * @param rows by party and currency
 * @param open all items together in yen, debit positive
 * @param balance the balance of the account in yen, debit positive
 */
public record OpenItems(String account, List<AgeingRow> rows, long open, long balance) {
    static final String[] BUCKETS = {"期日前 Not due", "1–30", "31–60", "61–90", "90+"};

    /** What is open at the end of a day. */
    public static OpenItems of(Books books, String account, LocalDate day) {
        List<AgeingRow> rows = Ageing.of(
                        books.stores().openItems(),
                        OpenItemQuery.all().in(BookId.MAIN).on(AccountId.of(account)),
                        day,
                        AgeingBuckets.of(0, 30, 60, 90),
                        AgeingBasis.DUE_DATE)
                .toList();
        long open =
                rows.stream().mapToLong(row -> Amounts.minor(row.baseTotal())).reduce(0, Math::addExact);
        return new OpenItems(account, rows, open, Amounts.minor(books.balance(account, day)));
    }

    /** What revaluation has added. */
    public long revalued() {
        return Math.subtractExact(balance, open);
    }
}
