package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.ObjectLongMap;

/**
 * The statement of changes in equity: each component from its opening to its closing balance. What income and expense came
 * to and no closing entry has carried over yet is a component of its own, so that the sum of the closing balances is the
 * equity of the balance sheet before and after the close.
 *
 * @param book the book
 * @param position the position as known at which it was taken
 * @param currency the base currency
 * @param from the first day of the period
 * @param through the last day
 * @param components the equity accounts that moved by code, then the result not yet closed
 * @param total the sum of the components
 */
public record ChangesInEquity(
        BookId book,
        long position,
        CurrencyUnit currency,
        LocalDate from,
        LocalDate through,
        ImmutableList<Component> components,
        Component total) {
    /**
     * A component of equity in minor units of the base currency, credit positive. {@code closing = opening + result +
     * carriedOver + other}, exactly.
     *
     * @param account the account, empty for the result not yet closed and for the total
     * @param name its name
     * @param openingMinor the balance before the period
     * @param resultMinor what income less expense came to in the period
     * @param carriedOverMinor what entries that close a year moved here; in total zero
     * @param otherMinor contributions, distributions and all else
     */
    public record Component(
            Optional<AccountId> account,
            String name,
            long openingMinor,
            long resultMinor,
            long carriedOverMinor,
            long otherMinor) {
        /** The balance at the end of the period, credit positive. */
        public long closingMinor() {
            return ExactSum.of(ExactSum.of(openingMinor, resultMinor), ExactSum.of(carriedOverMinor, otherMinor));
        }

        private Component carried() {
            long result = ExactSum.of(resultMinor, carriedOverMinor);
            return new Component(account, name, openingMinor, result, 0, otherMinor);
        }

        private Component plus(Component more) {
            return new Component(
                    account,
                    name,
                    ExactSum.of(openingMinor, more.openingMinor),
                    ExactSum.of(resultMinor, more.resultMinor),
                    ExactSum.of(carriedOverMinor, more.carriedOverMinor),
                    ExactSum.of(otherMinor, more.otherMinor));
        }

        private boolean isZero() {
            return openingMinor == 0 && resultMinor == 0 && carriedOverMinor == 0 && otherMinor == 0;
        }
    }

    /**
     * The same with the result shown where the close has carried it to; of the result not yet closed only what no close has
     * carried remains.
     */
    public ChangesInEquity withResultWhereCarried() {
        return new ChangesInEquity(
                book,
                position,
                currency,
                from,
                through,
                components.collect(Component::carried).reject(Component::isZero),
                total.carried());
    }

    static ChangesInEquity of(ReportScope scope, LocalDate from, LocalDate through) {
        StatementColumn column = new StatementColumn("", Optional.of(from), through);
        ColumnFigures figures = new ColumnFigures(scope, column);
        MutableList<Component> components = Lists.mutable.empty();
        Component open = new Component(Optional.empty(), "Result not yet closed", 0, 0, 0, 0);
        for (Account account : scope.chart().accounts()) {
            if (account.accountClass() == AccountClass.EQUITY) {
                components.add(component(figures, account, false));
            } else if (!account.accountClass().balanceSheet()) {
                open = open.plus(component(figures, account, true));
            }
        }
        components.removeIf(Component::isZero);
        components.add(open);
        Component total = components.injectInto(new Component(Optional.empty(), "Total", 0, 0, 0, 0), Component::plus);
        return new ChangesInEquity(
                scope.book(),
                scope.ledger().position(),
                scope.currency(),
                from,
                through,
                components.toImmutable(),
                total);
    }

    private static Component component(ColumnFigures figures, Account account, boolean result) {
        long opening = credit(figures.of(Basis.OPENING), account);
        long movement = credit(figures.of(Basis.MOVEMENT), account);
        long closing = credit(figures.of(Basis.CLOSING), account);
        long carriedOver = Math.subtractExact(Math.subtractExact(closing, opening), movement);
        return new Component(
                Optional.of(account.id()),
                account.name(),
                opening,
                result ? movement : 0,
                carriedOver,
                result ? 0 : movement);
    }

    private static long credit(ObjectLongMap<AccountId> figures, Account account) {
        return Math.negateExact(figures.getIfAbsent(account.id(), 0));
    }
}
