package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** What can happen to a fixed asset, besides being depreciated. */
public sealed interface AssetChange {
    /**
     * It was bought or made, or taken over from another system.
     *
     * @param name what it is, not personal, 1 to 200 characters
     * @param category what posting rules choose accounts by, 1 to 64 characters
     * @param cost above zero
     * @param place where it stands: location, cost centre, any axis
     * @param books how it is kept in each book, at least one
     */
    record Acquired(
            String name,
            String category,
            MonetaryAmount cost,
            Dimensions place,
            ImmutableSortedMap<BookId, BookStart> books)
            implements AssetChange {
        /** Refused with {@code asset.text} for a name or category out of form. */
        public Acquired {
            if (outOfForm(name, 200) || outOfForm(category, 64)) {
                throw new InvalidValueException(
                        "Acquired",
                        "name",
                        "asset.text",
                        "name and category must have 1 to 200 and 1 to 64 characters and no control characters");
            }
        }

        private static boolean outOfForm(String text, int most) {
            return text.isBlank() || text.length() > most || !Texts.isLabel(text);
        }
    }

    /**
     * Its value was written up in one book, or down again.
     *
     * @param change what the cost in that book grows by; not zero
     */
    record Revalued(BookId book, MonetaryAmount change) implements AssetChange {}

    /**
     * It lost value in one book beside its depreciation.
     *
     * @param loss above zero
     */
    record Impaired(BookId book, MonetaryAmount loss) implements AssetChange {}

    /**
     * A repair or addition that is capitalised, in all books.
     *
     * @param cost above zero
     * @param extraMonths what the life grows by, or 0
     */
    record Improved(MonetaryAmount cost, int extraMonths) implements AssetChange {}

    /** It is depreciated in another way in one book from now on. */
    record TermsChanged(BookId book, DepreciationTerms terms) implements AssetChange {}

    /**
     * A part of it became an asset of its own.
     *
     * @param part the new asset
     * @param share of {@code whole} that goes
     * @param whole what the share is of, such as a number of pieces
     */
    record SplitOff(AssetId part, long share, long whole) implements AssetChange {}

    /**
     * It was a part of another asset until now.
     *
     * @param from the other asset
     * @param share of {@code whole} that came
     * @param whole what the share is of
     */
    record SplitFrom(AssetId from, long share, long whole) implements AssetChange {}

    /** It stands elsewhere now, or belongs to another cost centre. */
    record Transferred(Dimensions place) implements AssetChange {}

    /**
     * It was used.
     *
     * @param units above zero, at most six decimals
     */
    record Used(BigDecimal units) implements AssetChange {
        /** Refused with {@code asset.units} for more than six decimals; the number loses needless zeros. */
        public Used {
            Micros.of(units);
            units = Micros.plain(units);
        }
    }

    /**
     * It was sold or scrapped, whole.
     *
     * @param kind how
     * @param proceeds what came in for it, not below zero, without tax; zero unless it was sold
     * @param timing whether it is depreciated to that day
     */
    record Disposed(DisposalKind kind, MonetaryAmount proceeds, DisposalTiming timing) implements AssetChange {}

    /** The book that the change concerns, when it is one alone. */
    default Optional<BookId> onlyBook() {
        if (this instanceof Revalued revalued) {
            return Optional.of(revalued.book());
        }
        if (this instanceof Impaired impaired) {
            return Optional.of(impaired.book());
        }
        return this instanceof TermsChanged changed ? Optional.of(changed.book()) : Optional.empty();
    }

    /** Whether the change concerns a book. */
    default boolean concerns(BookId id) {
        return onlyBook().isEmpty() || onlyBook().get().equals(id);
    }
}
