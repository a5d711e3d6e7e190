package dev.erpkit.accounting.close;

import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.period.PeriodChange.YearClosed;
import dev.erpkit.accounting.period.PeriodChange.YearReopened;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Closes and reopens fiscal years.
 *
 * <p>Closing posts the entries of {@link YearEndEntries} and records the close, all in one unit of work; from then on every
 * day through the end of the year is locked for every scope. Reopening reverses them on the same day, newest year first;
 * closing and reopening changes no balance at any day. A closing entry that falls under a lock of its own month is posted
 * under an exception that is recorded before it and ended right after it.
 *
 * <p>Both can be sent again: the key of a close is the book and the year, its content the policy; that of a reopening is the
 * year and the reason. As long as the year is what the command made it, the first outcome comes again.
 *
 * <p>Closing reads every entry of the year once. Years are closed in their order; the first one to close is the first in
 * which income or expense was recorded.
 */
public final class YearEnd {
    private final PeriodService periods;
    private final JournalStore journal;
    private final Supplier<Chart> chart;
    private final ClosePosting posting;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final ImmutableList<CloseCheck> checks;

    /**
     * The year ends of one tenant.
     *
     * @param periods the periods
     * @param journal what closing reads
     * @param chart gives the chart of now; asked inside the unit of work
     * @param posting what posts the closing entries
     * @param unitOfWork runs commands
     * @param access who may close and reopen
     * @param checks what else may stand in the way of a close
     */
    public YearEnd(
            PeriodService periods,
            JournalStore journal,
            Supplier<Chart> chart,
            ClosePosting posting,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            ImmutableList<CloseCheck> checks) {
        this.periods = periods;
        this.journal = journal;
        this.chart = chart;
        this.posting = posting;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.checks = checks;
    }

    /**
     * Everything that stands in the way of closing a year; empty when it can be closed.
     *
     * @return {@code book.unknown} or {@code close.other-calendar} alone; or all of {@code close.already-closed},
     *     {@code close.previous-open}, {@code close.unbalanced}, {@code close.no-retained-earnings}, {@code close.currency},
     *     and what the checks of the host say
     */
    public ImmutableList<Refusal> checklist(BookId book, FiscalYear year, ClosePolicy policy) {
        return unitOfWork.execute(() -> {
            Outcome<CloseState> state = state(book, year);
            return state.refusal().map(Lists.immutable::of).orElseGet(() -> blockers(state.orElseThrow(), policy));
        });
    }

    private ImmutableList<Refusal> blockers(CloseState state, ClosePolicy policy) {
        return state.blockers(policy)
                .newWithAll(checks.flatCollect(check -> check.blockers(state.book(), state.year())));
    }

    private Outcome<CloseState> state(BookId book, FiscalYear year) {
        LocalDate start = year.range().startInclusive();
        return periods.book(book)
                .then(kept -> kept.calendar().range().contains(start)
                                && kept.calendar().yearOf(start).equals(year)
                        ? Outcome.accepted(CloseState.read(periods, journal, chart.get(), book, year))
                        : Outcome.refused(Refusal.of(
                                        CloseRefusals.OTHER_CALENDAR,
                                        "Fiscal year " + year.name() + " from " + start
                                                + " is none of the calendar of book " + book
                                                + "; take the year from the calendar of the book")
                                .with("book", book)
                                .with("year", year.name())));
    }

    /** The entries that a close would post now: the same decision without the effect. */
    public Outcome<ImmutableList<JournalEntry>> preview(BookId book, FiscalYear year, ClosePolicy policy) {
        return unitOfWork.execute(
                () -> state(book, year).then(state -> state.entries(policy).entries()));
    }

    /**
     * Closes a year. Needs {@code year.close}.
     *
     * @return the close, or the first blocker of {@link #checklist} with the codes of all as fact {@code blockers}, or why
     *     posting refused a closing entry
     */
    public Outcome<YearClosed> close(BookId book, FiscalYear year, ClosePolicy policy, Actor actor) {
        return inOneWork(
                "year.close",
                book,
                actor,
                () -> earlier(book, year, policy)
                        .map(Outcome::replayed)
                        .orElseGet(() -> state(book, year).then(state -> close(state, policy, actor))));
    }

