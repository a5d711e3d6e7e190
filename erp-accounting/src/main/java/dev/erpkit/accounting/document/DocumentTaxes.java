package dev.erpkit.accounting.document;

import dev.erpkit.accounting.tax.AppliedTax;
import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.LineTaxes;
import dev.erpkit.accounting.tax.TaxAmount;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPosting;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxUse;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The taxes of each line of a document, by account and boxes, as they will be kept: over all lines they sum to what the
 * engine posts to each account and box, and over a line to the taxes of the line.
 */
final class DocumentTaxes {
    private static final RoundingPolicy HALF_UP = RoundingPolicy.toCurrency(RoundingRule.HALF_UP);

    private final TaxResult result;
    private final boolean sale;
    private final MutableList<MutableList<LineTax>> byLine = Lists.mutable.empty();

    private DocumentTaxes(TaxResult result, boolean sale) {
        this.result = result;
        this.sale = sale;
        for (int i = 0; i < result.size(); i++) {
            byLine.add(Lists.mutable.empty());
        }
    }

    /** A tax of one line. */
    private record Place(int line, TaxAmount amount) {
        long base() {
            return Amounts.minor(amount.base());
        }

        long tax() {
            return Amounts.minor(amount.amount());
        }

        long deductible() {
            return Amounts.minor(amount.deductible());
        }
    }

    /** By line, in the order of the lines. */
    static ImmutableList<ImmutableList<LineTax>> of(TaxResult result, boolean sale) {
        DocumentTaxes taxes = new DocumentTaxes(result, sale);
        Map<AppliedTax, MutableList<Place>> places = new LinkedHashMap<>();
        ImmutableList<LineTaxes> lines = result.lines();
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            lines.get(i)
                    .taxes()
                    .forEach(amount -> places.computeIfAbsent(amount.tax(), tax -> Lists.mutable.empty())
                            .add(new Place(line, amount)));
        }
        ImmutableList<TaxPosting> postings = result.postings();
        places.forEach((tax, of) -> taxes.share(
                tax, of.toImmutable(), postings.select(posting -> posting.tax().equals(tax))));
        return taxes.byLine.collect(MutableList::toImmutable).toImmutable();
    }

    private void share(AppliedTax tax, ImmutableList<Place> places, ImmutableList<TaxPosting> postings) {
        Map<TaxKey, Long> sums = new LinkedHashMap<>();
        postings.forEach(posting -> sums.merge(key(tax, posting), Amounts.minor(posting.amount()), Math::addExact));
        MutableList<TaxKey> columns = Lists.mutable.empty();
        long[] rest = new long[places.size()];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = tax.tax().reverseCharge() ? 0 : places.get(i).tax();
        }
        sums.forEach((key, total) -> {
            if (key.part() == TaxPart.Of.BASE) {
                base(key, total, places);
            } else if (key.recoverable()) {
                columns.add(key);
            } else {
                for (int i = 0; i < rest.length; i++) {
                    long cost = Math.subtractExact(
                            places.get(i).tax(), places.get(i).deductible());
                    rest[i] = Math.subtractExact(rest[i], cost);
                    add(places.get(i), key, cost);
                }
            }
        });
        for (int column = 0; column < columns.size(); column++) {
            boolean last = column == columns.size() - 1;
            long[] each =
                    last ? rest : spread(sums.getOrDefault(columns.get(column), 0L), places.collect(Place::deductible));
            for (int i = 0; i < each.length; i++) {
                add(places.get(i), columns.get(column), each[i]);
                rest[i] = last ? rest[i] : Math.subtractExact(rest[i], each[i]);
            }
        }
    }

    private void base(TaxKey key, long total, ImmutableList<Place> places) {
        if (key.boxes().isEmpty()) {
            return;
        }
        long[] each = spread(total, places.collect(Place::base));
        for (int i = 0; i < each.length; i++) {
            byLine.get(places.get(i).line()).add(new LineTax(key, each[i], 0));
        }
    }

    private void add(Place place, TaxKey key, long tax) {
        byLine.get(place.line()).add(new LineTax(key, place.base(), tax, Optional.of(origin(place.amount()))));
    }

    private TaxOrigin origin(TaxAmount amount) {
        boolean byRate = result.policy().granularity() == TaxGranularity.RATE;
        return new TaxOrigin(byRate ? amount.tax().rateKey() : amount.tax().code(), amount.unrounded());
    }

    /** A total over lines by weights of any sign: what it comes to through each line, less what it came to before. */
    private long[] spread(long total, ImmutableList<Long> weights) {
        long all = Sums.of(weights, Long::longValue);
        long[] parts = new long[weights.size()];
        if (all == 0) {
            parts[0] = total;
            return parts;
        }
        long through = 0;
        long before = 0;
        for (int i = 0; i < parts.length; i++) {
            through = Math.addExact(through, weights.get(i));
            long now = split(total, through, all, result.currency());
            parts[i] = Math.subtractExact(now, before);
            before = now;
        }
        return parts;
    }

    /** {@code whole * part / all}, half up. */
    static long split(long whole, long part, long all, CurrencyUnit currency) {
        return all == 0
                ? 0
                : HALF_UP.share(whole, all < 0 ? Math.negateExact(part) : part, Math.absExact(all), currency);
    }

    private TaxKey key(AppliedTax tax, TaxPosting posting) {
        boolean base = posting.kind() == TaxPosting.Kind.BASE;
        // a refund has its boxes for the amounts as printed, a document for the amounts as posted
        boolean refund = result.request().use() == TaxUse.REFUND;
        return new TaxKey(
                tax.code(),
                base ? TaxPart.Of.BASE : TaxPart.Of.TAX,
                posting.account(),
                refund ? posting.boxes().collect(BoxTag::flipped) : posting.boxes(),
                tax.tax().treatment(),
                Optional.of(tax.rate().value()),
                base || sale || posting.kind() == TaxPosting.Kind.TAX);
    }
}
