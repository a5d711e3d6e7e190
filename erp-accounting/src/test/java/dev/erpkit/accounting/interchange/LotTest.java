package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lot prices and dates; what balances agrees with Ledger 3.3 or hledger 1.25 where the two differ, and with both otherwise. */
class LotTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "10 AAPL {50 USD}                             | 10 AAPL {50 USD}",
                "10 AAPL {$50.00} [2024/1/31] @ $50           | 10 AAPL {50.00 $} [2024-01-31] @ 50 $",
                "10 AAPL @@ 500 USD {{=500 USD}}              | 10 AAPL {{=500 USD}} @@ 500 USD",
                "10 AAPL [2024-01-31] {= 50 \"a b\" } @ 5 USD | 10 AAPL {=50 \"a b\"} [2024-01-31] @ 5 USD",
                "10 AAPL [1-31]                               | 10 AAPL [2024-01-31]",
            })
    void a_lot_is_kept_and_written_as_it_was_read(String written, String canonical) {
        PlainTransaction t = Journals.transaction("2024-01-01\n  a  " + written
                + "\n  b  0\n  b  -10 AAPL\n  c  0\n"
                        .replace("-10 AAPL\n  c", "-10 AAPL" + written.replaceFirst("10 AAPL", "") + "\n  c"));
        assertThat(PlainTextWriter.text(t)).contains("\n    a  " + canonical + "\n");
        assertThat(Journals.transaction(PlainTextWriter.text(t))).isEqualTo(t);
    }

    @Test
    void a_lot_has_price_fixation_and_date() {
        assertThat(Journals.posting("a  1 X {=5 Y} [2024-02-29] @ 5 Y").lot())
                .contains(new PlainLot(
                        Optional.of(PlainCost.unit(PlainAmount.of("5", "Y"))),
                        true,
                        Optional.of(LocalDate.of(2024, 2, 29))));
        assertThatThrownBy(() -> new PlainLot(Optional.empty(), true, Optional.empty()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void lots_do_not_change_balances() {
        assertThat(Journals.balances("""
                        2024-01-01
                          broker  10 AAPL {50 USD}
                          cash  -500 USD
                        2024-01-02
                          broker  5 AAPL {60 USD}
                          old
                        """)).isEqualTo("broker 15 AAPL\ncash -500 USD\nold -5 AAPL");
    }

    @Test
    void a_sale_with_a_gain_balances_by_lot_price_or_by_cost() {
        String sale = "2024-01-02\n  broker  -10 AAPL {50 USD} @ 75 USD\n  cash  750 USD\n";
        assertThat(Journals.problem(sale)).isEmpty();
        assertThat(Journals.problem(sale + "  gains  -250 USD\n")).isEmpty();
        assertThat(Journals.problem(sale + "  gains  -249 USD\n"))
                .isEqualTo("a.journal:1: the transaction is unbalanced: USD is off by -249 [journal.unbalanced]");
        assertThat(Journals.problem(
                        "2024-01-02\n  broker  -10 AAPL {{500 USD}} @@ 750 USD\n  c  750 USD\n  g  -250 USD\n"))
                .isEmpty();
    }

    @Test
    void no_amount_is_found_where_lot_price_and_cost_differ() {
        assertThat(Journals.problem("2024-01-02\n  broker  -10 AAPL {50 USD} @ 75 USD\n  cash\n"))
                .isEqualTo(
                        "a.journal:3: the amount cannot be left out: the lot price and the cost of line 2 differ; write it"
                                + " [journal.unsupported]");
        assertThat(Journals.balances("2024-01-02\n  broker  10 AAPL {50 USD} @@ 500 USD\n  cash\n"))
                .isEqualTo("broker 10 AAPL\ncash -500 USD");
    }

    @ParameterizedTest
    @CsvSource({
        "10 X {5 Y} {5 Y},                second lot price",
        "10 X [2024-01-01] [2024-01-01],  second lot date",
        "10 X @ 5 Y @ 5 Y,                second cost",
        "10 X {5 Y,                       closing } is missing",
        "10 X {{5 Y},                     closing } is missing",
        "10 X [2024-01-01,                closing ] is missing",
        "10 X [2024-02-30],               there is no such day",
        "10 X [10102024-01-01],           there is no such day",
    })
    void a_broken_lot_is_refused_with_its_line(String written, String message) {
        assertThat(Journals.problem("2024-01-01\n  a  " + written + "\n  b\n"))
                .startsWith("a.journal:2: ")
                .contains(message);
    }

    @Test
    void a_later_transaction_does_not_inherit_lots() {
        assertThat(Journals.items("2024-01-01\n  a  1 X {5 Y}\n  b  -5 Y\n\n2024-01-01\n  a  1 X\n  b\n")
                        .collect(i -> ((PlainTransaction) i)
                                .postings()
                                .getFirst()
                                .lot()
                                .isPresent()))
                .containsExactly(true, false);
    }
}