    /** The close that holds, when it is the same; one without entries is the same under every policy. */
    private Optional<YearClosed> earlier(BookId book, FiscalYear year, ClosePolicy policy) {
        return periods.current()
                .closedYears(book)
                .detectOptional(closed -> closed.year().equals(year.name())
                        && closed.startInclusive().equals(year.range().startInclusive())
                        && closed.endExclusive().equals(year.range().endExclusive()))
                .filter(closed -> {
                    Optional<SourceDocument> source =
                            Optional.of(CloseSource.of(book, closed.year(), closed.generation(), policy));
                    return closed.entries()
                            .allSatisfy(id -> journal.find(id)
                                    .filter(posted -> posted.entry().source().equals(source))
                                    .isPresent());
                });
    }

    private Outcome<YearClosed> close(CloseState state, ClosePolicy policy, Actor actor) {
        ImmutableList<Refusal> blockers = blockers(state, policy);
        if (blockers.notEmpty()) {
            return Outcome.refused(blockers.getFirst()
                    .with("blockers", blockers.collect(Refusal::code).makeString(",")));
        }
        return state.entries(policy).entries().map(entries -> post(state, entries, actor));
    }

    private YearClosed post(CloseState state, ImmutableList<JournalEntry> entries, Actor actor) {
        ClosingException exception =
                new ClosingException(periods, state.book(), state.lastDay(), state.key("close"), actor);
        exception.during(
                () -> entries.forEach(entry -> posting.post(entry, actor).orElseThrow()), entries.notEmpty());
        YearClosed closed = new YearClosed(
                state.year().name(),
                state.year().range().startInclusive(),
                state.year().range().endExclusive(),
                state.generation(),
                entries.collect(JournalEntry::id));
        periods.append(state.book(), closed, actor);
        return closed;
    }

    /**
     * Reopens the newest closed year. Needs {@code year.reopen}.
     *
     * @param year the name of the year
     * @param reason why, not personal
     * @return the reopening, or {@code close.not-closed}, {@code close.not-newest}, or why posting refused a reversal
     */
    public Outcome<YearReopened> reopen(BookId book, String year, String reason, Actor actor) {
        return inOneWork(
                "year.reopen",
                book,
                actor,
                () -> earlier(book, year, reason)
                        .map(Outcome::replayed)
                        .orElseGet(() -> CloseState.newestClosed(periods, book, year)
                                .map(closed -> reverse(book, closed, reason, actor))));
    }

    /** The reopening after which the year was not closed again, when it is the same. */
    private Optional<YearReopened> earlier(BookId book, String year, String reason) {
        boolean closed = periods.current()
                .closedYears(book)
                .anySatisfy(known -> known.year().equals(year));
        return closed
                ? Optional.empty()
                : periods.reopening(book, year).filter(known -> known.reason().equals(reason));
    }

    private YearReopened reverse(BookId book, YearClosed closed, String reason, Actor actor) {
        ImmutableList<EntryId> reversals = Lists.immutable.ofAll(closed.entries()
                .collectWithIndex((id, index) ->
                        YearEndEntries.id("reopen", book, closed.year(), closed.generation(), index + 1)));
        YearReopened reopened = new YearReopened(closed.year(), closed.generation(), reversals, reason);
        periods.append(book, reopened, actor);
        String key = CloseState.key("reopen", book, closed.year(), closed.generation());
        ClosingException exception = new ClosingException(periods, book, closed.lastDay(), key, actor);
        exception.during(
                () -> closed.entries()
                        .zip(reversals)
                        .forEach(pair -> posting.reverse(pair.getOne(), pair.getTwo(), closed.lastDay(), actor)
                                .orElseThrow()),
                reversals.notEmpty());
        return reopened;
    }

    /** A refusal in the middle rolls the whole work back. */
    private <T> Outcome<T> inOneWork(String action, BookId book, Actor actor, Supplier<Outcome<T>> work) {
        return PeriodService.denial(access, actor, action, book)
                .<Outcome<T>>map(Outcome::refused)
                .orElseGet(() -> {
                    try {
                        return unitOfWork.execute(work);
                    } catch (RefusedException e) {
                        return Outcome.refused(e.refusal());
                    }
                });
    }
}
