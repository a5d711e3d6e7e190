package dev.erpkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.accounting.posting.BatchOutcome;
import dev.erpkit.accounting.report.Layouts;
import dev.erpkit.accounting.report.StatementColumn;
import dev.erpkit.accounting.rule.EventPosting;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    private static final LocalDate APRIL_30 = LocalDate.of(2026, 4, 30);

    private final Books books = Books.inMemory("JPY");

    @BeforeEach
    void open_accounts() {
        books.open(Account.of("1110", "Cash", AccountClass.ASSET));
        books.open(Account.of("4000", "Sales", AccountClass.INCOME));
        books.open(Account.builder()
                .id("1120")
                .name("Bank")
                .accountClass(AccountClass.ASSET)
                .limit(BalanceLimit.notBelow("JPY", 0))
                .build());
    }

    private static MonetaryAmount yen(long amount) {
        return Amounts.of(amount, Amounts.currency("JPY"));
    }

    private static JournalEntry entry(String id, String debit, String credit, long amount) {
        return JournalEntry.builder()
                .id(id)
                .date(APRIL_1)
                .debit(debit, yen(amount))
                .credit(credit, yen(amount))
                .build();
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    @Test
    void the_first_ten_lines_keep_a_book() {
        PostedEntry posted =
                books.post(entry("sale-1", "1110", "4000", 1100), ME).orElseThrow();
        assertThat(posted.position()).isEqualTo(1);
        assertThat(posted.number()).hasToString("general/2026/1");
        assertThat(books.balance("1110", APRIL_30)).isEqualTo(yen(1100));
        assertThat(books.balance("4000", APRIL_30)).isEqualTo(yen(-1100));
        assertThat(books.balance("4000", APRIL_1.minusDays(1))).isEqualTo(yen(0));
    }

    @Test
    void the_same_id_and_content_is_posted_once_and_other_content_is_refused() {
        Outcome<PostedEntry> first = books.post(entry("sale-1", "1110", "4000", 1100), ME);
        Outcome<PostedEntry> again = books.post(entry("sale-1", "1110", "4000", 1100), ME);
        assertThat(again).isEqualTo(Outcome.replayed(first.orElseThrow()));
        assertThat(code(books.post(entry("sale-1", "1110", "4000", 1200), ME))).isEqualTo("entry.id-reused");
        assertThat(books.stores().journal().lastPosition()).isEqualTo(1);
    }

    @Test
    void a_reversal_returns_the_balance_to_zero_and_is_linked_both_ways() {
        books.post(entry("sale-1", "1110", "4000", 1100), ME).orElseThrow();
        books.reverse(EntryId.of("sale-1"), EntryId.of("void-1"), APRIL_30, ME).orElseThrow();
        assertThat(books.balance("1110", APRIL_30)).isEqualTo(yen(0));
        assertThat(books.stores().journal().reversalOf(EntryId.of("sale-1"))).contains(EntryId.of("void-1"));
        assertThat(code(books.reverse(EntryId.of("sale-1"), EntryId.of("void-2"), APRIL_30, ME)))
                .isEqualTo("entry.already-reversed");
    }

    @Test
    void a_refused_entry_changes_nothing() {
        JournalEntry unbalanced = JournalEntry.builder()
                .id("x")
                .date(APRIL_1)
                .debit("1110", yen(2))
                .credit("4000", yen(1))
                .build();
        assertThat(code(books.post(unbalanced, ME))).isEqualTo("entry.unbalanced");
        assertThat(code(books.post(entry("y", "9999", "4000", 1), ME))).isEqualTo("account.unknown");
        assertThat(code(books.post(
                        JournalEntry.builder()
                                .id("z")
                                .date(APRIL_1)
                                .lines(Lists.immutable.empty())
                                .build(),
                        ME)))
                .isEqualTo("entry.empty");
        assertThat(books.stores().journal().lastPosition()).isZero();
        assertThat(books.post(entry("ok", "1110", "4000", 1), ME)
                        .orElseThrow()
                        .number()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void a_limit_counts_what_is_reserved() {
        books.post(entry("in", "1120", "4000", 100), ME).orElseThrow();
        books.reservations()
                .reserve(entry("hold", "1110", "1120", 70), Optional.empty(), ME)
                .orElseThrow();
        assertThat(code(books.post(entry("out", "1110", "1120", 40), ME))).isEqualTo("balance.limit-exceeded");
        books.reservations()
                .settle(EntryId.of("hold"), entry("used", "1110", "1120", 50), ME)
                .orElseThrow();
        assertThat(books.post(entry("out", "1110", "1120", 40), ME).isAccepted())
                .isTrue();
        assertThat(code(books.reservations().settle(EntryId.of("hold"), entry("more", "1110", "1120", 1), ME)))
                .isEqualTo("reservation.resolved");
        assertThat(books.balance("1120", APRIL_30)).isEqualTo(yen(10));
    }

    @Test
    void a_chain_stands_or_falls_together_with_one_root_cause() {
        BatchOutcome outcome = books.post(
                Batch.atomic(Lists.immutable.of(
                        entry("a", "1110", "4000", 1), entry("b", "9999", "4000", 1), entry("c", "1110", "4000", 1))),
                ME);
        assertThat(outcome.outcomes().collect(BooksTest::code).castToList())
                .containsExactly("batch.linked-failed", "account.unknown", "batch.linked-failed");
        assertThat(outcome.rootCauses()).hasSize(1);
        assertThat(books.stores().journal().lastPosition()).isZero();
    }

    @Test
    void a_chain_left_open_is_refused_and_what_stood_before_it_is_posted() {
        BatchOutcome outcome = books.post(
                new Batch(Lists.immutable.of(
                        new Batch.Element(entry("A", "1110", "4000", 1), false),
                        new Batch.Element(entry("B", "1110", "4000", 1), true))),
                ME);
        assertThat(outcome.outcomes().get(0).isAccepted()).isTrue();
        assertThat(code(outcome.outcomes().get(1))).isEqualTo("batch.chain-open");
        assertThat(books.stores().journal().lastPosition()).isEqualTo(1);
    }

    @Test
    void accounts_are_added_and_closed_with_refusals() {
        Account fees = Account.of("6000", "Fees", AccountClass.EXPENSE);
        books.chartService().add(fees, ME).orElseThrow();
        assertThat(books.chart().find(fees.id())).contains(fees);
        books.chartService().deactivate(fees.id(), APRIL_1, ME).orElseThrow();
        assertThat(code(books.post(entry("late", "6000", "1110", 1), ME))).isEqualTo("account.not-valid");
        Books closed = Books.over(books.stores(), BooksSetup.of("JPY").with((actor, permission) -> !actor.equals(ME)));
        assertThat(code(closed.chartService().add(Account.of("6100", "Rent", AccountClass.EXPENSE), ME)))
                .isEqualTo("access.denied");
    }

    @Test
    void events_become_entries_by_rules() {
        PostingRule sold = PostingRule.builder()
                .eventType("sold")
                .add(LineRule.debit("price", "1110"))
                .add(LineRule.credit("price", "4000"))
                .build();
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of("S-1"))
                .type("sold")
                .effectiveDate(APRIL_1)
                .source(SourceDocument.of("shop", "receipt", "S-1"))
                .add(RoleAmount.of("price", yen(1100)));
        EventPosting events = books.events(PostingRules.of(sold));
        assertThat(events.preview(event.build()).isAccepted()).isTrue();
        assertThat(books.balance("1110", APRIL_30)).isEqualTo(yen(0));
        assertThat(events.record(event.build(), ME)).isEqualTo(Outcome.accepted(Lists.immutable.of("S-1@main")));
        assertThat(events.record(event.build(), ME)).isEqualTo(Outcome.replayed(Lists.immutable.of("S-1@main")));
        assertThat(books.balance("1110", APRIL_30)).isEqualTo(yen(1100));
        assertThat(code(books.events(PostingRules::of)
                        .record(event.key(IdempotencyKey.of("S-2")).build(), ME)))
                .isEqualTo("event.no-rule");
    }

    @Test
    void reports_are_those_of_the_books_now() {
        books.post(entry("sale-1", "1110", "4000", 1100), ME).orElseThrow();
        assertThat(books.reports()
                        .statement(Layouts.incomeStatement(), StatementColumn.asOf(APRIL_30))
                        .minor("result", 0))
                .isEqualTo(1100);
        assertThat(books.reports().trialBalance(APRIL_30).total().debit()).isEqualTo(yen(1100));
    }

    @Test
    void texts_can_be_erased_and_the_chain_stays_sound() {
        JournalEntry named = JournalEntry.builder()
                .from(entry("p", "1110", "4000", 5))
                .narrative("paid by somebody")
                .build();
        books.post(named, ME).orElseThrow();
        books.post(entry("q", "1110", "4000", 6), ME).orElseThrow();
        assertThat(books.verify().sound()).isTrue();
        books.eraseTexts(EntryId.of("p"), ME).orElseThrow();
        assertThat(books.stores()
                        .journal()
                        .find(EntryId.of("p"))
                        .orElseThrow()
                        .entry()
                        .narrative())
                .isEmpty();
        assertThat(books.verify().sound()).isTrue();
        assertThat(books.verify().entries()).isEqualTo(2);
        assertThat(books.post(named, ME).isAccepted()).isTrue();
    }

    @Test
    void a_balance_of_a_book_or_an_account_that_is_not_there_says_so() {
        assertThatThrownBy(() -> books.balance(BookId.of("zz"), AccountId.of("1110"), APRIL_30))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("book zz");
        assertThatThrownBy(() -> books.balance("9999", APRIL_30))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("account 9999");
        assertThatThrownBy(() -> books.balance(BookId.MAIN, AccountId.of("9999"), yen(1).getCurrency(), APRIL_30))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> books.reports(BookId.of("zz"))).hasMessageContaining("book zz");
    }

    @Test
    void the_balance_of_a_heading_is_that_of_all_below_it() {
        Account.Builder heading = Account.builder();
        heading.id("1").name("Assets").accountClass(AccountClass.ASSET).postable(false);
        books.open(heading.build());
        books.open(heading.id("12").parent("1").build());
        books.open(Account.builder()
                .id("1210")
                .name("Safe")
                .accountClass(AccountClass.ASSET)
                .parent("12")
                .build());
        books.open(Account.builder()
                .id("1190")
                .name("Till")
                .accountClass(AccountClass.ASSET)
                .parent("1")
                .build());
        books.post(entry("a", "1210", "4000", 70), ME).orElseThrow();
        books.post(entry("b", "1190", "4000", 5), ME).orElseThrow();
        assertThat(books.balance("12", APRIL_30)).isEqualTo(yen(70));
        assertThat(books.balance("1", APRIL_30)).isEqualTo(yen(75));
        assertThat(books.balance(BookId.MAIN, AccountId.of("1"), yen(1).getCurrency(), APRIL_30))
                .isEqualTo(yen(75));
    }

    @Test
    void a_chart_with_other_content_is_not_opened_and_the_same_again_changes_nothing() {
        Chart same = books.chart();
        books.open(same);
        assertThat(books.chart().accounts()).isEqualTo(same.accounts());
        Chart other = Chart.of(
                Account.of("1110", "Cash", AccountClass.INCOME), Account.of("0001", "New", AccountClass.ASSET));
        assertThatThrownBy(() -> books.open(other))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("chart.duplicate")).isTrue())
                .hasMessageContaining("class is ASSET, not INCOME");
        assertThat(books.chart().accounts()).isEqualTo(same.accounts());
    }

    @Test
    void opening_erasing_and_expiring_ask_who_does_it() {
        books.post(entry("p", "1110", "4000", 5), ME).orElseThrow();
        books.reservations()
                .reserve(
                        entry("hold", "1110", "4000", 1),
                        Optional.of(Instant.now().plusMillis(1)),
                        ME)
                .orElseThrow();
        List<String> asked = new ArrayList<>();
        BooksSetup later = BooksSetup.of("JPY")
                .with(() -> Instant.now().plusSeconds(60), () -> new byte[32])
                .with((actor, permission) -> {
                    asked.add(permission.action());
                    return !actor.equals(ME);
                });
        Books strict = Books.over(books.stores(), later);
        Account fees = Account.of("6000", "Fees", AccountClass.EXPENSE);

        assertThat(code(strict.open(fees, ME))).isEqualTo("access.denied");
        assertThat(code(strict.open(Chart.of(fees), ME))).isEqualTo("access.denied");
        assertThat(code(strict.eraseTexts(EntryId.of("p"), ME))).isEqualTo("access.denied");
        assertThat(code(strict.reservations().expire(ME))).isEqualTo("access.denied");
        assertThat(asked).containsExactly("chart.change", "chart.change", "journal.erase-texts", "journal.expire");

        Actor chief = Actor.of("chief");
        assertThat(strict.open(fees, chief).orElseThrow()).isEqualTo(fees);
        assertThat(strict.open(Chart.of(fees), chief).isAccepted()).isTrue();
        assertThat(strict.eraseTexts(EntryId.of("p"), chief).orElseThrow().id()).isEqualTo(EntryId.of("p"));
        assertThat(strict.reservations().expire(chief).orElseThrow()).hasSize(1);
    }
}
