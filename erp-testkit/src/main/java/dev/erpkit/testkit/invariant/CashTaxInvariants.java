package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.cashtax.CashTax;
import dev.erpkit.accounting.cashtax.CashTaxDocument;
import dev.erpkit.accounting.cashtax.CashTaxLine;
import dev.erpkit.accounting.cashtax.Exigibility;
import dev.erpkit.accounting.cashtax.RecognisedTax;
import dev.erpkit.accounting.cashtax.Recognition;
import dev.erpkit.accounting.cashtax.Settlement;
import java.util.function.ToLongFunction;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of tax that payments recognise, whatever the payments. */
public final class CashTaxInvariants {
    private CashTaxInvariants() {}

    /**
     * What is recognised in all is never more than the tax of the document, never moves against the settlement, is all of the
     * tax exactly when all is settled, nothing when nothing is, and the same as one settlement of the same sum recognises.
     *
     * @param document the document
     * @param totalMinor what there was to settle
     * @param settlements every settlement, undone ones too
     * @param book the currency of the book
     */
    public static ImmutableList<Finding> recognition(
            CashTaxDocument document, long totalMinor, ImmutableList<Settlement> settlements, CurrencyUnit book) {
        ImmutableList<Recognition> recognitions =
                CashTax.onPayment(document, totalMinor, settlements, book).orElseThrow();
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<CashTaxLine> lines =
                document.lines().select(line -> line.exigibility() == Exigibility.ON_PAYMENT);
        for (int i = 0; i < lines.size(); i++) {
            CashTaxLine line = lines.get(i);
            int at = i;
            long[] sums = new long[3];
            for (int k = 0; k < recognitions.size(); k++) {
                Recognition step = recognitions.get(k);
                RecognisedTax tax = step.taxes().get(at);
                sums[0] += tax.waitingMinor();
                sums[1] += tax.taxMinor();
                sums[2] += tax.baseMinor();
                String where = "settlement " + k + " of " + line.code();
                bounds(found, where, line, step, sums[0]);
                direction(found, where, line, settlements.get(k), totalMinor, tax);
                Recognition whole = whole(document, totalMinor, settlements.take(k + 1), book);
                same(found, where, "waiting", sums[0], whole, at, RecognisedTax::waitingMinor);
                same(found, where, "tax", sums[1], whole, at, RecognisedTax::taxMinor);
                same(found, where, "base", sums[2], whole, at, RecognisedTax::baseMinor);
            }
        }
        return found.toImmutable();
    }

    private static void bounds(
            MutableList<Finding> found, String where, CashTaxLine line, Recognition step, long recognised) {
        boolean beyond = Math.abs(recognised) > Math.abs(line.bookTaxMinor())
                || recognised != 0 && Long.signum(recognised) != Long.signum(line.bookTaxMinor());
        if (beyond) {
            found.add(new Finding("cash-tax-bounds", where, recognised + " of " + line.bookTaxMinor()));
        }
        if (step.settledMinor() == step.totalMinor() && recognised != line.bookTaxMinor()) {
            found.add(new Finding("cash-tax-complete", where, recognised + " of " + line.bookTaxMinor()));
        }
        if (step.settledMinor() == 0 && recognised != 0) {
            found.add(new Finding("cash-tax-nothing", where, "nothing is settled but recognised is " + recognised));
        }
    }

    private static void direction(
            MutableList<Finding> found,
            String where,
            CashTaxLine line,
            Settlement settlement,
            long total,
            RecognisedTax tax) {
        int wanted = Long.signum(settlement.amountMinor()) * Long.signum(total) * Long.signum(line.bookTaxMinor());
        if (tax.waitingMinor() != 0 && Long.signum(tax.waitingMinor()) != wanted) {
            found.add(new Finding("cash-tax-monotone", where, "moved by " + tax.waitingMinor()));
        }
    }

    /** What one settlement of the same sum recognises. */
    private static Recognition whole(
            CashTaxDocument document, long total, ImmutableList<Settlement> settlements, CurrencyUnit book) {
        Settlement last = settlements.getLast();
        Settlement one = new Settlement(
                last.match(),
                last.by(),
                last.date(),
                false,
                settlements.sumOfLong(Settlement::amountMinor),
                settlements.sumOfLong(Settlement::paidMinor));
        return CashTax.onPayment(document, total, Lists.immutable.of(one), book)
                .orElseThrow()
                .getFirst();
    }

    private static void same(
            MutableList<Finding> found,
            String where,
            String what,
            long sum,
            Recognition whole,
            int line,
            ToLongFunction<RecognisedTax> figure) {
        long once = figure.applyAsLong(whole.taxes().get(line));
        if (sum != once) {
            found.add(
                    new Finding("cash-tax-split", where, what + " is " + sum + " but " + once + " when paid at once"));
        }
    }
}
