package dev.erpkit.testkit.company;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.currency.RevaluationPolicy;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.contract.BooksHarness;
import dev.erpkit.testkit.generate.ChartArbitraries;
import java.time.MonthDay;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** How the simulated company set up its books. */
final class CompanyBooks {
    static final CurrencyUnit JPY = Amounts.currency("JPY");
    static final CurrencyUnit USD = Amounts.currency("USD");
    static final String CASH = "1000";
    static final String BANK = "1010";
    static final String RECEIVABLE = "1100";
    static final String PAYABLE = "2100";
    static final String SALES = "4000";
    static final String PURCHASES = "5000";
    static final String RENT = "5100";
    static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR);
    private static final ExchangeAccounts EXCHANGE =
            ExchangeAccounts.of("4900", "5900").trading("1900");

    private CompanyBooks() {}

    /** Services over a harness that may have been used by the company before, as after a restart. */
    static KitBooks over(BooksHarness harness, KitClock clock) {
        KitBooks books = KitBooks.over(
                harness,
                Lists.immutable.of(new Book(BookId.MAIN, JPY, CALENDAR)),
                Lists.immutable.of(Journal.of("sales"), Journal.of("purchases")),
                PostingPolicy.standard(),
                clock);
        books.books().open(ChartArbitraries.small());
        return books;
    }

    static MatchingPolicy matching() {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(EXCHANGE);
        return policy.build();
    }

    static RevaluationPolicy revaluation() {
        RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
        policy.baseCurrency(JPY).unrealised(EXCHANGE).realised(EXCHANGE);
        return policy.build();
    }

    /** The accounts that hold foreign money. */
    static ImmutableList<Account> monetary(KitBooks books) {
        return Lists.immutable
                .of(BANK, RECEIVABLE, PAYABLE)
                .collect(id -> books.chart().find(AccountId.of(id)).orElseThrow());
    }
}
