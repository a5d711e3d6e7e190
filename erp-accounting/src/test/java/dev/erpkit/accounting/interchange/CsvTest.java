package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
    private static CsvMapping.Builder mapping() {
        CsvMapping.Builder builder = CsvMapping.builder();
        builder.account("assets:bank").otherAccount("equity:unknown").commodity("EUR");
        return builder.column(CsvColumn.DATE, "Date").column(CsvColumn.DESCRIPTION, "Text");
    }

    private static String read(String csv, CsvMapping mapping) {
        MutableList<String> out = Lists.mutable.empty();
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        JournalReading reading = CsvTransactions.read(
                new ByteArrayInputStream(bytes),
                "bank.csv",
                mapping,
                new JournalRules(false, 9),
                t -> out.add(line(t)));
        reading.problems().each(p -> out.add(p + " [" + p.code() + "]"));
        return String.join("\n", out);
    }

    private static String line(PlainTransaction t) {
        return t.date() + t.code().map(c -> " (" + c + ")").orElse("") + " " + t.description() + ": "
                + t.postings().castToList().stream()
                        .map(p -> p.account() + " " + p.amount().orElseThrow())
                        .collect(Collectors.joining(", "));
    }

    @Test
    void a_record_becomes_a_transaction_between_two_accounts() {
        assertThat(read(
                        "Date,Text,Amount,Ref\r\n2024-01-31,\"Rent, \"\"May\"\"\r\nflat\",-1000.00,7\r\n\r\n2024-02-01,Pay,\"2,000.5\",\r\n",
                        mapping()
                                .column(CsvColumn.AMOUNT, "Amount")
                                .column(CsvColumn.CODE, "Ref")
                                .build()))
                .isEqualTo("2024-01-31 (7) Rent, \"May\" flat: assets:bank -1000.00 EUR, equity:unknown 1000.00 EUR\n"
                        + "2024-02-01 Pay: assets:bank 2000.5 EUR, equity:unknown -2000.5 EUR");
    }

    @Test
    void every_part_of_a_mapping_is_obeyed() {
        CsvMapping.Builder builder = CsvMapping.builder();
        builder.account("liabilities:card")
                .otherAccount("expenses:other")
                .header(false)
                .separator(';')
                .quote('\'');
        builder.datePattern("d.M.uuuu").decimalMark(',').reversedSign(true);
        builder.column(CsvColumn.DATE, "2").column(CsvColumn.DEBIT, "3").column(CsvColumn.CREDIT, "4");
        builder.column(CsvColumn.ACCOUNT, "5").column(CsvColumn.CURRENCY, "1");
        assertThat(read("USD;31.1.2024;1.234,50;;'expenses:x;y'\nCHF;1.2.2024;;7;\n", builder.build()))
                .isEqualTo("2024-01-31 : liabilities:card -1234.50 USD, expenses:x;y 1234.50 USD\n"
                        + "2024-02-01 : liabilities:card 7 CHF, expenses:other -7 CHF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5 | 1234.5",
                "1,234.50 | 1234.50",
                "1 234 567 | 1234567",
                "+5 | 5",
                "-.5 | -0.5",
                "1'000. | 1000",
                "1,23 | bad",
                "1,234,56 | bad",
                "1.234,50 | bad",
                "1,000 000 | bad",
                "x | bad",
                ". | bad",
                "1.2.3 | bad",
                "1,234.567,8 | bad"
            })
    void amounts_have_the_declared_decimal_mark_and_whole_groups(String written, String expected) {
        String result = read(
                "Date|Text|Amount\n2024-01-31|x|" + written + "\n",
                mapping().column(CsvColumn.AMOUNT, "Amount").separator('|').build());
        assertThat(result)
                .startsWith(
                        expected.equals("bad")
                                ? "bank.csv:2: cannot read the amount '" + written + "'"
                                : "2024-01-31 x: assets:bank " + expected + " EUR");
    }

    @Test
    void problems_have_the_line_on_which_their_record_begins() {
        CsvMapping mapping = mapping().column(CsvColumn.AMOUNT, "Amount").build();
        assertThat(read(
                        "Date,Text,Amount\n2024-01-31,\"two\nlines\",1\n31.1.2024,x,1\n2024-01-31,x\n2024-01-31,x,\"1\" \n2024-01-31,x,1\n",
                        mapping))
                .isEqualTo("2024-01-31 two lines: assets:bank 1 EUR, equity:unknown -1 EUR\n"
                        + "bank.csv:4: cannot read the date '31.1.2024': the mapping says uuuu-MM-dd [journal.date-invalid]\n"
                        + "bank.csv:5: the record has 2 fields, not 3 [csv.columns-invalid]\n"
                        + "bank.csv:6: text follows the closing quote of a field [csv.quotes-invalid]");
        assertThat(read("Date,Text,Amount\n2024-01-31,\"x,1\n\n", mapping))
                .isEqualTo("bank.csv:2: the quote that opens here is never closed [csv.quotes-invalid]");
        assertThat(read("Date,Text\n", mapping))
                .isEqualTo("bank.csv:1: there is no column 'Amount' for AMOUNT [csv.columns-invalid]");
    }

    @Test
    void a_mapping_must_find_date_and_amount() {
        assertThatThrownBy(() -> mapping().build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("csv.columns-incomplete")).isTrue());
        assertThatThrownBy(() -> mapping()
                        .column(CsvColumn.AMOUNT, "A")
                        .datePattern("bogus")
                        .build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("csv.date-pattern")).isTrue());
        assertThatThrownBy(() ->
                        mapping().column(CsvColumn.AMOUNT, "A").decimalMark('x').build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("csv.decimal-mark")).isTrue());
    }
}
