package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as the manual of hledger (sections Amounts to Commodity) and its test journal/numbers.test describe them. */
class AmountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1                    | 1 ",
                "$1                   | 1 $",
                "-$1                  | -1 $",
                "$-1                  | -1 $",
                "+ $1                 | 1 $",
                "$-      1            | -1 $",
                "- $ - 1              | 1 $",
                "4000 AAPL            | 4000 AAPL",
                "10EUR                | 10 EUR",
                "3 \"green apples\"   | 3 \"green apples\"",
                "\"ACME 2020\" 3      | 3 \"ACME 2020\"",
                "1E-6                 | 0.000001 ",
                "EUR 1E3              | 1000 EUR",
                "1.23                 | 1.23 ",
                "1,23                 | 1.23 ",
                "10.                  | 10 ",
                ".5 EUR               | 0.5 EUR",
                "1,000                | 1.000 ",
                "1,000.00 EUR         | 1000.00 EUR",
                "EUR 2.000.000,00     | 2000000.00 EUR",
                "INR 9,99,99,999.00   | 99999999.00 INR",
                "CHF 1'000'000.00     | 1000000.00 CHF",
                "1_000_000.00         | 1000000.00 ",
                "USD 1 000            | 1000 USD",
                "1\u00A0000.5 EUR     | 1000.5 EUR",
                "1\u2009000.5 EUR     | 1000.5 EUR",
                "A1E2                 | 100 A",
                "1e2e                 | 100 e",
                "123456789012345678901234567890.12 X | 123456789012345678901234567890.12 X",
                "€100                 | 100 €",
            })
    void numbers_commodities_and_signs_stand_in_any_documented_order(String written, String canonical) {
        String expected = canonical == null ? "" : canonical;
        assertThat(Journals.posting("a  " + written).amount())
                .hasValueSatisfying(a -> assertThat(a.toString()).isEqualTo(expected.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "1,,0",
                "1,,0,,0.0",
                "1..0..0,0",
                "1,0,.0",
                "1.0,0.0,0",
                ",100.0",
                "1,000,00E3",
                "1E9999",
                "*1",
                "EUR",
                "10 DE0002635307",
                "1 A2",
                "A1B 2",
                "\"EUR 1",
                "- EUR"
            })
    void what_makes_no_amount_is_refused_with_its_line(String written) {
        assertThat(Journals.problem("2024-01-01\n  a  " + written + "\n  b\n"))
                .startsWith("a.journal:2: ")
                .endsWith("[journal.amount-invalid]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal-mark .                   | 1,000 EUR | 1000 EUR",
                "decimal-mark ,                   | 1.000 EUR | 1000 EUR",
                "decimal-mark ,                   | 1,000 EUR | 1.000 EUR",
                "commodity 1.000,00 EUR           | 1.000 EUR | 1000 EUR",
                "commodity 1.000,00 EUR           | 1,5 EUR   | 1.5 EUR",
                "commodity 1.000,00 EUR           | 1.000 USD | 1.000 USD",
                "commodity €1,000.00              | €1,000    | 1000 €",
                "commodity 1 000.00 EUR           | 1,000 EUR | 1000 EUR",
                "commodity 100. EUR               | 1,000 EUR | 1000 EUR",
                "D 1,000.00 EUR                   | 1,000     | 1000 EUR",
                "D $1,000.00                      | 5         | 5 $",
            })
    void a_doubtful_mark_means_what_the_nearest_directive_says(String directive, String written, String canonical) {
        String text = directive + "\n2024-01-01\n  a  " + written + "\n  b\n";
        PlainTransaction transaction =
                (PlainTransaction) Journals.items(text).detect(PlainTransaction.class::isInstance);
        assertThat(transaction.postings().getFirst().amount()).hasToString("Optional[" + canonical + "]");
    }

    @org.junit.jupiter.api.Test
    void a_decimal_mark_directive_ends_with_its_source_and_goes_before_that_of_the_commodity() {
        var sources = new dev.erpkit.accounting.interchange.memory.MemorySources()
                .with("main", "commodity 1000.00 RUB\ninclude part\n2021-05-19\n  a  -100.5 RUB\n  b  100.5 RUB\n")
                .with("part", "decimal-mark ,\n2021-05-18\n  a  -199,00 RUB\n  c  199,00 RUB\n");
        LedgerReading reading = PlainTextLedger.read(sources, "main", JournalRules.standard(), false);
        assertThat(Journals.show(reading.outcome().orElseThrow().balances(LedgerQuery.all())))
                .isEqualTo("a -299.50 RUB\nb 100.50 RUB\nc 199.00 RUB");
    }
}
