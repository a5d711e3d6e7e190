package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.period.PeriodGuard;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.posting.EntryPoster;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * Matches open items and takes matches back, each in one unit of work with the entry that its exchange difference needs.
 * Safe for threads as far as the ports are.
 *
 * <p>Locks hold for a match as they do for an entry, so that what was open at the end of a closed period stays as it was. A
 * match that posts an entry obeys the locks of its journal; one that needs none stands in no journal and obeys closed years
 * and the locks of {@code all}.
 *
 * <p>Permission: {@code openitem.match} with the book as scope.
 */
public final class MatchingService {
    private static final String MATCH = "openitem.match";

    private final OpenItemLog log;
    private final JournalStore journal;
    private final EntryPoster posting;
    private final ExchangeRates rates;
    private final PeriodGuard periods;
    private final LockedDatePolicy lockedDates;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final AccessPolicy access;

    /**
     * A service over a host's ports.
     *
     * @param posting posts in the same unit of work, and records items through {@link OpenItemRecorder}
     * @param periods guards the days of matches that post nothing
     * @param lockedDates what becomes of such a match under a lock; the policy of posting, too
     */
    public MatchingService(
            OpenItemLog log,
            JournalStore journal,
            EntryPoster posting,
            ExchangeRates rates,
            PeriodGuard periods,
            LockedDatePolicy lockedDates,
            UnitOfWork unitOfWork,
            InstantSource clock,
            AccessPolicy access) {
        this.log = log;
        this.journal = journal;
        this.posting = posting;
        this.rates = rates;
        this.periods = periods;
        this.lockedDates = lockedDates;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.access = access;
    }

    /** What a request would come to now; changes nothing. Refusals as {@link #match}, but for ids and access. */
    public Outcome<MatchPlan> preview(MatchRequest request, MatchingPolicy policy) {
        return unitOfWork.execute(() -> plan(request, policy));
    }

    /**
     * Matches items. The same request again gives the first match again.
     *
     * @return the match, or a refusal of {@link Matching#decide}, {@code match.item-unknown}, {@code match.id-reused},
     *     {@code access.denied}, {@code period.locked}, or what refuses an entry that has to be posted
     */
    public Outcome<Match> match(MatchRequest request, MatchingPolicy policy, Actor actor) {
        return unitOfWork.execute(() -> {
            Optional<Match> earlier = log.match(request.id());
            if (earlier.isPresent()) {
                return replay(earlier.get(), earlier.get().fingerprint().equals(request.fingerprint(policy)));
            }
            return plan(request, policy)
                    .then(plan -> permitted(actor, plan.book()).map(allowed -> plan))
                    .then(plan -> record(request, plan, policy, actor));
        });
    }

    /**
     * Takes a match back: from the date on everything it consumed is open again, and its exchange difference is reversed.
     * The match stays a fact; the undoing is another.
     *
     * @param id the client's id of the undoing
     * @param undone the match
     * @param date the effective date, not before that of the match
     * @return the undoing, or {@code match.unknown}, {@code match.already-undone}, {@code match.is-undoing},
     *     {@code match.date}, {@code match.id-reused}, {@code access.denied}, {@code period.locked}, or what refuses the
     *     entry
     */
    public Outcome<Match> undo(MatchId id, MatchId undone, LocalDate date, Actor actor) {
        return unitOfWork.execute(() -> {
            Optional<Match> earlier = log.match(id);
            if (earlier.isPresent()) {
                return replay(earlier.get(), earlier.get().fingerprint().equals(Undoing.fingerprint(undone, date)));
            }
            return Undoing.decide(undone, log, date)
                    .then(match -> permitted(actor, match.book()).map(allowed -> match))
                    .then(match -> takeBack(id, match, date, actor));
        });
    }

    private Outcome<MatchPlan> plan(MatchRequest request, MatchingPolicy policy) {
        MutableList<ItemHistory> items = Lists.mutable.empty();
        for (MatchTerm term : request.terms()) {
            Optional<ItemHistory> item = log.find(term.item());
            if (item.isEmpty()) {
                return Outcome.refused(Refusal.of(
                                MatchRefusals.ITEM_UNKNOWN,
                                "There is no open item " + term.item() + "; only lines of control accounts are items")
                        .with("item", term.item()));
            }
            items.add(item.get());
        }
        return Matching.decide(request, items.toImmutable(), this::coordinates, policy, rates);
    }

