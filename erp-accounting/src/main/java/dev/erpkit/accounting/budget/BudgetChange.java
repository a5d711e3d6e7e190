package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.journal.BookId;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/** What happened to budgets and commitments. */
public sealed interface BudgetChange {
    /**
     * A version was drafted.
     *
     * @param budget the plan
     */
    record Drafted(Budget budget) implements BudgetChange {}

    /**
     * A version was approved; the one that was approved for its book and year until now is superseded.
     *
     * @param budget which one
     */
    record Approved(BudgetId budget) implements BudgetChange {}

    /**
     * Part of the plan was moved from one line to another in one period.
     *
     * @param budget which one
     * @param from the line that gives
     * @param to the line that takes
     * @param period the place of the period, from 0
     * @param minor minor units, above zero
     */
    record Transferred(BudgetId budget, BudgetScope from, BudgetScope to, int period, long minor)
            implements BudgetChange {}

    /**
     * What another year left unspent was added to the first period.
     *
     * @param budget the version that takes
     * @param from the one that gives
     * @param amounts what each line takes
     */
    record CarriedOver(BudgetId budget, BudgetId from, ImmutableList<Carried> amounts) implements BudgetChange {}

    /**
     * What one line takes from another year.
     *
     * @param scope the line
     * @param minor minor units
     */
    record Carried(BudgetScope scope, long minor) {}

    /**
     * Something was ordered that is not billed yet.
     *
     * @param commitment which order
     * @param book the book
     * @param scope the account and coordinates that the bill will have
     * @param date when it will count
     * @param minor minor units of the base currency, above zero
     */
    record Committed(CommitmentId commitment, BookId book, BudgetScope scope, LocalDate date, long minor)
            implements BudgetChange {}

    /**
     * Part of a commitment became a bill, which counts from now on as actual.
     *
     * @param commitment which order
     * @param minor minor units, above zero
     */
    record Consumed(CommitmentId commitment, long minor) implements BudgetChange {}

    /**
     * What is left of a commitment will not come.
     *
     * @param commitment which order
     */
    record Released(CommitmentId commitment) implements BudgetChange {}
}
