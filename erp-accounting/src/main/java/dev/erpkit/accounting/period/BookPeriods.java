package dev.erpkit.accounting.period;

import dev.erpkit.accounting.period.PeriodChange.ExceptionEnded;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodChange.Unlocked;
import dev.erpkit.accounting.period.PeriodChange.YearClosed;
import dev.erpkit.accounting.period.PeriodChange.YearReopened;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * The periods of one book, folded from its facts.
 *
 * @param locks the locks of each scope that are in force, oldest and shortest first; a scope without locks is absent
 * @param granted every exception that was ever granted, in order, for looking up keys
 * @param live the exceptions that were not ended; some may have expired
 * @param years the closed years, oldest first
 * @param generations how often each year was closed
 * @param newest the newest change, by which a command that was sent twice is known
 */
record BookPeriods(
        ImmutableMap<LockScope, ImmutableList<LocalDate>> locks,
        ImmutableList<ExceptionGranted> granted,
        ImmutableList<ExceptionGranted> live,
        ImmutableList<YearClosed> years,
        ImmutableMap<String, Integer> generations,
        Optional<PeriodChange> newest) {
    static final BookPeriods EMPTY = new BookPeriods(
            Maps.immutable.empty(),
            Lists.immutable.empty(),
            Lists.immutable.empty(),
            Lists.immutable.empty(),
            Maps.immutable.empty(),
            Optional.empty());

    BookPeriods with(PeriodChange change) {
        Optional<PeriodChange> last = Optional.of(change);
        if (change instanceof Locked locked) {
            return new BookPeriods(
                    locksWith(locked.scope(), own(locked.scope()).newWith(locked.through())),
                    granted,
                    live,
                    years,
                    generations,
                    last);
        } else if (change instanceof Unlocked unlocked) {
            return new BookPeriods(
                    locksWith(unlocked.scope(), withoutLast(own(unlocked.scope()))),
                    granted,
                    live,
                    years,
                    generations,
                    last);
        } else if (change instanceof ExceptionGranted exception) {
            return new BookPeriods(
                    locks, granted.newWith(exception), live.newWith(exception), years, generations, last);
        } else if (change instanceof ExceptionEnded ended) {
            return new BookPeriods(
                    locks, granted, live.reject(e -> e.key().equals(ended.key())), years, generations, last);
        } else if (change instanceof YearClosed closed) {
            ImmutableMap<String, Integer> counted = generations.newWithKeyValue(closed.year(), closed.generation());
            return new BookPeriods(locks, granted, live, years.newWith(closed), counted, last);
        } else if (change instanceof YearReopened) {
            return new BookPeriods(locks, granted, live, withoutLast(years), generations, last);
        }
        throw new IllegalStateException("Unknown change of periods: " + change);
    }

    private ImmutableMap<LockScope, ImmutableList<LocalDate>> locksWith(
            LockScope scope, ImmutableList<LocalDate> stack) {
        return stack.isEmpty() ? locks.newWithoutKey(scope) : locks.newWithKeyValue(scope, stack);
    }

    private static <T> ImmutableList<T> withoutLast(ImmutableList<T> stack) {
        return stack.take(stack.size() - 1);
    }

    /** The locks of exactly this scope, shortest first. */
    ImmutableList<LocalDate> own(LockScope scope) {
        return locks.getIfAbsentValue(scope, Lists.immutable.empty());
    }

    /** The last day of the newest closed year, {@code LocalDate.MIN} when no year is closed. */
    LocalDate closedThrough() {
        return years.isEmpty() ? LocalDate.MIN : years.getLast().lastDay();
    }

    /** The last locked day of a scope, {@code LocalDate.MIN} when nothing is locked. */
    LocalDate lockedThrough(LockScope scope) {
        LocalDate through = later(closedThrough(), top(LockScope.ALL));
        return scope.equals(LockScope.ALL) ? through : later(through, top(scope));
    }

    boolean excepted(LockScope scope, LocalDate date, Actor actor, Instant at) {
        return date.isAfter(closedThrough()) && live.anySatisfy(e -> e.covers(scope, date, actor, at));
    }

    private LocalDate top(LockScope scope) {
        ImmutableList<LocalDate> stack = locks.get(scope);
        return stack == null ? LocalDate.MIN : stack.getLast();
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
