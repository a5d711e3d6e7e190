package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.dimension.DimensionMember;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;

/**
 * Plan against actual and commitments, added up along the accounts or along the members of an axis. Pure: takes figures of
 * whatever days, and shows also what nobody planned.
 *
 * @param rows one for everything that has a figure or lies above one, each above those below it
 * @param unbudgeted what stands on nothing that is planned, neither itself nor above it
 * @param total all figures
 */
public record BudgetReport(ImmutableList<BudgetRow> rows, Availability unbudgeted, Availability total) {
    /**
     * A figure of a report.
     *
     * @param scope where it stands
     * @param figures plan, actual or commitment
     */
    public record Figure(BudgetScope scope, Availability figures) {
        /** A planned figure. */
        public static Figure planned(BudgetScope scope, long minor) {
            return new Figure(scope, new Availability(minor, 0, 0));
        }

        /** A posted figure. */
        public static Figure posted(BudgetScope scope, long minor) {
            return new Figure(scope, new Availability(0, minor, 0));
        }

        /** An ordered figure. */
        public static Figure ordered(BudgetScope scope, long minor) {
            return new Figure(scope, new Availability(0, 0, minor));
        }
    }

    /** By accounts, in the order of their codes below their headings. */
    public static BudgetReport byAccount(ImmutableList<Figure> figures, Chart chart) {
        Function<String, Optional<String>> parent =
                code -> chart.find(AccountId.of(code)).flatMap(Account::parent).map(AccountId::value);
        return of(figures, figure -> Optional.of(figure.scope().account().value()), parent);
    }

    /** By the members of an axis; what has no value on it counts in the total and as unbudgeted. */
    public static BudgetReport byMember(ImmutableList<Figure> figures, String axis, DimensionCatalogue catalogue) {
        Function<String, Optional<String>> parent =
                code -> catalogue.find(axis, code).flatMap(DimensionMember::parent);
        return of(figures, figure -> figure.scope().dimensions().get(axis), parent);
    }

    private static BudgetReport of(
            ImmutableList<Figure> figures,
            Function<Figure, Optional<String>> place,
            Function<String, Optional<String>> parent) {
        MutableMap<String, Availability> sums = Maps.mutable.empty();
        MutableSet<String> planned = Sets.mutable.empty();
        Availability total = Availability.NONE;
        for (Figure figure : figures) {
            total = total.plus(figure.figures());
            for (String name : path(place.apply(figure), parent)) {
                sums.merge(name, figure.figures(), Availability::plus);
            }
            if (figure.figures().budgetMinor() != 0) {
                place.apply(figure).ifPresent(planned::add);
            }
        }
        Availability unbudgeted = figures.reject(
                        figure -> path(place.apply(figure), parent).anySatisfy(planned::contains))
                .injectInto(Availability.NONE, (sum, figure) -> sum.plus(figure.figures()));
        MutableSet<String> above = planned.flatCollect(name -> path(Optional.of(name), parent));
        return new BudgetReport(rows(sums, above::contains, parent), unbudgeted, total);
    }

    private static ImmutableList<BudgetRow> rows(
            MutableMap<String, Availability> sums,
            Predicate<String> budgeted,
            Function<String, Optional<String>> parent) {
        return sums.keysView()
                .toSortedListBy(
                        name -> path(Optional.of(name), parent).toReversed().makeString("\u0000"))
                .collect(name -> new BudgetRow(
                        name,
                        path(Optional.of(name), parent).size() - 1,
                        budgeted.test(name),
                        sums.getIfAbsentValue(name, Availability.NONE)))
                .toImmutable();
    }

    /** A name and all above it. */
    private static ImmutableList<String> path(Optional<String> name, Function<String, Optional<String>> parent) {
        MutableList<String> path = Lists.mutable.empty();
        for (Optional<String> at = name; at.isPresent(); at = parent.apply(at.get())) {
            path.add(at.get());
        }
        return path.toImmutable();
    }

    /** The row of a name. */
    public Optional<BudgetRow> row(String name) {
        return rows.detectOptional(row -> row.name().equals(name));
    }
}
