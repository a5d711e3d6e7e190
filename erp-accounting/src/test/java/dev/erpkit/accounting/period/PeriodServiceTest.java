package dev.erpkit.accounting.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeriodServiceTest {
    private static final LockScope SALES = LockScope.of("sales");
    private static final Actor ANN = Actor.of("ann");
    private static final Actor BOB = Actor.of("bob");
    private static final LocalDate JANUARY_31 = LocalDate.of(2026, 1, 31);
    private static final LocalDate FEBRUARY_28 = LocalDate.of(2026, 2, 28);

    private final TestClock clock = new TestClock();
    private final BooksStores stores = BooksStores.inMemory();
    private final Books books = Books.over(
            stores,
            BooksSetup.of("JPY")
                    .with(clock, () -> new byte[32])
                    .with((actor, permission) ->
                            !actor.equals(BOB) || permission.action().equals("journal.post")));
    private final PeriodService periods = books.periods();

    @BeforeEach
    void open_accounts() {
        books.open(Account.of("1110", "Cash", AccountClass.ASSET));
        books.open(Account.of("4000", "Sales", AccountClass.INCOME));
    }

    @Test
    void a_book_that_is_not_kept_cannot_be_locked_by_mistake() {
        Outcome<PeriodFact> locked = periods.lock(BookId.of("Main"), LockScope.ALL, JANUARY_31, ANN);
        assertThat(locked.refusal().map(Refusal::code)).contains(PeriodRefusals.BOOK_UNKNOWN);
        assertThat(locked.refusal().orElseThrow().message()).contains("name one of main");
        assertThat(stores.periods().size()).isZero();
    }

    private Outcome<?> post(String id, LocalDate date, Actor actor) {
        return books.post(
                JournalEntry.builder()
                        .id(id)
                        .date(date)
                        .debit("1110", Amounts.of("100", "JPY"))
                        .credit("4000", Amounts.of("100", "JPY"))
                        .build(),
                actor);
    }

    private ExceptionGranted exception(String key, Instant expiresAt) {
        return new ExceptionGranted(
                IdempotencyKey.of(key),
                LockScope.ALL,
                JANUARY_31,
                JANUARY_31.plusDays(1),
                Optional.of(ANN),
                expiresAt,
                "late invoice");
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    @Test
    void posting_obeys_the_locks() {
        assertThat(post("a", JANUARY_31, ANN).isAccepted()).isTrue();
        periods.lock(BookId.MAIN, LockScope.ALL, JANUARY_31, ANN).orElseThrow();
        assertThat(code(post("b", JANUARY_31, ANN))).isEqualTo("period.locked");
        assertThat(post("c", JANUARY_31.plusDays(1), ANN).isAccepted()).isTrue();
        periods.unlock(BookId.MAIN, LockScope.ALL, JANUARY_31, "found one", ANN).orElseThrow();
        assertThat(post("b", JANUARY_31, ANN).isAccepted()).isTrue();
    }

    @Test
    void a_lock_sent_twice_is_one_fact_and_a_shorter_one_is_refused() {
        PeriodFact first = periods.lock(BookId.MAIN, SALES, FEBRUARY_28, ANN).orElseThrow();
        assertThat(periods.lock(BookId.MAIN, SALES, FEBRUARY_28, ANN)).isEqualTo(Outcome.replayed(first));
        assertThat(code(periods.lock(BookId.MAIN, SALES, JANUARY_31, ANN))).isEqualTo("period.already-locked");
        assertThat(stores.periods().size()).isEqualTo(1);
    }

    @Test
    void locks_are_taken_back_newest_first() {
        periods.lock(BookId.MAIN, SALES, JANUARY_31, ANN).orElseThrow();
        periods.lock(BookId.MAIN, SALES, FEBRUARY_28, ANN).orElseThrow();
        assertThat(code(periods.unlock(BookId.MAIN, SALES, JANUARY_31, "x", ANN)))
                .isEqualTo("period.not-newest");
        assertThat(code(periods.unlock(BookId.MAIN, LockScope.ALL, JANUARY_31, "x", ANN)))
                .isEqualTo("period.not-locked");
        PeriodFact fact =
                periods.unlock(BookId.MAIN, SALES, FEBRUARY_28, "x", ANN).orElseThrow();
        assertThat(periods.unlock(BookId.MAIN, SALES, FEBRUARY_28, "x", ANN)).isEqualTo(Outcome.replayed(fact));
        assertThat(periods.current().lockedThrough(BookId.MAIN, SALES)).contains(JANUARY_31);
    }

    @Test
    void an_exception_lets_its_grantee_in_until_it_expires() {
        periods.lock(BookId.MAIN, LockScope.ALL, JANUARY_31, ANN).orElseThrow();
        Instant expiry = clock.instant().plusSeconds(60);
        PeriodFact fact = periods.grantException(BookId.MAIN, exception("e1", expiry), ANN)
                .orElseThrow();
        assertThat(code(post("b", JANUARY_31, BOB))).isEqualTo("period.locked");
        assertThat(post("b", JANUARY_31, ANN).isAccepted()).isTrue();
        clock.move(Duration.ofSeconds(60));
        assertThat(code(post("c", JANUARY_31, ANN))).isEqualTo("period.locked");
        assertThat(periods.grantException(BookId.MAIN, exception("e1", expiry), ANN))
                .isEqualTo(Outcome.replayed(fact));
        assertThat(code(periods.grantException(BookId.MAIN, exception("e1", expiry.plusSeconds(1)), ANN)))
                .isEqualTo("period.exception-key-reused");
        assertThat(code(periods.grantException(BookId.MAIN, exception("e2", expiry), ANN)))
                .isEqualTo("period.exception-expired");
    }

    @Test
    void an_exception_can_be_ended_early() {
        periods.lock(BookId.MAIN, LockScope.ALL, JANUARY_31, ANN).orElseThrow();
        periods.grantException(BookId.MAIN, exception("e1", Instant.MAX), ANN).orElseThrow();
        periods.endException(BookId.MAIN, IdempotencyKey.of("e1"), ANN).orElseThrow();
        assertThat(code(post("b", JANUARY_31, ANN))).isEqualTo("period.locked");
        assertThat(periods.endException(BookId.MAIN, IdempotencyKey.of("e1"), ANN))
                .matches(Outcome::isAccepted);
        assertThat(code(periods.endException(BookId.MAIN, IdempotencyKey.of("e9"), ANN)))
                .isEqualTo("period.no-such-exception");
        assertThat(stores.periods().size()).isEqualTo(3);
    }

    @Test
    void nobody_changes_periods_without_the_permission() {
        assertThat(code(periods.lock(BookId.MAIN, SALES, JANUARY_31, BOB))).isEqualTo("access.denied");
        assertThat(code(periods.unlock(BookId.MAIN, SALES, JANUARY_31, "x", BOB)))
                .isEqualTo("access.denied");
        assertThat(code(periods.grantException(BookId.MAIN, exception("e", Instant.MAX), BOB)))
                .isEqualTo("access.denied");
        assertThat(stores.periods().size()).isZero();
    }

    @Test
    void what_was_rolled_back_was_never_locked() {
        assertThatThrownBy(() -> stores.unitOfWork().execute(() -> {
                    periods.lock(BookId.MAIN, LockScope.ALL, JANUARY_31, ANN).orElseThrow();
                    assertThat(code(post("a", JANUARY_31, ANN))).isEqualTo("period.locked");
                    throw new IllegalArgumentException("host");
                }))
                .hasMessage("host");
        // Another process takes the number that was rolled back, before anything was asked in between.
        stores.periods()
                .append(
                        0,
                        Lists.immutable.of(new PeriodFact(
                                1, BookId.MAIN, new Locked(SALES, JANUARY_31), 0, clock.instant(), ANN)));
        assertThat(periods.current().lockedThrough(BookId.MAIN, LockScope.ALL)).isEmpty();
        assertThat(post("a", JANUARY_31, ANN).isAccepted()).isTrue();
    }

    @Test
    void facts_of_another_process_are_seen_at_once() {
        post("a", JANUARY_31, ANN).orElseThrow();
        stores.periods()
                .append(
                        0,
                        Lists.immutable.of(new PeriodFact(
                                1, BookId.MAIN, new Locked(LockScope.ALL, JANUARY_31), 1, clock.instant(), ANN)));
        assertThat(code(post("b", JANUARY_31, ANN))).isEqualTo("period.locked");
    }

    @Test
    void what_was_locked_can_be_asked_of_any_moment() {
        post("a", JANUARY_31, ANN).orElseThrow();
        Instant before = clock.instant();
        clock.move(Duration.ofHours(1));
        periods.lock(BookId.MAIN, LockScope.ALL, JANUARY_31, ANN).orElseThrow();
        post("b", FEBRUARY_28, ANN).orElseThrow();
        periods.lock(BookId.MAIN, LockScope.ALL, FEBRUARY_28, ANN).orElseThrow();
        assertThat(periods.asKnownAt(before).size()).isZero();
        assertThat(periods.asKnownAt(0).size()).isZero();
        assertThat(periods.asKnownAt(1).lockedThrough(BookId.MAIN, SALES)).contains(JANUARY_31);
        assertThat(periods.asKnownAt(2).lockedThrough(BookId.MAIN, SALES)).contains(FEBRUARY_28);
        assertThat(periods.asKnownAt(clock.instant()).size()).isEqualTo(2);
    }

    @Test
    void recorded_instants_never_decrease_also_when_the_clock_is_set_back() {
        post("a", JANUARY_31, ANN).orElseThrow();
        Instant posted = clock.instant();
        clock.move(Duration.ofHours(-1));
        PeriodFact fact =
                periods.lock(BookId.MAIN, LockScope.ALL, JANUARY_31, ANN).orElseThrow();
        assertThat(fact.recordedAt()).isEqualTo(posted);
        assertThat(fact.afterEntry()).isEqualTo(1);
    }

    @Test
    void a_change_is_recorded_only_inside_a_unit_of_work() {
        assertThatThrownBy(() -> periods.append(BookId.MAIN, new Locked(SALES, JANUARY_31), ANN))
                .isInstanceOf(IllegalStateException.class);
    }
}
