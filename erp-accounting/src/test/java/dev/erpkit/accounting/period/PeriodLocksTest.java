package dev.erpkit.accounting.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodChange.ExceptionEnded;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodChange.Unlocked;
import dev.erpkit.accounting.period.PeriodChange.YearClosed;
import dev.erpkit.accounting.period.PeriodChange.YearReopened;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class PeriodLocksTest {
    private static final LockScope SALES = LockScope.of("sales");
    private static final LockScope TAX = LockScope.of("tax");
    private static final Actor ANN = Actor.of("ann");
    private static final Actor BOB = Actor.of("bob");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final LocalDate MARCH_31 = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);

    private static PeriodLocks after(PeriodChange... changes) {
        PeriodLocks locks = PeriodLocks.empty();
        for (PeriodChange change : changes) {
            locks = locks.with(new PeriodFact(locks.size() + 1, BookId.MAIN, change, 0, NOON, ANN));
        }
        return locks;
    }

    private static ExceptionGranted exception(LockScope scope, Optional<Actor> grantee) {
        return new ExceptionGranted(
                IdempotencyKey.of("e"),
                scope,
                MARCH_31.minusDays(5),
                APRIL_1,
                grantee,
                NOON.plusSeconds(60),
                "late invoice");
    }

    private static YearClosed year(int year) {
        return new YearClosed(
                "" + year, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), 1, Lists.immutable.empty());
    }

    private static boolean open(PeriodLocks locks, LockScope scope, LocalDate date) {
        return locks.isOpen(BookId.MAIN, scope, date, ANN, NOON);
    }

    @Test
    void without_facts_every_day_is_open() {
        assertThat(open(PeriodLocks.empty(), SALES, LocalDate.MIN.plusDays(1))).isTrue();
        assertThat(PeriodLocks.empty().lockedThrough(BookId.MAIN, SALES)).isEmpty();
    }

    @Test
    void a_lock_of_all_covers_every_scope_of_its_book_only() {
        PeriodLocks locks = after(new Locked(LockScope.ALL, MARCH_31));
        assertThat(open(locks, SALES, MARCH_31)).isFalse();
        assertThat(open(locks, TAX, MARCH_31)).isFalse();
        assertThat(open(locks, LockScope.ALL, MARCH_31)).isFalse();
        assertThat(open(locks, SALES, APRIL_1)).isTrue();
        assertThat(locks.isOpen(BookId.of("tax"), SALES, MARCH_31, ANN, NOON)).isTrue();
    }

    @Test
    void a_lock_of_one_scope_covers_no_other() {
        PeriodLocks locks = after(new Locked(SALES, MARCH_31));
        assertThat(open(locks, SALES, MARCH_31)).isFalse();
        assertThat(open(locks, TAX, MARCH_31)).isTrue();
        assertThat(open(locks, LockScope.ALL, MARCH_31)).isTrue();
        assertThat(locks.anyLockCovers(BookId.MAIN, MARCH_31)).isTrue();
        assertThat(locks.anyLockCovers(BookId.MAIN, APRIL_1)).isFalse();
    }

    @Test
    void taking_back_a_lock_puts_the_one_before_in_force() {
        PeriodLocks locks = after(
                new Locked(SALES, MARCH_31.minusMonths(1)),
                new Locked(SALES, MARCH_31),
                new Unlocked(SALES, MARCH_31, "x"));
        assertThat(locks.lockedThrough(BookId.MAIN, SALES)).contains(LocalDate.of(2026, 2, 28));
        assertThat(locks.locks(BookId.MAIN)).containsExactly(new Locked(SALES, LocalDate.of(2026, 2, 28)));
    }

    @Test
    void a_refusal_names_scope_date_and_lock() {
        Outcome<LocalDate> refused = after(new Locked(LockScope.ALL, MARCH_31))
                .accountingDate(BookId.MAIN, SALES, MARCH_31, ANN, NOON, LockedDatePolicy.REFUSE);
        assertThat(refused.refusal().orElseThrow().code()).isEqualTo(PeriodRefusals.LOCKED);
        assertThat(refused.refusal().orElseThrow().facts().get("lockedThrough")).isEqualTo("2026-03-31");
        assertThat(refused.refusal().orElseThrow().message()).contains("sales", "2026-03-31", "main");
    }

    @Test
    void the_first_open_day_is_the_one_after_every_lock_of_the_scope() {
        PeriodLocks locks = after(new Locked(SALES, MARCH_31), new Locked(LockScope.ALL, MARCH_31.minusMonths(1)));
        LocalDate march1 = LocalDate.of(2026, 3, 1);
        assertThat(moved(locks, SALES, march1)).isEqualTo(APRIL_1);
        assertThat(moved(locks, TAX, march1)).isEqualTo(march1);
        assertThat(moved(locks, TAX, LocalDate.of(2026, 2, 1))).isEqualTo(march1);
    }

    @Test
    void an_exception_attracts_no_moved_entry_but_keeps_one_that_names_its_day() {
        PeriodLocks locks = after(new Locked(LockScope.ALL, MARCH_31), exception(LockScope.ALL, Optional.empty()));
        assertThat(moved(locks, SALES, MARCH_31)).isEqualTo(MARCH_31);
        assertThat(moved(locks, SALES, MARCH_31.minusDays(20))).isEqualTo(APRIL_1);
    }

    private static LocalDate moved(PeriodLocks locks, LockScope scope, LocalDate date) {
        return locks.accountingDate(BookId.MAIN, scope, date, ANN, NOON, LockedDatePolicy.FIRST_OPEN_DAY)
                .orElseThrow();
    }

    @Test
    void an_exception_holds_for_its_scope_days_grantee_and_time() {
        PeriodLocks locks = after(new Locked(LockScope.ALL, MARCH_31), exception(SALES, Optional.of(ANN)));
        assertThat(open(locks, SALES, MARCH_31)).isTrue();
        assertThat(open(locks, TAX, MARCH_31)).isFalse();
        assertThat(open(locks, SALES, MARCH_31.minusDays(5))).isTrue();
        assertThat(open(locks, SALES, MARCH_31.minusDays(6))).isFalse();
        assertThat(locks.isOpen(BookId.MAIN, SALES, MARCH_31, BOB, NOON)).isFalse();
        assertThat(locks.isOpen(BookId.MAIN, SALES, MARCH_31, ANN, NOON.plusSeconds(59)))
                .isTrue();
        assertThat(locks.isOpen(BookId.MAIN, SALES, MARCH_31, ANN, NOON.plusSeconds(60)))
                .isFalse();
        assertThat(locks.exceptions(BookId.MAIN, NOON)).hasSize(1);
        assertThat(locks.exceptions(BookId.MAIN, NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void an_exception_for_anybody_holds_until_it_is_ended() {
        PeriodLocks locks = after(new Locked(LockScope.ALL, MARCH_31), exception(LockScope.ALL, Optional.empty()));
        assertThat(locks.isOpen(BookId.MAIN, TAX, MARCH_31, BOB, NOON)).isTrue();
        PeriodLocks ended =
                locks.with(new PeriodFact(3, BookId.MAIN, new ExceptionEnded(IdempotencyKey.of("e")), 0, NOON, ANN));
        assertThat(ended.isOpen(BookId.MAIN, TAX, MARCH_31, BOB, NOON)).isFalse();
        assertThat(locks.isOpen(BookId.MAIN, TAX, MARCH_31, BOB, NOON)).isTrue();
    }

    @Test
    void a_closed_year_is_locked_whatever_exceptions_there_are() {
        PeriodLocks locks = after(year(2025), year(2026), exception(LockScope.ALL, Optional.empty()));
        assertThat(open(locks, SALES, MARCH_31)).isFalse();
        assertThat(open(locks, SALES, LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(open(locks, SALES, LocalDate.of(2027, 1, 1))).isTrue();
        PeriodLocks reopened = locks.with(new PeriodFact(
                4, BookId.MAIN, new YearReopened("2026", 1, Lists.immutable.empty(), "x"), 0, NOON, ANN));
        assertThat(open(reopened, SALES, MARCH_31)).isTrue();
        assertThat(open(reopened, SALES, LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(reopened.generation(BookId.MAIN, "2026")).isEqualTo(1);
    }

    @Test
    void a_fact_that_does_not_follow_is_an_error() {
        PeriodFact gap = new PeriodFact(2, BookId.MAIN, new Locked(SALES, MARCH_31), 0, NOON, ANN);
        assertThatThrownBy(() -> PeriodLocks.empty().with(gap)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_scope_has_no_control_characters() {
        assertThatThrownBy(() -> LockScope.of("a\u0000b"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("id.form");
    }

    @Test
    void broken_changes_cannot_be_built() {
        assertThatThrownBy(() -> new Locked(SALES, LocalDate.MAX)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Unlocked(SALES, MARCH_31, " ")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ExceptionGranted(
                        IdempotencyKey.of("e"), SALES, APRIL_1, APRIL_1, Optional.empty(), NOON, "x"))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> LockScope.of(" ")).isInstanceOf(InvalidValueException.class);
    }
}
