package dev.erpkit.crm.sales.order;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.price.SalesLine;
import javax.money.CurrencyUnit;

/**
 * How far a line of an order is. Quantities in its unit, amounts in minor units without tax.
 *
 * <p>Worked: of 10, 2 cancelled, 9 delivered, 1 returned to be replaced: 8 are wanted, the customer has 8, nothing is on back
 * order.
 *
 * @param line its number, from 1
 * @param sale what was ordered
 * @param netMinor what all that was ordered comes to, after all discounts
 * @param cancelled what is not wanted any more before it was delivered
 * @param delivered all that was handed over
 * @param replaced what came back to be replaced
 * @param credited what came back for good
 * @param invoiced what was invoiced by quantity
 * @param invoicedMinor what was invoiced
 */
public record LineProgress(
        int line,
        SalesLine sale,
        long netMinor,
        Rational cancelled,
        Rational delivered,
        Rational replaced,
        Rational credited,
        Rational invoiced,
        long invoicedMinor) {

    static LineProgress start(int line, SalesLine sale, long netMinor) {
        return new LineProgress(
                line, sale, netMinor, Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO, 0);
    }

    /** What was ordered. */
    public Rational ordered() {
        return sale.quantity().number();
    }

    /** What was ordered and not cancelled. */
    Rational asked() {
        return ordered().subtract(cancelled);
    }

    /** What was delivered, without what came back to be replaced. */
    Rational net() {
        return delivered.subtract(replaced);
    }

    /** What is wanted in the end: ordered, not cancelled, not returned for good. What was delivered beyond goes back first. */
    public Rational wanted() {
        Rational surplus = positive(net().subtract(asked()));
        return asked().subtract(positive(credited.subtract(surplus)));
    }

    /** What the customer has. */
    public Rational kept() {
        return net().subtract(credited);
    }

    /** What is still to be delivered. */
    public Rational backOrder() {
        return positive(asked().subtract(net()));
    }

    /** What is wanted and not invoiced; below zero what is to be credited. With what is invoiced it is what is wanted. */
    public Rational uninvoiced() {
        return wanted().subtract(invoiced);
    }

    /** What may be invoiced now; below zero what is to be credited. */
    public Rational toInvoice(InvoiceBasis basis) {
        return switch (basis) {
            case ORDERED -> uninvoiced();
            case DELIVERED -> kept().subtract(invoiced);
            case MILESTONES -> Rational.ZERO;
        };
    }

    /** What a quantity of the line comes to: its share of the net, rounded; all of it comes to the net exactly. */
    public long worthMinor(Rational quantity, RoundingPolicy rounding, CurrencyUnit currency) {
        Rational exact = Rational.of(netMinor).multiply(quantity).divide(ordered());
        return rounding.minor(exact.numerator(), exact.denominator(), currency);
    }

    private static Rational positive(Rational number) {
        return number.signum() > 0 ? number : Rational.ZERO;
    }

    LineProgress cancel(Rational quantity) {
        return with(cancelled.add(quantity), delivered, replaced, credited);
    }

    LineProgress deliver(Rational quantity) {
        return with(cancelled, delivered.add(quantity), replaced, credited);
    }

    LineProgress takeBack(Rational quantity, boolean toReplace) {
        return toReplace
                ? with(cancelled, delivered, replaced.add(quantity), credited)
                : with(cancelled, delivered, replaced, credited.add(quantity));
    }

    LineProgress invoice(Rational quantity, long amount) {
        return new LineProgress(
                line,
                sale,
                netMinor,
                cancelled,
                delivered,
                replaced,
                credited,
                invoiced.add(quantity),
                Math.addExact(invoicedMinor, amount));
    }

    private LineProgress with(Rational cancelling, Rational delivering, Rational replacing, Rational crediting) {
        return new LineProgress(
                line, sale, netMinor, cancelling, delivering, replacing, crediting, invoiced, invoicedMinor);
    }
}
