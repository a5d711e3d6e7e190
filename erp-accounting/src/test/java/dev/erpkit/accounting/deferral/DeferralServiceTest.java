package dev.erpkit.accounting.deferral;

import static dev.erpkit.accounting.posting.GuardedBooks.CLOCK;
import static dev.erpkit.accounting.posting.GuardedBooks.ME;
import static dev.erpkit.accounting.posting.GuardedBooks.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.deferral.memory.MemoryDeferralLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.posting.GuardedBooks;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.MonthDay;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Deferrals in the books: only what was not told is told, and every change leaves recognised and deferred whole. */
class DeferralServiceTest {
    private static final DeferralId ID = DeferralId.of("invoice-7/1");
    private final GuardedBooks books = new GuardedBooks();
    private final MemoryDeferralLog log = new MemoryDeferralLog(books.work);
    private final DeferralService deferrals = service(LockedPart.OWN_DAY, AccessPolicy.allowAll());

    private DeferralService service(LockedPart locked, AccessPolicy access) {
        return new DeferralService(
                log,
                books.events(DeferralEvents.recognition(BookId.MAIN, "2900", "4000", "1900", "5100")),
                books.work,
                access,
                CLOCK,
                new DeferralSetup(
                        BookId.MAIN, locked, () -> books.periods.current().lockedThrough(BookId.MAIN, LockScope.ALL)));
    }

    private static Deferral.Builder year() {
        return Deferral.builder()
                .id(ID)
                .kind(DeferralKind.REVENUE)
                .total(Amounts.of("1200", "EUR"))
                .service(DateRange.parse("2026-04-01/2027-04-01"))
                .basis(SpreadBasis.MONTHS_BY_DAYS)
                .source(SourceDocument.of("shop", "invoice", "7"));
    }

    private static IdempotencyKey key(String text) {
        return IdempotencyKey.of(text);
    }

    private DeferralState state() {
        return deferrals.current().find(ID).orElseThrow();
    }

    private ImmutableList<String> told() {
        return books.journal()
                .collect(posted -> posted.entry().date() + " "
                        + posted.entry().lines().getFirst().amountMinor());
    }

    @Test
    void a_run_tells_what_is_due_and_the_next_one_nothing() {
        deferrals.open(year().build(), ME).orElseThrow();
        assertThat(deferrals.open(year().build(), ME)).isEqualTo(Outcome.replayed(state()));
        assertThat(deferrals.recognise(LocalDate.of(2026, 6, 29), ME).orElseThrow())
                .hasSize(2);
        assertThat(told()).containsExactly("2026-04-30 10000", "2026-05-31 10000");
        assertThat(deferrals.recognise(LocalDate.of(2026, 6, 29), ME).orElseThrow())
                .isEmpty();
        assertThat(books.balance("4000")).isEqualTo(-20000);
        assertThat(books.balance("2900")).isEqualTo(20000);
        assertThat(state().deferredMinor()).isEqualTo(100000);
        deferrals.recognise(LocalDate.of(2030, 1, 1), ME).orElseThrow();
        assertThat(state().deferredMinor()).isZero();
        assertThat(state().explain(LocalDate.of(2026, 5, 31)).render())
                .startsWith("deferral.due = EUR 200.00")
                .contains("deferral.part = EUR 100.00");
    }

    @Test
    void a_credit_takes_back_what_its_policy_says_and_the_rest_is_spread_on() {
        deferrals.open(year().build(), ME).orElseThrow();
        deferrals.recognise(LocalDate.of(2026, 9, 30), ME).orElseThrow();
        Outcome<DeferralState> credited = deferrals.credit(
                ID,
                key("credit-1"),
                LocalDate.of(2026, 10, 5),
                Amounts.of("630", "EUR"),
                CreditSplit.RECOGNISED_FIRST,
                ME);
        assertThat(credited.orElseThrow().recognisedMinor()).isZero();
        assertThat(state().deferredMinor()).isEqualTo(57000);
        assertThat(told().getLast()).isEqualTo("2026-10-05 -60000");
        assertThat(deferrals.credit(
                        ID,
                        key("credit-1"),
                        LocalDate.of(2026, 10, 5),
                        Amounts.of("630", "EUR"),
                        CreditSplit.RECOGNISED_FIRST,
                        ME))
                .isEqualTo(Outcome.replayed(state()));
        deferrals.recognise(LocalDate.of(2026, 10, 31), ME).orElseThrow();
        assertThat(told().getLast()).isEqualTo("2026-10-31 9500");
        deferrals.recognise(LocalDate.of(2027, 3, 31), ME).orElseThrow();
        assertThat(state().recognisedMinor()).isEqualTo(57000);
        assertThat(state().deferredMinor()).isZero();
    }

