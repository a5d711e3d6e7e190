package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The fixed asset register of a book (固定資産台帳): what each asset stood at on two days, and what moved it between. Of booked
 * facts alone, so that it agrees with the accounts.
 *
 * @param book the book
 * @param opening the day at whose end the register opens
 * @param closing the day at whose end it closes
 * @param rows the assets that were there, in the order of their ids
 */
public record AssetRegister(BookId book, LocalDate opening, LocalDate closing, ImmutableList<Row> rows) {
    /**
     * One asset. {@code openingCost + additions + split - disposals = cost}, and {@code openingAccumulated + depreciation +
     * splitAccumulated - disposedAccumulated = accumulated}.
     *
     * @param asset the asset
     * @param name what it is
     * @param category its category
     * @param acquired when it, or what it was split from, was put to use
     * @param place where it stood at the end
     * @param terms how it is depreciated at the end
     * @param openingCost its cost at the opening
     * @param additions acquisition, improvements and revaluations
     * @param split what splits brought, or took when below zero
     * @param disposals the cost of what left
     * @param cost its cost at the closing
     * @param openingAccumulated depreciation and impairment at the opening
     * @param depreciation depreciation and impairment, and that of before the books in the period of the acquisition
     * @param splitAccumulated what splits brought of it, or took when below zero
     * @param disposedAccumulated what left with the asset
     * @param accumulated depreciation and impairment at the closing
     */
    public record Row(
            AssetId asset,
            String name,
            String category,
            LocalDate acquired,
            Dimensions place,
            DepreciationTerms terms,
            MonetaryAmount openingCost,
            MonetaryAmount additions,
            MonetaryAmount split,
            MonetaryAmount disposals,
            MonetaryAmount cost,
            MonetaryAmount openingAccumulated,
            MonetaryAmount depreciation,
            MonetaryAmount splitAccumulated,
            MonetaryAmount disposedAccumulated,
            MonetaryAmount accumulated) {
        /** The cost less what is accumulated, at the closing. */
        public MonetaryAmount bookValue() {
            return cost.subtract(accumulated);
        }
    }

    /** The register of these assets. */
    public static AssetRegister of(
            ImmutableList<AssetHistory> histories, BookId book, LocalDate opening, LocalDate closing) {
        ImmutableList<Row> rows = histories
                .select(history -> history.acquired().books().containsKey(book))
                .reject(history -> history.facts().getFirst().day().isAfter(closing))
                .reject(history -> history.disposal()
                        .filter(left -> !left.day().isAfter(opening))
                        .isPresent())
                .collect(history -> row(history, book, opening, closing))
                .toImmutableSortedListBy(Row::asset);
        return new AssetRegister(book, opening, closing, rows);
    }

    private static Row row(AssetHistory history, BookId book, LocalDate opening, LocalDate closing) {
        AssetValue before = AssetValue.asOf(history, book, opening);
        AssetValue after = AssetValue.asOf(history, book, closing);
        MonetaryAmount additions = additions(history, book, opening, closing);
        MonetaryAmount depreciation = depreciation(history, book, opening, closing);
        Optional<Disposal> left = history.disposal()
                .filter(fact -> !fact.day().isAfter(closing))
                .map(fact -> Disposal.of(without(history, fact), fact, book));
        MonetaryAmount none = Amounts.zero(currency(history));
        MonetaryAmount disposals = left.map(Disposal::cost).orElse(none);
        MonetaryAmount disposed = left.map(Disposal::accumulated).orElse(none);
        return new Row(
                history.id(),
                history.acquired().name(),
                history.acquired().category(),
                history.acquisition().day(),
                history.placeAsOf(closing),
                AssetDecisions.termsAsOf(history, book, closing),
                before.cost(),
                additions,
                after.cost().add(disposals).subtract(additions).subtract(before.cost()),
                disposals,
                after.cost(),
                before.accumulated(),
                depreciation,
                after.accumulated().add(disposed).subtract(depreciation).subtract(before.accumulated()),
                disposed,
                after.accumulated());
    }

    private static AssetHistory without(AssetHistory history, AssetFact disposal) {
        return new AssetHistory(history.id(), history.facts().newWithout(disposal), history.rows(), history.origin());
    }

    private static CurrencyUnit currency(AssetHistory history) {
        return Amounts.normalise(history.acquired().cost().getCurrency());
    }

    private static boolean within(LocalDate day, LocalDate opening, LocalDate closing) {
        return day.isAfter(opening) && !day.isAfter(closing);
    }

    private static MonetaryAmount additions(AssetHistory history, BookId book, LocalDate opening, LocalDate closing) {
        MonetaryAmount sum = Amounts.zero(currency(history));
        for (AssetFact fact : history.facts()) {
            if (!within(fact.day(), opening, closing) || !fact.change().concerns(book)) {
                continue;
            }
            if (fact.change() instanceof Acquired acquired) {
                sum = sum.add(acquired.cost());
            } else if (fact.change() instanceof Improved improved) {
                sum = sum.add(improved.cost());
            } else if (fact.change() instanceof Revalued revalued) {
                sum = sum.add(revalued.change());
            }
        }
        return sum;
    }

    private static MonetaryAmount depreciation(
            AssetHistory history, BookId book, LocalDate opening, LocalDate closing) {
        MonetaryAmount sum = Amounts.zero(currency(history));
        for (BookedRow row : history.rows(book)) {
            sum = within(row.date(), opening, closing) ? sum.add(row.amount()) : sum;
        }
        for (AssetFact fact : history.facts()) {
            if (within(fact.day(), opening, closing)) {
                if (fact.change() instanceof AssetChange.Impaired impaired
                        && impaired.book().equals(book)) {
                    sum = sum.add(impaired.loss());
                } else if (fact.change() instanceof Acquired acquired) {
                    sum = sum.add(Amounts.of(BookStart.of(acquired, book).opening(), currency(history)));
                }
            }
        }
        return sum;
    }
}
