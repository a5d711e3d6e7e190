package dev.erpkit.accounting.posting;

import static dev.erpkit.accounting.posting.Desk.DAY;
import static dev.erpkit.accounting.posting.Desk.POSTER;
import static dev.erpkit.accounting.posting.Desk.code;
import static dev.erpkit.accounting.posting.Desk.draft;
import static dev.erpkit.accounting.posting.Desk.entry;
import static dev.erpkit.accounting.posting.Desk.line;
import static dev.erpkit.accounting.posting.Desk.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every refusal has its code and its facts, and changes nothing. */
class RefusalTest {
    private final Desk desk = new Desk();
    private boolean posted;

    private void refused(JournalEntry entry, String code, String... facts) {
        Refusal refusal = desk.refusal(entry);
        assertThat(refusal.code().value()).isEqualTo(code);
        assertThat(refusal.message()).as("says what to do").contains("; ");
        for (int i = 0; i < facts.length; i += 2) {
            assertThat(refusal.facts().get(facts[i])).as(facts[i]).isEqualTo(facts[i + 1]);
        }
        assertThat(desk.books.preview(entry, POSTER).refusal()).contains(refusal);
    }

    @AfterEach
    void nothing_has_changed() {
        if (!posted) {
            assertThat(desk.journal()).isEmpty();
            assertThat(desk.post(entry("next", "cash", "sales", 1))
                            .orElseThrow()
                            .number()
                            .number())
                    .isEqualTo(1);
        }
    }

    @Test
    void an_entry_needs_two_lines() {
        refused(draft("e", DAY).build(), "entry.empty", "lines", "0");
        refused(draft("e", DAY).debit("cash", yen(1)).build(), "entry.empty", "lines", "1");
    }

    @Test
    void base_amounts_sum_to_zero() {
        refused(
                draft("e", DAY).debit("cash", yen(12)).credit("sales", yen(10)).build(),
                "entry.unbalanced",
                "currency",
                "JPY",
                "difference",
                "JPY 2");
    }

    @Test
    void every_currency_sums_to_zero_too() {
        refused(
                entry("e", line("cash", "1.50", "USD", 200), line("sales", "-200", "JPY", -200)),
                "entry.unbalanced",
                "currency",
                "JPY",
                "difference",
                "JPY -200");
    }

    @Test
    void a_book_and_a_journal_must_exist() {
        refused(
                draft("e", DAY)
                        .from(entry("e", "cash", "sales", 1))
                        .book(BookId.of("tax"))
                        .build(),
                "book.unknown",
                "book",
                "tax");
        refused(
                draft("e", DAY)
                        .from(entry("e", "cash", "sales", 1))
                        .journal(JournalId.of("bank"))
                        .build(),
                "journal.unknown",
                "journal",
                "bank");
    }

    @Test
    void base_amounts_are_in_the_base_currency_of_the_book() {
        JournalEntry dollars = draft("e", DAY)
                .debit("cash", Amounts.of("1", "USD"))
                .credit("sales", Amounts.of("1", "USD"))
                .build();

        refused(dollars, "entry.base-currency", "currency", "USD", "line", "0");
    }

    @Test
    void accounts_must_take_the_line() {
        refused(entry("e", "nowhere", "sales", 1), "account.unknown", "account", "nowhere", "line", "0");
        refused(entry("e", "cash", "heading", 1), "account.not-postable", "account", "heading", "line", "1");
        refused(entry("e", "past", "sales", 1), "account.not-valid", "account", "past", "date", "2026-04-01");
        refused(entry("e", "cost", "sales", 1), "account.dimension-missing", "account", "cost", "axis", "centre");
        refused(entry("e", "receivable", "sales", 1), "account.party-missing", "account", "receivable");
        refused(
                entry("e", line("yen-only", "1", "USD", 150), line("cash", "-1", "USD", -150)),
                "account.currency",
                "account",
                "yen-only",
                "currency",
                "USD");
    }

    @Test
    void an_account_is_asked_on_the_effective_date() {
        posted = true;

        assertThat(code(desk.post(entry("e", LocalDate.of(2025, 12, 31), "past", "sales", 1))))
                .isEqualTo("accepted");
    }

    @Test
    void a_locked_day_takes_no_entry() {
        desk.books.periods().lock(BookId.MAIN, LockScope.ALL, DAY, POSTER).orElseThrow();

        refused(entry("e", "cash", "sales", 1), "period.locked", "date", "2026-04-01");
        posted = true;
    }

    @Test
    void under_a_lock_an_entry_may_move_to_the_first_open_day_by_policy() {
        posted = true;
        Desk moving =
                new Desk(setup -> setup.with(new PostingPolicy(LockedDatePolicy.FIRST_OPEN_DAY, ApprovalPolicy.NONE)));
        moving.books.periods().lock(BookId.MAIN, LockScope.ALL, DAY, POSTER).orElseThrow();

        JournalEntry moved =
                moving.post(entry("e", "cash", "sales", 1)).orElseThrow().entry();

        assertThat(moved.date()).isEqualTo(DAY.plusDays(1));
        assertThat(moved.documentDate()).contains(DAY);
        assertThat(moving.post(entry("e", "cash", "sales", 1))).matches(again -> again.isAccepted());
        assertThat(moving.journal()).hasSize(1);
        assertThat(moving.refusal(entry("e", DAY.minusDays(1), "cash", "sales", 1))
                        .code()
                        .value())
                .isEqualTo("entry.id-reused");
    }

