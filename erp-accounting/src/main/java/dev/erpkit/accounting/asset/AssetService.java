package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.SplitFrom;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.accounting.asset.port.AssetLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * Keeps fixed assets and takes what happens to them into the books. Safe for many threads: every command and every asset of
 * a run is a unit of work of its own, and a period of an asset is booked once, however many runs there are.
 *
 * <p>Commands carry a client's key: the same key with the same content gives the first outcome again, with other content
 * {@code asset.key-reused}. They need {@code asset.change} in each book of the asset that they concern, runs
 * {@code asset.depreciate}; otherwise {@code access.denied}. What posting refuses, such as {@code period.locked} or
 * {@code event.no-rule}, refuses the command. Refused commands change nothing.
 */
public final class AssetService {
    private final AssetLog log;
    private final AccountingEvents events;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;
    private final Schedules schedules;
    private final AssetDecisions decisions;

    /**
     * The assets of one tenant.
     *
     * @param log the facts
     * @param events takes events into the books, in the same unit of work
     * @param unitOfWork runs commands
     * @param access who may do what
     * @param clock when facts are recorded
     * @param schedules the methods and the fiscal calendar
     */
    public AssetService(
            AssetLog log,
            AccountingEvents events,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock,
            Schedules schedules) {
        this.log = log;
        this.events = events;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
        this.schedules = schedules;
        this.decisions = new AssetDecisions(schedules);
    }

    /**
     * Takes in an asset.
     *
     * @param day when it is put to use
     * @return the fact, or {@code asset.exists}, or what {@link AssetDecisions#acquisition} refuses
     */
    public Outcome<AssetFact> acquire(IdempotencyKey key, AssetId id, LocalDate day, Acquired acquired, Actor actor) {
        return command(
                key,
                id,
                day,
                acquired,
                actor,
                acquired.books().keysView().toList().toImmutable(),
                () -> {
                    if (log.facts(id).notEmpty()) {
                        throw new RefusedException(exists(id));
                    }
                    decisions.acquisition(id, day, acquired).ifPresent(AssetService::refuse);
                    AssetFact fact = fact(key, id, day, acquired, actor);
                    log.append(fact);
                    AssetHistory history = AssetHistory.of(fact);
                    acquired.books().keysView().forEach(book -> post(AssetEvents.of(history, fact, book), actor));
                    return fact;
                });
    }

    private static Refusal exists(AssetId id) {
        return AssetRefusals.of(AssetRefusals.EXISTS, id, "There is an asset " + id + " already; choose another id");
    }

    /**
     * Changes an asset: revalues, impairs, improves, transfers, splits, notes its use, changes its terms, or disposes of it.
     * Before a split, what is due before its period is booked in every book, and before a disposal all that is due, the part
     * of the period included that its timing says.
     *
     * @param day when it counts
     * @return the fact, or {@code asset.unknown}, for a split {@code asset.exists}, or what {@link AssetDecisions#change}
     *     refuses
     */
    public Outcome<AssetFact> change(IdempotencyKey key, AssetId id, LocalDate day, AssetChange change, Actor actor) {
        return command(key, id, day, change, actor, books(id, change), () -> {
            AssetHistory history = known(id);
            decisions.change(history, day, change).ifPresent(AssetService::refuse);
            AssetFact fact = fact(key, id, day, change, actor);
            AssetHistory before = bookBefore(history, fact, actor);
            log.append(fact);
            for (BookId book : booksOf(history)) {
                if (change.concerns(book)) {
                    post(AssetEvents.of(before, fact, book), actor);
                }
            }
            if (change instanceof SplitOff off) {
                split(key, id, day, off, actor);
            }
            return fact;
        });
    }

    /**
     * Disposes of a part of an asset: splits it off and disposes of that, in one.
     *
     * @param off the part, under the id it leaves by
     * @return the disposal of the part, or what {@link #change} refuses
     */
    public Outcome<AssetFact> disposePart(
            IdempotencyKey key, AssetId id, LocalDate day, SplitOff off, Disposed disposed, Actor actor) {
        return refusable(() -> {
            Outcome<AssetFact> split = change(key, id, day, off, actor);
            return split.then(
                    fact -> change(IdempotencyKey.of(off.part() + "/left"), off.part(), day, disposed, actor));
        });
    }

    private void split(IdempotencyKey key, AssetId id, LocalDate day, SplitOff off, Actor actor) {
        if (log.facts(off.part()).notEmpty()) {
            throw new RefusedException(exists(off.part()));
        }
        log.append(fact(key, off.part(), day, new SplitFrom(id, off.share(), off.whole()), actor));
    }

    private AssetHistory bookBefore(AssetHistory history, AssetFact fact, Actor actor) {
        AssetHistory known = history;
        for (BookId book : booksOf(history)) {
            if (fact.change() instanceof Disposed) {
                known = book(known, schedules.of(history.with(fact), book).due(fact.day()), book, actor);
            } else if (fact.change() instanceof SplitOff) {
                Schedule schedule = schedules.of(history, book);
                ImmutableList<ScheduleRow> due =
                        schedule.due(fact.day()).select(row -> row.date().isBefore(fact.day()));
                known = book(known, due, book, actor);
            }
        }
        return known;
    }

