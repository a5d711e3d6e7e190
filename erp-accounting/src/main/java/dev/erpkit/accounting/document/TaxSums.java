package dev.erpkit.accounting.document;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** What lines bear together of each tax, in the order of the taxes. */
final class TaxSums {
    private TaxSums() {}

    /** The sums, without base amounts. */
    static ImmutableList<LineTax> of(ImmutableList<IssuedLine> lines) {
        MutableSortedMap<TaxKey, LineTax> sums = SortedMaps.mutable.empty();
        lines.forEach(line -> line.taxes()
                .forEach(tax -> sums.merge(
                        tax.tax(), new LineTax(tax.tax(), tax.taxableMinor(), tax.taxMinor()), TaxSums::add)));
        MutableList<LineTax> list = Lists.mutable.withAll(sums.values());
        return list.toImmutable();
    }

    static LineTax add(LineTax a, LineTax b) {
        return new LineTax(
                a.tax(), Math.addExact(a.taxableMinor(), b.taxableMinor()), Math.addExact(a.taxMinor(), b.taxMinor()));
    }

    static boolean agree(ImmutableList<IssuedLine> lines, ImmutableList<DocumentTax> taxes) {
        return of(lines).equals(taxes.collect(tax -> new LineTax(tax.tax(), tax.taxableMinor(), tax.taxMinor())));
    }
}
