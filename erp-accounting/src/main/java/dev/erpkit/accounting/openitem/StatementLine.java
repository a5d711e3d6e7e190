package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * One item on the statement of what a party has open.
 *
 * @param item the item
 * @param open what is open of it on the day of the statement
 * @param daysOverdue the days since it was due; negative for days to come
 */
public record StatementLine(OpenItem item, Residual open, long daysOverdue) {
    /** What is open, as an amount. */
    public MonetaryAmount amount() {
        return Amounts.ofMinor(open.amountMinor(), item.currency());
    }

    /** What is open at the item's historical rate, as an amount. */
    public MonetaryAmount base() {
        return Amounts.ofMinor(open.baseMinor(), item.baseCurrency());
    }

    /**
     * What the chosen items have open at the end of a day, the longest overdue first.
     *
     * @param query whose items, and as known at which position or instant; its own day does not matter
     */
    public static ImmutableList<StatementLine> of(OpenItemLog log, OpenItemQuery query, LocalDate asOf) {
        MutableList<StatementLine> lines = Lists.mutable.empty();
        log.forEach(
                query.openAsOf(asOf),
                history -> lines.add(new StatementLine(
                        history.item(),
                        history.residual(asOf),
                        ChronoUnit.DAYS.between(history.item().due(), asOf))));
        return lines.sortThis(Comparator.comparing(StatementLine::daysOverdue).reversed())
                .toImmutable();
    }
}
