package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What balances and what does not; figures agree with hledger 1.25 on the same texts unless a test says otherwise. */
class BalanceTest {
    @Test
    void a_left_out_amount_balances_every_commodity() {
        assertThat(Journals.balances("2024-01-01\n  a  1.50 EUR\n  b  2 USD\n  c\n"))
                .isEqualTo("a 1.50 EUR\nb 2 USD\nc -1.50 EUR\nc -2 USD");
    }

    @Test
    void only_one_amount_may_be_left_out() {
        assertThat(Journals.problem("2024-01-01\n  a  1\n  b\n  c\n"))
                .isEqualTo(
                        "a.journal:4: only one posting of a transaction may leave out its amount; line 3 does already"
                                + " [journal.amounts-missing]");
    }

    @Test
    void an_unbalanced_transaction_is_named_with_commodity_and_difference() {
        assertThat(Journals.problem("\n2024-01-01 x\n  a  1.00 EUR\n  b  -0.99 EUR\n\n"))
                .isEqualTo("a.journal:2: the transaction is unbalanced: EUR is off by 0.01 [journal.unbalanced]");
    }

    /** Case ledger-core-024: a total cost balances exactly, where a unit cost derived from it would not. */
    @Test
    void a_total_cost_balances_exactly() {
        assertThat(Journals.balances("""
                        2024-01-01
                          a  42.30 USD @@ 5640 MR
                          b  -5640 MR
                        2024-01-02
                          a  -124.98 USD @@ 675 CNY
                          b  15 CNY
                          c  660 CNY
                        2024-01-03
                          d  -0.77 EUR @@ 90 RSD
                          b  90 RSD
                        2024-01-04
                          d  -67455 RUB @@ 900 EUR
                          b  900 EUR
                        """)).isEqualTo("""
                        a -82.68 USD
                        b 15 CNY
                        b 900.00 EUR
                        b -5640 MR
                        b 90 RSD
                        c 660 CNY
                        d -0.77 EUR
                        d -67455 RUB""".stripIndent());
        assertThat(Journals.problem("2024-01-01\n  a  1 X @@ 10.001 USD\n  b  -10.00 USD\n"))
                .contains("USD is off by 0.001 ");
    }

    @Test
    void a_rest_from_a_unit_cost_below_the_decimals_written_is_nothing() {
        assertThat(Journals.problem("2024-01-01\n  a  3 X @ 3.333 USD\n  b  -10.00 USD\n"))
                .isEmpty();
        assertThat(Journals.problem("2024-01-01\n  a  3 X @ 3.333 USD\n  b  -10.000 USD\n"))
                .contains("USD is off by -0.001 ");
        assertThat(Journals.problem("2010-01-01\n  a  1C @ $1.0049\n  b  $-1.000\n"))
                .contains("$ is off by 0.0049 ");
        assertThat(Journals.problem("2024-01-01\n  a  1 X @ 1.001 USD\n  b  -1 Y @@ 1 USD\n"))
                .contains("USD is off by 0.001 ");
    }

    @Test
    void an_amount_left_out_takes_the_cost_exactly() {
        assertThat(Journals.balances("2024-01-01\n  a  3 X @ 3.333 USD\n  b\n")).isEqualTo("a 3 X\nb -9.999 USD");
    }

    @Test
    void two_commodities_without_cost_are_an_exchange_unless_reading_is_strict() {
        String text = "commodity EUR\ncommodity USD\naccount a\naccount b\n2024-01-01\n  a  10 EUR\n  b  -11 USD\n";
        assertThat(Journals.balances(text)).isEqualTo("a 10 EUR\nb -11 USD");
        assertThat(Journals.problems(text, JournalRules.standard().withStrict()))
                .endsWith("[journal.unbalanced]");
        assertThat(Journals.problem("2024-01-01\n  a  -10 EUR\n  b  -11 USD\n")).endsWith("[journal.unbalanced]");
        assertThat(Journals.problem("2024-01-01\n  a  10 EUR\n  b  -11 USD\n  c  3 X\n"))
                .contains("EUR is off by 10, USD is off by -11, X is off by 3");
    }