    @Test
    void another_period_and_an_early_end_touch_only_what_was_not_told() {
        deferrals.open(year().build(), ME).orElseThrow();
        deferrals.recognise(LocalDate.of(2026, 6, 30), ME).orElseThrow();
        deferrals
                .reschedule(ID, key("longer"), LocalDate.of(2026, 7, 1), DateRange.parse("2026-04-01/2027-10-01"), ME)
                .orElseThrow();
        deferrals.recognise(LocalDate.of(2026, 7, 31), ME).orElseThrow();
        assertThat(told().getLast()).isEqualTo("2026-07-31 6000");
        deferrals
                .end(ID, key("end"), LocalDate.of(2026, 8, 31), EarlyEnd.LEAVE_DEFERRED, ME)
                .orElseThrow();
        assertThat(told().getLast()).isEqualTo("2026-08-31 6000");
        assertThat(state().deferredMinor()).isEqualTo(78000);
        assertThat(deferrals.recognise(LocalDate.of(2028, 1, 1), ME).orElseThrow())
                .isEmpty();
        deferrals
                .credit(
                        ID,
                        key("refund"),
                        LocalDate.of(2026, 9, 1),
                        Amounts.of("780", "EUR"),
                        CreditSplit.DEFERRED_FIRST,
                        ME)
                .orElseThrow();
        assertThat(state().deferredMinor()).isZero();
        assertThat(state().recognisedMinor()).isEqualTo(42000);
    }

    @Test
    void an_early_end_tells_the_rest_or_takes_back_what_was_not_earned() {
        deferrals.open(year().build(), ME).orElseThrow();
        deferrals.recognise(LocalDate.of(2026, 6, 30), ME).orElseThrow();
        deferrals
                .end(ID, key("end"), LocalDate.of(2026, 4, 30), EarlyEnd.LEAVE_DEFERRED, ME)
                .orElseThrow();
        assertThat(told().getLast()).isEqualTo("2026-04-30 -20000");
        deferrals.open(year().id("other").build(), ME).orElseThrow();
        deferrals
                .end(DeferralId.of("other"), key("end-2"), LocalDate.of(2026, 5, 15), EarlyEnd.RECOGNISE_REST, ME)
                .orElseThrow();
        assertThat(told().getLast()).isEqualTo("2026-05-15 120000");
    }

    @Test
    void parts_under_a_lock_count_where_the_policy_says() {
        books.periods
                .lock(BookId.MAIN, LockScope.ALL, LocalDate.of(2026, 5, 31), ME)
                .orElseThrow();
        deferrals.open(year().build(), ME).orElseThrow();
        assertThat(code(deferrals.recognise(LocalDate.of(2026, 6, 30), ME))).isEqualTo("period.locked");
        assertThat(state().recognisedMinor()).as("all or nothing").isZero();
        service(LockedPart.FIRST_OPEN_DAY, AccessPolicy.allowAll())
                .recognise(LocalDate.of(2026, 4, 30), ME)
                .orElseThrow();
        service(LockedPart.END_OF_FIRST_OPEN_MONTH, AccessPolicy.allowAll())
                .recognise(LocalDate.of(2026, 6, 30), ME)
                .orElseThrow();
        assertThat(told()).containsExactly("2026-06-01 10000", "2026-06-30 10000", "2026-06-30 10000");
    }

    @Test
    void expenses_stand_on_the_other_side() {
        deferrals.open(year().kind(DeferralKind.EXPENSE).build(), ME).orElseThrow();
        deferrals.recognise(LocalDate.of(2026, 4, 30), ME).orElseThrow();
        assertThat(books.balance("5100")).isEqualTo(10000);
        assertThat(books.balance("1900")).isEqualTo(-10000);
    }

