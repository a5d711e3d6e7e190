package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.interchange.memory.MemorySources;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain journals and CSV posted to books. */
class EntryImportTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final String COFFEE = "2024-01-05 coffee\n  expenses:food  3.00 EUR\n  assets:cash\n\n";

    private final Books books = Books.inMemory("EUR");

    private static ImportPolicy.Builder policy() {
        return ImportPolicy.builder("home", "EUR");
    }

    private ImportReport run(String text) {
        return run(text, policy().build());
    }

    private ImportReport run(String text, ImportPolicy policy) {
        return EntryImport.into(books, policy, ME)
                .journal(
                        MemorySources.of("a.journal", text),
                        "a.journal",
                        JournalRules.standard().collecting(9));
    }

    private static String problems(ImportReport report) {
        return report.problems().castToList().stream()
                .map(p -> p + " [" + p.code() + "]")
                .collect(Collectors.joining("\n"));
    }

    private MutableList<JournalEntry> entries() {
        MutableList<JournalEntry> entries = Lists.mutable.empty();
        books.stores().journal().forEach(JournalQuery.all(), (PostedEntry p) -> entries.add(p.entry()));
        return entries;
    }

    private String lines() {
        return entries()
                .flatCollect(JournalEntry::lines)
                .collect(l -> l.account() + " " + Amounts.canonical(l.amount()) + " " + Amounts.canonical(l.base()))
                .makeString("\n");
    }

    @Test
    void a_transaction_becomes_an_entry_and_its_accounts_are_opened_as_a_tree() {
        ImportReport report =
                run("2024-01-05=2024-01-03 * (42) coffee  ; a comment\n  expenses:food  3.00 EUR\n  assets:cash\n");
        assertThat(report.posted()).isEqualTo(1);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.opened().collect(AccountId::value))
                .containsExactly("expenses", "expenses:food", "assets", "assets:cash");
        JournalEntry entry = entries().getOnly();
        assertThat(entry.narrative()).contains("coffee");
        assertThat(entry.documentDate()).contains(LocalDate.of(2024, 1, 3));
        assertThat(entry.source()).hasToString("Optional[home:transaction:42:1]");
        assertThat(lines()).isEqualTo("expenses:food EUR 3.00 EUR 3.00\nassets:cash EUR -3.00 EUR -3.00");
        assertThat(books.chart().find(AccountId.of("assets:cash")).orElseThrow().parent())
                .contains(AccountId.of("assets"));
        assertThat(books.chart()
                        .find(AccountId.of("expenses:food"))
                        .orElseThrow()
                        .accountClass())
                .isEqualTo(AccountClass.EXPENSE);
    }

    @Test
    void the_same_file_again_posts_nothing_and_twins_stay_two() {
        String twins = COFFEE + COFFEE;
        assertThat(run(twins).posted()).isEqualTo(2);
        ImportReport again = run(twins);
        assertThat(again.posted()).isZero();
        assertThat(again.known()).isEqualTo(2);
        ImportReport longer = run("2024-01-01 before\n  assets:cash  9 EUR\n  equity:opening\n\n" + twins + COFFEE);
        assertThat(longer.posted()).isEqualTo(2);
        assertThat(longer.known()).isEqualTo(2);
        assertThat(books.balance("expenses:food", END)).isEqualTo(Amounts.of("9", "EUR"));
    }

    @Test
    void marks_comments_and_the_way_amounts_are_written_do_not_make_another_transaction() {
        run(COFFEE);
        ImportReport edited =
                run("; moved\n2024/1/5 ! coffee ; seen\n  expenses:food  3 EUR\n  assets:cash  -3.000 EUR ; x\n");
        assertThat(edited.known()).isEqualTo(1);
        assertThat(edited.posted()).isZero();
    }

    @Test
    void codes_tell_transactions_apart_where_the_policy_says_so() {
        ImportPolicy byCode = policy().identity(EntryIdentity.CODE).build();
        String text = "2024-01-05 (7) coffee\n  expenses:food  3 EUR\n  assets:cash\n";
        assertThat(run(text, byCode).posted()).isEqualTo(1);
        assertThat(run(text, byCode).known()).isEqualTo(1);
        assertThat(problems(run(text.replace("3 EUR", "4 EUR"), byCode)))
                .startsWith("a.journal:1: ")
                .endsWith("[entry.id-reused]");
    }

    @Test
    void a_cost_is_the_base_amount_and_currencies_balance_through_the_trading_account() {
        run("2024-01-05\n  assets:usd  100 USD @@ 92.50 EUR\n  assets:cash\n");
        assertThat(lines()).isEqualTo("""
                        assets:usd USD 100.00 EUR 92.50
                        assets:cash EUR -92.50 EUR -92.50
                        equity:conversion EUR 92.50 EUR 92.50
                        equity:conversion USD -100.00 EUR -92.50""".stripIndent());
    }

    @Test
    void an_exchange_without_cost_is_worth_its_other_side() {
        run("2024-01-05\n  assets:usd  60 USD\n  assets:usd  40 USD\n  assets:cash  -92.51 EUR\n");
        assertThat(lines()).startsWith("""
                        assets:usd USD 60.00 EUR 55.51
                        assets:usd USD 40.00 EUR 37.00
                        assets:cash EUR -92.51 EUR -92.51""".stripIndent());
    }

    @Test
    void a_foreign_amount_without_cost_is_worth_the_price_of_the_day() {
        String spent = "2024-03-05\n  expenses:food  10 USD\n  expenses:fun  10.01 USD\n  assets:usd  -20.01 USD\n";
        assertThat(problems(run(spent)))
                .isEqualTo("a.journal:2: nothing says what USD is worth in EUR on that day; write a cost (@ or @@) or a"
                        + " price (P) [import.base-amount-missing]");
        run("P 2024-03-01 USD 0.333 EUR\nP 2024-04-01 USD 9 EUR\n" + spent);
        assertThat(lines()).isEqualTo("""
                        expenses:food USD 10.00 EUR 3.33
                        expenses:fun USD 10.01 EUR 3.33
                        assets:usd USD -20.01 EUR -6.66""".stripIndent());
        run("P 2024-03-01 EUR 2 USD\n2024-03-06\n  expenses:food  10 USD\n  assets:usd\n");
        assertThat(lines()).endsWith("expenses:food USD 10.00 EUR 5.00\nassets:usd USD -10.00 EUR -5.00");
    }

    @Test
    void unit_costs_are_rounded_as_a_running_total_and_leave_no_rest() {
        run("2024-01-05\n  assets:a  1 USD @ 0.335 EUR\n  assets:b  1 USD @ 0.335 EUR\n  assets:cash  -0.67 EUR\n");
        assertThat(lines()).startsWith("assets:a USD 1.00 EUR 0.34\nassets:b USD 1.00 EUR 0.33\nassets:cash");
        assertThat(problems(run("2024-01-06\n  assets:a  1 USD @ 0.7 EUR\n  assets:cash  -1 EUR\n")))
                .isEqualTo(
                        "a.journal:1: the costs leave a rest of -0.3 EUR; write total costs with @@ [import.base-rest]");
    }

    @Test
    void commodities_have_currencies_by_the_policy() {
        ImportPolicy policy = policy().commodity("€", Amounts.currency("EUR"))
                .commodity("ACME 2020", Amounts.unit("ACME", 0))
                .commodity("", Amounts.currency("EUR"))
                .build();
        assertThat(run(
                                "2024-01-05\n  assets:shares  3 \"ACME 2020\" @ €10\n  assets:cash  -10\n  assets:bank\n",
                                policy)
                        .isComplete())
                .isTrue();
        assertThat(lines())
                .startsWith("assets:shares ACME 3 EUR 30.00\nassets:cash EUR -10.00 EUR -10.00\nassets:bank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assets:a  3 ACME @ 10 EUR; assets:cash           | 2 | import.commodity-unknown",
                "assets:a  3; assets:cash                         | 2 | import.commodity-unknown",
                "assets:a  0.001 EUR; assets:cash                 | 2 | import.too-many-decimals",
                "assets:cash  1 EUR; till                         | 3 | import.account-class-unknown",
                "assets:cash  1 EUR; equity:x; (assets:b)  1 EUR  | 4 | import.virtual-posting",
                "assets:cash  1 EUR  ; equity:x  -1 EUR; equity:x  | 1 | journal.unbalanced",
                "assets:cash  99999999999999999999 EUR; equity:x  | 2 | import.entry-invalid",
            })
    void what_no_entry_can_hold_is_named_by_line_and_nothing_is_posted(String postings, int line, String code) {
        ImportReport report = run("2024-01-05\n  " + postings.strip().replace("; ", "\n  ") + "\n\n" + COFFEE);
        if (!code.equals("journal.unbalanced")) {
            assertThat(problems(report)).startsWith("a.journal:" + line + ": ").endsWith("[" + code + "]");
        }
        assertThat(report.posted()).isEqualTo(report.isComplete() ? 2 : 0);
        assertThat(entries()).hasSize((int) report.posted());
    }

    @Test
    void a_posting_with_its_own_date_is_refused() {
        assertThat(problems(run("2024-01-05\n  expenses:x  1 EUR  ; date:2024-02-01\n  assets:cash\n")))
                .startsWith("a.journal:2: an entry has one date")
                .endsWith("[import.posting-date]");
    }

    @Test
    void virtual_postings_are_left_out_where_the_policy_says_so() {
        run(
                "2024-01-05\n  expenses:food  3 EUR\n  assets:cash\n  (budget)  3 EUR\n  [a]  1 EUR\n  [b]\n",
                policy().virtualPostings(VirtualPostings.LEAVE_OUT).build());
        assertThat(lines()).isEqualTo("expenses:food EUR 3.00 EUR 3.00\nassets:cash EUR -3.00 EUR -3.00");
    }

    @Test
    void assertions_are_asked_of_the_books_as_well() {
        String asserted = "2024-01-06\n  assets:cash  -1 EUR = -4 EUR\n  assets:cash  -1 EUR\n  expenses:food\n";
        assertThat(run(COFFEE + asserted).isComplete()).isTrue();
        assertThat(entries().getLast().assertions())
                .hasToString("[BalanceAssertion[account=assets:cash, balance=EUR -5]]");
        run("2024-01-04 forgotten\n  assets:cash  1 EUR\n  equity:x\n");
        assertThat(problems(run(COFFEE + asserted + "2024-01-07\n  assets:cash  -1 EUR = -6 EUR\n  expenses:food\n")))
                .startsWith("a.journal:9: Account assets:cash has EUR -5.00 at the end of 2024-01-07, not EUR -6.00")
                .endsWith("[balance.assertion-failed]");
    }

    @Test
    void assertions_that_something_below_counts_for_stay_with_the_file() {
        assertThat(
                        run("2024-02-01\n  assets:cash  1 EUR = 3 EUR\n  equity:x\n\n2024-01-01\n  assets:cash  2 EUR\n  equity:x\n")
                                .isComplete())
                .isTrue();
        assertThat(entries().getFirst().assertions()).isEmpty();
    }

    @Test
    void amounts_that_follow_from_balances_are_found_and_do_not_change_the_identity() {
        String text = COFFEE + "2024-01-07\n  assets:cash  = 5 EUR\n  equity:adjustment\n";
        assertThat(run(text).posted()).isEqualTo(2);
        assertThat(books.balance("assets:cash", END)).isEqualTo(Amounts.of("5", "EUR"));
        assertThat(run(text).known()).isEqualTo(2);
        assertThat(problems(run("2024-01-01\n  assets:cash  1 EUR\n  equity:x\n\n" + text)))
                .startsWith("a.journal:9: ")
                .endsWith("[entry.id-reused]");
    }

    @Test
    void auto_postings_are_posted_and_transactions_that_move_nothing_are_counted() {
        ImportReport report = run("= food\n  expenses:tax  *0.1\n  expenses:food:net  *-0.1\n\n" + COFFEE
                + "2024-01-08 only an assertion\n  assets:cash  0 EUR = -3 EUR\n  equity:x  0 EUR\n");
        assertThat(report.idle()).isEqualTo(1);
        assertThat(books.balance("expenses:tax", END)).isEqualTo(Amounts.of("0.3", "EUR"));
    }

    @Test
    void a_zero_needs_no_currency() {
        assertThat(run(COFFEE
                                + "2024-01-08\n  assets:cash  0 = -3 EUR\n  assets:cash  0 = 0\n  assets:cash  -1 EUR\n  expenses:x\n")
                        .isComplete())
                .isTrue();
        assertThat(entries().getLast().assertions())
                .hasToString("[BalanceAssertion[account=assets:cash, balance=EUR -4]]");
    }

    @Test
    void names_of_files_may_stand_for_accounts_of_the_chart() {
        ImportPolicy policy = policy().account("assets:cash", "1110")
                .accountClass("費用", AccountClass.EXPENSE)
                .build();
        assertThat(run("2024-01-05\n  費用:食費  300 EUR\n  assets:cash\n", policy).isComplete())
                .isTrue();
        assertThat(books.balance("1110", END)).isEqualTo(Amounts.of("-300", "EUR"));
        assertThat(books.chart().find(AccountId.of("費用:食費")).orElseThrow().name())
                .isEqualTo("食費");
    }

    @Test
    void what_the_books_refuse_has_its_line_and_the_rest_is_posted() {
        run(COFFEE);
        books.periods()
                .lock(BookId.MAIN, LockScope.ALL, LocalDate.of(2024, 1, 31), ME)
                .orElseThrow();
        ImportReport report = run(COFFEE
                + "2024-01-06\n  assets:cash  1 EUR\n  equity:x\n\n2024-02-01\n  assets:cash  1 EUR\n  equity:x\n");
        assertThat(report.problems().collect(p -> p.line() + " " + p.code())).containsExactly("5 period.locked");
        assertThat(report.posted()).isEqualTo(1);
        assertThat(report.known()).isEqualTo(1);
    }

    @Test
    void a_source_that_changes_while_it_is_read_is_refused() {
        int[] opened = new int[1];
        MemorySources texts = new MemorySources().with("0", COFFEE).with("1", COFFEE + COFFEE);
        var sources = new dev.erpkit.accounting.interchange.port.SourceResolver() {
            @Override
            public String resolve(String from, String reference) {
                return reference;
            }

            @Override
            public java.io.InputStream open(String name) throws java.io.IOException {
                return texts.open(opened[0]++ == 0 ? "0" : "1");
            }
        };
        ImportReport report =
                EntryImport.into(books, policy().build(), ME).journal(sources, "x", JournalRules.standard());
        assertThat(problems(report)).endsWith("[import.source-changed]");
        assertThat(entries()).isEmpty();
    }

    /** The example in the documentation of {@link EntryImport} and {@link PlainEntries}. */
    @Test
    void the_documented_example_runs() throws java.io.IOException {
        MemorySources sources =
                MemorySources.of("2024.journal", "2024-01-05 coffee\n  expenses:food  €3\n  assets:cash\n");
        Actor me = ME;
        ImportPolicy policy = ImportPolicy.builder("household", "EUR")
                .commodity("€", Amounts.currency("EUR"))
                .build();
        ImportReport report =
                EntryImport.into(books, policy, me).journal(sources, "2024.journal", JournalRules.standard());
        assertThat(report.isComplete()).isTrue();
        StringBuilder out = new StringBuilder();
        books.stores()
                .journal()
                .forEach(JournalQuery.all(), posted -> out.append(PlainTextWriter.text(PlainEntries.of(posted))));
        assertThat(out.toString()).startsWith("""
                        2024-01-05 (general/2024/1) coffee
                            ; entry-id: household:""").endsWith("""
                        , entry-book: main, entry-journal: general
                            expenses:food  3.00 EUR
                            assets:cash  -3.00 EUR

                        """);
    }

    @Test
    void csv_goes_the_same_road() {
        CsvMapping.Builder mapping = CsvMapping.builder();
        mapping.account("assets:bank").otherAccount("expenses:other").commodity("EUR");
        mapping.column(CsvColumn.DATE, "Date")
                .column(CsvColumn.DESCRIPTION, "Text")
                .column(CsvColumn.AMOUNT, "Amount");
        String csv = "Date,Text,Amount\n2024-01-05,coffee,-3.00\n2024-01-05,coffee,-3.00\n2024-01-06,bus,-2\n";
        EntryImport entryImport = EntryImport.into(books, policy().build(), ME);
        MemorySources sources = new MemorySources().with("bank.csv", csv).with("bad.csv", csv + "2024-01-07,x,0.001\n");
        ImportReport report = entryImport.csv(sources, "bank.csv", mapping.build(), JournalRules.standard());
        assertThat(report.posted()).isEqualTo(3);
        assertThat(entryImport
                        .csv(sources, "bank.csv", mapping.build(), JournalRules.standard())
                        .known())
                .isEqualTo(3);
        assertThat(problems(entryImport.csv(sources, "bad.csv", mapping.build(), JournalRules.standard())))
                .startsWith("bad.csv:5: ")
                .endsWith("[import.too-many-decimals]");
        assertThat(problems(entryImport.csv(sources, "no.csv", mapping.build(), JournalRules.standard())))
                .isEqualTo("no.csv:0: cannot read 'no.csv' [journal.source-unreadable]");
        assertThat(books.balance("assets:bank", END)).isEqualTo(Amounts.of("-8", "EUR"));
    }
}
