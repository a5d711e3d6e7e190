package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.port.NotFoundException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How an asset enters a book.
 *
 * @param terms how it is depreciated there
 * @param opening what was depreciated before, elsewhere; zero for a new asset
 * @param openingThrough the day through which that was; its period and those before have no rows here. Empty when rows
 *     begin with the period of the start all the same
 */
public record BookStart(DepreciationTerms terms, BigDecimal opening, Optional<LocalDate> openingThrough) {
    /** Numbers lose needless zeros. */
    public BookStart {
        opening = Micros.plain(opening);
    }

    /** Of a new asset. */
    public static BookStart of(DepreciationTerms terms) {
        return new BookStart(terms, BigDecimal.ZERO, Optional.empty());
    }

    /** Of an asset that was depreciated elsewhere through a day. */
    public static BookStart opening(DepreciationTerms terms, BigDecimal opening, LocalDate through) {
        return new BookStart(terms, opening, Optional.of(through));
    }

    static BookStart of(Acquired acquired, BookId book) {
        BookStart start = acquired.books().get(book);
        if (start == null) {
            throw new NotFoundException("asset in book " + book);
        }
        return start;
    }
}
