package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionTest {
    @Test
    void a_transaction_is_read_with_all_its_parts() {
        PlainTransaction t = Journals.transaction("""
                2024-01-31=2024-02-01 * (123) Baker & Sons | bread  ; on the way home, trip:north
                    ; second line
                    ! expenses:food and drink  10.00 EUR @ 1.10 USD = 10 EUR  ; kind: bread
                    [budget:food]\t-5
                    [budget:rest]  5
                    (memo)  3 "ACME 2020" @@ 7 USD
                    assets:cash  == -11.00 USD @@ 3 X
                    ; paid
                """);
        assertThat(t.date()).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(t.secondaryDate()).contains(LocalDate.of(2024, 2, 1));
        assertThat(t.status()).isEqualTo(TransactionStatus.CLEARED);
        assertThat(t.code()).contains("123");
        assertThat(t.payee()).isEqualTo("Baker & Sons");
        assertThat(t.note()).isEqualTo("bread");
        assertThat(t.comments()).containsExactly("on the way home, trip:north", "second line");
        assertThat(t.tags()).containsExactly(new PlainTag("trip", "north"));
        PlainPosting food = t.postings().get(0);
        assertThat(food.account()).isEqualTo("expenses:food and drink");
        assertThat(food.status()).isEqualTo(TransactionStatus.PENDING);
        assertThat(food.amount()).contains(PlainAmount.of("10.00", "EUR"));
        assertThat(food.cost()).contains(PlainCost.unit(PlainAmount.of("1.10", "USD")));
        assertThat(food.assertion()).contains(PlainAssertion.of(PlainAmount.of("10", "EUR")));
        assertThat(food.tags()).containsExactly(new PlainTag("kind", "bread"));
        assertThat(t.postings().get(1).kind()).isEqualTo(PostingKind.BALANCED_VIRTUAL);
        assertThat(t.postings().get(1).account()).isEqualTo("budget:food");
        assertThat(t.postings().get(3).kind()).isEqualTo(PostingKind.VIRTUAL);
        assertThat(t.postings().get(3).cost()).contains(PlainCost.total(PlainAmount.of("7", "USD")));
        PlainPosting cash = t.postings().get(4);
        assertThat(cash.amount()).isEmpty();
        assertThat(cash.assertion()).hasValueSatisfying(a -> {
            assertThat(a.sole()).isTrue();
            assertThat(a.inclusive()).isFalse();
            assertThat(a.cost()).contains(PlainCost.total(PlainAmount.of("3", "X")));
        });
        assertThat(cash.comments()).containsExactly("paid");
    }

    @ParameterizedTest
    @CsvSource({
        "2010-01-31, 2010-01-31",
        "2010/01/31, 2010-01-31",
        "2010.1.31, 2010-01-31",
        "1/31, 2009-01-31",
        "12-5, 2009-12-05",
        "2012-02-29, 2012-02-29",
        "0033-03-03, 0033-03-03"
    })
    void dates_are_read_in_every_documented_form(String written, LocalDate expected) {
        assertThat(Journals.transaction("Y2009\n" + written + " x\n").date()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2010/31/12", "2010/12/32", "2001/2/29", "2010-1/31", "2018", "1/31", "2010-01-31x", "20100-1"})
    void what_is_no_date_is_refused_with_its_line(String written) {
        assertThat(Journals.problem("\n" + written + " x\n"))
                .startsWith("a.journal:2: ")
                .endsWith("[journal.date-invalid]");
    }

    @Test
    void a_default_year_may_come_in_three_forms_and_ends_with_its_source() {
        assertThat(Journals.items("Y 1111\n1/1\nyear 2222\n2/2\napply year 3333\n3/3\n")
                        .collect(i -> ((PlainTransaction) i).date().toString()))
                .containsExactly("1111-01-01", "2222-02-02", "3333-03-03");
    }

    @Test
    void the_year_of_a_second_date_is_that_of_the_first() {
        assertThat(Journals.transaction("2010-12-31=1-1 x\n").secondaryDate()).contains(LocalDate.of(2010, 1, 1));
    }

    @Test
    void comments_are_skipped_wherever_they_may_stand() {
        assertThat(Journals.balances("""
                        ; one
                        # two
                        * three
                         ; four
                        comment
                        2024-01-01
                          a  1
                        end comment

                        2024-01-01 this # and * are not ; the comment
                              ; below
                          #a  1  ; account of that name
                          b*  -1
                          *c  0
                          ;d  0
                        ; e  0
                        """)).isEqualTo("#a 1 \nb* -1 ");
    }

    @Test
    void one_blank_is_part_of_a_name_and_two_or_a_tab_end_it() {
        assertThat(Journals.transaction("2024-01-01\n  (a b) 1\n")
                        .postings()
                        .getFirst()
                        .account())
                .isEqualTo("(a b) 1");
        assertThat(Journals.posting("a b\t1").account()).isEqualTo("a b");
        assertThat(Journals.transaction("2024-01-01\n  a ; b\n")
                        .postings()
                        .getFirst()
                        .account())
                .isEqualTo("a ; b");
    }

    @Test
    void brackets_inside_a_name_are_part_of_it_and_nested_ones_around_it_are_not() {
        assertThat(Journals.transaction("2023-01-01\n  [([(a)])]  1\n  [b:bb]  1\n  [b:[bbb]]\n")
                        .postings()
                        .collect(PlainPosting::account))
                .containsExactly("a", "b:bb", "b:[bbb]");
        assertThat(Journals.posting("b (b) b  1").account()).isEqualTo("b (b) b");
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_do_no_harm() {
        assertThat(Journals.balances("\uFEFF2024-01-01 x\r\n  a  1 EUR\r\n  b\r\n\r\n"))
                .isEqualTo("a 1 EUR\nb -1 EUR");
    }

    @Test
    void a_line_may_be_longer_than_the_buffer_and_the_last_may_lack_its_end() {
        String name = "x".repeat(100_000);
        assertThat(Journals.transaction("2024-01-01 " + name + "\n  a  1\n  b  -1")
                        .description())
                .isEqualTo(name);
    }

    @Test
    void tags_have_values_up_to_a_comma() {
        assertThat(Comments.tags("see foo, a:1 2, b:, c:x:y, d"))
                .isEqualTo(
                        Lists.immutable.of(new PlainTag("a", "1 2"), new PlainTag("b", ""), new PlainTag("c", "x:y")));
    }

    @Test
    void a_lone_indented_line_and_unknown_words_are_refused_where_they_stand() {
        assertThat(Journals.problems("  a  1\n\nhello world\n\n2024-01-01 (x\n", new JournalRules(false, 9)))
                .isEqualTo("""
                        a.journal:1: the line is indented but belongs to no transaction [journal.syntax]
                        a.journal:3: 'hello' begins no transaction, directive or comment that is known [journal.syntax]
                        a.journal:5: the code's closing parenthesis is missing [journal.syntax]""".stripIndent());
    }

    @Test
    void bytes_that_are_not_utf8_are_refused() {
        byte[] latin = "2024-01-01\n  caf\u00e9  1\n  b\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        var sources = new dev.erpkit.accounting.interchange.memory.MemorySources().with("a", latin);
        assertThat(PlainTextLedger.read(sources, "a", JournalRules.standard(), false)
                        .problems()
                        .collect(Object::toString))
                .containsExactly("a:2: the line is not valid UTF-8; save the file as UTF-8");
    }

    @Test
    void expressions_are_refused_and_periodic_transactions_skipped() {
        assertThat(Journals.problem("2024-01-01\n  a  10 X (note)\n  b\n")).endsWith("[journal.unsupported]");
        assertThat(Journals.balances("~ monthly  goals\n  a  1\n  b\n")).isEmpty();
    }

    @Test
    void dates_without_a_year_take_the_one_that_the_rules_give_until_a_directive_does() {
        String text = "1/2\n  (a)  1\nP 1/2 EUR 1 USD\nY 2020\n1/2\n  (b)  1\n";
        PlainTextLedger ledger = Journals.ledger(text, JournalRules.standard().inYear(2019))
                .outcome()
                .orElseThrow();
        assertThat(Journals.show(ledger.balances(LedgerQuery.all().until(java.time.LocalDate.of(2019, 1, 2)))))
                .isEqualTo("a 1 ");
        assertThat(Journals.problem(text)).startsWith("a.journal:1: cannot read the date '1/2': it has no year");
    }
}
