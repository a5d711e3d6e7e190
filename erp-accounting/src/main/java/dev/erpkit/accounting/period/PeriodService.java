package dev.erpkit.accounting.period;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.PeriodChange.ExceptionGranted;
import dev.erpkit.accounting.period.PeriodChange.Locked;
import dev.erpkit.accounting.period.PeriodChange.Unlocked;
import dev.erpkit.accounting.period.PeriodChange.YearReopened;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Locks, unlocks and grants exceptions, and guards posting by what was recorded so far.
 *
 * <p>Safe for many threads. The state is kept between calls and compared with the size of the log, so that guarding an
 * entry costs one question to the log; only what is committed is kept.
 *
 * <p>Every command can be sent again: when it has taken effect and nothing newer contradicts it, the outcome is a replay.
 * Each asks the access policy for the permission named below, with the book as its scope, and is refused with
 * {@code access.denied} otherwise; a book that is not kept is refused with {@code book.unknown}. Scopes are free names: a
 * lock of a scope that no journal has covers nothing.
 */
public final class PeriodService implements PeriodGuard {
    private final PeriodLog log;
    private final JournalStore journal;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;
    private final ImmutableList<Book> books;
    private volatile PeriodLocks committed = PeriodLocks.empty();

    /**
     * The periods of one tenant.
     *
     * @param log the facts
     * @param journal the journal, for the position after which a fact is recorded
     * @param unitOfWork runs commands
     * @param access who may change periods
     * @param clock when facts are recorded
     * @param books the books that are kept
     */
    public PeriodService(
            PeriodLog log,
            JournalStore journal,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock,
            ImmutableList<Book> books) {
        this.log = log;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
        this.books = books;
    }

    /**
     * Locks a scope through a day. Needs {@code period.lock}.
     *
     * @return the fact, or {@code period.already-locked}
     */
    public Outcome<PeriodFact> lock(BookId book, LockScope scope, LocalDate through, Actor actor) {
        Locked command = new Locked(scope, through);
        return record("period.lock", book, actor, now -> PeriodDecisions.lock(current(), book, command));
    }

    /**
     * Takes back the newest lock of a scope; the one before is in force again. Needs {@code period.unlock}.
     *
     * @param through the last day of that lock
     * @param reason why, not personal
     * @return the fact, or {@code period.not-locked}, {@code period.not-newest}, {@code period.year-closed}
     */
    public Outcome<PeriodFact> unlock(BookId book, LockScope scope, LocalDate through, String reason, Actor actor) {
        Unlocked command = new Unlocked(scope, through, reason);
        return record("period.unlock", book, actor, now -> PeriodDecisions.unlock(current(), book, command));
    }

    /**
     * Lets somebody post under a lock for a while. Needs {@code period.grant-exception}.
     *
     * @return the fact, or {@code period.exception-expired}, {@code period.exception-key-reused},
     *     {@code period.year-closed}
     */
    public Outcome<PeriodFact> grantException(BookId book, ExceptionGranted exception, Actor actor) {
        return record(
                "period.grant-exception", book, actor, now -> PeriodDecisions.grant(current(), book, exception, now));
    }

    /**
     * Ends an exception before it expires. Needs {@code period.grant-exception}.
     *
     * @return the fact, or {@code period.no-such-exception}
     */
    public Outcome<PeriodFact> endException(BookId book, IdempotencyKey key, Actor actor) {
        return record("period.grant-exception", book, actor, now -> PeriodDecisions.end(current(), book, key));
    }

    /** What is locked now; inside a unit of work with what the work itself has recorded. */
    public PeriodLocks current() {
        PeriodLocks known = committed;
        boolean rollbackPossible = unitOfWork.active();
        long size = log.size();
        if (size == known.size()) {
            return known;
        }
        // A unit of work may see an older log than the one that was kept: then the kept state says too much.
        PeriodLocks locks = foldFrom(size > known.size() ? known : PeriodLocks.empty(), fact -> true);
        if (!rollbackPossible) {
            committed = locks;
        }
        return locks;
    }

    /** The newest reopening of a fiscal year, whether it was closed again since or not. */
    public Optional<YearReopened> reopening(BookId book, String year) {
        YearReopened[] newest = new YearReopened[1];
        log.forEach(0, fact -> {
            if (fact.book().equals(book)
                    && fact.change() instanceof YearReopened reopened
                    && reopened.year().equals(year)) {
                newest[0] = reopened;
            }
        });
        return Optional.ofNullable(newest[0]);
    }