    private Dimensions coordinates(ItemId item) {
        return journal.find(item.entry())
                .map(posted -> posted.entry().lines().get(item.line()).dimensions())
                .orElseThrow(() -> new NotFoundException(item.toString()));
    }

    private Outcome<Match> record(MatchRequest request, MatchPlan plan, MatchingPolicy policy, Actor actor) {
        Match.Builder match = Match.builder();
        match.id(request.id())
                .book(plan.book())
                .parts(plan.parts())
                .baseCurrency(plan.baseCurrency())
                .differenceMinor(plan.differenceMinor())
                .basis(plan.basis())
                .fingerprint(request.fingerprint(policy))
                .undoes(Optional.empty())
                .matchedBy(actor)
                .position(journal.lastPosition() + 1);
        if (plan.lines().isEmpty()) {
            return append(match, plan.book(), request.date(), actor);
        }
        return posting.post(MatchEntries.of(request, plan, policy.journal()), actor)
                .then(posted -> append(match, posted));
    }

    private Outcome<Match> takeBack(MatchId id, Match undone, LocalDate date, Actor actor) {
        Match.Builder match = Match.builder();
        match.id(id)
                .book(undone.book())
                .parts(undone.parts().collect(MatchPart::negate))
                .baseCurrency(undone.baseCurrency())
                .differenceMinor(Math.negateExact(undone.differenceMinor()))
                .basis("undo of " + undone.id())
                .fingerprint(Undoing.fingerprint(undone.id(), date))
                .undoes(Optional.of(undone.id()))
                .matchedBy(actor)
                .position(journal.lastPosition() + 1);
        Optional<PostedEntry> posted = undone.entry().flatMap(journal::find);
        if (posted.isEmpty()) {
            return append(match, undone.book(), date, actor);
        }
        return posting.post(MatchEntries.contrary(id, posted.get().entry(), date), actor)
                .then(contrary -> append(match, contrary));
    }

    private Outcome<Match> append(Match.Builder match, BookId book, LocalDate wanted, Actor actor) {
        Instant now = now();
        return periods.accountingDate(book, LockScope.ALL, wanted, actor, now, lockedDates)
                .then(date -> {
                    match.date(date).entry(Optional.empty()).recordedAt(now);
                    return append(match);
                });
    }

    /** Never earlier than the newest entry or match, also when the clock was set back. */
    private Instant now() {
        Instant[] latest = {clock.instant().truncatedTo(ChronoUnit.MICROS)};
        Consumer<Instant> later = at -> latest[0] = at.isAfter(latest[0]) ? at : latest[0];
        journal.forEach(
                JournalQuery.after(Math.max(0, journal.lastPosition() - 1)), entry -> later.accept(entry.recordedAt()));
        log.forEachMatch(Math.max(0, log.lastSequence() - 1), match -> later.accept(match.recordedAt()));
        return latest[0];
    }

    /** A policy of periods may have moved the entry to a later open day; the match takes effect with it. */
    private Outcome<Match> append(Match.Builder match, PostedEntry posted) {
        match.date(posted.entry().date()).entry(Optional.of(posted.id())).recordedAt(posted.recordedAt());
        return append(match);
    }

    private Outcome<Match> append(Match.Builder builder) {
        Match match = builder.sequence(log.lastSequence() + 1).build();
        log.append(match);
        return Outcome.accepted(match);
    }

    private Outcome<Match> replay(Match earlier, boolean same) {
        return same
                ? Outcome.replayed(earlier)
                : Outcome.refused(Refusal.of(
                                MatchRefusals.ID_REUSED,
                                "The id " + earlier.id() + " names a match with other content; choose a new id")
                        .with("match", earlier.id()));
    }

    private Outcome<BookId> permitted(Actor actor, BookId book) {
        Permission match = new Permission(MATCH, book.value());
        return access.allows(actor, match) ? Outcome.accepted(book) : Outcome.refused(match.denied());
    }
}
