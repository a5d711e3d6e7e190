package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.LineTaxes;
import dev.erpkit.accounting.tax.PriceRounding;
import dev.erpkit.accounting.tax.TaxAmount;
import dev.erpkit.accounting.tax.TaxPosting;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxTotal;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** What holds of the taxes of documents, in their own currency and in any other. */
public final class TaxInvariants {
    private TaxInvariants() {}

    /** Total is net and tax, and so it is of every line; lines sum to the document, taxes of lines to those of the document. */
    public static ImmutableList<Finding> documentAddsUp(TaxResult result) {
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<LineTaxes> lines = result.lines();
        same(found, "document-adds-up", "document", result.total(), sum(result.net(), result.tax()));
        same(found, "document-adds-up", "net", result.net(), all(result, lines.collect(LineTaxes::net)));
        same(found, "document-adds-up", "tax", result.tax(), all(result, lines.collect(LineTaxes::tax)));
        for (LineTaxes line : lines) {
            same(found, "document-adds-up", "line " + line.id(), line.gross(), sum(line.net(), line.tax()));
            ImmutableList<MonetaryAmount> payable =
                    line.taxes().reject(tax -> tax.tax().tax().reverseCharge()).collect(TaxAmount::amount);
            same(found, "document-adds-up", "taxes of line " + line.id(), line.tax(), all(result, payable));
        }
        MonetaryAmount each = all(result, result.totals().collect(TaxTotal::amount));
        same(
                found,
                "document-adds-up",
                "rates",
                each,
                all(result, result.rates().collect(TaxTotal::amount)));
        same(
                found,
                "document-adds-up",
                "taxes",
                each,
                all(result, lines.flatCollect(LineTaxes::taxes).collect(TaxAmount::amount)));
        return found.toImmutable();
    }

    /**
     * Net and the taxes in it are the price that was given, by line where prices are rounded by line, else in sum. In the
     * currency of the document, where the policy does not say that the net price is rounded.
     */
    public static ImmutableList<Finding> pricesStay(TaxResult result) {
        MutableList<Finding> found = Lists.mutable.empty();
        RoundingPolicy rounding = result.policy().prices().in(result.currency());
        Rational given = Rational.ZERO;
        MonetaryAmount kept = Amounts.zero(result.currency());
        for (int i = 0; i < result.size(); i++) {
            TaxedLine asked = result.request().lines().get(i);
            LineTaxes line = result.line(i);
            MonetaryAmount price = sum(
                    line.net(),
                    all(result, line.taxes().select(tax -> tax.tax().included()).collect(TaxAmount::amount)));
            PriceRounding what = result.policy().priceRounding();
            if (what == PriceRounding.EACH_PRICE || what == PriceRounding.EACH_AFTER_TAX) {
                same(found, "prices-stay", "line " + line.id(), amount(result, rounding.round(asked.priced())), price);
            }
            given = given.add(asked.priced());
            kept = sum(kept, price);
        }
        if (result.policy().priceRounding() == PriceRounding.ALL_PRICES) {
            same(found, "prices-stay", "document", amount(result, rounding.round(given)), kept);
        }
        return found.toImmutable();
    }

    /** The same document under two policies that round to minor units differs by at most a unit for each tax of each line. */
    public static ImmutableList<Finding> policiesStayClose(TaxResult one, TaxResult other) {
        int amounts = one.lines().flatCollect(LineTaxes::taxes).size();
        long difference = Math.abs(Math.subtractExact(Amounts.minor(one.tax()), Amounts.minor(other.tax())));
        return difference <= amounts
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding(
                        "policies-stay-close",
                        one.policy() + " and " + other.policy(),
                        one.tax() + " and " + other.tax() + " for " + amounts + " amounts"));
    }

    /** Two documents rounded once for each rate: a rate with the same unrounded tax has the same tax in both. */
    public static ImmutableList<Finding> ratesDependOnSums(TaxResult one, TaxResult other) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (TaxTotal total : one.rates()) {
            TaxTotal same = other.total(total.key());
            if (same.unrounded().equals(total.unrounded())) {
                same(found, "rates-depend-on-sums", total.key(), total.amount(), same.amount());
            }
        }
        return found.toImmutable();
    }

    /**
     * Every tax goes somewhere in full, that of a reverse charge nowhere in sum; what is deducted and what is not are the tax;
     * every box has the sum of the amounts that count in it.
     */
    public static ImmutableList<Finding> taxIsSharedOut(TaxResult result) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (TaxTotal total : result.totals()) {
            ImmutableList<TaxPosting> postings = result.postings()
                    .select(posting ->
                            posting.tax().code().equals(total.key()) && posting.kind() != TaxPosting.Kind.BASE);
            boolean reverse = postings.anySatisfy(posting -> posting.tax().tax().reverseCharge());
            MonetaryAmount due = reverse ? Amounts.zero(result.currency()) : total.amount();
            same(found, "tax-shared-out", total.key(), due, all(result, postings.collect(TaxPosting::amount)));
            same(
                    found,
                    "tax-shared-out",
                    "deduction of " + total.key(),
                    total.amount(),
                    sum(total.deductible(), total.nonDeductible()));
        }
        MutableSortedMap<String, MonetaryAmount> boxes = SortedMaps.mutable.empty();
        for (TaxPosting posting : result.postings()) {
            for (BoxTag tag : posting.boxes()) {
                MonetaryAmount signed = tag.sign() > 0 ? posting.amount() : Amounts.negate(posting.amount());
                boxes.merge(tag.box(), signed, TaxInvariants::sum);
            }
        }
        if (!boxes.equals(result.boxes().castToSortedMap())) {
            found.add(new Finding("tax-shared-out", "boxes", "are " + result.boxes() + ", not " + boxes));
        }
        return found.toImmutable();
    }

    /** A document of the same lines that takes an invoice back gives every box the opposite. */
    public static ImmutableList<Finding> refundNegatesBoxes(TaxResult invoice, TaxResult refund) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (String box : invoice.boxes().keysView()) {
            MonetaryAmount back = refund.boxes().get(box);
            MonetaryAmount there = back == null ? Amounts.zero(invoice.currency()) : back;
            same(
                    found,
                    "refund-negates",
                    "box " + box,
                    Amounts.negate(invoice.boxes().get(box)),
                    there);
        }
        return found.toImmutable();
    }

    private static void same(
            MutableList<Finding> found,
            String invariant,
            String where,
            MonetaryAmount expected,
            MonetaryAmount actual) {
        if (!expected.isEqualTo(actual)) {
            found.add(new Finding(invariant, where, "is " + actual + ", not " + expected));
        }
    }

    private static MonetaryAmount amount(TaxResult result, BigDecimal number) {
        return Amounts.of(number, result.currency());
    }

    private static MonetaryAmount sum(MonetaryAmount a, MonetaryAmount b) {
        return a.add(b);
    }

    private static MonetaryAmount all(TaxResult result, ImmutableList<MonetaryAmount> amounts) {
        return amounts.injectInto(Amounts.zero(result.currency()), TaxInvariants::sum);
    }
}
