package dev.erpkit.accounting.close;

import static dev.erpkit.accounting.close.CloseBooks.MARCH_31;
import static dev.erpkit.accounting.close.CloseBooks.ME;
import static dev.erpkit.accounting.close.CloseBooks.Y2024;
import static dev.erpkit.accounting.close.CloseBooks.Y2025;
import static dev.erpkit.accounting.close.CloseBooks.Y2026;
import static dev.erpkit.accounting.close.CloseBooks.entry;
import static dev.erpkit.accounting.close.CloseBooks.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange.YearClosed;
import dev.erpkit.accounting.period.PeriodChange.YearReopened;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class YearEndTest {
    private static final ClosePolicy STANDARD = ClosePolicy.standard();
    private static final LocalDate MAY = LocalDate.of(2025, 5, 10);

    private final CloseBooks kept = new CloseBooks();
    private final YearEnd yearEnd = kept.books.yearEnd();

    private Outcome<YearClosed> close2025() {
        return yearEnd.close(BookId.MAIN, Y2025, STANDARD, ME);
    }

    private Outcome<YearReopened> reopen(String year) {
        return yearEnd.reopen(BookId.MAIN, year, "found an invoice", ME);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    @Test
    void a_close_carries_the_result_to_retained_earnings_and_locks_the_year() {
        kept.post("s", MAY, "sales", 1000);
        kept.post("r", MAY, "rent", -300);
        YearClosed closed = close2025().orElseThrow();
        assertThat(closed.entries()).containsExactly(EntryId.of("close:main:2025:1:1"));
        assertThat(closed.generation()).isEqualTo(1);
        assertThat(closed.lastDay()).isEqualTo(MARCH_31);
        assertThat(kept.balances(MARCH_31))
                .isEqualTo(Map.of("main|cash||JPY", "700/700", "main|retained||JPY", "-700/-700"));
        assertThat(code(kept.books.post(entry("x", BookId.MAIN, MARCH_31, "sales", Dimensions.none(), 1), ME)))
                .isEqualTo("period.locked");
        assertThat(kept.books.balance("retained", MARCH_31.minusDays(1))).isEqualTo(yen(0));
    }

    @Test
    void opening_balances_of_the_next_year_are_the_closing_ones() {
        kept.post("s", MAY, "sales", 1000);
        kept.post("n", MARCH_31.plusDays(1), "sales", 50);
        close2025().orElseThrow();
        assertThat(kept.books.balance("sales", MARCH_31)).isEqualTo(yen(0));
        assertThat(kept.books.balance("sales", MARCH_31.plusDays(1))).isEqualTo(yen(-50));
        assertThat(kept.books.balance("retained", MARCH_31.plusDays(1))).isEqualTo(yen(-1000));
    }

    @Test
    void a_preview_shows_the_entries_and_posts_none() {
        kept.post("s", MAY, "sales", 1000);
        ImmutableList<JournalEntry> preview =
                yearEnd.preview(BookId.MAIN, Y2025, STANDARD).orElseThrow();
        assertThat(kept.stores.journal().lastPosition()).isEqualTo(1);
        close2025().orElseThrow();
        assertThat(kept.stores
                        .journal()
                        .find(EntryId.of("close:main:2025:1:1"))
                        .orElseThrow()
                        .entry())
                .isEqualTo(preview.getOnly());
        assertThat(preview.getOnly().kind()).isEqualTo(EntryKind.CLOSING);
    }

    @Test
    void years_are_closed_in_their_order_and_once() {
        kept.post("s", MAY, "sales", 1000);
        assertThat(code(yearEnd.close(BookId.MAIN, Y2026, STANDARD, ME))).isEqualTo("close.previous-open");
        close2025().orElseThrow();
        assertThat(code(yearEnd.close(BookId.MAIN, Y2024, STANDARD, ME))).isEqualTo("close.already-closed");
        assertThat(code(yearEnd.close(BookId.MAIN, CloseBooks.CALENDAR.year(2027), STANDARD, ME)))
                .isEqualTo("close.previous-open");
        assertThat(yearEnd.close(BookId.MAIN, Y2026, STANDARD, ME).orElseThrow().entries())
                .isEmpty();
    }

    @Test
    void a_result_in_a_currency_that_its_account_does_not_take_blocks_the_close_and_trading_is_the_way() {
        kept.books.open(Account.builder()
                .id("only-yen")
                .name("only-yen")
                .accountClass(AccountClass.EQUITY)
                .currency("JPY")
                .build());
        kept.books
                .post(
                        JournalEntry.builder()
                                .id("s")
                                .date(MAY)
                                .add(CloseBooks.line("bank", Dimensions.none(), CloseBooks.usd(500), yen(700)))
                                .add(CloseBooks.line("sales", Dimensions.none(), CloseBooks.usd(-500), yen(-700)))
                                .build(),
                        ME)
                .orElseThrow();
        ClosePolicy.Builder policy = ClosePolicy.builder();
        policy.retainedEarnings("only-yen");
        assertThat(yearEnd.checklist(BookId.MAIN, Y2025, policy.build()).collect(Refusal::code))
                .containsExactly(CloseRefusals.CURRENCY);
        assertThat(code(yearEnd.close(BookId.MAIN, Y2025, policy.build(), ME))).isEqualTo("close.currency");
        policy.foreignResult(ForeignResult.THROUGH_TRADING);
        assertThat(yearEnd.close(BookId.MAIN, Y2025, policy.build(), ME).isAccepted())
                .isTrue();
    }

    @Test
    void a_year_of_another_calendar_or_book_is_refused() {
        kept.post("s", MAY, "sales", 1000);
        FiscalYear calendarYear =
                FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR).yearOf(MAY);
        assertThat(code(yearEnd.close(BookId.MAIN, calendarYear, STANDARD, ME))).isEqualTo("close.other-calendar");
        assertThat(yearEnd.checklist(BookId.of("Main"), Y2025, STANDARD).collect(Refusal::code))
                .containsExactly(RefusalCode.of("book.unknown"));
        assertThat(code(yearEnd.preview(BookId.MAIN, calendarYear, STANDARD))).isEqualTo("close.other-calendar");
        assertThat(close2025().isAccepted()).isTrue();
    }

    @Test
    void years_are_reopened_newest_first() {
        kept.post("s", MAY, "sales", 1000);
        close2025().orElseThrow();
        yearEnd.close(BookId.MAIN, Y2026, STANDARD, ME).orElseThrow();
        assertThat(code(reopen("2025"))).isEqualTo("close.not-newest");
        assertThat(code(reopen("2019"))).isEqualTo("close.not-closed");
        reopen("2026").orElseThrow();
        assertThat(reopen("2025").orElseThrow().reversals()).containsExactly(EntryId.of("reopen:main:2025:1:1"));
    }

    @Test
    void closing_and_reopening_changes_no_balance_at_any_day() {
        kept.post("s", MAY, "sales", 1000);
        kept.post("r", MAY, "rent", -300);
        Map<String, String> then = kept.balances(MARCH_31);
        close2025().orElseThrow();
        reopen("2025").orElseThrow();
        assertThat(kept.balances(MARCH_31)).isEqualTo(then);
        assertThat(kept.balances(MARCH_31.plusYears(1))).isEqualTo(then);
    }

    @Test
    void a_second_close_after_further_postings_takes_them_along() {
        kept.post("s", MAY, "sales", 1000);
        close2025().orElseThrow();
        reopen("2025").orElseThrow();
        kept.post("late", MARCH_31, "service", 40);
        YearClosed again = close2025().orElseThrow();
        assertThat(again.generation()).isEqualTo(2);
        assertThat(again.entries()).containsExactly(EntryId.of("close:main:2025:2:1"));
        assertThat(kept.books.balance("retained", MARCH_31)).isEqualTo(yen(-1040));
        assertThat(kept.books.balance("service", MARCH_31)).isEqualTo(yen(0));
    }

    @Test
    void locked_months_neither_stop_the_close_nor_let_anything_else_in() {
        kept.post("s", MAY, "sales", 1000);
        kept.books.periods().lock(BookId.MAIN, LockScope.ALL, MARCH_31, ME).orElseThrow();
        close2025().orElseThrow();
        reopen("2025").orElseThrow();
        assertThat(kept.books.periods().current().exceptions(BookId.MAIN, java.time.Instant.MIN))
                .isEmpty();
        assertThat(code(kept.books.post(entry("x", BookId.MAIN, MARCH_31, "sales", Dimensions.none(), 1), ME)))
                .isEqualTo("period.locked");
        close2025().orElseThrow();
        assertThat(code(kept.books.periods().unlock(BookId.MAIN, LockScope.ALL, MARCH_31, "x", ME)))
                .isEqualTo("period.year-closed");
    }

    @Test
    void books_are_closed_apart() {
        kept.post("s", MAY, "sales", 1000);
        kept.books
                .post(entry("i", CloseBooks.IFRS, MAY, "sales", Dimensions.none(), 900), ME)
                .orElseThrow();
        close2025().orElseThrow();
        assertThat(kept.balances(MARCH_31)).containsEntry("ifrs|sales||JPY", "-900/-900");
        yearEnd.close(CloseBooks.IFRS, Y2025, STANDARD, ME).orElseThrow();
        assertThat(kept.balances(MARCH_31))
                .containsEntry("ifrs|retained||JPY", "-900/-900")
                .doesNotContainKey("ifrs|sales||JPY");
    }

    @Test
    void without_exactly_one_account_for_the_result_nothing_is_closed() {
        kept.post("s", MAY, "sales", 1000);
        ClosePolicy heading = ClosePolicy.builder().retainedEarnings("sales").build();
        assertThat(code(yearEnd.close(BookId.MAIN, Y2025, heading, ME))).isEqualTo("close.no-retained-earnings");
        kept.books.open(Account.builder()
                .id("other")
                .name("Other")
                .accountClass(AccountClass.EQUITY)
                .tag("retained-earnings")
                .build());
        assertThat(code(close2025())).isEqualTo("close.no-retained-earnings");
        ClosePolicy named = ClosePolicy.builder().retainedEarnings("other").build();
        yearEnd.close(BookId.MAIN, Y2025, named, ME).orElseThrow();
        assertThat(kept.books.balance("other", MARCH_31)).isEqualTo(yen(-1000));
    }

    @Test
    void an_account_that_the_policy_goes_through_must_be_marked_exactly_once() {
        twin("summary-2", "income-summary");
        twin("trading-2", "trading");
        ClosePolicy summary = ClosePolicy.builder().throughIncomeSummary(true).build();
        ClosePolicy trading = ClosePolicy.builder()
                .foreignResult(ForeignResult.THROUGH_TRADING)
                .build();

        Outcome<YearClosed> outcome = yearEnd.close(BookId.MAIN, Y2025, summary, ME);

        assertThat(code(outcome)).isEqualTo("close.no-income-summary");
        assertThat(outcome.refusal().orElseThrow().facts().get("found")).isEqualTo("2");
        assertThat(code(yearEnd.close(BookId.MAIN, Y2025, trading, ME))).isEqualTo("close.no-trading");
        assertThat(kept.stores.periods().size()).isZero();
    }

    private void twin(String id, String tag) {
        kept.books.open(Account.builder()
                .id(id)
                .name(id)
                .accountClass(AccountClass.EQUITY)
                .tag(tag)
                .build());
    }

    @Test
    void an_open_reservation_blocks_the_close_until_it_ends() {
        kept.post("s", MAY, "sales", 1000);
        kept.books
                .reservations()
                .reserve(entry("hold", BookId.MAIN, MAY, "sales", Dimensions.none(), 5), Optional.empty(), ME)
                .orElseThrow();
        assertThat(code(close2025())).isEqualTo("close.open-reservations");
        kept.books.reservations().release(EntryId.of("hold"), ME).orElseThrow();
        assertThat(close2025().isAccepted()).isTrue();
    }

    @Test
    void the_checklist_names_every_blocker_and_a_refused_close_changes_nothing() {
        kept.post("s", MAY, "sales", 1000);
        Refusal drafts = Refusal.of(RefusalCode.of("host.drafts"), "Two drafts are open; post them");
        YearEnd strict = new YearEnd(
                kept.books.periods(),
                kept.stores.journal(),
                kept.books::chart,
                ClosePosting.through(kept.books.posting()),
                kept.stores.unitOfWork(),
                (actor, permission) -> actor.equals(ME),
                Lists.immutable.of((book, year) -> Lists.immutable.of(drafts)));
        ClosePolicy policy = ClosePolicy.builder().retainedEarnings("nowhere").build();
        assertThat(strict.checklist(BookId.MAIN, Y2026, policy)
                        .collect(r -> r.code().value()))
                .containsExactly("close.previous-open", "close.no-retained-earnings", "host.drafts");
        Refusal refusal =
                strict.close(BookId.MAIN, Y2025, STANDARD, ME).refusal().orElseThrow();
        assertThat(refusal.code()).isEqualTo(drafts.code());
        assertThat(refusal.facts().get("blockers")).isEqualTo("host.drafts");
        assertThat(code(strict.close(BookId.MAIN, Y2025, STANDARD, Actor.of("other"))))
                .isEqualTo("access.denied");
        assertThat(kept.stores.journal().lastPosition()).isEqualTo(1);
        assertThat(kept.stores.periods().size()).isZero();
    }

    @Test
    void a_closing_entry_that_is_refused_rolls_the_close_back() {
        kept.post("s", MAY, "sales", 1000);
        kept.books.periods().lock(BookId.MAIN, LockScope.ALL, MARCH_31, ME).orElseThrow();
        ClosePolicy unknownJournal = ClosePolicy.builder()
                .journal(dev.erpkit.accounting.journal.JournalId.of("nowhere"))
                .build();
        assertThat(code(yearEnd.close(BookId.MAIN, Y2025, unknownJournal, ME))).isEqualTo("journal.unknown");
        assertThat(kept.stores.periods().size()).isEqualTo(1);
        assertThat(kept.stores.journal().lastPosition()).isEqualTo(1);
    }

    @Test
    void an_account_that_has_ended_or_asks_for_more_by_now_is_still_closed_and_reopened() {
        kept.post("s", MAY, "sales", 1000);
        Account sales = kept.books.chart().find(AccountId.of("sales")).orElseThrow();
        kept.stores
                .accounts()
                .replace(
                        Account.builder()
                                .from(sales)
                                .requireDimension("branch")
                                .validUntil(LocalDate.of(2025, 7, 1))
                                .build(),
                        kept.stores.accounts().find(sales.id()).orElseThrow().version());
        assertThat(code(kept.books.post(entry("x", BookId.MAIN, MARCH_31, "sales", Dimensions.none(), 1), ME)))
                .isEqualTo("account.not-valid");
        close2025().orElseThrow();
        assertThat(kept.books.balance("sales", MARCH_31)).isEqualTo(yen(0));
        reopen("2025").orElseThrow();
        assertThat(kept.books.balance("sales", MARCH_31)).isEqualTo(yen(-1000));
    }

    @Test
    void a_close_that_is_sent_again_is_a_replay_and_another_one_is_refused() {
        kept.post("s", MAY, "sales", 1000);
        YearClosed closed = close2025().orElseThrow();
        assertThat(close2025()).isEqualTo(Outcome.replayed(closed));
        ClosePolicy other = ClosePolicy.builder().throughIncomeSummary(true).build();
        assertThat(code(yearEnd.close(BookId.MAIN, Y2025, other, ME))).isEqualTo("close.already-closed");
        yearEnd.close(BookId.MAIN, Y2026, STANDARD, ME).orElseThrow();
        assertThat(close2025()).isEqualTo(Outcome.replayed(closed));
        assertThat(kept.stores.journal().lastPosition()).isEqualTo(2);
        assertThat(kept.stores.periods().size()).isEqualTo(2);
    }

    @Test
    void a_reopening_that_is_sent_again_is_a_replay_and_another_one_is_refused() {
        kept.post("s", MAY, "sales", 1000);
        close2025().orElseThrow();
        YearReopened reopened = reopen("2025").orElseThrow();
        assertThat(reopen("2025")).isEqualTo(Outcome.replayed(reopened));
        assertThat(code(yearEnd.reopen(BookId.MAIN, "2025", "another reason", ME)))
                .isEqualTo("close.not-closed");
        assertThat(kept.stores.periods().size()).isEqualTo(2);
        assertThat(close2025().orElseThrow().generation()).isEqualTo(2);
        assertThat(reopen("2025").orElseThrow().generation()).isEqualTo(2);
    }
}
