package dev.erpkit.accounting.document;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import java.util.Optional;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * The figures of a document in base currency, as its entry will have them.
 *
 * @param lines the lines with their base amounts
 * @param taxes the taxes with theirs
 * @param roundingMinor that of the rounding
 */
record BaseFigures(ImmutableList<IssuedLine> lines, ImmutableList<DocumentTax> taxes, long roundingMinor) {
    static BaseFigures of(
            DocumentKind kind,
            ImmutableList<IssuedLine> lines,
            long rounding,
            ImmutableList<Instalment> instalments,
            Optional<ExchangeRate> rate) {
        ImmutableList<DocumentPart> parts = DocumentPart.of(kind, lines, rounding, instalments);
        long sign = kind.reduces() ? -1 : 1;
        long[] base = rate.map(at -> BaseAmounts.of(parts, at))
                .orElseGet(() -> parts.collectLong(DocumentPart::minor).toArray());
        long[] ofLine = new long[lines.size()];
        long ofRounding = 0;
        MutableSortedMap<TaxKey, Long> ofTax = SortedMaps.mutable.empty();
        for (int i = 0; i < base.length; i++) {
            DocumentPart part = parts.get(i);
            long amount = sign * base[i];
            TaxKey tax = part.tax();
            if (tax != null) {
                ofTax.merge(tax, amount, Math::addExact);
            } else if (part.line() > 0) {
                ofLine[part.line() - 1] = amount;
            } else if (part.role().equals(DocumentRoles.ROUNDING)) {
                ofRounding = amount;
            }
        }
        ImmutableList<IssuedLine> withBase =
                lines.collectWithIndex((line, i) -> line.withBase(ofLine[i])).toImmutableList();
        ImmutableList<DocumentTax> taxes = TaxSums.of(lines)
                .collect(tax -> new DocumentTax(
                        tax.tax(),
                        tax.taxableMinor(),
                        tax.taxMinor(),
                        taxable(withBase, tax.tax(), rate),
                        ofTax.getOrDefault(tax.tax(), 0L)));
        return new BaseFigures(withBase, taxes, ofRounding);
    }

    /** What a tax is on: the base amounts of the lines, and where other taxes enter the base, those at the rate. */
    private static long taxable(ImmutableList<IssuedLine> lines, TaxKey key, Optional<ExchangeRate> rate) {
        return Sums.of(
                lines,
                line -> Sums.of(
                        line.taxes().select(tax -> tax.tax().equals(key)),
                        tax -> tax.taxableMinor() == line.netMinor() || rate.isEmpty()
                                ? rate.isEmpty() ? tax.taxableMinor() : line.netBaseMinor()
                                : Amounts.minor(rate.get()
                                        .convert(
                                                Amounts.ofMinor(
                                                        tax.taxableMinor(),
                                                        rate.get().base()),
                                                Creditable.HALF_UP))));
    }
}
