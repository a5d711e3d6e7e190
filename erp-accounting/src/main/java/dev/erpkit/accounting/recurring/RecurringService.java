package dev.erpkit.accounting.recurring;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.recurring.RecurringChange.Added;
import dev.erpkit.accounting.recurring.RecurringChange.Generated;
import dev.erpkit.accounting.recurring.RecurringChange.Paused;
import dev.erpkit.accounting.recurring.RecurringChange.Resumed;
import dev.erpkit.accounting.recurring.RecurringChange.Skipped;
import dev.erpkit.accounting.recurring.RecurringState.Occurrence;
import dev.erpkit.accounting.recurring.port.RecurringLog;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Keeps templates and tells the books what is due. Safe for threads.
 *
 * <p>Permissions, in the main book: {@code recurring.change}, and {@code recurring.run} for runs. A change that is there
 * already is a replay. Refusals besides those named below: {@code access.denied}, {@code recurring.unknown}.
 */
public final class RecurringService {
    private final RecurringLog log;
    private final AccountingEvents events;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;
    private final BusinessCalendar calendar;
    private volatile Recurrings committed = Recurrings.EMPTY;

    /** A service over the ports of a host; {@code events} posts in the same unit of work. */
    public RecurringService(
            RecurringLog log,
            AccountingEvents events,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock,
            BusinessCalendar calendar) {
        this.log = log;
        this.events = events;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
        this.calendar = calendar;
    }

    /**
     * How a run ended.
     *
     * @param told what was told, in the order in which it was told
     * @param refused the first occurrence of each template that the books refused; those behind it wait for it
     */
    public record Run(ImmutableList<Occurrence> told, ImmutableList<Failed> refused) {}

    /**
     * An occurrence that was refused.
     *
     * @param occurrence which one
     * @param reason why
     */
    public record Failed(Occurrence occurrence, Refusal reason) {}

    private Recurrings current() {
        Recurrings known = committed;
        boolean rollbackPossible = unitOfWork.active();
        long size = log.size();
        if (size == known.size()) {
            return known;
        }
        // a unit of work may see an older log than the one that was kept: then the kept state says too much
        Recurrings start = size > known.size() ? known : Recurrings.EMPTY;
        MutableList<RecurringFact> facts = Lists.mutable.empty();
        log.forEach(start.size(), facts::add);
        Recurrings now = start.with(facts);
        if (!rollbackPossible) {
            committed = now;
        }
        return now;
    }

    /** All templates in the order of their ids. */
    public ImmutableList<RecurringState> all() {
        return current().all();
    }

    /** The template with this id. */
    public Optional<RecurringState> find(RecurringId id) {
        return current().find(id);
    }

    /** Adds a template. {@code recurring.id-reused}. */
    public Outcome<RecurringState> add(RecurringTemplate template, Actor actor) {
        return command(actor, () -> {
            Optional<RecurringState> known = find(template.id());
            if (known.isEmpty()) {
                return record(template.id(), new Added(template), actor);
            }
            return known.get().template().equals(template)
                    ? Outcome.replayed(known.get())
                    : Outcome.refused(
                            of("recurring.id-reused", template.id(), "was added with other content; take another id"));
        });
    }

    /** Leaves one occurrence out. {@code recurring.told} when it was told already. */
    public Outcome<RecurringState> skip(RecurringId id, int place, Actor actor) {
        return change(
                id,
                actor,
                state -> state.skipped().contains(place)
                        ? Outcome.replayed(state)
                        : place <= state.generated() || place < 1
                                ? Outcome.refused(of(
                                        "recurring.told",
                                        id,
                                        "has told occurrence " + place + "; reverse its entry instead"))
                                : record(id, new Skipped(place), actor));
    }

    /** Pauses a template from a day on. {@code recurring.paused} when it is paused from another day. */
    public Outcome<RecurringState> pause(RecurringId id, LocalDate from, Actor actor) {
        return change(id, actor, state -> {
            if (!state.paused()) {
                return record(id, new Paused(from), actor);
            }
            return state.pauses().getLast().from().equals(from)
                    ? Outcome.replayed(state)
                    : Outcome.refused(of("recurring.paused", id, "is paused already; resume it first"));
        });
    }

