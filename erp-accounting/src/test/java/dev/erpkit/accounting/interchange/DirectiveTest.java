package dev.erpkit.accounting.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.interchange.memory.MemorySources;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectiveTest {
    @Test
    void declarations_and_prices_are_handed_over() {
        assertThat(Journals.items("""
                        account assets:bank  ; type: A
                          ; number: 7
                          note ignored
                        commodity 1.000,00 EUR  ; a comment
                        commodity INR
                          format INR 1,00,00,000.0
                        commodity "ACME 2020"
                        P 2024-01-31 12:00:00 EUR $1.10
                        payee Baker
                          alias b
                        tag trip
                        """))
                .isEqualTo(Lists.immutable.of(
                        new AccountDeclaration("assets:bank", Lists.immutable.of("type: A", "number: 7")),
                        new CommodityDeclaration("EUR", OptionalInt.of(2)),
                        new CommodityDeclaration("INR", OptionalInt.of(1)),
                        new CommodityDeclaration("ACME 2020", OptionalInt.empty()),
                        new MarketPrice(LocalDate.of(2024, 1, 31), "EUR", PlainAmount.of("1.10", "$"))));
    }

    @Test
    void apply_account_puts_a_parent_above_and_aliases_rename_latest_first() {
        assertThat(Journals.balances("""
                        alias checking = assets:bank:checking
                        apply account home
                        2024-01-01
                          (food)  1
                        apply account deep
                        2024-01-01
                          (food)  2
                        end apply account
                        2024-01-01
                          (food)  4
                        end apply account
                        alias b = c
                        alias a = b
                        2024-01-01
                          (checking:x)  8
                          (a)  16
                          (ab)  32
                        end aliases
                        2024-01-01
                          (a)  64
                        """))
                .isEqualTo("a 64 \nab 32 \nassets:bank:checking:x 8 \nc 16 \nhome:deep:food 2 \nhome:food 5 ");
    }

    @Test
    void an_included_source_stands_in_place_and_its_settings_end_with_it() {
        MemorySources sources = new MemorySources()
                .with("main", "Y 2020\nalias x = y\ninclude part\n1/2\n  (x)  1\n  (n)  2\n")
                .with("part", "1/1\n  (x)  4\nY 2021\nalias n = m\napply account p\nD 1.0 EUR\n1/1\n  (n)  8\n");
        PlainTextLedger ledger = PlainTextLedger.read(sources, "main", JournalRules.standard(), false)
                .outcome()
                .orElseThrow();
        assertThat(Journals.show(ledger.balances(LedgerQuery.all()))).isEqualTo("n 2 \np:n 8.0 EUR\ny 5 ");
        assertThat(Journals.show(ledger.balances(LedgerQuery.all().until(LocalDate.of(2020, 12, 31)))))
                .isEqualTo("n 2 \ny 5 ");
    }

    @Test
    void problems_name_the_source_they_are_in_and_includes_in_a_circle_are_refused() {
        MemorySources sources = new MemorySources()
                .with("main", "include a\n\n2024-01-01\n  x  1\n")
                .with("a", "include b\n")
                .with("b", "\ninclude main\n2024-01-01\n  y  1\ninclude missing\ninclude *.journal\n");
        assertThat(PlainTextLedger.read(sources, "main", new JournalRules(false, 9), false)
                        .problems()
                        .collect(p -> p.source() + ":" + p.line() + " " + p.code()))
                .containsExactly(
                        "b:2 journal.include-cycle",
                        "b:3 journal.unbalanced",
                        "b:5 journal.source-unreadable",
                        "b:6 journal.unsupported",
                        "main:3 journal.unbalanced");
    }

    @Test
    void the_same_source_may_be_included_twice() {
        MemorySources sources =
                new MemorySources().with("main", "include a\ninclude a\n").with("a", "2024-01-01\n  (x)  1\n");
        assertThat(Journals.show(PlainTextLedger.read(sources, "main", JournalRules.standard(), false)
                        .outcome()
                        .orElseThrow()
                        .balances(LedgerQuery.all())))
                .isEqualTo("x 2 ");
    }

    @Test
    void a_missing_journal_is_a_problem_too() {
        assertThat(PlainTextLedger.read(new MemorySources(), "x", JournalRules.standard(), false)
                        .problems())
                .containsExactly(new JournalProblem("x", 0, JournalCodes.UNREADABLE, "cannot read 'x'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commodity",
                "commodity 1000 EUR",
                "commodity A\n  format 1.0 B",
                "commodity 1,000,000 EUR",
                "account",
                "account (a)",
                "account a  ; type: Z",
                "Y 12",
                "decimal-mark ;",
                "alias a",
                "alias a = b  c",
                "end apply account",
                "end comment",
                "apply nothing x",
                "D",
                "include",
                "P 2024-01-01 EUR",
                "P 2024-01-01 EUR 1 USD x"
            })
    void a_directive_that_makes_no_sense_is_refused(String text) {
        assertThat(Journals.problem("2024-01-01\n" + text + "\n"))
                .matches("(?s)a\\.journal:[23]: .*\\[journal\\.(directive|amount)-invalid]");
    }

    @Test
    void strict_reading_wants_declarations_anywhere_in_the_journal() {
        String text = "2024-01-01\n  a  1 EUR\n  b  0\n  c\n\naccount a\naccount c\n";
        assertThat(Journals.problem(text)).isEmpty();
        assertThat(Journals.problems(text, new JournalRules(true, 9))).isEqualTo("""
                        a.journal:2: the commodity 'EUR' is not declared; add a commodity directive [journal.commodity-undeclared]
                        a.journal:3: the account 'b' is not declared; add: account b [journal.account-undeclared]""".stripIndent());
    }

    @Test
    void types_come_from_declarations_then_from_english_names() {
        PlainTextLedger ledger = Journals.ledger(
                        "account asset  ; type:L\naccount b:bb  ; type:Cash\naccount b  ; type: l\n")
                .outcome()
                .orElseThrow();
        assertThat(ledger.type("asset:a")).contains(PlainAccountType.LIABILITY);
        assertThat(ledger.type("b:x")).contains(PlainAccountType.LIABILITY);
        assertThat(ledger.type("b:bb:c")).contains(PlainAccountType.ASSET);
        assertThat(ledger.type("Assets:x")).contains(PlainAccountType.ASSET);
        assertThat(ledger.type("INCOME")).contains(PlainAccountType.REVENUE);
        assertThat(ledger.type("expense:food")).contains(PlainAccountType.EXPENSE);
        assertThat(ledger.type("debts:x")).contains(PlainAccountType.LIABILITY);
        assertThat(ledger.type("assetsX")).isEmpty();
    }
}