    /** What was locked when the journal had this many entries, after every fact that was recorded then. */
    public PeriodLocks asKnownAt(long journalPosition) {
        return foldFrom(PeriodLocks.empty(), fact -> fact.afterEntry() <= journalPosition);
    }

    /** What was locked at an instant. */
    public PeriodLocks asKnownAt(Instant at) {
        return foldFrom(PeriodLocks.empty(), fact -> !fact.recordedAt().isAfter(at));
    }

    @Override
    public Outcome<LocalDate> accountingDate(
            BookId book, LockScope scope, LocalDate wanted, Actor actor, Instant at, LockedDatePolicy policy) {
        return current().accountingDate(book, scope, wanted, actor, at, policy);
    }

    /**
     * Records a change that another decision of the books has made inside the running unit of work: the close of a year.
     * Decides nothing itself; hosts use the commands.
     *
     * @throws IllegalStateException when no unit of work is running
     */
    public PeriodFact append(BookId book, PeriodChange change, Actor actor) {
        if (!unitOfWork.active()) {
            throw new IllegalStateException("A change of periods is recorded only inside a unit of work");
        }
        PeriodLocks state = current();
        long after = journal.lastPosition();
        PeriodFact fact = new PeriodFact(state.size() + 1, book, change, after, recordedNow(state, after), actor);
        log.append(state.size(), Lists.immutable.of(fact));
        return fact;
    }

    /** The instant at which a fact recorded now would be recorded: the clock's, but never earlier than what is recorded. */
    public Instant now() {
        return recordedNow(current(), journal.lastPosition());
    }

    /** The book with this id, or {@code book.unknown}. */
    public Outcome<Book> book(BookId id) {
        return books.detectOptional(book -> book.id().equals(id))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(Refusal.of(
                                PeriodRefusals.BOOK_UNKNOWN,
                                "There is no book " + id + "; name one of "
                                        + books.collect(Book::id).makeString(", "))
                        .with("book", id)));
    }

    /** The refusal {@code access.denied} when the policy does not let the actor do something in a book. */
    public static Optional<Refusal> denial(AccessPolicy access, Actor actor, String action, BookId book) {
        Permission permission = new Permission(action, book.value());
        return access.allows(actor, permission) ? Optional.empty() : Optional.of(permission.denied());
    }

    private Outcome<PeriodFact> record(
            String action, BookId book, Actor actor, Function<Instant, Outcome<PeriodChange>> decision) {
        Optional<Refusal> refused =
                denial(access, actor, action, book).or(() -> book(book).refusal());
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        Outcome<PeriodFact> outcome = unitOfWork.execute(() -> {
            PeriodLocks state = current();
            Outcome<PeriodChange> decided = decision.apply(recordedNow(state, journal.lastPosition()));
            if (decided instanceof Outcome.Accepted<PeriodChange> accepted && accepted.replayed()) {
                return Outcome.replayed(recorded(book, accepted.value()));
            }
            return decided.map(change -> append(book, change, actor));
        });
        current();
        return outcome;
    }

    private PeriodFact recorded(BookId book, PeriodChange change) {
        MutableList<PeriodFact> same = Lists.mutable.empty();
        log.forEach(0, fact -> {
            if (fact.book().equals(book) && fact.change().equals(change)) {
                same.add(fact);
            }
        });
        return same.getLast();
    }

    /** Never earlier than the newest fact or entry, also when the clock was set back. */
    private Instant recordedNow(PeriodLocks state, long lastPosition) {
        Instant[] latest = {clock.instant().truncatedTo(ChronoUnit.MICROS)};
        if (state.recordedAt().isAfter(latest[0])) {
            latest[0] = state.recordedAt();
        }
        journal.forEach(JournalQuery.after(Math.max(0, lastPosition - 1)), (PostedEntry entry) -> {
            if (entry.recordedAt().isAfter(latest[0])) {
                latest[0] = entry.recordedAt();
            }
        });
        return latest[0];
    }

    private PeriodLocks foldFrom(PeriodLocks start, Predicate<PeriodFact> wanted) {
        PeriodLocks[] locks = {start};
        log.forEach(start.size(), fact -> {
            if (wanted.test(fact)) {
                locks[0] = locks[0].with(fact);
            }
        });
        return locks[0];
    }
}
