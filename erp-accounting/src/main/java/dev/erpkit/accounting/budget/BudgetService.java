package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.budget.BudgetChange.Approved;
import dev.erpkit.accounting.budget.BudgetChange.CarriedOver;
import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.BudgetChange.Consumed;
import dev.erpkit.accounting.budget.BudgetChange.Drafted;
import dev.erpkit.accounting.budget.BudgetChange.Released;
import dev.erpkit.accounting.budget.BudgetChange.Transferred;
import dev.erpkit.accounting.budget.port.BudgetLog;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Drafts, approves and changes budgets, and records what is committed. Safe for threads.
 *
 * <p>Permissions, with the book as scope: {@code budget.change}, {@code budget.approve}, {@code budget.commit}. Every command
 * can be sent again under its key. Besides what is named below: {@code access.denied}, {@code budget.key-reused}.
 */
public final class BudgetService {
    private final BudgetLog log;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;
    private final Supplier<Chart> chart;
    private final Supplier<DimensionCatalogue> catalogue;
    private final BudgetControl control;
    private final Function<BudgetState, BudgetPlan> plans;
    private final JournalStore journal;
    private volatile Budgets committed = Budgets.empty();

    /**
     * A service over the ports of a host.
     *
     * @param journal the journal that is posted to
     * @param chart the chart as it stands in the running unit of work
     * @param catalogue the members of the axes
     * @param policy how budgets are held
     */
    public BudgetService(
            BudgetLog log,
            JournalStore journal,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock,
            Supplier<Chart> chart,
            Supplier<DimensionCatalogue> catalogue,
            ControlPolicy policy) {
        this.log = log;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
        this.chart = chart;
        this.catalogue = catalogue;
        this.plans = state -> new BudgetPlan(state, chart.get(), catalogue.get());
        this.control = new BudgetControl(this::current, journal, chart, catalogue, policy);
    }

    /** The guard that a host adds to posting. */
    public BudgetControl control() {
        return control;
    }

    /** All budgets and commitments now; inside a unit of work with what it has changed. */
    public Budgets current() {
        Budgets known = committed;
        boolean rollbackPossible = unitOfWork.active();
        long size = log.size();
        if (size == known.size()) {
            return known;
        }
        // a unit of work may see an older log than the one that was kept: then the kept state says too much
        Budgets start = size > known.size() ? known : Budgets.empty();
        MutableList<BudgetFact> facts = Lists.mutable.empty();
        log.forEach(start.size(), facts::add);
        Budgets now = start.with(facts);
        if (!rollbackPossible) {
            committed = now;
        }
        return now;
    }

    /**
     * What a version planned, what was posted and what is ordered, in some of its periods, by account and coordinates: what
     * {@link BudgetReport} adds up along accounts or the members of an axis. Income and expense are there whether planned or
     * not, other accounts where they are planned. Entries that close a year are left out. Reads the entries of the periods.
     *
     * @param periods whole periods of the budget, such as its {@code year()} or {@code periods().get(3)}
     * @throws NotFoundException when there is no such version
     * @throws InvalidValueException {@code budget.report-periods} when the range is no row of its periods
     */
    public ImmutableList<BudgetReport.Figure> figures(BudgetId id, DateRange periods) {
        return unitOfWork.execute(() -> {
            BudgetState state = current().find(id).orElseThrow(() -> new NotFoundException("budget " + id));
            ImmutableList<DateRange> all = state.budget().periods();
            boolean whole = all.anySatisfy(p -> p.startInclusive().equals(periods.startInclusive()))
                    && all.anySatisfy(p -> p.endExclusive().equals(periods.endExclusive()));
            if (!whole) {
                throw new InvalidValueException(
                        "BudgetService", "periods", "budget.report-periods", "must be whole periods of the budget");
            }
            return BudgetFigures.of(state, chart.get(), periods, journal, current());
        });
    }

    /** Plan, actual and commitments of a version over its whole year, along the accounts. As {@link #figures}. */
    public BudgetReport report(BudgetId id) {
        return report(id, year(id));
    }

    /** Plan, actual and commitments in some periods, along the accounts. As {@link #figures}. */
    public BudgetReport report(BudgetId id, DateRange periods) {
        return BudgetReport.byAccount(figures(id, periods), chart.get());
    }

    /** Plan, actual and commitments in some periods, along the members of an axis. As {@link #figures}. */
    public BudgetReport report(BudgetId id, DateRange periods, String axis) {
        return BudgetReport.byMember(figures(id, periods), axis, catalogue.get());
    }

    private DateRange year(BudgetId id) {
        return current()
                .find(id)
                .map(state -> state.budget().year())
                .orElseThrow(() -> new NotFoundException("budget " + id));
    }