    @Test
    void what_is_wrong_is_refused_and_changes_nothing() {
        assertThat(code(deferrals.end(ID, key("k"), LocalDate.of(2026, 4, 1), EarlyEnd.RECOGNISE_REST, ME)))
                .isEqualTo("deferral.unknown");
        deferrals.open(year().build(), ME).orElseThrow();
        deferrals.recognise(LocalDate.of(2026, 6, 30), ME).orElseThrow();
        DeferralState before = state();
        assertThat(code(deferrals.open(year().total(Amounts.of("1", "EUR")).build(), ME)))
                .isEqualTo("deferral.id-reused");
        for (String amount : new String[] {"1200.01", "0", "-1"}) {
            assertThat(code(deferrals.credit(
                            ID,
                            key("c" + amount),
                            LocalDate.of(2026, 7, 1),
                            Amounts.of(amount, "EUR"),
                            CreditSplit.PROPORTIONAL,
                            ME)))
                    .isEqualTo("deferral.credit-exceeds");
        }
        assertThat(code(deferrals.credit(
                        ID, key("c"), LocalDate.of(2026, 7, 1), Amounts.of("1", "USD"), CreditSplit.PROPORTIONAL, ME)))
                .isEqualTo("deferral.currency");
        assertThat(code(deferrals.reschedule(
                        ID, key("r"), LocalDate.of(2026, 7, 1), DateRange.parse("2026-04-01/2026-07-01"), ME)))
                .isEqualTo("deferral.period-told");
        assertThat(code(deferrals.end(ID, key("e"), LocalDate.of(2026, 3, 31), EarlyEnd.RECOGNISE_REST, ME)))
                .isEqualTo("deferral.end-outside");
        assertThat(state()).isEqualTo(before);
        deferrals
                .end(ID, key("e"), LocalDate.of(2026, 7, 1), EarlyEnd.RECOGNISE_REST, ME)
                .orElseThrow();
        assertThat(code(deferrals.end(ID, key("e"), LocalDate.of(2026, 7, 2), EarlyEnd.RECOGNISE_REST, ME)))
                .isEqualTo("deferral.key-reused");
        assertThat(code(deferrals.end(ID, key("f"), LocalDate.of(2026, 7, 2), EarlyEnd.RECOGNISE_REST, ME)))
                .isEqualTo("deferral.ended");
        assertThat(code(service(LockedPart.OWN_DAY, (actor, permission) -> false)
                        .recognise(LocalDate.of(2026, 7, 2), ME)))
                .isEqualTo("access.denied");
        assertThatThrownBy(() -> year().total(Amounts.of("0", "EUR")).build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("deferral.total")).isTrue());
        assertThatThrownBy(() ->
                        year().service(DateRange.from(LocalDate.of(2026, 1, 1))).build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("deferral.service")).isTrue());
    }

    @Test
    void what_the_books_refuse_rolls_the_change_back() {
        DeferralService without = new DeferralService(
                log, books.events(), books.work, AccessPolicy.allowAll(), CLOCK, DeferralSetup.standard());
        without.open(year().build(), ME).orElseThrow();
        assertThat(code(without.recognise(LocalDate.of(2026, 4, 30), ME))).isEqualTo("event.no-rule");
        assertThat(log.size()).isEqualTo(1);
        assertThat(state().told()).isEmpty();
    }

    @Test
    void an_accrual_is_taken_back_on_the_first_day_of_the_next_period() {
        AccrualService accruals = new AccrualService(
                books.events(DeferralEvents.accruals(BookId.MAIN, "1900", "4000", "2900", "5100")),
                books.work,
                FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR));
        Accrual audit = new Accrual(
                key("audit"),
                RoleAmount.of(Accrual.EXPENSE, Amounts.of("500", "EUR")),
                SourceDocument.of("books", "estimate", "audit"));
        accruals.accrue(audit, LocalDate.of(2026, 4, 17), ME).orElseThrow();
        assertThat(told()).containsExactly("2026-04-30 50000", "2026-05-01 -50000");
        assertThat(books.balance("5100")).isZero();
        assertThat(accruals.accrue(audit, LocalDate.of(2026, 4, 17), ME))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        again -> assertThat(again.replayed()).isTrue());
        Accrual wrong = new Accrual(key("wrong"), RoleAmount.of("revenue", Amounts.of("1", "EUR")), audit.source());
        assertThat(code(accruals.accrue(wrong, LocalDate.of(2026, 4, 17), ME))).isEqualTo("accrual.amount");
        books.periods
                .lock(BookId.MAIN, LockScope.ALL, LocalDate.of(2026, 5, 31), ME)
                .orElseThrow();
        int before = books.journal().size();
        Accrual late = new Accrual(key("late"), audit.amount(), audit.source());
        assertThat(code(accruals.accrue(late, LocalDate.of(2026, 5, 1), ME))).isEqualTo("period.locked");
        assertThat(books.journal().collect(PostedEntry::id)).hasSize(before);
    }
}