    /**
     * Books the depreciation of a book that is due on a day and not booked yet, of all assets. Safe to run again, and at the
     * same time.
     *
     * @return what was booked and what was refused, or {@code access.denied}
     */
    public Outcome<DepreciationRun> depreciate(BookId book, LocalDate through, Actor actor) {
        Optional<Refusal> denied = PeriodService.denial(access, actor, "asset.depreciate", book);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        MutableList<BookedRow> booked = Lists.mutable.empty();
        MutableSortedMap<AssetId, Refusal> refused = SortedMaps.mutable.empty();
        log.forEach(id -> {
            Outcome<ImmutableList<BookedRow>> rows =
                    refusable(() -> Outcome.accepted(depreciate(id, book, through, actor)));
            if (rows instanceof Outcome.Accepted<ImmutableList<BookedRow>> accepted) {
                booked.addAllIterable(accepted.value());
            }
            rows.refusal().ifPresent(reason -> refused.put(id, reason));
        });
        return Outcome.accepted(new DepreciationRun(booked.toImmutable(), refused.toImmutable()));
    }

    private ImmutableList<BookedRow> depreciate(AssetId id, BookId book, LocalDate through, Actor actor) {
        AssetHistory history = known(id);
        int before = history.rows().size();
        return book(history, due(history, book, through), book, actor).rows().drop(before);
    }

    private ImmutableList<ScheduleRow> due(AssetHistory history, BookId book, LocalDate through) {
        return history.acquired().books().containsKey(book)
                        && history.disposal().isEmpty()
                ? schedules.of(history, book).due(through)
                : Lists.immutable.empty();
    }

    /** The assets with depreciation of a book that is due on a day and not booked yet: what {@link #depreciate} would book. */
    public ImmutableList<AssetId> undepreciated(BookId book, LocalDate through) {
        MutableList<AssetId> found = Lists.mutable.empty();
        unitOfWork.execute(() -> {
            log.forEach(id -> {
                if (due(known(id), book, through).notEmpty()) {
                    found.add(id);
                }
            });
            return found;
        });
        return found.toImmutable();
    }

    private AssetHistory book(AssetHistory history, ImmutableList<ScheduleRow> due, BookId book, Actor actor) {
        AssetHistory known = history;
        for (ScheduleRow row : due) {
            BookedRow booked = new BookedRow(history.id(), book, row.periodStart(), row.date(), row.amount(), now());
            log.append(booked);
            post(Optional.of(AssetEvents.depreciated(known, booked)), actor);
            known = known.with(booked);
        }
        return known;
    }

    /** What is known of an asset. */
    public Optional<AssetHistory> find(AssetId id) {
        ImmutableList<AssetFact> facts = log.facts(id);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        Optional<AssetHistory> origin =
                facts.getFirst().change() instanceof SplitFrom from ? find(from.from()) : Optional.empty();
        return Optional.of(new AssetHistory(id, facts, log.rows(id), origin));
    }

    /** The schedule of an asset in a book, or {@code asset.unknown}, {@code asset.unknown-book}. */
    public Outcome<Schedule> schedule(AssetId id, BookId book) {
        Optional<AssetHistory> history = find(id);
        if (history.isEmpty()) {
            return Outcome.refused(AssetRefusals.unknown(id));
        }
        return history.get().acquired().books().containsKey(book)
                ? Outcome.accepted(schedules.of(history.get(), book))
                : Outcome.refused(AssetRefusals.of(
                                AssetRefusals.UNKNOWN_BOOK,
                                id,
                                "Asset " + id + " is not kept in book " + book + "; take one of its books")
                        .with("book", book));
    }

    /** The register of a book: every asset that was there between two days, the first excluded, with its movements. */
    public AssetRegister register(BookId book, LocalDate opening, LocalDate closing) {
        MutableList<AssetHistory> histories = Lists.mutable.empty();
        unitOfWork.execute(() -> {
            log.forEach(id -> histories.add(known(id)));
            return histories;
        });
        return AssetRegister.of(histories.toImmutable(), book, opening, closing);
    }

    private AssetHistory known(AssetId id) {
        return find(id).orElseThrow(() -> new RefusedException(AssetRefusals.unknown(id)));
    }

    private static ImmutableList<BookId> booksOf(AssetHistory history) {
        return history.acquired().books().keysView().toList().toImmutable();
    }

    private ImmutableList<BookId> books(AssetId id, AssetChange change) {
        return find(id).map(AssetService::booksOf)
                .orElseGet(Lists.immutable::empty)
                .select(change::concerns);
    }

    private Outcome<AssetFact> command(
            IdempotencyKey key,
            AssetId id,
            LocalDate day,
            AssetChange change,
            Actor actor,
            ImmutableList<BookId> books,
            Supplier<AssetFact> effect) {
        for (BookId book : books) {
            Optional<Refusal> denied = PeriodService.denial(access, actor, "asset.change", book);
            if (denied.isPresent()) {
                return Outcome.refused(denied.get());
            }
        }
        return refusable(() -> {
            ImmutableList<AssetFact> earlier = log.withKey(key);
            if (earlier.isEmpty()) {
                return Outcome.accepted(effect.get());
            }
            AssetFact first = earlier.getFirst();
            boolean same = first.asset().equals(id)
                    && first.day().equals(day)
                    && first.change().equals(change);
            return same
                    ? Outcome.replayed(first)
                    : Outcome.refused(AssetRefusals.of(
                                    AssetRefusals.KEY_REUSED, id, "The key names another command; take another key")
                            .with("key", key));
        });
    }

    /** A refusal inside the work rolls it back. */
    private <T> Outcome<T> refusable(Supplier<Outcome<T>> work) {
        try {
            return unitOfWork.execute(() -> {
                Outcome<T> outcome = work.get();
                outcome.refusal().ifPresent(AssetService::refuse);
                return outcome;
            });
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    private static void refuse(Refusal reason) {
        throw new RefusedException(reason);
    }

    private void post(Optional<AccountingEvent> event, Actor actor) {
        event.ifPresent(known -> events.record(known, actor).orElseThrow());
    }

    private AssetFact fact(IdempotencyKey key, AssetId id, LocalDate day, AssetChange change, Actor actor) {
        return new AssetFact(key, id, day, change, now(), actor);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
