package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.accounting.period.PeriodLocks;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.accounting.report.Reports;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.testkit.books.Journals;
import dev.erpkit.testkit.invariant.JournalInvariants;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an accountant asks in SQL has the answers of the services, on the books of a company that has lived for a year. The
 * SQL is that of the README.
 */
class AccountantTest {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");

    @ParameterizedTest
    @EnumSource(LivedBooks.class)
    void a_company_lives_the_same_year_as_in_memory(LivedBooks lived) {
        assertThat(lived.digest()).isEqualTo(LivedBooks.digestInMemory());
    }

    @ParameterizedTest
    @EnumSource(LivedBooks.class)
    void the_trial_balance_at_the_end_of_a_day(LivedBooks lived) throws Exception {
        Books books = lived.books();
        Reports reports = Reports.of(books.ledger(), books.chart(), BookId.MAIN, JPY);
        for (LocalDate day : LivedBooks.DAYS) {
            assertThat(lived.ask("trial balance", day))
                    .containsExactlyElementsOf(reports.trialBalance(day)
                            .rows()
                            .collect(row -> told(
                                    row.account(),
                                    row.name(),
                                    yen(row.base().debitMinor()),
                                    yen(row.base().creditMinor()),
                                    yen(row.base().closingMinor()))));
        }
    }

    @ParameterizedTest
    @EnumSource(LivedBooks.class)
    void the_ledger_of_an_account(LivedBooks lived) throws Exception {
        Books books = lived.books();
        for (String account : new String[] {"1000", "1010", "1100", "2100", "4000", "1900"}) {
            assertThat(lived.ask("account ledger", account))
                    .containsExactlyElementsOf(books.ledger()
                            .register(AccountId.of(account), LedgerQuery.all(BookId.MAIN))
                            .collect(line -> told(
                                    line.line().date(),
                                    line.line().position(),
                                    number(line.line().amount().getNumber().numberValueExact(BigDecimal.class)),
                                    line.line().currency().getCurrencyCode(),
                                    yen(line.line().baseMinor()),
                                    yen(line.baseBalanceMinor()))));
        }
    }

    @ParameterizedTest
    @EnumSource(LivedBooks.class)
    void open_invoices_by_due_date_at_the_end_of_a_day(LivedBooks lived) throws Exception {
        for (LocalDate day : LivedBooks.DAYS) {
            MutableList<String> open = Lists.mutable.empty();
            lived.books().stores().openItems().forEach(OpenItemQuery.all().openAsOf(day), history -> {
                if (history.item().control() == ControlKind.RECEIVABLE) {
                    Residual left = history.residual(day);
                    open.add(told(
                            history.item().dueDate().map(Object::toString).orElse("-"),
                            history.item().document().orElse("-"),
                            history.item().party(),
                            history.item().id().entry(),
                            history.item().currency().getCurrencyCode(),
                            number(left.amountMinor(), history.item().currency()),
                            yen(left.baseMinor())));
                }
            });
            assertThat(open).isNotEmpty();
            assertThat(lived.ask("open invoices", day)).containsExactlyInAnyOrderElementsOf(open);
        }
    }

    @ParameterizedTest
    @EnumSource(LivedBooks.class)
    void entries_posted_under_a_lock_with_their_exceptions(LivedBooks lived) throws Exception {
        Books books = lived.books();
        MutableList<String> expected = Lists.mutable.empty();
        for (PostedEntry posted : Journals.of(books.stores().journal())) {
            PeriodLocks then = books.periods().asKnownAt(posted.position() - 1);
            LocalDate day = posted.entry().date();
            then.locks(BookId.MAIN)
                    .reject(lock -> day.isAfter(lock.through()))
                    .forEach(lock -> exceptions(then, posted)
                            .forEach(key -> expected.add(
                                    told(posted.position(), posted.id(), day, lock.scope(), lock.through(), key))));
        }
        assertThat(expected.count(line -> line.contains("late bill")))
                .as("two bills, each under two locks")
                .isEqualTo(4);
        assertThat(expected.count(line -> line.endsWith("-"))).isPositive();
        assertThat(lived.ask("posted under a lock")).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static ImmutableList<String> exceptions(PeriodLocks then, PostedEntry posted) {
        ImmutableList<String> held = then.exceptions(BookId.MAIN, posted.recordedAt())
                .select(e -> e.covers(e.scope(), posted.entry().date(), posted.postedBy(), posted.recordedAt()))
                .collect(e -> e.key() + " " + e.reason());
        return held.isEmpty() ? Lists.immutable.of("-") : held;
    }

    @ParameterizedTest
    @EnumSource(LivedBooks.class)
    void the_matches_of_an_invoice(LivedBooks lived) throws Exception {
        MutableList<Match> matches = Lists.mutable.empty();
        lived.books().stores().openItems().forEachMatch(0, matches::add);
        MutableSet<EntryId> matched =
                matches.flatCollect(Match::parts).collect(p -> p.item().entry(), Sets.mutable.empty());
        assertThat(matches.count(m -> m.undoes().isPresent())).isPositive();
        for (EntryId invoice : matched.toSortedList().take(60)) {
            MutableList<String> expected = Lists.mutable.empty();
            for (Match match : matches) {
                match.parts()
                        .select(part -> part.item().entry().equals(invoice))
                        .forEach(own -> match.parts()
                                .reject(own::equals)
                                .forEach(other -> expected.add(told(
                                        match.id(),
                                        match.date(),
                                        amount(own),
                                        other.item().entry(),
                                        amount(other)))));
            }
            assertThat(lived.ask("matches of an invoice", invoice.value()))
                    .as(invoice.value())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String amount(MatchPart part) {
        return number(part.amountMinor(), part.currency());
    }

    @ParameterizedTest
    @EnumSource(LivedBooks.class)
    void number_gaps(LivedBooks lived) throws Exception {
        assertThat(JournalInvariants.numbersAreGapless(
                        Journals.of(lived.books().stores().journal())))
                .isEmpty();
        assertThat(lived.ask("number gaps")).isEmpty();
        String newest =
                "position = (select max(position) from journal_entry where tenant = 'acme' and journal = 'sales')";
        long number = lived.number("select number from journal_entry where tenant = 'acme' and " + newest);
        long year = lived.number("select fiscal_year from journal_entry where tenant = 'acme' and " + newest);
        lived.execute("update journal_entry set number = number + 2 where tenant = 'acme' and " + newest);
        lived.execute("update number_series set last_number = last_number + 3 where tenant = 'acme'"
                + " and name = 'main/sales' and fiscal_year = " + year);
        try {
            assertThat(lived.ask("number gaps"))
                    .containsExactlyInAnyOrder(
                            told("main", "sales", year, number, number + 1),
                            told("main", "sales", year, number + 3, number + 3));
        } finally {
            lived.execute("update journal_entry set number = number - 2 where tenant = 'acme' and " + newest);
            lived.execute("update number_series set last_number = last_number - 3 where tenant = 'acme'"
                    + " and name = 'main/sales' and fiscal_year = " + year);
        }
    }

    private static String yen(long minor) {
        return number(minor, JPY);
    }

    private static String number(long minor, CurrencyUnit currency) {
        return number(BigDecimal.valueOf(minor, Amounts.digits(currency)));
    }

    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String told(Object... parts) {
        return Lists.mutable.with(parts).makeString(" | ");
    }
}