    @Test
    void a_day_outside_the_fiscal_calendar_is_refused() {
        refused(entry("e", LocalDate.of(10_000, 1, 1), "cash", "sales", 1), "entry.date", "date", "+10000-01-01");
    }

    @Test
    void an_assertion_names_what_the_balance_is() {
        JournalEntry asserting = draft("e", DAY)
                .debit("cash", yen(5))
                .credit("sales", yen(5))
                .assertBalance(new BalanceAssertion(AccountId.of("cash"), yen(6)))
                .build();

        refused(asserting, "balance.assertion-failed", "account", "cash", "actual", "JPY 5", "asserted", "JPY 6");
    }

    @Test
    void an_assertion_looks_at_the_end_of_its_day_and_includes_its_entry() {
        posted = true;
        desk.post(entry("before", DAY.minusDays(1), "cash", "sales", 10)).orElseThrow();
        desk.post(entry("after", DAY.plusDays(1), "cash", "sales", 100)).orElseThrow();

        JournalEntry asserting = draft("e", DAY)
                .debit("cash", yen(5))
                .credit("sales", yen(5))
                .assertBalance(new BalanceAssertion(AccountId.of("cash"), Amounts.of("15.0", "JPY")))
                .build();

        assertThat(code(desk.post(asserting))).isEqualTo("accepted");
    }

    @Test
    void debits_beyond_the_range_of_sums_are_refused() {
        refused(entry("e", "cash", "sales", Long.MAX_VALUE), "journal.overflow");
        refused(
                entry(
                        "e",
                        line("cash", Long.toString(Long.MAX_VALUE), "JPY", Long.MAX_VALUE),
                        line("cash", "1", "JPY", 1),
                        line("sales", "-1", "JPY", -1)),
                "journal.overflow");
    }

    @Test
    void debits_are_counted_over_all_entries() {
        posted = true;
        long half = 1L << 61;
        desk.post(entry("a", "cash", "sales", half)).orElseThrow();
        desk.post(entry("b", "cash", "sales", half)).orElseThrow();

        assertThat(code(desk.post(entry("c", "cash", "sales", 1L << 30)))).isEqualTo("journal.overflow");
        assertThat(code(desk.post(entry("d", "sales", "cash", 1L << 30)))).isEqualTo("journal.overflow");
        assertThat(desk.balance("cash", DAY)).isEqualTo(1L << 62);
    }

    @Test
    void an_id_stands_for_one_content() {
        posted = true;
        desk.post(entry("e", "cash", "sales", 1)).orElseThrow();

        refused(entry("e", "cash", "sales", 2), "entry.id-reused", "entry", "e");
        refused(entry("e", DAY.plusDays(1), "cash", "sales", 1), "entry.id-reused");
        refused(
                draft("e", DAY)
                        .from(entry("e", "cash", "sales", 1))
                        .documentDate(DAY)
                        .build(),
                "entry.id-reused");
        assertThat(desk.journal()).hasSize(1);
    }

    @Test
    void who_may_not_post_learns_nothing_else() {
        Desk strict = new Desk(setup -> setup.with(
                (actor, permission) -> !permission.action().equals("journal.post") || actor.equals(Actor.of("boss"))));

        Refusal refusal = strict.refusal(draft("e", DAY).build());

        assertThat(refusal.code().value()).isEqualTo("access.denied");
        assertThat(refusal.facts().get("action")).isEqualTo("journal.post");
        assertThat(refusal.facts().get("scope")).isEqualTo("main");
        assertThat(code(strict.books.post(entry("e", "cash", "sales", 1), Actor.of("boss"))))
                .isEqualTo("accepted");
    }

    @Test
    void four_eyes_need_a_second_person_who_may_approve() {
        PostingPolicy fourEyes = new PostingPolicy(LockedDatePolicy.REFUSE, ApprovalPolicy.FOUR_EYES);
        Desk strict = new Desk(setup -> setup.with(fourEyes)
                .with((actor, permission) ->
                        !permission.action().equals("journal.approve") || actor.equals(Actor.of("boss"))));
        PostingService posting = strict.books.posting();
        JournalEntry entry = entry("e", "cash", "sales", 1);

        assertThat(code(posting.post(entry, POSTER))).isEqualTo("approval.missing");
        assertThat(posting.post(entry, POSTER).refusal().orElseThrow().message())
                .contains("; ");
        assertThat(posting.post(entry, POSTER, POSTER).refusal().orElseThrow().message())
                .contains("; ");
        assertThat(code(posting.post(entry, POSTER, POSTER))).isEqualTo("approval.same-person");
        assertThat(code(posting.post(entry, POSTER, Actor.of("peer")))).isEqualTo("access.denied");
        assertThat(strict.journal()).isEmpty();
        assertThat(posting.post(entry, POSTER, Actor.of("boss")).orElseThrow().approvedBy())
                .contains(Actor.of("boss"));
    }

    @Test
    void the_first_thing_wrong_is_named_in_the_documented_order() {
        JournalEntry wrong = draft("e", DAY)
                .book(BookId.of("tax"))
                .debit("nowhere", yen(2))
                .credit("heading", yen(1))
                .build();

        assertThat(desk.refusal(wrong).code().value()).isEqualTo("book.unknown");
        assertThat(desk.refusal(draft("e", DAY).from(wrong).book(BookId.MAIN).build())
                        .code()
                        .value())
                .isEqualTo("entry.unbalanced");
        assertThat(desk.refusal(entry("e", "nowhere", "heading", 1)).code().value())
                .isEqualTo("account.unknown");
    }
}
