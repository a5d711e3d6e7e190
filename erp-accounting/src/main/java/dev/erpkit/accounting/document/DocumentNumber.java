package dev.erpkit.accounting.document;

import dev.erpkit.core.port.SeriesId;

/**
 * A legal number: documents of one kind are 1, 2, 3 ... in every fiscal year, in the order in which they were issued.
 *
 * @param series the series: the kind, and the year as a number
 * @param number the number in the series, from 1
 */
public record DocumentNumber(SeriesId series, long number) implements Comparable<DocumentNumber> {
    /** By series, then by number. */
    @Override
    public int compareTo(DocumentNumber other) {
        int byName = series.name().compareTo(other.series.name());
        int byYear = byName != 0 ? byName : Integer.compare(series.year(), other.series.year());
        return byYear != 0 ? byYear : Long.compare(number, other.number);
    }

    /** Such as {@code sales-invoice/2026/1}; how a host prints it is the host's. */
    @Override
    public String toString() {
        return series + "/" + number;
    }
}
