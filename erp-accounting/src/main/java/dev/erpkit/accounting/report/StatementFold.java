package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.bag.MutableBag;
import org.eclipse.collections.api.factory.Bags;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.ObjectLongMap;
import org.eclipse.collections.api.set.ImmutableSet;

/** Fills a layout: which accounts stand in which row, what they come to in each column, and what rows add up to. */
final class StatementFold {
    private final ReportScope scope;
    private final StatementLayout layout;
    private final ImmutableList<ColumnFigures> columns;
    private final Map<String, ImmutableList<AccountId>> chosen = new HashMap<>();
    private final Map<String, ImmutableList<StatementCell>> cells = new HashMap<>();

    StatementFold(ReportScope scope, StatementLayout layout, ImmutableList<StatementColumn> columns) {
        this.scope = scope;
        this.layout = layout;
        this.columns = columns.collect(column -> new ColumnFigures(scope, column));
    }

    Statement statement() {
        choose(false);
        choose(true);
        MutableList<StatementRow> rows = Lists.mutable.empty();
        for (LayoutRow row : layout.rows()) {
            rows.add(new StatementRow(row.id(), row.level(), row.label(), kind(row), Optional.empty(), cells(row)));
            if (row.content() instanceof RowContent.Accounts accounts && accounts.detail()) {
                addDetails(row, accounts, rows);
            }
        }
        return new Statement(
                layout.title(),
                scope.book(),
                scope.ledger().position(),
                scope.currency(),
                columns.collect(ColumnFigures::column),
                rows.toImmutable(),
                uncovered(),
                repeated());
    }

    /** Rows for a rest come after the others, because they take what these leave. */
    private void choose(boolean rest) {
        for (LayoutRow row : layout.rows()) {
            if (row.content() instanceof RowContent.Accounts accounts && accounts.rest() == rest) {
                ImmutableSet<AccountId> taken = rest ? takenBy(accounts.basis()) : takenByNobody();
                chosen.put(
                        row.id(),
                        scope.chart()
                                .accounts()
                                .select(a -> accounts.selector().matches(scope.chart(), a))
                                .collect(Account::id)
                                .reject(taken::contains));
            }
        }
    }

    private static ImmutableSet<AccountId> takenByNobody() {
        return Lists.immutable.<AccountId>empty().toImmutableSet();
    }

    private ImmutableSet<AccountId> takenBy(Basis basis) {
        return layout.rows()
                .select(row -> row.content() instanceof RowContent.Accounts a && a.basis() == basis && !a.rest())
                .flatCollect(row -> accountsOf(row.id()))
                .toImmutableSet();
    }

    private ImmutableList<AccountId> accountsOf(String row) {
        return chosen.getOrDefault(row, Lists.immutable.empty());
    }

    private ImmutableList<StatementCell> cells(LayoutRow row) {
        ImmutableList<StatementCell> known = cells.get(row.id());
        if (known != null) {
            return known;
        }
        ImmutableList<StatementCell> computed = compute(row);
        cells.put(row.id(), computed);
        return computed;
    }

    private ImmutableList<StatementCell> compute(LayoutRow row) {
        if (row.content() instanceof RowContent.Accounts accounts) {
            return columns.collect(column -> cell(column, accounts, accountsOf(row.id())));
        }
        if (row.content() instanceof RowContent.Total total) {
            MutableList<StatementCell> sums = Lists.mutable.empty();
            for (int i = 0; i < columns.size(); i++) {
                sums.add(total(total, i));
            }
            return sums.toImmutable();
        }
        return Lists.immutable.empty();
    }

    private StatementCell cell(ColumnFigures column, RowContent.Accounts row, ImmutableList<AccountId> accounts) {
        ObjectLongMap<AccountId> figures = column.of(row.basis());
        ImmutableList<AccountId> moved = accounts.select(figures::containsKey);
        long sum = 0;
        for (AccountId account : moved) {
            sum = ExactSum.of(sum, figures.get(account));
        }
        Drill drill = new Drill(column, row.basis(), moved, row.side() == Side.DEBIT);
        return new StatementCell(scope.currency(), row.side().view(sum), Lists.immutable.of(drill));
    }

    private StatementCell total(RowContent.Total total, int column) {
        long sum = 0;
        MutableList<Drill> drills = Lists.mutable.empty();
        for (RowContent.Term term : total.terms()) {
            StatementCell part = cells(layout.row(term.row()).orElseThrow()).get(column);
            sum = ExactSum.of(sum, term.added() ? part.minor() : Math.negateExact(part.minor()));
            drills.addAllIterable(term.added() ? part.drills() : part.drills().collect(Drill::negated));
        }
        return new StatementCell(scope.currency(), sum, drills.toImmutable());
    }

    private void addDetails(LayoutRow row, RowContent.Accounts accounts, MutableList<StatementRow> rows) {
        for (AccountId account : accountsOf(row.id())) {
            ImmutableList<StatementCell> line =
                    columns.collect(column -> cell(column, accounts, Lists.immutable.of(account)));
            if (line.anySatisfy(cell -> cell.minor() != 0)) {
                rows.add(new StatementRow(
                        row.id() + "/" + account,
                        row.level() + 1,
                        scope.name(account),
                        StatementRow.Kind.ACCOUNT,
                        Optional.of(account),
                        line));
            }
        }
    }

    private static StatementRow.Kind kind(LayoutRow row) {
        if (row.content() instanceof RowContent.Heading) {
            return StatementRow.Kind.HEADING;
        }
        return row.content() instanceof RowContent.Total ? StatementRow.Kind.TOTAL : StatementRow.Kind.ACCOUNTS;
    }

    /** What moved, is meant to be covered, and stands in no row; an account unknown to the chart can stand in none. */
    private ImmutableList<AccountId> uncovered() {
        MutableList<AccountId> missing = Lists.mutable.empty();
        for (Basis basis : Basis.values()) {
            if (basis != Basis.OPENING && uses(basis)) {
                columns.forEach(column -> column.of(basis).forEachKeyValue((account, minor) -> {
                    if (minor != 0 && isCovered(account) && !stands(account)) {
                        missing.add(account);
                    }
                }));
            }
        }
        return missing.toSet().toSortedList().toImmutable();
    }

    private ImmutableList<AccountId> repeated() {
        MutableList<AccountId> twice = Lists.mutable.empty();
        for (Basis basis : Basis.values()) {
            MutableBag<AccountId> counted = Bags.mutable.empty();
            layout.rows()
                    .select(row -> row.content() instanceof RowContent.Accounts a && a.basis() == basis)
                    .forEach(row -> counted.addAllIterable(accountsOf(row.id())));
            counted.selectDuplicates()
                    .select(account -> columns.anySatisfy(c -> c.of(basis).getIfAbsent(account, 0) != 0))
                    .forEach(twice::add);
        }
        return twice.toSet().toSortedList().toImmutable();
    }

    private boolean uses(Basis basis) {
        return layout.rows().anySatisfy(r -> r.content() instanceof RowContent.Accounts a && a.basis() == basis);
    }

    private boolean stands(AccountId account) {
        return chosen.values().stream().anyMatch(accounts -> accounts.contains(account));
    }

    private boolean isCovered(AccountId account) {
        return scope.chart()
                .find(account)
                .map(a -> layout.covers().contains(a.accountClass()))
                .orElse(layout.covers().notEmpty());
    }
}
