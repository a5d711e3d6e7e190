package dev.erpkit.accounting.bank;

import dev.erpkit.core.money.Amounts;
import java.util.Comparator;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A statement that does not begin with what is known by then: a file between is missing.
 *
 * @param before the statement
 * @param missing what the lines that are missing come to
 */
public record StatementGap(StoredStatement before, MonetaryAmount missing) {
    private static final Comparator<StoredStatement> BY_DAY = Comparator.comparing(StoredStatement::from)
            .thenComparing(StoredStatement::through)
            .thenComparing(StoredStatement::number);

    /**
     * The gaps among the statements of an account, by day, whatever the order in which they were taken in. A statement
     * begins with the closing balance of the one before or, where files overlap, with the first opening balance and all lines of
     * earlier days.
     */
    public static ImmutableList<StatementGap> of(
            ImmutableList<StoredStatement> statements, ImmutableList<StoredLine> lines) {
        MutableList<StatementGap> gaps = Lists.mutable.empty();
        ImmutableList<StoredStatement> byDay = statements.toImmutableSortedList(BY_DAY);
        if (byDay.isEmpty()) {
            return gaps.toImmutable();
        }
        ImmutableList<StoredLine> ordered = lines.toImmutableSortedList(
                Comparator.comparing((StoredLine line) -> line.line().date()));
        long known = Amounts.minor(byDay.getFirst().opening());
        long closing = known;
        int at = 0;
        for (StoredStatement statement : byDay) {
            while (at < ordered.size() && ordered.get(at).line().date().isBefore(statement.from())) {
                known = Math.addExact(
                        known, Amounts.minor(ordered.get(at++).line().amount()));
            }
            long opening = Amounts.minor(statement.opening());
            if (opening != known && opening != closing) {
                long missing = Math.subtractExact(opening, known);
                gaps.add(new StatementGap(
                        statement, Amounts.ofMinor(missing, statement.opening().getCurrency())));
                known = opening;
            }
            closing = Amounts.minor(statement.closing());
        }
        return gaps.toImmutable();
    }
}