    /**
     * Drafts a version.
     *
     * @return its state; or {@code budget.id-reused}, {@code budget.unknown-account}, {@code dimension.unknown-axis},
     *     {@code dimension.unknown-member}
     */
    public Outcome<BudgetState> draft(Budget budget, Actor actor) {
        return run("budget.change", budget.book(), actor, () -> {
            Optional<BudgetState> known = current().find(budget.id());
            if (known.isPresent()) {
                return known.get().budget().equals(budget)
                        ? Outcome.replayed(known.get())
                        : Outcome.refused(BudgetRefusals.of(
                                        "budget.id-reused",
                                        "Budget " + budget.id() + " was drafted with other content; take another id")
                                .with("budget", budget.id()));
            }
            Optional<Refusal> refusal = budget.lines()
                    .collect(line -> against(line.scope()))
                    .detectOptional(Optional::isPresent)
                    .flatMap(found -> found);
            return refusal.isPresent()
                    ? Outcome.refused(refusal.get())
                    : Outcome.accepted(record(key("draft", budget.id()), new Drafted(budget), actor)
                            .find(budget.id())
                            .orElseThrow());
        });
    }

    private Optional<Refusal> against(BudgetScope scope) {
        return chart.get().find(scope.account()).isEmpty()
                ? Optional.of(BudgetRefusals.of(
                                "budget.unknown-account",
                                "Account " + scope.account() + " is not in the chart; add it first")
                        .with("account", scope.account()))
                : catalogue.get().check(scope.dimensions());
    }

    /** Approves a draft; it takes the place of what was approved for its year. {@code budget.unknown}, {@code budget.not-draft}. */
    public Outcome<BudgetState> approve(BudgetId id, Actor actor) {
        return about(
                id,
                "budget.approve",
                key("approve", id),
                new Approved(id),
                actor,
                state -> state.status() == BudgetStatus.DRAFT ? Optional.empty() : Optional.of(notDraft(id)));
    }

    private static Refusal notDraft(BudgetId id) {
        return BudgetRefusals.of("budget.not-draft", "Budget " + id + " is no draft any more; draft another version")
                .with("budget", id);
    }

    /**
     * Moves part of the plan between lines: of a draft, or of what is approved. {@code budget.unknown},
     * {@code budget.no-such-line}, {@code budget.transfer}: not above zero, no such period, or more than is available over
     * the year.
     */
    public Outcome<BudgetState> transfer(IdempotencyKey key, Transferred moved, Actor actor) {
        return about(moved.budget(), "budget.change", key, moved, actor, state -> refusal(state, moved));
    }

    private Optional<Refusal> refusal(BudgetState state, Transferred moved) {
        for (BudgetScope scope : Lists.immutable.of(moved.from(), moved.to())) {
            if (state.line(scope).isEmpty()) {
                return Optional.of(BudgetRefusals.noLine(moved.budget(), scope));
            }
        }
        int line = state.lines().detectIndex(each -> each.scope().equals(moved.from()));
        boolean sound = moved.minor() > 0
                && moved.period() >= 0
                && moved.period() < state.budget().periods().size()
                && control.standing(state).get(line).availableMinor() >= moved.minor();
        return sound
                ? Optional.empty()
                : Optional.of(BudgetRefusals.of(
                                "budget.transfer",
                                "Line " + moved.from() + " of budget " + moved.budget()
                                        + " gives only what is above zero and available, in a period of the budget; transfer less")
                        .with("budget", moved.budget())
                        .with("scope", moved.from()));
    }

    /**
     * Adds what the lines of another version left unspent (planned less posted less committed, by the nearest line) to the
     * first period of the same lines of a draft. {@code budget.unknown}, {@code budget.not-draft}.
     */
    public Outcome<BudgetState> carryOver(IdempotencyKey key, BudgetId from, BudgetId to, Actor actor) {
        Optional<BudgetState> giver = current().find(from);
        if (giver.isEmpty()) {
            return Outcome.refused(BudgetRefusals.unknown(from));
        }
        return unitOfWork.execute(() -> {
            Optional<BudgetFact> earlier = current().given(key);
            BudgetChange change = earlier.map(BudgetFact::change)
                    .filter(done -> done instanceof CarriedOver c
                            && c.from().equals(from)
                            && c.budget().equals(to))
                    .orElseGet(() -> carried(giver.get(), from, to));
            return about(
                    to,
                    "budget.change",
                    key,
                    change,
                    actor,
                    state -> state.status() == BudgetStatus.DRAFT ? Optional.empty() : Optional.of(notDraft(to)));
        });
    }

    private CarriedOver carried(BudgetState giver, BudgetId from, BudgetId to) {
        ImmutableList<BudgetLine> taking =
                current().find(to).map(BudgetState::lines).orElse(Lists.immutable.empty());
        ImmutableList<Availability> own = BudgetUnspent.of(plans.apply(giver), journal, current());
        MutableList<BudgetChange.Carried> amounts = Lists.mutable.empty();
        giver.lines().forEachWithIndex((line, i) -> {
            long left = own.get(i).availableMinor();
            if (left > 0 && taking.anySatisfy(other -> other.scope().equals(line.scope()))) {
                amounts.add(new BudgetChange.Carried(line.scope(), left));
            }
        });
        return new CarriedOver(to, from, amounts.toImmutable());
    }

