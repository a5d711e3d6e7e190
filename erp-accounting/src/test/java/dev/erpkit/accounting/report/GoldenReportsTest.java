package dev.erpkit.accounting.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.ledger.DimensionFilter;
import dev.erpkit.accounting.ledger.Journals;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.ledger.LedgerQuery;
import dev.erpkit.accounting.ledger.Turnover;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

/** Figures of other systems; each case names its source. */
final class GoldenReportsTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private final LedgerIndex index = new LedgerIndex();

    private static JsonNode golden(String id) throws Exception {
        try (InputStream in = GoldenReportsTest.class.getResourceAsStream("/cases/" + id + ".json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static MonetaryAmount usd(JsonNode number) {
        return Amounts.of(new BigDecimal(number.asText()), Amounts.currency("USD"));
    }

    private void post(JournalEntry.Builder entry) {
        long position = index.position() + 1;
        assertThat(index.advance(Journals.posted(entry.id("e" + position).build(), position, Journals.START)))
                .isTrue();
    }

    private MonetaryAmount balance(String account, LocalDate asOf) {
        return Amounts.ofMinor(index.base(BookId.MAIN, AccountId.of(account), asOf), Amounts.currency("USD"));
    }

    /** ledger-core-023: dates on single lines unbalance the trial balance; here a deferral of balanced entries takes their place. */
    @Test
    void a_deferral_gives_the_effective_figures_and_keeps_every_trial_balance_at_zero() throws Exception {
        JsonNode given = golden("ledger-core-023-dual-date-breaks-balance-as-of");
        JsonNode entry = given.get("given").get("entry");
        MonetaryAmount total = usd(entry.get("postings").get(6).get("amount"));
        post(JournalEntry.builder()
                .date(LocalDate.parse(entry.get("date").asText()))
                .debit("prepaid", total.negate())
                .add(JournalLine.of("checking", total)));
        for (JsonNode posting : entry.get("postings")) {
            if (posting.has("effective_date")) {
                post(JournalEntry.builder()
                        .date(LocalDate.parse(posting.get("effective_date").asText()))
                        .debit("groceries", usd(posting.get("amount")))
                        .credit("prepaid", usd(posting.get("amount"))));
            }
        }
        LocalDate asOf = LocalDate.of(2011, 1, 31);
        JsonNode expect = given.get("expect");
        assertThat(balance("groceries", asOf)).isEqualTo(usd(expect.get("groceries_effective")));
        assertThat(balance("checking", asOf)).isEqualTo(usd(expect.get("checking_effective")));
        assertThat(balance("prepaid", asOf))
                .isEqualTo(usd(expect.get("by_effective_date_sum")).negate());
        Reports reports = Reports.of(index, Chart.empty(), BookId.MAIN, Amounts.currency("USD"));
        assertThat(reports.trialBalance(asOf).total().closing()).isEqualTo(usd(expect.get("by_entry_date_sum")));
    }

    /** ledger-core-027: balances in base and in a second currency, and the view of the next year before the close. */
    @Test
    void balances_stand_in_base_and_transaction_currency_and_movements_start_again() throws Exception {
        JsonNode given = golden("ledger-core-027-isolated-balance-vs-secondary-currency");
        for (JsonNode entry : given.get("given").get("entries")) {
            JournalEntry.Builder builder = JournalEntry.builder().date(START.plusDays(40));
            for (JsonNode line : entry) {
                MonetaryAmount base = usd(line.get("amount"));
                MonetaryAmount amount = line.has("foreign")
                        ? Amounts.of(line.get("foreign").asText().replace(" SEC", ""), "EUR")
                        : base;
                builder.add(JournalLine.builder()
                        .account(line.get("account").asText())
                        .amount(amount)
                        .base(base)
                        .build());
            }
            post(builder);
        }
        JsonNode expect = given.get("expect");
        LocalDate yearEnd = START.plusYears(1).minusDays(1);
        for (String account : new String[] {"revenue", "receivable", "expense", "payable"}) {
            assertThat(balance(account, yearEnd))
                    .isEqualTo(usd(expect.get("year").get(account)));
        }
        JsonNode cash = expect.get("year").get("cash-sec");
        assertThat(balance("cash-sec", yearEnd)).isEqualTo(usd(cash.get("base")));
        long foreign =
                index.amount(BookId.MAIN, AccountId.of("cash-sec"), Amounts.currency("EUR"), yearEnd.plusDays(30));
        assertThat(foreign).isEqualTo(cash.get("SEC").asLong() * 100);
        assertThat(foreign).isEqualTo(expect.get("next_year_cash_sec_foreign").asLong() * 100);
        Reports reports = Reports.of(index, Chart.empty(), BookId.MAIN, Amounts.currency("USD"));
        Turnover next = reports.trialBalance(START.plusYears(1), START.plusYears(2))
                .row(AccountId.of("revenue"))
                .orElseThrow()
                .base();
        JsonNode movements = expect.get("next_year_movements").get("revenue");
        assertThat(next.debit()).isEqualTo(usd(movements.get("debit")));
        assertThat(next.credit()).isEqualTo(usd(movements.get("credit")));
    }

    /** ledger-core-029: turnover of one value of an axis, over all time and in periods. */
    @Test
    void a_dimension_has_turnover_of_its_own() throws Exception {
        JsonNode given = golden("ledger-core-029-analytic-dimension-balances");
        for (JsonNode entry : given.get("given").get("entries")) {
            JournalEntry.Builder builder = JournalEntry.builder().date(START);
            for (JsonNode line : entry.get("postings")) {
                builder.add(JournalLine.builder()
                        .account(line.get("account").asText())
                        .inBase(usd(line.get("amount")))
                        .dimensions(
                                line.has("dimension")
                                        ? Dimensions.of(
                                                "analytic",
                                                line.get("dimension").asText())
                                        : Dimensions.none())
                        .build());
            }
            post(builder);
        }
        Reports reports = Reports.of(index, Chart.empty(), BookId.MAIN, Amounts.currency("USD"))
                .with(DimensionFilter.of("analytic", "D1"));
        JsonNode expect = given.get("expect");
        LocalDate end = START.plusMonths(1);
        Turnover all = reports.trialBalance(LocalDate.MAX).total();
        assertThat(all.debit()).isEqualTo(usd(expect.get("all").get("debit")));
        assertThat(all.credit()).isEqualTo(usd(expect.get("all").get("credit")));
        assertThat(all.closing().negate()).isEqualTo(usd(expect.get("all").get("credit_balance")));
        Turnover after = reports.trialBalance(end, end.plusYears(1)).total();
        assertThat(after.debit()).isEqualTo(usd(expect.get("from_period_end").get("debit")));
        assertThat(after.credit()).isEqualTo(usd(expect.get("from_period_end").get("credit")));
        Turnover before = reports.trialBalance(end.minusDays(1)).total();
        assertThat(before.debit()).isEqualTo(usd(expect.get("to_period_end").get("debit")));
        assertThat(before.credit()).isEqualTo(usd(expect.get("to_period_end").get("credit")));
        assertThat(index.balancesBy("analytic", LedgerQuery.all(BookId.MAIN))).hasSize(4);
    }

    /** statements-007: revenue on the accrual basis and on the cash basis, from the same books. */
    @Test
    void revenue_on_a_cash_basis_comes_with_the_payment() throws Exception {
        JsonNode given = golden("statements-007-accrual-vs-cash-view");
        Chart chart = Chart.of(
                Account.builder()
                        .id("checking")
                        .name("Checking")
                        .accountClass(AccountClass.ASSET)
                        .tag("cash")
                        .build(),
                Account.builder()
                        .id("receivable")
                        .name("Receivable")
                        .accountClass(AccountClass.ASSET)
                        .control(ControlKind.RECEIVABLE)
                        .build(),
                Account.of("revenue", "Revenue", AccountClass.INCOME));
        JsonNode invoice = given.get("given").get("invoice");
        JsonNode payment = given.get("given").get("payment");
        post(JournalEntry.builder()
                .date(LocalDate.parse(invoice.get("date").asText()))
                .debit("receivable", usd(invoice.get("amount")))
                .credit("revenue", usd(invoice.get("amount"))));
        post(JournalEntry.builder()
                .date(LocalDate.parse(payment.get("date").asText()))
                .debit("checking", usd(payment.get("amount")))
                .credit("receivable", usd(payment.get("amount"))));
        Reports reports = Reports.of(index, chart, BookId.MAIN, Amounts.currency("USD"));
        LocalDate early = LocalDate.of(2020, 2, 10);
        LocalDate monthEnd = LocalDate.of(2020, 2, 29);
        Statement cash = reports.statement(
                Layouts.cashBasisResult(), StatementColumn.asOf(early), StatementColumn.asOf(monthEnd));
        JsonNode expect = given.get("expect");
        assertThat(balance("revenue", early))
                .isEqualTo(usd(expect.get("accrual_2020-02-10").get("revenue")));
        assertThat(balance("receivable", early))
                .isEqualTo(usd(expect.get("accrual_2020-02-10").get("receivable")));
        assertThat(shown(cash, 0)).isEqualTo(usd(expect.get("cash_2020-02-10").get("revenue")));
        for (String account : new String[] {"revenue", "receivable", "checking"}) {
            assertThat(balance(account, monthEnd))
                    .isEqualTo(usd(expect.get("month_end").get(account)));
        }
        assertThat(shown(cash, 1)).isEqualTo(usd(expect.get("month_end").get("revenue")));
    }

    /** The case writes credits as negative numbers, the statement shows them as positive ones. */
    private static MonetaryAmount shown(Statement statement, int column) {
        return statement.row("received").cells().get(column).amount().negate();
    }
}
