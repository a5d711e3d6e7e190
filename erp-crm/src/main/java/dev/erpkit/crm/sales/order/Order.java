package dev.erpkit.crm.sales.order;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.order.OrderChange.Placed;
import dev.erpkit.crm.sales.price.OfferFigures;
import dev.erpkit.crm.sales.price.TaxFigure;
import dev.erpkit.crm.sales.price.TaxTotals;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * An order as its records have it. Amounts in minor units.
 *
 * @param id its id
 * @param placed what was ordered on which terms
 * @param figures what all that was ordered comes to
 * @param lines how far each line is
 * @param invoices its invoices, in their order
 */
public record Order(
        DocumentId id,
        Placed placed,
        OfferFigures figures,
        ImmutableList<LineProgress> lines,
        ImmutableList<OrderInvoice> invoices) {

    /** The order with these records, which are all it has; empty when there are none. */
    public static Optional<Order> of(ImmutableList<SalesRecord<OrderChange>> records) {
        return after(Optional.empty(), records);
    }

    /** An order after the records that follow; empty where they do not begin it. */
    static Optional<Order> after(Optional<Order> before, ImmutableList<SalesRecord<OrderChange>> records) {
        Optional<Order> order = before;
        for (SalesRecord<OrderChange> fact : records) {
            for (OrderChange change : fact.changes()) {
                order = change instanceof Placed first
                        ? Optional.of(start(fact.document(), first))
                        : order.map(so -> so.after(change));
            }
        }
        return order;
    }

    /** An order as it was placed. */
    public static Order start(DocumentId id, Placed placed) {
        OfferFigures figures = OfferFigures.of(placed.offer(), placed.pricing());
        return new Order(
                id,
                placed,
                figures,
                figures.lines()
                        .collect(line -> LineProgress.start(
                                line.line(), placed.offer().lines().get(line.line() - 1), line.netMinor())),
                Lists.immutable.empty());
    }

    /** The order after one more change. */
    public Order after(OrderChange change) {
        Order next = this;
        if (change instanceof OrderChange.Delivered delivered) {
            for (LineQuantity some : delivered.quantities()) {
                next = next.with(next.line(some.line()).deliver(some.quantity()));
            }
        } else if (change instanceof OrderChange.Returned returned) {
            for (LineQuantity some : returned.quantities()) {
                next = next.with(next.line(some.line()).takeBack(some.quantity(), returned.replaced()));
            }
        } else if (change instanceof OrderChange.Cancelled cancelled) {
            for (LineQuantity some : cancelled.quantities()) {
                next = next.with(next.line(some.line()).cancel(some.quantity()));
            }
        } else if (change instanceof OrderChange.Invoiced invoiced) {
            for (OrderInvoice.Line some : invoiced.invoice().lines()) {
                next = next.with(next.line(some.line()).invoice(some.quantity(), some.netMinor()));
            }
            next = new Order(id, placed, figures, next.lines, invoices.newWith(invoiced.invoice()));
        }
        return next;
    }

    private Order with(LineProgress line) {
        return new Order(
                id, placed, figures, lines.collect(other -> other.line() == line.line() ? line : other), invoices);
    }

    /** Who ordered. */
    public PartyId party() {
        return placed.offer().party();
    }

    /** The currency of all its amounts. */
    public CurrencyUnit currency() {
        return placed.offer().currency();
    }

    /** Its terms. */
    public OrderTerms terms() {
        return placed.terms();
    }

    /** Whether it has a line of this number. */
    public boolean hasLine(int number) {
        return number >= 1 && number <= lines.size();
    }

    /** A line by its number, from 1. */
    public LineProgress line(int number) {
        return lines.get(number - 1);
    }

    /** What all that is wanted in the end comes to, without tax. */
    public long wantedMinor() {
        return lines.sumOfLong(this::wantedMinor);
    }

    long wantedMinor(LineProgress line) {
        return line.worthMinor(line.wanted(), placed.pricing().line(), currency());
    }

    /** What was invoiced of the lines, without tax and without down payments and retention. */
    public long invoicedMinor() {
        return lines.sumOfLong(LineProgress::invoicedMinor);
    }

    /** What was invoiced of the lines, with tax. */
    public MonetaryAmount invoiced() {
        return Amounts.ofMinor(withTax(LineProgress::invoicedMinor), currency());
    }

    /** What is still to be invoiced of all that is wanted, with tax. With what is invoiced it is the total. */
    public MonetaryAmount uninvoiced() {
        return Amounts.ofMinor(uninvoicedMinor(), currency());
    }

    private long uninvoicedMinor() {
        return Math.subtractExact(withTax(this::wantedMinor), withTax(LineProgress::invoicedMinor));
    }

    /** What counts against a credit limit: what is to be invoiced or was kept back, less what was invoiced to be paid down. */
    public MonetaryAmount open() {
        long open = Math.subtractExact(Math.addExact(uninvoicedMinor(), retainedMinor()), downMinor());
        return Amounts.ofMinor(Math.max(0, open), currency());
    }

    private long withTax(ToLongFunction<LineProgress> amount) {
        TaxTotals totals = new TaxTotals();
        long net = 0;
        for (LineProgress line : lines) {
            long part = amount.applyAsLong(line);
            net = Math.addExact(net, part);
            totals.add(line.sale().taxes(), part);
        }
        return Math.addExact(
                net, totals.figures(placed.pricing().tax(), currency()).sumOfLong(TaxFigure::taxMinor));
    }

    /** What was invoiced to be paid down and is not taken off an invoice yet, without tax. */
    public long downMinor() {
        return invoices.sumOfLong(i -> Math.subtractExact(i.downMinor(), i.recalledMinor()));
    }

    /** What the customer has kept back and not paid since, without tax. */
    public long retainedMinor() {
        return invoices.sumOfLong(i -> Math.subtractExact(i.retainedMinor(), i.releasedMinor()));
    }

    /** Whether nothing is on back order. */
    public boolean delivered() {
        return lines.allSatisfy(line -> line.backOrder().isZero());
    }

    /** Whether all that is wanted was delivered and invoiced, and nothing is left to take off or to release. */
    public boolean settled() {
        return delivered() && fullyInvoiced() && downMinor() == 0 && retainedMinor() == 0;
    }

    /** Whether all that is wanted was invoiced. */
    public boolean fullyInvoiced() {
        return lines.allSatisfy(line -> terms().basis() == InvoiceBasis.DELIVERED
                ? line.backOrder().isZero()
                        && line.toInvoice(InvoiceBasis.DELIVERED).isZero()
                : line.invoicedMinor() == wantedMinor(line));
    }
}