    /**
     * Commits what was ordered. {@code budget.commitment-amount} unless above zero, {@code budget.id-reused},
     * {@code budget.unknown-account}, {@code dimension.unknown-axis}, {@code dimension.unknown-member},
     * {@code budget.exceeded}.
     */
    public Outcome<Commitment> commit(Committed order, Actor actor) {
        return run("budget.commit", order.book(), actor, () -> {
            Optional<Commitment> known = current().find(order.commitment());
            if (known.isPresent()) {
                return known.get().committed().equals(order)
                        ? Outcome.replayed(known.get())
                        : Outcome.refused(BudgetRefusals.of(
                                        "budget.id-reused",
                                        "Commitment " + order.commitment()
                                                + " was made with other content; take another id")
                                .with("budget", order.commitment()));
            }
            Optional<Refusal> refusal = order.minor() > 0
                    ? against(order.scope()).or(() -> control.objection(order))
                    : Optional.of(amount(order.commitment()));
            return refusal.isPresent()
                    ? Outcome.refused(refusal.get())
                    : Outcome.accepted(record(key("commit", order.commitment()), order, actor)
                            .find(order.commitment())
                            .orElseThrow());
        });
    }

    private static Refusal amount(CommitmentId id) {
        return BudgetRefusals.of(
                        "budget.commitment-amount",
                        "Commitment " + id + " takes amounts above zero and at most what is open; correct the amount")
                .with("commitment", id);
    }

    /**
     * Says that part of a commitment is billed: called in the unit of work that posts the bill, before it, so that control
     * counts it once. {@code budget.unknown-commitment}, {@code budget.commitment-amount}.
     */
    public Outcome<Commitment> consume(IdempotencyKey key, CommitmentId id, long minor, Actor actor) {
        return about(id, key, new Consumed(id, minor), actor, open -> minor > 0 && minor <= open);
    }

    /** Gives up what is left of a commitment. {@code budget.unknown-commitment}, {@code budget.commitment-amount}. */
    public Outcome<Commitment> release(IdempotencyKey key, CommitmentId id, Actor actor) {
        return about(id, key, new Released(id), actor, open -> open > 0);
    }

    private Outcome<Commitment> about(
            CommitmentId id, IdempotencyKey key, BudgetChange change, Actor actor, LongPredicate allowed) {
        Optional<Commitment> known = current().find(id);
        if (known.isEmpty()) {
            return Outcome.refused(BudgetRefusals.unknown(id));
        }
        return run("budget.commit", known.get().committed().book(), actor, () -> {
            Budgets now = current();
            Optional<BudgetFact> earlier = now.given(key);
            Commitment commitment = now.find(id).orElseThrow();
            if (earlier.isPresent()) {
                return earlier.get().change().equals(change)
                        ? Outcome.replayed(commitment)
                        : Outcome.refused(BudgetRefusals.keyReused(key));
            }
            return allowed.test(commitment.openMinor())
                    ? Outcome.accepted(record(key, change, actor).find(id).orElseThrow())
                    : Outcome.refused(amount(id));
        });
    }

    private Outcome<BudgetState> about(
            BudgetId id,
            String action,
            IdempotencyKey key,
            BudgetChange change,
            Actor actor,
            Function<BudgetState, Optional<Refusal>> check) {
        Optional<BudgetState> known = current().find(id);
        if (known.isEmpty()) {
            return Outcome.refused(BudgetRefusals.unknown(id));
        }
        return run(action, known.get().budget().book(), actor, () -> {
            Budgets now = current();
            Optional<BudgetFact> earlier = now.given(key);
            BudgetState state = now.find(id).orElseThrow();
            if (earlier.isPresent()) {
                return earlier.get().change().equals(change)
                        ? Outcome.replayed(state)
                        : Outcome.refused(BudgetRefusals.keyReused(key));
            }
            Optional<Refusal> refusal = check.apply(state);
            return refusal.isPresent()
                    ? Outcome.refused(refusal.get())
                    : Outcome.accepted(record(key, change, actor).find(id).orElseThrow());
        });
    }

    private Budgets record(IdempotencyKey key, BudgetChange change, Actor actor) {
        long size = log.size();
        log.append(
                size,
                Lists.immutable.of(
                        new BudgetFact(size + 1, key, change, clock.instant().truncatedTo(ChronoUnit.MICROS), actor)));
        return current();
    }

    private static IdempotencyKey key(String what, Object id) {
        return IdempotencyKey.of(what + ":" + id);
    }

    private <R> Outcome<R> run(String action, BookId book, Actor actor, Supplier<Outcome<R>> work) {
        Optional<Refusal> denial = PeriodService.denial(access, actor, action, book);
        if (denial.isPresent()) {
            return Outcome.refused(denial.get());
        }
        Outcome<R> outcome = unitOfWork.execute(work);
        current();
        return outcome;
    }
}