    /** Resumes a template from a day on. {@code recurring.not-paused}, also when the day lies before the pause. */
    public Outcome<RecurringState> resume(RecurringId id, LocalDate from, Actor actor) {
        return change(id, actor, state -> {
            boolean done = state.pauses().notEmpty()
                    && state.pauses().getLast().until().equals(Optional.of(from));
            if (done) {
                return Outcome.replayed(state);
            }
            return state.paused() && !from.isBefore(state.pauses().getLast().from())
                    ? record(id, new Resumed(from), actor)
                    : Outcome.refused(of("recurring.not-paused", id, "is not paused on " + from + "; pause it first"));
        });
    }

    /**
     * Tells the books all that is due through a day, by day and then by template, each in a unit of work of its own: what the
     * books refuse holds up only its own template. Running again tells nothing twice.
     */
    public Outcome<Run> run(LocalDate through, Actor actor) {
        Optional<Refusal> denial = PeriodService.denial(access, actor, "recurring.run", BookId.MAIN);
        if (denial.isPresent()) {
            return Outcome.refused(denial.get());
        }
        MutableList<Occurrence> told = Lists.mutable.empty();
        MutableMap<RecurringId, Failed> refused = Maps.mutable.empty();
        MutableList<Occurrence> due = Lists.mutable.ofAll(all().flatCollect(state -> state.due(through, calendar)));
        due.sortThis((a, b) -> a.date().equals(b.date())
                ? a.template().id().compareTo(b.template().id())
                : a.date().compareTo(b.date()));
        for (Occurrence occurrence : due) {
            current();
            RecurringId id = occurrence.template().id();
            if (!refused.containsKey(id)) {
                Optional<Refusal> refusal = tell(occurrence, actor);
                refusal.ifPresentOrElse(
                        reason -> refused.put(id, new Failed(occurrence, reason)), () -> told.add(occurrence));
            }
        }
        return Outcome.accepted(new Run(
                told.toImmutable(),
                refused.toSortedListBy(failed -> failed.occurrence().template().id())
                        .toImmutable()));
    }

    /** Somebody else may have told it since, or paused the template: then it is not due any more. */
    private Optional<Refusal> tell(Occurrence occurrence, Actor actor) {
        try {
            return unitOfWork.execute(() -> {
                RecurringId id = occurrence.template().id();
                boolean due =
                        find(id).orElseThrow().due(occurrence.date(), calendar).contains(occurrence);
                if (due) {
                    events.record(occurrence.event(), actor).orElseThrow();
                    record(id, new Generated(occurrence.place(), occurrence.date()), actor);
                }
                return Optional.<Refusal>empty();
            });
        } catch (RefusedException e) {
            return Optional.of(e.refusal());
        }
    }

    private Outcome<RecurringState> change(
            RecurringId id, Actor actor, Function<RecurringState, Outcome<RecurringState>> decide) {
        return command(
                actor,
                () -> find(id).map(decide)
                        .orElseGet(() -> Outcome.refused(of("recurring.unknown", id, "is not there; add it first"))));
    }

    private Outcome<RecurringState> command(Actor actor, Supplier<Outcome<RecurringState>> work) {
        Optional<Refusal> denial = PeriodService.denial(access, actor, "recurring.change", BookId.MAIN);
        return denial.isPresent() ? Outcome.refused(denial.get()) : unitOfWork.execute(work);
    }

    private Outcome<RecurringState> record(RecurringId id, RecurringChange change, Actor actor) {
        long size = log.size();
        log.append(
                size,
                Lists.immutable.of(new RecurringFact(
                        size + 1, id, change, clock.instant().truncatedTo(ChronoUnit.MICROS), actor)));
        return Outcome.accepted(find(id).orElseThrow());
    }

    private static Refusal of(String code, RecurringId id, String message) {
        return Refusal.of(RefusalCode.of(code), "Recurring entry " + id + " " + message)
                .with("template", id);
    }
}
