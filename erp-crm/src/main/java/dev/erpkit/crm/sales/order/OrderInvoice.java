package dev.erpkit.crm.sales.order;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * An invoice of an order as it was told to the books; amounts in minor units without tax, below zero where it takes back.
 *
 * @param document the invoice
 * @param lines what it charges of the lines
 * @param downMinor what is to be paid down
 * @param recalledMinor what of earlier down payments it takes off
 * @param retainedMinor what the customer keeps back of it
 * @param releasedMinor what the customer kept back of earlier ones and now pays
 */
public record OrderInvoice(
        DocumentId document,
        ImmutableList<Line> lines,
        long downMinor,
        long recalledMinor,
        long retainedMinor,
        long releasedMinor) {
    /**
     * What an invoice charges of a line.
     *
     * @param line the line, from 1
     * @param quantity how much of it, 0 for a milestone
     * @param netMinor the amount
     */
    public record Line(int line, Rational quantity, long netMinor) {}

    /** What it charges of all lines. */
    public long linesMinor() {
        return lines.sumOfLong(Line::netMinor);
    }

    /** What it comes to without tax. */
    public long netMinor() {
        long charged = Math.addExact(Math.addExact(linesMinor(), downMinor), releasedMinor);
        return Math.subtractExact(Math.subtractExact(charged, recalledMinor), retainedMinor);
    }
}