    @Test
    void virtual_postings_balance_by_nothing_or_among_themselves() {
        assertThat(Journals.balances("2024-01-01\n  (v)  100\n  (w)\n  a  1\n  b\n  [e]  10\n  [f]\n"))
                .isEqualTo("a 1 \nb -1 \ne 10 \nf -10 \nv 100 ");
        assertThat(Journals.problem("2024-01-01\n  [v]  10\n  a  1\n  b\n")).endsWith("[journal.unbalanced]");
    }

    @Test
    void sums_beyond_the_range_of_a_long_stay_exact() {
        assertThat(Journals.balances("""
                        2024-01-01
                          a  9223372036854775807.99 X
                          a  9223372036854775807.99 X
                          a  0.0000000000000000000001 X
                          a  999999999999999999 Y @ 999999999999999999 Z
                          b
                        """)).isEqualTo("""
                        a 18446744073709551615.9800000000000000000001 X
                        a 999999999999999999 Y
                        b -18446744073709551615.9800000000000000000001 X
                        b -999999999999999998000000000000000001 Z""".stripIndent());
    }

    @Test
    void a_sum_that_outgrows_a_long_stays_exact() {
        String many = "  a  999999999999999999 X\n".repeat(10);
        assertThat(Journals.balances("2024-01-01\n" + many + "  b\n2024-01-02\n  b  0.1 X\n  c\n"))
                .isEqualTo("a 9999999999999999990.0 X\nb -9999999999999999989.9 X\nc -0.1 X");
    }

    @Test
    void decimals_are_those_declared_or_the_most_written_and_never_cut_a_figure() {
        assertThat(Journals.balances("2024-01-01\n  a  1.5 X\n  a  1.500 X\n  b\n"))
                .isEqualTo("a 3.000 X\nb -3.000 X");
        assertThat(Journals.balances("commodity 1000.00 X\n2024-01-01\n  a  1 X\n  b\n"))
                .isEqualTo("a 1.00 X\nb -1.00 X");
        assertThat(Journals.balances("commodity 1000. X\n2024-01-01\n  a  1.25 X\n  b\n"))
                .isEqualTo("a 1.25 X\nb -1.25 X");
    }

    /** Case ledger-core-023: dates of single postings would break the balance of every day between them. */
    @Test
    void balances_as_of_a_day_go_by_the_dates_of_transactions_only() {
        PlainTextLedger ledger = Journals.ledger("""
                        2010-12-20=2011-06-01 * groceries
                          groceries  37.50  ; [=2011-01-01]
                          groceries  37.50  ; date:2011-02-01
                          groceries  37.50  ; [2011/03/01]
                          groceries  112.50
                          checking  -225.00
                        2011-01-31 x
                          a  1
                          b
                        2011-02-01 y
                          a  1
                          b
                        """).outcome().orElseThrow();
        assertThat(Journals.show(ledger.balances(LedgerQuery.all().until(LocalDate.of(2011, 1, 31)))))
                .isEqualTo("a 1.00 \nb -1.00 \nchecking -225.00 \ngroceries 225.00 ");
    }

    @Test
    void an_account_filter_keeps_to_whole_names() {
        PlainTextLedger ledger = Journals.ledger("2024-01-01\n  assets  1\n  assets:cash  2\n  assetsX  3\n  b\n")
                .outcome()
                .orElseThrow();
        assertThat(Journals.show(ledger.balances(LedgerQuery.all().within("assets"))))
                .isEqualTo("assets 1 \nassets:cash 2 ");
    }

    @Test
    void zero_balances_are_left_out_and_the_rest_is_sorted() {
        assertThat(Journals.balances("2024-01-01\n  b  1 Y\n  a  1 X\n  b  1 X\n  a  -1 X\n  c\n"))
                .isEqualTo("b 1 X\nb 1 Y\nc -1 X\nc -1 Y");
    }

