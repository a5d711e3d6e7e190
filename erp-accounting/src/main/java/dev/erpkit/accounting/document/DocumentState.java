package dev.erpkit.accounting.document;

import dev.erpkit.accounting.openitem.Consumption;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.core.money.Amounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * How a document stands at the end of a day: a fold over its open items and the documents that credit it, as they were known
 * at an instant. Such an answer never changes.
 *
 * @param status in one word
 * @param open what is still to be settled of its items, positive as it is printed
 * @param credited what was credited of it; until the credit is matched with its items, they stay open
 * @param lost what was given up as a loss
 */
public record DocumentState(DocumentStatus status, MonetaryAmount open, MonetaryAmount credited, MonetaryAmount lost) {
    /**
     * The state at the end of a day.
     *
     * @param items the open items of the document
     * @param credits the documents that credit it
     * @param losses the matches that give up what is open as a loss
     * @param asOf the day
     * @param knownAt only what was recorded by then; all that is recorded when none
     * @return nothing where the document was not there yet
     */
    public static Optional<DocumentState> of(
            IssuedDocument document,
            ImmutableList<ItemHistory> items,
            ImmutableList<IssuedDocument> credits,
            ImmutableSet<MatchId> losses,
            LocalDate asOf,
            Optional<Instant> knownAt) {
        if (!isThere(document, asOf, knownAt)) {
            return Optional.empty();
        }
        ImmutableList<ItemHistory> known =
                items.collect(item -> knownAt.map(item::knownAt).orElse(item));
        long open = Math.abs(Sums.of(known, item -> item.residual(asOf).amountMinor()));
        long credited = Sums.of(
                credits.select(credit -> credit.kind().reduces() && isThere(credit, asOf, knownAt)),
                credit -> credit.figures().totalMinor());
        long lost = Math.abs(Sums.of(
                known.flatCollect(ItemHistory::consumptions)
                        .select(each -> losses.contains(each.undoes().orElse(each.match()))
                                && !each.date().isAfter(asOf)),
                Consumption::amountMinor));
        boolean overdue = known.anySatisfy(
                item -> item.residual(asOf).open() && item.item().due().isBefore(asOf));
        return Optional.of(new DocumentState(
                status(document.figures().totalMinor(), open, credited, lost, overdue),
                Amounts.ofMinor(open, document.currency()),
                Amounts.ofMinor(credited, document.currency()),
                Amounts.ofMinor(lost, document.currency())));
    }

    private static boolean isThere(IssuedDocument document, LocalDate asOf, Optional<Instant> knownAt) {
        return !document.effectiveDate().isAfter(asOf)
                && (knownAt.isEmpty() || !document.issuedAt().isAfter(knownAt.get()));
    }

    private static DocumentStatus status(long total, long open, long credited, long lost, boolean overdue) {
        if (total != 0 && credited == total) {
            return DocumentStatus.CREDITED;
        }
        if (open == 0) {
            return lost == 0 ? DocumentStatus.PAID : DocumentStatus.UNCOLLECTIBLE;
        }
        if (overdue) {
            return DocumentStatus.OVERDUE;
        }
        return open == Math.abs(total) ? DocumentStatus.ISSUED : DocumentStatus.PARTLY_PAID;
    }
}
