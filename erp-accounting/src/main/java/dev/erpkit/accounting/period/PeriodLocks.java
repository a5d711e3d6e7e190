package dev.erpkit.accounting.period;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodChange.YearClosed;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * What is locked: an immutable fold of the period facts of a tenant, and the guard that these facts make.
 *
 * <p>A day is locked for a scope when it lies in a closed year, or not after the newest lock of {@code all}, or not after
 * the newest lock of the scope. An exception lets its grantee post on its days all the same, but never in a closed year.
 *
 * <p>The state of an earlier moment is the fold of the facts up to it: see {@link PeriodService#asKnownAt}.
 */
public final class PeriodLocks implements PeriodGuard {
    private static final PeriodLocks EMPTY = new PeriodLocks(Maps.immutable.empty(), 0, Instant.MIN);

    private final ImmutableMap<BookId, BookPeriods> books;
    private final long size;
    private final Instant recordedAt;

    private PeriodLocks(ImmutableMap<BookId, BookPeriods> books, long size, Instant recordedAt) {
        this.books = books;
        this.size = size;
        this.recordedAt = recordedAt;
    }

    /** Everything is open. */
    public static PeriodLocks empty() {
        return EMPTY;
    }

    /** What these facts, in the order of their numbers, make. */
    public static PeriodLocks of(Iterable<PeriodFact> facts) {
        PeriodLocks locks = EMPTY;
        for (PeriodFact fact : facts) {
            locks = locks.with(fact);
        }
        return locks;
    }

    /**
     * What one more fact makes of it.
     *
     * @throws IllegalStateException when the fact does not carry the next number
     */
    public PeriodLocks with(PeriodFact fact) {
        if (fact.number() != size + 1) {
            throw new IllegalStateException("Period fact " + fact.number() + " does not follow fact " + size);
        }
        BookPeriods after = of(fact.book()).with(fact.change());
        return new PeriodLocks(books.newWithKeyValue(fact.book(), after), fact.number(), fact.recordedAt());
    }

    /** How many facts were folded. */
    public long size() {
        return size;
    }

    /** The recorded instant of the last fact, {@code Instant.MIN} before the first one. */
    Instant recordedAt() {
        return recordedAt;
    }

    BookPeriods of(BookId book) {
        return books.getIfAbsentValue(book, BookPeriods.EMPTY);
    }

    /** The last day that is locked for a scope, empty when no day is. */
    public Optional<LocalDate> lockedThrough(BookId book, LockScope scope) {
        LocalDate through = of(book).lockedThrough(scope);
        return through.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(through);
    }

    /** The locks in force, by scope, the newest of a scope last. */
    public ImmutableList<Locked> locks(BookId book) {
        BookPeriods periods = of(book);
        return Lists.immutable
                .ofAll(periods.locks().keysView().toSortedList())
                .flatCollect(scope -> periods.own(scope).collect(through -> new Locked(scope, through)));
    }

    /** The exceptions that hold at an instant, in the order in which they were granted. */
    public ImmutableList<ExceptionGranted> exceptions(BookId book, Instant at) {
        return of(book).live().select(e -> at.isBefore(e.expiresAt()));
    }

    /** The closed years, oldest first. */
    public ImmutableList<YearClosed> closedYears(BookId book) {
        return of(book).years();
    }

    /** How often the year with this name was closed, reopened or not. */
    public int generation(BookId book, String year) {
        return of(book).generations().getIfAbsentValue(year, 0);
    }

    /** Tells whether a lock of any scope, or a closed year, covers a day. */
    public boolean anyLockCovers(BookId book, LocalDate date) {
        BookPeriods periods = of(book);
        return !date.isAfter(periods.lockedThrough(LockScope.ALL))
                || periods.locks().keysView().anySatisfy(scope -> !date.isAfter(periods.lockedThrough(scope)));
    }

    /** Tells whether the actor may record an entry of this scope on this day. */
    public boolean isOpen(BookId book, LockScope scope, LocalDate date, Actor actor, Instant at) {
        BookPeriods periods = of(book);
        return date.isAfter(periods.lockedThrough(scope)) || periods.excepted(scope, date, actor, at);
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@link LockedDatePolicy#FIRST_OPEN_DAY} moves to the first day that is open for everybody: an exception lets in
     * whoever names a day of it, it attracts nothing.
     */
    @Override
    public Outcome<LocalDate> accountingDate(
            BookId book, LockScope scope, LocalDate wanted, Actor actor, Instant at, LockedDatePolicy policy) {
        BookPeriods periods = of(book);
        LocalDate through = periods.lockedThrough(scope);
        if (wanted.isAfter(through) || periods.excepted(scope, wanted, actor, at)) {
            return Outcome.accepted(wanted);
        }
        if (policy == LockedDatePolicy.FIRST_OPEN_DAY) {
            return Outcome.accepted(through.plusDays(1));
        }
        return Outcome.refused(locked(periods, book, scope, wanted, through));
    }

    private static Refusal locked(
            BookPeriods periods, BookId book, LockScope scope, LocalDate wanted, LocalDate through) {
        boolean yearClosed = !wanted.isAfter(periods.closedThrough());
        String advice = yearClosed
                ? "; choose a later date or reopen the year"
                : "; choose a later date, or have the lock taken back or an exception granted";
        Refusal refusal = Refusal.of(
                        PeriodRefusals.LOCKED,
                        wanted + " lies in a locked period: " + scope + " of book " + book + " is locked through "
                                + through + advice)
                .with("book", book)
                .with("scope", scope)
                .with("date", wanted)
                .with("lockedThrough", through);
        return yearClosed ? refusal.with("closedThrough", periods.closedThrough()) : refusal;
    }
}
