package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.Transferred;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What happens to assets in the words of the books. Each event is about one book, whose id is behind the colon of its type,
 * such as {@code asset-depreciated:tax}; so books with other terms are told other amounts. The qualifier of every amount is
 * the category of the asset, and its dimensions are the place of the asset.
 */
final class AssetEvents {
    static final String ACQUIRED = "asset-acquired";
    static final String DEPRECIATED = "asset-depreciated";
    static final String REVALUED = "asset-revalued";
    static final String IMPAIRED = "asset-impaired";
    static final String IMPROVED = "asset-improved";
    static final String TRANSFERRED = "asset-transferred";
    static final String DISPOSED = "asset-disposed";

    private AssetEvents() {}

    static String type(String event, BookId book) {
        return event + ":" + book;
    }

    static AccountingEvent depreciated(AssetHistory history, BookedRow row) {
        return event(
                        history,
                        DEPRECIATED,
                        row.book(),
                        row.date(),
                        row.periodStart().toString())
                .add(amount(history, row.date(), "depreciation", row.amount()))
                .build();
    }

    /** What a fact, the newest of a history, means in a book; nothing for a split or use, which move no amount. */
    static Optional<AccountingEvent> of(AssetHistory before, AssetFact fact, BookId book) {
        AssetChange change = fact.change();
        AssetHistory history = before.with(fact);
        if (change instanceof Acquired acquired) {
            return acquired(AssetHistory.of(fact), fact, acquired, book);
        }
        if (change instanceof Revalued revalued) {
            return Optional.of(event(history, REVALUED, book, fact)
                    .add(amount(history, fact.day(), "revaluation", revalued.change()))
                    .build());
        }
        if (change instanceof Impaired impaired) {
            return Optional.of(event(history, IMPAIRED, book, fact)
                    .add(amount(history, fact.day(), "impairment", impaired.loss()))
                    .build());
        }
        if (change instanceof Improved improved) {
            return Optional.of(event(history, IMPROVED, book, fact)
                    .add(amount(history, fact.day(), "improvement", improved.cost()))
                    .build());
        }
        if (change instanceof Transferred transferred) {
            return transferred(before, fact, transferred, book);
        }
        return change instanceof Disposed ? Optional.of(disposed(before, fact, book)) : Optional.empty();
    }

    private static Optional<AccountingEvent> acquired(
            AssetHistory history, AssetFact fact, Acquired acquired, BookId book) {
        MonetaryAmount opening = Amounts.of(
                BookStart.of(acquired, book).opening(), acquired.cost().getCurrency());
        return Optional.of(event(history, ACQUIRED, book, fact)
                .add(amount(history, fact.day(), "cost", acquired.cost()))
                .add(amount(history, fact.day(), "accumulated", opening))
                .add(amount(history, fact.day(), "source", acquired.cost().subtract(opening)))
                .build());
    }

    private static Optional<AccountingEvent> transferred(
            AssetHistory before, AssetFact fact, Transferred transferred, BookId book) {
        AssetValue value = AssetValue.asOf(before, book, fact.day());
        Dimensions from = before.placeAsOf(fact.day());
        String category = before.acquired().category();
        return Optional.of(event(before.with(fact), TRANSFERRED, book, fact)
                .add(RoleAmount.of("cost-from", value.cost())
                        .qualified(category)
                        .in(from))
                .add(RoleAmount.of("cost-to", value.cost()).qualified(category).in(transferred.place()))
                .add(RoleAmount.of("accumulated-from", value.accumulated())
                        .qualified(category)
                        .in(from))
                .add(RoleAmount.of("accumulated-to", value.accumulated())
                        .qualified(category)
                        .in(transferred.place()))
                .build());
    }

    private static AccountingEvent disposed(AssetHistory before, AssetFact fact, BookId book) {
        Disposal disposal = Disposal.of(before, fact, book);
        MonetaryAmount result = disposal.result();
        AssetHistory history = before.with(fact);
        return event(history, DISPOSED, book, fact)
                .add(amount(before, fact.day(), "cost", disposal.cost()))
                .add(amount(before, fact.day(), "accumulated", disposal.accumulated()))
                .add(amount(before, fact.day(), "proceeds", disposal.proceeds()))
                .add(
                        result.isNegative()
                                ? amount(before, fact.day(), "loss", Amounts.negate(result))
                                : amount(before, fact.day(), "gain", result))
                .build();
    }

    private static RoleAmount amount(AssetHistory history, LocalDate day, String role, MonetaryAmount amount) {
        return RoleAmount.of(role, amount)
                .qualified(history.acquired().category())
                .in(history.placeAsOf(day));
    }

    private static AccountingEvent.Builder event(AssetHistory history, String type, BookId book, AssetFact fact) {
        return event(history, type, book, fact.day(), "" + history.facts().size());
    }

    private static AccountingEvent.Builder event(
            AssetHistory history, String type, BookId book, LocalDate day, String number) {
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of("asset:" + history.id() + ":" + book + ":" + number))
                .type(type(type, book))
                .effectiveDate(day)
                .source(SourceDocument.of("assets", "fixed-asset", history.id().value()));
        return event;
    }
}
