package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Balance assertions and assignments by the rules of hledger's manual and the situations of its journal/assertions.test. */
class AssertionTest {
    private static final String OPENING = "2013/1/1\n  a    $1  =$1\n  b        =-$1\n\n";

    @Test
    void assertions_hold_in_the_order_of_dates_whatever_the_order_of_the_file() {
        String late = "2013/1/3\n  a  $1  = $3\n  b  $-1  = $-3\n  (b)  $1  = $-2\n\n";
        String early = "2013/1/2\n  a  $1  =$2\n  b  $-1  =$-2\n\n";
        assertThat(Journals.problem(OPENING + early + late)).isEmpty();
        assertThat(Journals.problem(OPENING + late + early)).isEmpty();
    }

    @Test
    void within_a_day_assertions_hold_in_the_order_of_the_file() {
        assertThat(Journals.problem(OPENING + "2013/1/3\n  a  $1\n  (b)  $1  = $-1\n  b  $-1  = $-1\n"))
                .isEqualTo("a.journal:7: balance assertion failed: b holds 0 $, not -1 $; the difference is -1 $"
                        + " [journal.assertion-failed]");
    }

    @Test
    void one_sign_asserts_one_commodity_and_two_assert_that_there_is_no_other() {
        String both = "2016-01-01\n  a  $1\n  a  1 zorkmids\n  b\n\n";
        assertThat(Journals.problem(both + "2016-01-03\n  a  0 = $1\n")).isEmpty();
        assertThat(Journals.problem(both + "2016-01-03\n  a  0 == $1\n"))
                .contains("a.journal:7: balance assertion failed: a also holds 1 zorkmids");
    }

    @Test
    void a_star_includes_accounts_below() {
        assertThat(Journals.problem("""
                        2019/1/1
                          (a)    X1
                          (a)    Y3
                          (a:b)  Y7
                          (ab)   Y100
                          (a)    0 =*  X1
                          (a)    0 =*  Y10
                          (a)    0 =   Y3
                          (a:b)  0 ==*  Y7
                        """)).isEmpty();
        assertThat(Journals.problem("2019/1/1\n  (a)  X1\n  (a:b)  Y7\n  (a)  0 ==* X1\n"))
                .contains("a with accounts below also holds 7 Y");
    }

    @Test
    void assertions_compare_exactly_and_ignore_costs() {
        assertThat(Journals.problem("2019/1/1\n  (a)  $1.20 @ 3 X = $1.2 @ 2 X\n"))
                .isEmpty();
        assertThat(Journals.problem("commodity $1000.00\n2019/1/1\n  (a)  $0.006\n  (a)  $1.00 = $1.01\n"))
                .contains("a holds 1.006 $, not 1.01 $; the difference is 0.004 $");
    }

    @Test
    void an_amount_follows_from_the_balance_it_leads_to() {
        assertThat(Journals.balances("""
                        2013/1/2
                          a           =$1.3
                          b

                        2013/1/1
                          a    $1.20
                          b

                        2013/1/2
                          a           $10 =$11.3
                          b         =$-11.3
                        """)).isEqualTo("a 11.30 $\nb -11.30 $");
    }

    @Test
    void amounts_that_follow_from_balances_see_what_stands_before_them_in_the_transaction() {
        assertThat(Journals.balances("""
                        2013/1/1
                          a    $1  =$1
                          b        =-$1

                        2013/1/3
                          a    $6  = $7
                          b   $-1  = $-2
                          b   $-1  = $-3
                          b        = $-10
                          b   $-1
                          b   $-1  = $-12
                          c
                        """)).isEqualTo("a 7 $\nb -12 $\nc 5 $");
    }

    @Test
    void a_sole_balance_takes_other_commodities_away() {
        assertThat(
                        Journals.balances(
                                "2016/1/1\n  a  $1\n  a  -1 zorkmids\n  b\n\n2016/1/2\n  a  == $1\n  b  -1 zorkmids\n\n2016/1/3\n  b  0 = $-1\n"))
                .isEqualTo("a 1 $\nb -1 $");
    }

    @Test
    void an_inclusive_balance_counts_accounts_below() {
        assertThat(Journals.balances("2020-01-25\n  (a:aa)  1\n  (a:bb)  1\n  (a)  1\n2020-01-31\n  (a)  ==* 1\n"))
                .isEqualTo("a -1 \na:aa 1 \na:bb 1 ");
    }

    @Test
    void a_balance_with_a_cost_sets_aside_what_was_held_at_another() {
        assertThat(Journals.balances("2022-01-01\n  e  €10\n  q\n\n2022-01-02\n  e  = €1 @ $1\n  u\n"))
                .isEqualTo("e 1 €\nq -10 €\nu -1 $\nu 10 €");
    }

    @Test
    void a_posting_with_its_own_date_counts_for_assertions_on_that_day() {
        String text =
                "2015/5/30\n  food  $10\n  checking  ; cleared monday, date:6/1\n\n2015/5/31\n  checking  0 = $0\n\n2015/6/1\n  checking  0 = $-10\n";
        assertThat(Journals.problem(text)).isEmpty();
        assertThat(Journals.problem("2015/5/30\n  a  = 3  ; date:6/1\n  b\n"))
                .startsWith("a.journal:2: ")
                .endsWith("[journal.unsupported]");
        assertThat(Journals.problem("2015/5/30\n  a  3  ; date:6/31\n  b\n"))
                .startsWith("a.journal:2: cannot read the date");
    }

    @Test
    void what_does_not_balance_after_all_is_refused_at_its_first_line() {
        assertThat(Journals.problem("2015/5/30\n  a  = 3\n  b  -2\n"))
                .isEqualTo("a.journal:1: the transaction is unbalanced: the amount without commodity is off by 1"
                        + " [journal.unbalanced]");
    }
}