    @Test
    void a_problem_does_not_hide_the_next_one() {
        assertThat(Journals.problems(
                        "2024-01-01\n  a  1\n\n2024-01-02\n  a  x y\n  b\n\n2024-13-01\n  a  1\n  b\n",
                        new JournalRules(false, 9)))
                .isEqualTo("""
                        a.journal:1: the transaction is unbalanced: the amount without commodity is off by 1 [journal.unbalanced]
                        a.journal:5: expected an amount such as 10.00 EUR, found 'y' [journal.amount-invalid]
                        a.journal:8: cannot read the date '2024-13-01': there is no such day [journal.date-invalid]""".stripIndent());
    }

    /** Case ledger-core-023: value dates on single postings leave a trial balance that does not sum to zero. */
    @Test
    void reports_by_posting_dates_cut_transactions_in_two() {
        PlainTextLedger ledger = Journals.ledger("""
                        2010-12-20 * groceries
                          groceries  37.50  ; date:2011-01-01
                          groceries  37.50  ; [2011-02-01]
                          checking  -75.00
                        """).outcome().orElseThrow();
        LedgerQuery query = LedgerQuery.all().until(LocalDate.of(2011, 1, 31));
        assertThat(Journals.show(ledger.balances(query))).isEqualTo("checking -75.00 \ngroceries 75.00 ");
        assertThat(Journals.show(ledger.balances(query.by(DateBasis.POSTING))))
                .isEqualTo("checking -75.00 \ngroceries 37.50 ");
        org.eclipse.collections.api.list.MutableList<String> register =
                org.eclipse.collections.api.factory.Lists.mutable.empty();
        ledger.register(LedgerQuery.all().by(DateBasis.POSTING), l -> register.add(l.date() + " " + l.account()));
        assertThat(register).containsExactly("2010-12-20 checking", "2011-01-01 groceries", "2011-02-01 groceries");
    }

    private static String closing(String text, String account, boolean keepsCosts) {
        PlainTextLedger ledger = Journals.ledger(text).outcome().orElseThrow();
        PlainTransaction closing = ledger.close(
                LedgerQuery.all().within(account),
                new PlainClose(LocalDate.of(2019, 12, 31), "closing balances", "equity:closing", keepsCosts));
        assertThat(Journals.balances(text + "\n" + PlainTextWriter.text(closing)))
                .doesNotContain(account + " ");
        return PlainTextWriter.text(closing);
    }

    /** Case period-close-007: figures of hledger's test of its close command. */
    @Test
    void accounts_close_by_commodity_or_by_cost_layer() {
        String text = "2019-01-01\n  assets  1A @ 1B\n  assets  1A @ 1C\n  equity\n";
        assertThat(closing(text, "assets", false)).isEqualTo("""
                        2019-12-31 closing balances
                            assets  -2 A  = 0 A
                            equity:closing  2 A

                        """);
        assertThat(closing(text, "assets", true)).isEqualTo("""
                        2019-12-31 closing balances
                            assets  -1 A @ 1 B
                            assets  -1 A @ 1 C  = 0 A
                            equity:closing  1 A @ 1 B
                            equity:closing  1 A @ 1 C

                        """);
    }

    @Test
    void equal_unit_costs_are_one_layer_and_total_costs_add_up() {
        assertThat(closing("""
                        2019-01-01
                          assets  1 A @ 1.0 B
                          assets  2 A @ 1.00 B
                          assets  -1 A @ 1 B
                          assets  3 A @@ 7 B
                          assets  -1 A @@ 2 B
                          assets  5 B
                          equity
                        """, "assets", true)).isEqualTo("""
                        2019-12-31 closing balances
                            assets  -2 A @ 1.0 B
                            assets  -2 A @@ 5 B  = 0 A
                            assets  -5 B  = 0 B
                            equity:closing  2 A @ 1.0 B
                            equity:closing  2 A @@ 5 B
                            equity:closing  5 B

                        """);
    }
}
