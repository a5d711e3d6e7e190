package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * What an asset stands at in a book: what was booked of it, not what is planned.
 *
 * @param cost acquisition, improvements and revaluations
 * @param accumulated depreciation and impairment so far, that of before the books included
 */
public record AssetValue(MonetaryAmount cost, MonetaryAmount accumulated) {
    /** The cost less what is accumulated. */
    public MonetaryAmount bookValue() {
        return cost.subtract(accumulated);
    }

    /**
     * The value at the end of a day: zero before the asset was there, and from its disposal on.
     *
     * @throws dev.erpkit.core.port.NotFoundException when the asset is not kept in the book
     */
    public static AssetValue asOf(AssetHistory history, BookId book, LocalDate day) {
        return new Fold(book, day, history.acquired().cost().getCurrency()).of(history, Optional.empty(), day);
    }

    /** One booked thing: a fact, or a row. */
    private record Item(LocalDate day, int order, Optional<AssetFact> fact, Optional<BookedRow> row) {}

    /** Replays what was booked. */
    private static final class Fold {
        private final BookId book;
        private final LocalDate through;
        private MonetaryAmount cost;
        private MonetaryAmount accumulated;

        Fold(BookId book, LocalDate through, CurrencyUnit currency) {
            this.book = book;
            this.through = through;
            this.cost = Amounts.zero(currency);
            this.accumulated = cost;
        }

        AssetValue of(AssetHistory history, Optional<AssetId> splitOff, LocalDate until) {
            AssetFact first = history.facts().getFirst();
            if (history.origin().isPresent()) {
                LocalDate split = first.day().isAfter(until) ? until : first.day();
                of(history.origin().get(), Optional.of(history.id()), split);
                share(first.change());
            } else {
                begin((Acquired) first.change());
            }
            if (first.day().isAfter(through)) {
                return new AssetValue(zero(), zero());
            }
            for (Item item : items(history, splitOff, until)) {
                item.row().ifPresent(row -> accumulated = accumulated.add(row.amount()));
                item.fact().ifPresent(fact -> apply(fact.change()));
            }
            return new AssetValue(cost, accumulated);
        }

        private MonetaryAmount zero() {
            return Amounts.zero(cost.getCurrency());
        }

        private void begin(Acquired acquired) {
            BookStart start = BookStart.of(acquired, book);
            cost = Amounts.normalise(acquired.cost());
            accumulated = Amounts.of(start.opening(), cost.getCurrency());
        }

        /** The facts before the split that is asked for and up to the day; rows of a day come before its changes. */
        private MutableList<Item> items(AssetHistory history, Optional<AssetId> splitOff, LocalDate until) {
            MutableList<Item> items = Lists.mutable.empty();
            for (BookedRow row : history.rows()) {
                boolean before = splitOff.isEmpty() || row.periodStart().isBefore(until);
                if (row.book().equals(book) && !row.date().isAfter(until) && before) {
                    items.add(new Item(row.date(), -1, Optional.empty(), Optional.of(row)));
                }
            }
            for (int i = 1; i < history.facts().size(); i++) {
                AssetFact fact = history.facts().get(i);
                if (splitOff.isPresent()
                        && fact.change() instanceof SplitOff off
                        && off.part().equals(splitOff.get())) {
                    break;
                }
                if (fact.change().concerns(book) && !fact.day().isAfter(until)) {
                    items.add(new Item(fact.day(), i, Optional.of(fact), Optional.empty()));
                }
            }
            return items.sortThis((a, b) -> a.day().equals(b.day())
                    ? Integer.compare(a.order(), b.order())
                    : a.day().compareTo(b.day()));
        }

        private void apply(AssetChange change) {
            if (change instanceof Revalued revalued) {
                cost = cost.add(revalued.change());
            } else if (change instanceof Impaired impaired) {
                accumulated = accumulated.add(impaired.loss());
            } else if (change instanceof Improved improved) {
                cost = cost.add(improved.cost());
            } else if (change instanceof Disposed) {
                cost = zero();
                accumulated = zero();
            } else {
                share(change);
            }
        }

        private void share(AssetChange change) {
            Optional<Share> share = Share.of(change);
            if (share.isPresent()) {
                cost = share.get().of(cost);
                accumulated = share.get().of(accumulated);
            }
        }
    }
}
