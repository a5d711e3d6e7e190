package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.company.report.Figures;
import dev.erpkit.company.report.OpenItems;
import dev.erpkit.core.money.Amounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole company, run twice over one folder. */
class CompanyTest {
    @TempDir
    static Path folder;

    private static String firstOutput = "";
    private static String firstPage = "";
    private static Verification firstChain;
    private static String secondOutput = "";
    private static Storage storage;
    private static Books kept;

    @BeforeAll
    static void run_twice() throws IOException {
        firstOutput = run();
        firstPage = page();
        try (Storage once = Storage.open(folder)) {
            firstChain = new Bookkeeper(once.stores()).books().verify();
        }
        secondOutput = run();
        storage = Storage.open(folder);
        kept = new Bookkeeper(storage.stores()).books();
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @Test
    void second_run_changes_nothing() throws IOException {
        assertThat(page()).isEqualTo(firstPage);
        assertThat(statements(secondOutput)).isEqualTo(statements(firstOutput));
        withBooks(books -> assertThat(books.verify()).isEqualTo(firstChain));
        assertThat(firstChain.entries()).isBetween(2_000L, 5_000L);
    }

    @Test
    void chain_is_sound() {
        assertThat(firstChain.sound()).isTrue();
        assertThat(firstPage).contains(firstChain.head().toString()).contains("Chain verified");
    }

    @Test
    void trial_balance_sums_to_zero_before_and_after_the_close() {
        withFigures(figures -> {
            assertThat(figures.rows().stream().mapToLong(Figures.Row::earned).sum())
                    .isZero();
            assertThat(figures.rows().stream().mapToLong(Figures.Row::closed).sum())
                    .isZero();
            assertThat(figures.rows().stream().mapToLong(Figures.Row::debit).sum())
                    .isPositive()
                    .isEqualTo(figures.rows().stream()
                            .mapToLong(Figures.Row::credit)
                            .sum());
        });
    }

    @Test
    void assets_are_liabilities_and_equity() {
        withFigures(figures ->
                assertThat(figures.closed("11", "12")).isPositive().isEqualTo(-figures.closed("21", "22", "31")));
    }

    @Test
    void after_the_close_income_and_expense_are_zero_and_equity_has_grown_by_the_result() {
        withFigures(figures -> {
            assertThat(figures.rows())
                    .filteredOn(row -> !row.account().accountClass().balanceSheet())
                    .isNotEmpty()
                    .allMatch(row -> row.closed() == 0);
            long result = figures.earned("41", "51", "61", "71", "72", "73");
            assertThat(result).isPositive();
            assertThat(figures.row("3210").closed() - figures.row("3210").earned())
                    .isEqualTo(-result);
            assertThat(figures.months().stream().mapToLong(month -> month[2]).sum())
                    .isEqualTo(result);
        });
    }

    @Test
    void open_items_are_the_balances_of_their_control_accounts() {
        withBooks(books -> {
            for (String account : new String[] {"1140", "2110"}) {
                OpenItems items = OpenItems.of(books, account, TradingYear.LAST);
                assertThat(items.rows()).isNotEmpty();
                for (String currency : new String[] {"JPY", "USD"}) {
                    long open = items.rows().stream()
                            .filter(row -> row.currency().getCurrencyCode().equals(currency))
                            .mapToLong(row -> row.amounts().sum())
                            .sum();
                    assertThat(Amounts.ofMinor(open, Amounts.currency(currency)))
                            .isEqualTo(books.balance(
                                    BookId.MAIN, AccountId.of(account), Amounts.currency(currency), TradingYear.LAST));
                }
                assertThat(items.open() + items.revalued()).isEqualTo(items.balance());
                assertThat(items.revalued()).isNotZero();
            }
        });
    }

    @Test
    void what_revaluation_has_added_brings_foreign_balances_to_the_closing_rate() {
        withBooks(books -> {
            OpenItems items = OpenItems.of(books, "1140", TradingYear.LAST);
            long cents = items.rows().stream()
                    .filter(row -> row.currency().getCurrencyCode().equals("USD"))
                    .mapToLong(row -> row.amounts().sum())
                    .sum();
            long yen = items.rows().stream()
                    .filter(row -> row.currency().getCurrencyCode().equals("JPY"))
                    .mapToLong(row -> row.amounts().sum())
                    .sum();
            // 152.38 yen at the end of March; one balance of each customer is rounded on its own.
            assertThat(items.balance() - yen).isBetween(cents * 15_238 / 10_000 - 3, cents * 15_238 / 10_000 + 3);
        });
    }

    @Test
    void every_month_is_locked_and_the_year_is_closed() {
        withBooks(books -> {
            assertThat(books.periods().current().lockedThrough(BookId.MAIN, LockScope.ALL))
                    .contains(TradingYear.LAST);
            assertThat(books.periods().current().closedYears(BookId.MAIN)).hasSize(1);
        });
    }

    @Test
    void page_shows_the_figures_of_the_books_and_leads_to_their_entries() {
        withFigures(figures -> figures.rows().stream()
                .filter(row -> row.debit() != 0)
                .forEach(row -> {
                    String code = row.account().id().value();
                    String figure = String.format(Locale.ROOT, "%,d", Math.abs(row.earned()));
                    assertThat(firstPage).contains("<details class=\"account\" id=\"a" + code + "\">");
                    assertThat(firstPage).containsPattern("<a href=\"#a" + code + "\">△?" + figure + "</a>");
                }));
        assertThat(firstPage).contains("Cascade Tea &amp; Coffee LLC").doesNotContain("Tea & Coffee");
    }

    @Test
    void page_needs_nothing_from_elsewhere() {
        assertThat(firstPage).doesNotContain("http:", "https:", "src=", "@import", "url(");
    }

    private static String run() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Main.run(folder, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String page() throws IOException {
        return Files.readString(folder.resolve("company.html"));
    }

    /** The output behind the progress. */
    private static String statements(String output) {
        return output.substring(output.indexOf("合計残高試算表"));
    }

    private static void withFigures(Consumer<Figures> check) {
        withBooks(books -> check.accept(Figures.of(books, Main.YEAR)));
    }

    private static void withBooks(Consumer<Books> check) {
        check.accept(kept);
    }
}
