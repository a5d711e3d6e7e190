package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Auto postings; figures agree with {@code hledger --auto} 1.25, and with Ledger 3.3 where it reads the same text. */
class AutoRuleTest {
    private static final String FOOD = "\n2024-01-01 x\n  expenses:food   10.00 EUR\n  assets:cash\n";

    @Test
    void a_rule_adds_multiples_and_amounts_to_each_matching_posting() {
        assertThat(
                        Journals.balances(
                                "= ^Expenses:Food\n  (budget:food)  *-1\n  [a:x]   *0.5\n  [a:y]   *-0.5\n  (hours)  1 h\n"
                                        + "  (gifts)  *2 pt\n"
                                        + FOOD
                                        + "\n2024-01-02\n  expenses:food:out  4 EUR\n  expenses:food:in  6 EUR\n  assets:cash  -10 EUR\n"))
                .isEqualTo("""
                        a:x 10.00 EUR
                        a:y -10.00 EUR
                        assets:cash -20.00 EUR
                        budget:food -20.00 EUR
                        expenses:food 10.00 EUR
                        expenses:food:in 6.00 EUR
                        expenses:food:out 4.00 EUR
                        gifts 40.00 pt
                        hours 3 h""".stripIndent());
    }

    @Test
    void what_is_added_has_to_leave_the_transaction_balanced() {
        assertThat(Journals.problem("= food\n  a  *0.1" + FOOD))
                .isEqualTo("a.journal:3: the transaction is unbalanced: EUR is off by 1.000 [journal.unbalanced]");
        assertThat(Journals.balances("= food\n  a  *0.1\n  b  *-0.1" + FOOD)).contains("a 1.00 EUR\n");
    }

    @Test
    void assertions_count_what_is_added() {
        assertThat(Journals.problem("= food\n  (b)  *1" + FOOD + "\n2024-01-01\n  b  0 EUR = 10 EUR\n"))
                .isEmpty();
        assertThat(Journals.balances("= food\n  (b)  *1\n\n2024-01-01\n  expenses:food  = 3 EUR\n  c\n"))
                .isEqualTo("b 3 EUR\nc -3 EUR\nexpenses:food 3 EUR");
    }

    @Test
    void a_rule_is_handed_over_as_written_and_read_back() {
        String text = "= /dining out|food/\n    (budget)  *-1\n    [a:b]  5.00 EUR\n    [c]  *2 pt\n\n";
        AutoRule rule = (AutoRule) Journals.items(text).getOnly();
        assertThat(rule.pattern()).isEqualTo("dining out|food");
        assertThat(rule.postings().collect(AutoPosting::kind))
                .containsExactly(PostingKind.VIRTUAL, PostingKind.BALANCED_VIRTUAL, PostingKind.BALANCED_VIRTUAL);
        assertThat(PlainTextWriter.text(rule)).isEqualTo(text);
    }

    @Test
    void a_transaction_is_handed_over_as_written() {
        assertThat(Journals.items("= food\n  (b)  *1" + FOOD)
                        .selectInstancesOf(PlainTransaction.class)
                        .getOnly()
                        .postings())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "= food drink\n  (a)  *1\n",
                "= desc:food\n  (a)  *1\n",
                "= not:food\n  (a)  *1\n",
                "= (food)+\n  (a)  *1\n",
                "= .*.*.*.*.*\n  (a)  *1\n",
                "=\n  (a)  *1\n",
                "= food\n",
                "= food\n  (a)\n",
                "= food\n  (a)  2\n",
                "= food\n  (a)  *\n",
                "= food\n  ($account)  *1\n",
                "= food\n  (a)  *1 @ 2 USD\n",
                "= food\n  (a:food)  *1\n\n= food\n  (b)  *1\n",
            })
    void what_the_two_programs_read_differently_is_refused_by_line(String rule) {
        assertThat(Journals.problem(rule)).matches("a\\.journal:[0-9]+: .*");
    }

    @Test
    void a_bare_number_is_refused_with_the_reason() {
        assertThat(Journals.problem("= food\n  (a)  2\n"))
                .isEqualTo("a.journal:2: amount needs a commodity, or a star to multiply the matched amount, as in *0.5"
                        + " [journal.directive-invalid]");
    }

    @Test
    void a_rule_may_post_to_an_account_that_it_matches() {
        assertThat(Journals.balances("= food\n  expenses:food:tax  *0.1\n  expenses:tax  *-0.1" + FOOD))
                .isEqualTo(
                        "assets:cash -10.00 EUR\nexpenses:food 10.00 EUR\nexpenses:food:tax 1.00 EUR\nexpenses:tax -1.00 EUR");
    }

    @Test
    void a_rule_below_a_transaction_that_it_matches_is_refused() {
        assertThat(Journals.problem(FOOD + "\n= food\n  (b)  *1\n"))
                .isEqualTo(
                        "a.journal:6: the rule stands below a transaction that it matches, with 'expenses:food'; put it above"
                                + " all of them [journal.unsupported]");
    }

    @Test
    void an_amount_with_a_cost_is_not_multiplied() {
        assertThat(Journals.problem("= food\n  (b)  *1\n\n2024-01-01\n  food  1 X @ 2 EUR\n  c\n"))
                .startsWith("a.journal:5: an auto posting would multiply an amount that has a cost");
    }
}
