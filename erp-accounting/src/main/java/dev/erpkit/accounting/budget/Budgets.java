package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.budget.BudgetChange.Approved;
import dev.erpkit.accounting.budget.BudgetChange.CarriedOver;
import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.BudgetChange.Consumed;
import dev.erpkit.accounting.budget.BudgetChange.Drafted;
import dev.erpkit.accounting.budget.BudgetChange.Released;
import dev.erpkit.accounting.budget.BudgetChange.Transferred;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** All budgets and commitments of a tenant: a fold of their facts that does not change once made. */
public final class Budgets {
    private static final Budgets EMPTY =
            new Budgets(0, Maps.mutable.empty(), Maps.mutable.empty(), Maps.mutable.empty());

    private final long size;
    private final MutableMap<BudgetId, BudgetState> states;
    private final MutableMap<CommitmentId, Commitment> commitments;
    private final MutableMap<IdempotencyKey, BudgetFact> keys;

    private Budgets(
            long size,
            MutableMap<BudgetId, BudgetState> states,
            MutableMap<CommitmentId, Commitment> commitments,
            MutableMap<IdempotencyKey, BudgetFact> keys) {
        this.size = size;
        this.states = states;
        this.commitments = commitments;
        this.keys = keys;
    }

    /** No budget. */
    public static Budgets empty() {
        return EMPTY;
    }

    /** What more facts make of it. */
    public Budgets with(Iterable<BudgetFact> facts) {
        Budgets grown = new Budgets(
                size, Maps.mutable.ofMap(states), Maps.mutable.ofMap(commitments), Maps.mutable.ofMap(keys));
        long number = size;
        for (BudgetFact fact : facts) {
            if (fact.number() != ++number) {
                throw new IllegalStateException("Budget fact " + fact.number() + " does not follow " + (number - 1));
            }
            grown.keys.put(fact.key(), fact);
            grown.take(fact.change());
        }
        return new Budgets(number, grown.states, grown.commitments, grown.keys);
    }

    private void take(BudgetChange change) {
        if (change instanceof Drafted drafted) {
            states.put(drafted.budget().id(), BudgetState.of(drafted.budget()));
        } else if (change instanceof Approved approved) {
            find(approved.budget()).ifPresent(this::approve);
        } else if (change instanceof Transferred moved) {
            states.computeIfPresent(moved.budget(), (id, state) -> state.with(moved));
        } else if (change instanceof CarriedOver carried) {
            states.computeIfPresent(carried.budget(), (id, state) -> state.with(carried));
        } else if (change instanceof Committed committed) {
            commitments.put(committed.commitment(), new Commitment(committed, 0, false));
        } else if (change instanceof Consumed consumed) {
            commitments.computeIfPresent(
                    consumed.commitment(),
                    (id, c) -> new Commitment(c.committed(), c.consumedMinor() + consumed.minor(), c.released()));
        } else if (change instanceof Released released) {
            commitments.computeIfPresent(
                    released.commitment(), (id, c) -> new Commitment(c.committed(), c.consumedMinor(), true));
        }
    }

    private void approve(BudgetState state) {
        Budget budget = state.budget();
        states.replaceAll((id, other) -> other.status() == BudgetStatus.APPROVED
                        && other.budget().book().equals(budget.book())
                        && other.budget().year().overlaps(budget.year())
                ? other.in(BudgetStatus.SUPERSEDED)
                : other);
        states.put(budget.id(), state.in(BudgetStatus.APPROVED));
    }

    /** How many facts were folded. */
    public long size() {
        return size;
    }

    /** The version with this id. */
    public Optional<BudgetState> find(BudgetId id) {
        return Optional.ofNullable(states.get(id));
    }

    /** The version that holds on a day in a book. */
    public Optional<BudgetState> approved(BookId book, LocalDate day) {
        return states.detectOptional(state -> state.status() == BudgetStatus.APPROVED
                && state.budget().book().equals(book)
                && state.budget().year().contains(day));
    }

    /** All versions in the order of their ids. */
    public ImmutableList<BudgetState> all() {
        return states.toSortedListBy(state -> state.budget().id()).toImmutable();
    }

    /** The commitment with this id. */
    public Optional<Commitment> find(CommitmentId id) {
        return Optional.ofNullable(commitments.get(id));
    }

    /** The commitments of which something may still come, in the order of their ids. */
    public ImmutableList<Commitment> open() {
        return commitments
                .select(commitment -> commitment.openMinor() != 0)
                .toSortedListBy(commitment -> commitment.committed().commitment())
                .toImmutable();
    }

    /** The fact that a command with this key gave. */
    Optional<BudgetFact> given(IdempotencyKey key) {
        return Optional.ofNullable(keys.get(key));
    }
}
