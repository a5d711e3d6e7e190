package dev.erpkit.accounting.report;

import dev.erpkit.core.money.Amounts;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A figure of a statement in base currency, with the way back to the journal lines it sums. */
public final class StatementCell {
    private final CurrencyUnit currency;
    private final long minor;
    private final ImmutableList<Drill> drills;

    StatementCell(CurrencyUnit currency, long minor, ImmutableList<Drill> drills) {
        this.currency = currency;
        this.minor = minor;
        this.drills = drills;
    }

    /** The figure in minor units, positive on the side the row is shown on. */
    public long minor() {
        return minor;
    }

    /** The figure, positive on the side the row is shown on. */
    public MonetaryAmount amount() {
        return Amounts.ofMinor(minor, currency);
    }

    /**
     * The journal lines behind the figure; their shares add up to it exactly. Lines come by row, account, day and position; a
     * total that adds and subtracts the same row has its lines twice.
     */
    public ImmutableList<CellLine> lines() {
        MutableList<CellLine> lines = Lists.mutable.empty();
        drills.forEach(drill -> drill.forEach(lines::add));
        return lines.toImmutable();
    }

    /** The figure's parts, to be added into a total. */
    ImmutableList<Drill> drills() {
        return drills;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatementCell that && minor == that.minor && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(minor);
    }

    @Override
    public String toString() {
        return Amounts.canonical(amount());
    }
}
