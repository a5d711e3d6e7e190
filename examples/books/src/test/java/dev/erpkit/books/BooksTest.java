package dev.erpkit.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is typed: what it prints and how it exits. Balances agree with those of hledger 1.25. */
class BooksTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int books(String... args) {
        out.reset();
        err.reset();
        try (PrintStream o = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream e = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            return Books.run(args, o, e);
        }
    }

    private static String file(String name) {
        try {
            return Path.of(BooksTest.class.getResource("/journals/" + name).toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String printed(String... args) {
        int status = books(args);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private String refused(int status, String... args) {
        assertThat(books(args)).isEqualTo(status);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void balance_as_csv_is_sorted_and_leaves_zeros_out() {
        assertThat(printed("balance", file("year.journal"), "--csv")).isEqualTo("""
                        account,commodity,amount
                        Expenses:Rent,EUR,300.00
                        assets:bank:checking,EUR,600.00
                        assets:bank:dollar,USD,80.00
                        assets:receivable,EUR,220.00
                        assets:shares,ACME 2020,3
                        equity:opening,EUR,-1050.00
                        liabilities:tax,EUR,-20.00
                        revenues:sales,EUR,-200.00
                        till,EUR,50.00
                        """);
    }

    @Test
    void balance_can_be_cut_by_day_and_account() {
        assertThat(printed("balance", "--as-of", "2024-02-01", "--account=assets:bank", "--csv", file("year.journal")))
                .isEqualTo("account,commodity,amount\nassets:bank:checking,EUR,700.00\n");
        assertThat(printed("balance", file("year.journal"), "--as-of=2024-01-31", "--csv"))
                .isEqualTo(
                        "account,commodity,amount\nassets:bank:checking,EUR,1000.00\nequity:opening,EUR,-1050.00\ntill,EUR,50.00\n");
        assertThat(printed("balance", file("year.journal"), "--account", "asset", "--csv"))
                .isEqualTo("account,commodity,amount\n");
    }

    @Test
    void balance_for_people_ends_in_totals() {
        assertThat(printed("balance", file("year.journal"), "--account", "assets"))
                .isEqualTo("""
                        600.00  EUR        assets:bank:checking
                         80.00  USD        assets:bank:dollar
                        220.00  EUR        assets:receivable
                             3  ACME 2020  assets:shares
                        ---------------------------------------
                             3  ACME 2020
                        820.00  EUR
                         80.00  USD
                        """);
    }

    @Test
    void register_goes_by_date_with_a_running_total() {
        assertThat(printed("register", file("year.journal"), "--account", "assets", "--csv"))
                .isEqualTo("""
                        date,description,account,commodity,amount,total
                        2024-01-01,opening,assets:bank:checking,EUR,1000.00,1000.00
                        2024-02-01,rent,assets:bank:checking,EUR,-300.00,700.00
                        2024-03-15,"Baker, ""Sons"" | bread",assets:receivable,EUR,220.00,920.00
                        2024-06-30,buy dollars,assets:bank:dollar,USD,110.00,110.00
                        2024-06-30,buy dollars,assets:bank:checking,EUR,-100.00,820.00
                        2024-07-01,shares,assets:shares,ACME 2020,3,3
                        2024-07-01,shares,assets:bank:dollar,USD,-30.00,80.00
                        """);
        assertThat(printed("register", file("year.journal"), "--account", "till"))
                .isEqualTo(
                        "2024-01-01  opening                   till                                     50.00 EUR         50.00 EUR\n");
    }

    @Test
    void income_shows_what_came_in_positive_and_what_remains() {
        assertThat(printed("income", file("year.journal"))).isEqualTo("""
                        Revenues
                          revenues:sales   200.00  EUR
                        Total revenues     200.00  EUR
                        Expenses
                          Expenses:Rent    300.00  EUR
                        Total expenses     300.00  EUR
                        Net income        -100.00  EUR
                        """);
    }

    @Test
    void balance_sheet_adds_up_with_the_result_that_is_not_closed() {
        assertThat(printed("balancesheet", file("year.journal"), "--as-of", "2024-03-31", "--csv"))
                .isEqualTo("""
                        section,account,commodity,amount
                        Assets,assets:bank:checking,EUR,700.00
                        Assets,assets:receivable,EUR,220.00
                        Assets,till,EUR,50.00
                        Total assets,,EUR,970.00
                        Liabilities,liabilities:tax,EUR,20.00
                        Total liabilities,,EUR,20.00
                        Equity,equity:opening,EUR,1050.00
                        Total equity,,EUR,1050.00
                        Result not closed,,EUR,-100.00
                        "Liabilities, equity and result",,EUR,970.00
                        """);
    }

    @Test
    void check_counts_what_is_sound() {
        assertThat(printed("check", file("year.journal"))).isEqualTo("OK: 5 transactions, 12 postings, 9 accounts\n");
    }

    @Test
    void check_tells_the_first_problems_and_other_reports_the_very_first() {
        String broken = file("broken.journal");
        String part = file("broken-part.journal");
        String first = broken + ":1: the transaction is unbalanced: EUR is off by 0.01\n";
        assertThat(refused(1, "check", broken))
                .isEqualTo(first + part + ":2: cannot read the date '2024-02-30': there is no such day\n" + broken
                        + ":10: the include of 'broken.journal' leads back to itself\n");
        assertThat(refused(1, "balance", broken)).isEqualTo(first);
    }

    @Test
    void an_assertion_that_fails_names_its_line_and_the_difference() {
        String file = file("asserted.journal");
        assertThat(refused(1, "check", file))
                .isEqualTo(file
                        + ":6: balance assertion failed: assets:cash holds 11.00 EUR, not 12.00 EUR; the difference is"
                        + " 1.00 EUR\n");
    }

    @Test
    void strict_wants_declarations() {
        String file = file("asserted.journal");
        assertThat(refused(1, "balance", file, "--strict"))
                .isEqualTo(file + ":2: the account 'assets:cash' is not declared; add: account assets:cash\n");
    }

    @Test
    void a_missing_file_is_a_wrong_file() {
        assertThat(refused(1, "balance", "no/such.journal"))
                .isEqualTo("no/such.journal:0: cannot read 'no/such.journal'\n");
    }

    @Test
    void a_wrong_command_line_exits_with_2_and_says_how() {
        assertThat(refused(2)).startsWith("books: give one report and one FILE\nusage: books ");
        assertThat(refused(2, "balance")).startsWith("books: give one report and one FILE");
        assertThat(refused(2, "profit", "x")).startsWith("books: unknown report profit");
        assertThat(refused(2, "balance", "x", "--as-of", "31.1.2024")).startsWith("books: --as-of needs a date");
        assertThat(refused(2, "balance", "x", "--account")).startsWith("books: --account needs a value");
        assertThat(refused(2, "balance", "x", "--colour")).startsWith("books: unknown option --colour");
    }

    private String written(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.journal"), bytes).toString();
    }

    private String written(Path folder, String text) throws IOException {
        return written(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void files_are_read_however_they_are_saved(@TempDir Path folder) throws IOException {
        String balances = "account,commodity,amount\n費用:食費,JPY,1200\n資産:現金,JPY,-1200\n";
        String text = "2024-01-05 昼食\n  費用:食費  1,200 JPY\n  資産:現金";
        String declared = "commodity 1,000. JPY\n" + text;
        assertThat(printed("balance", "--csv", written(folder, declared))).isEqualTo(balances);
        assertThat(printed("balance", "--csv", written(folder, declared.replace("\n", "\r\n"))))
                .isEqualTo(balances);
        assertThat(printed("balance", "--csv", written(folder, "\uFEFF" + declared + "\n")))
                .isEqualTo(balances);
        assertThat(printed("balance", "--csv", written(folder, ""))).isEqualTo("account,commodity,amount\n");
        assertThat(printed("income", written(folder, declared))).endsWith("""
                        Net income          0
                        Unclassified
                          費用:食費          1200  JPY
                          資産:現金         -1200  JPY
                        """);
        assertThat(printed("check", written(folder, "\n\n"))).isEqualTo("OK: 0 transactions, 0 postings, 0 accounts\n");
    }

    @Test
    void numbers_are_exact_however_long(@TempDir Path folder) throws IOException {
        String huge = "123456789012345678901234567890.123456789012345678901234567890";
        assertThat(printed("balance", "--csv", written(folder, "2024-01-05\n  \"a, b\"  " + huge + " X\n  c\n")))
                .isEqualTo("account,commodity,amount\n\"\"\"a, b\"\"\",X," + huge + "\nc,X,-" + huge + "\n");
    }

    @Test
    void dates_without_a_year_need_one(@TempDir Path folder) throws IOException {
        String file = written(folder, "1/5\n  a  1 X\n  b\n");
        assertThat(refused(1, "balance", file))
                .isEqualTo(
                        file
                                + ":1: cannot read the date '1/5': it has no year, and no Y directive or default year sets one\n");
        assertThat(printed("register", "--csv", "--year", "2024", "--account", "a", file))
                .contains("\n2024-01-05,,a,X,1,1\n");
        assertThat(refused(2, "balance", file, "--year", "next")).startsWith("books: --year needs a year");
        assertThat(refused(2, "balance", file, "--year=0")).startsWith("books: --year needs a year");
    }

    @Test
    void what_is_no_journal_is_a_wrong_file(@TempDir Path folder) throws IOException {
        assertThat(refused(1, "balance", folder.toString())).isEqualTo(folder + ":0: cannot read '" + folder + "'\n");
        byte[] binary = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, (byte) 0xFF};
        String file = written(folder, binary);
        assertThat(refused(1, "balance", file))
                .isEqualTo(file + ":1: the line is not valid UTF-8; save the file as UTF-8\n");
        assertThat(refused(1, "check", written(folder, "include nowhere\n\ninclude x.journal\n")))
                .isEqualTo(file + ":1: cannot read '" + folder.resolve("nowhere") + "'\n" + file
                        + ":3: the include of 'x.journal' leads back to itself\n");
    }

    @Test
    void help_is_no_error() {
        assertThat(printed("--help")).startsWith("usage: books ");
    }

    /** Bank, customers and tax of generated books, summed apart from the reader by a scan of the lines. */
    @Test
    void a_generated_journal_gives_the_sums_of_its_lines(@TempDir Path folder) throws IOException {
        Path journal = folder.resolve("generated.journal");
        try (PrintStream to = new PrintStream(Files.newOutputStream(journal), false, StandardCharsets.UTF_8)) {
            JournalGenerator.write(20_000, 7, to);
        }
        java.math.BigDecimal tax = java.math.BigDecimal.ZERO;
        for (String line : Files.readAllLines(journal)) {
            if (line.startsWith("    liabilities:tax:sales  ")) {
                tax = tax.add(new java.math.BigDecimal(line.strip().split(" +")[1]));
            }
        }
        assertThat(printed("balance", journal.toString(), "--account", "liabilities", "--csv"))
                .isEqualTo("account,commodity,amount\nliabilities:tax:sales,USD," + tax + "\n");
        String total = printed("balance", journal.toString());
        assertThat(total).contains("\n-----");
        assertThat(printed("check", journal.toString())).startsWith("OK: 20000 transactions, ");
    }
}
