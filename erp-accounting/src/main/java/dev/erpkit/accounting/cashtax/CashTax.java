package dev.erpkit.accounting.cashtax;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What settlements recognise. After each of them the tax recognised in all is {@code round(tax x settled / total)}, and the
 * settlement recognises what that adds to before. So the sum is the same however payments are split, grows with them, and is
 * the tax of the document exactly when all is settled; a settlement taken back takes back what is then too much.
 */
public final class CashTax {
    private CashTax() {}

    /** What a document recognises by itself: its taxes that are owed with it; nothing when it has none. */
    public static Optional<Recognition> onIssue(CashTaxDocument document) {
        ImmutableList<RecognisedTax> owed = document.lines()
                .select(line -> line.exigibility() == Exigibility.ON_INVOICE)
                .collect(line -> new RecognisedTax(line, line.bookBaseMinor(), line.bookTaxMinor(), 0));
        return owed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recognition(key(document, "issue"), document.date(), 0, 0, owed));
    }

    /**
     * What each settlement recognises, in their order.
     *
     * @param document the document
     * @param totalMinor what there was to settle, in the currency of the document with the sign of its items, not zero
     * @param settlements every settlement so far, in the order in which they were recorded
     * @param book the currency of the book
     * @return one for each settlement, or {@code cash-tax.share}
     */
    public static Outcome<ImmutableList<Recognition>> onPayment(
            CashTaxDocument document, long totalMinor, ImmutableList<Settlement> settlements, CurrencyUnit book) {
        ImmutableList<CashTaxLine> lines =
                document.lines().select(line -> line.exigibility() == Exigibility.ON_PAYMENT);
        MutableList<Recognition> found = Lists.mutable.empty();
        Progress before = new Progress(totalMinor, 0, 0, book, document.policy());
        for (Settlement settlement : settlements) {
            Progress after = before.and(settlement);
            if (after.isBeyond()) {
                return Outcome.refused(Refusal.of(
                                CashTaxRefusals.SHARE,
                                "Of " + document.source() + " " + after.settled() + " of " + totalMinor
                                        + " minor units would be settled; check the matches of its items")
                        .with("document", document.source())
                        .with("settled", after.settled())
                        .with("total", totalMinor));
            }
            found.add(new Recognition(
                    key(
                            document,
                            settlement.match() + "\n"
                                    + settlement.by().map(ItemId::toString).orElse("")),
                    day(document, settlement),
                    after.settled(),
                    totalMinor,
                    lines.collect(new Step(before, after)::of)));
            before = after;
        }
        return Outcome.accepted(found.toImmutable());
    }

    private static LocalDate day(CashTaxDocument document, Settlement settlement) {
        boolean asPaid = settlement.undone() || document.policy().day() == CashTaxPolicy.Day.PAYMENT;
        return asPaid || settlement.date().isAfter(document.date()) ? settlement.date() : document.date();
    }

    private static IdempotencyKey key(CashTaxDocument document, String what) {
        return IdempotencyKey.of("cash-tax:" + Digest.ofText(document.book() + "\n" + document.source() + "\n" + what));
    }

    private record Step(Progress before, Progress after) {
        RecognisedTax of(CashTaxLine line) {
            return new RecognisedTax(
                    line,
                    Math.subtractExact(after.base(line), before.base(line)),
                    Math.subtractExact(after.tax(line), before.tax(line)),
                    Math.subtractExact(after.waiting(line), before.waiting(line)));
        }
    }

    /** How far a document is settled, and what is recognised in all by then. */
    private record Progress(long total, long settled, long paid, CurrencyUnit book, CashTaxPolicy policy) {
        Progress and(Settlement settlement) {
            return new Progress(
                    total,
                    Math.addExact(settled, settlement.amountMinor()),
                    Math.addExact(paid, settlement.paidMinor()),
                    book,
                    policy);
        }

        boolean isBeyond() {
            return total > 0 ? settled < 0 || settled > total : settled > 0 || settled < total;
        }

        long base(CashTaxLine line) {
            return byPayment() ? share(line.baseMinor(), paid) : share(line.bookBaseMinor(), settled);
        }

        long tax(CashTaxLine line) {
            return byPayment() ? share(line.taxMinor(), paid) : waiting(line);
        }

        long waiting(CashTaxLine line) {
            return share(line.bookTaxMinor(), settled);
        }

        private boolean byPayment() {
            return policy.rate() == CashTaxPolicy.Rate.PAYMENT;
        }

        private long share(long minor, long part) {
            long sign = total < 0 ? -1 : 1;
            return policy.rounding().share(minor, sign * part, sign * total, book);
        }
    }
}
