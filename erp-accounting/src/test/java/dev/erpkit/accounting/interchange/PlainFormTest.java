package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What plain-text values may not hold, each with its code, and the neighbour that is allowed. */
class PlainFormTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).as(e.getMessage()).isTrue());
    }

    private static PlainTransaction described(String description) {
        return PlainTransaction.builder().date(DAY).description(description).build();
    }

    @Test
    void a_separator_is_not_the_quote() {
        CsvMapping.Builder mapping = CsvMapping.builder();
        mapping.account("assets:bank").otherAccount("equity:unknown");
        mapping.column(CsvColumn.DATE, "Date").column(CsvColumn.AMOUNT, "Amount");
        mapping.separator(';').build();
        refused("csv.separator", () -> mapping.separator('"').build());
    }

    @Test
    void a_line_with_its_end_has_at_most_a_mebibyte() {
        String comment = ";".repeat((1 << 20) - 1);
        assertThat(Journals.problem(comment + "\n")).isEmpty();
        assertThat(Journals.problem(comment + ";\n")).contains("[journal.line-too-long]");
    }

    @Test
    void an_account_type_is_a_known_word_or_letter() {
        assertThat(PlainAccountType.declared("X")).isEqualTo(PlainAccountType.EXPENSE);
        refused("account-type.unknown", () -> PlainAccountType.declared("Q"));
    }

    @Test
    void an_account_name_reads_back_as_itself() {
        PlainPosting.balancing("assets: cash (yen)");
        for (String name : new String[] {"", "(a)", "[a]", " a", "a ", "a  b", "a\tb", ";a", "*a", "!a"}) {
            refused("account.name-invalid", () -> PlainPosting.balancing(name));
        }
    }

    @Test
    void a_commodity_holds_no_quote_and_no_control_character() {
        new CommodityDeclaration("ACME 2020", OptionalInt.empty());
        refused("commodity.invalid", () -> new CommodityDeclaration("a\"b", OptionalInt.empty()));
        refused("commodity.invalid", () -> new CommodityDeclaration("a\nb", OptionalInt.empty()));
    }

    @Test
    void decimals_are_0_to_99() {
        new CommodityDeclaration("EUR", OptionalInt.of(99));
        refused("decimals.out-of-range", () -> new CommodityDeclaration("EUR", OptionalInt.of(100)));
        refused("decimals.out-of-range", () -> new CommodityDeclaration("EUR", OptionalInt.of(-1)));
    }

    @Test
    void a_cost_needs_an_amount() {
        PlainPosting.Builder posting = PlainPosting.builder();
        posting.from(Journals.posting("a  1 EUR @ 2 USD"));
        assertThat(posting.build().cost()).isPresent();
        posting.amount(java.util.Optional.empty());
        refused("cost.without-amount", posting::build);
    }

    @Test
    void a_year_is_0_or_later() {
        PlainTransaction.builder().date(LocalDate.of(0, 1, 1)).build();
        refused(
                "date.out-of-range",
                () -> PlainTransaction.builder().date(LocalDate.of(-1, 12, 31)).build());
    }

    @Test
    void a_description_reads_back_as_itself() {
        assertThat(described("rent (April) 50 %").description()).isEqualTo("rent (April) 50 %");
        for (String text : new String[] {"a ; b", "* a", "! a", "(1) a"}) {
            refused("text.ambiguous", () -> described(text));
        }
        refused(
                "text.ambiguous",
                () -> PlainTransaction.builder().date(DAY).code("1)").build());
    }

    @Test
    void a_description_is_one_line_without_blanks_around_it() {
        for (String text : new String[] {"a\nb", "a\rb", " a", "a "}) {
            refused("text.not-a-line", () -> described(text));
        }
    }
}
