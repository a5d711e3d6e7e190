package dev.erpkit.crm.sales.order;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.core.trade.InvoiceRequest.Charge;
import dev.erpkit.core.trade.LinePrice;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxRate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The lines of an invoice in the words of the books, with what each takes back: a fold over the invoices of an order. What is
 * of the other sign than earlier invoices charged of the same takes those back, the newest first, as the newest goods come
 * back first. Of a down payment only what the invoice cannot take off its own charges takes back the invoice that asked for
 * it.
 */
final class InvoiceLines {
    private static final String GOODS = "goods";
    private static final String DOWN = "down-payment";
    private static final String RECALLED = "down-payment-recalled";
    private static final String RETENTION = "retention";
    private static final String RELEASED = "retention-released";

    private final Order order;
    private final MutableList<Charged> charged = Lists.mutable.empty();

    /** An amount that was charged, and how much of it was not taken back. */
    private static final class Charged {
        private final Charge charge;
        private final InvoiceRequest.Line line;
        private long rest;
        private Rational restQuantity;

        Charged(Charge charge, InvoiceRequest.Line line) {
            this.charge = charge;
            this.line = line;
            this.rest = Amounts.minor(line.net());
            this.restQuantity = line.price().map(of -> of.quantity().number()).orElse(Rational.ZERO);
        }

        boolean is(String role, int number) {
            return line.role().equals(role) && line.line() == number;
        }
    }

    /** An amount, and the quantity that it is of; zero for one of none. */
    private record Part(long minor, Rational quantity) {
        static Part of(long minor) {
            return new Part(minor, Rational.ZERO);
        }
    }

    private InvoiceLines(Order order) {
        this.order = order;
    }

    /** The lines of an invoice that follows the invoices an order has. */
    static ImmutableList<InvoiceRequest.Line> of(Order order, OrderInvoice invoice) {
        InvoiceLines lines = new InvoiceLines(order);
        order.invoices().forEach(lines::next);
        return lines.next(invoice);
    }

    private ImmutableList<InvoiceRequest.Line> next(OrderInvoice invoice) {
        MutableList<InvoiceRequest.Line> charges = Lists.mutable.empty();
        MutableList<InvoiceRequest.Line> back = Lists.mutable.empty();
        for (OrderInvoice.Line line : invoice.lines()) {
            Part rest = takeBack(back, GOODS, line.line(), GOODS, new Part(line.netMinor(), line.quantity()));
            if (rest.minor() != 0 || line.netMinor() == 0) {
                charges.add(line(GOODS, line.line(), rest, Optional.empty()));
            }
        }
        charge(charges, DOWN, invoice.downMinor());
        Part kept = Part.of(Math.negateExact(invoice.retainedMinor()));
        charge(charges, RETENTION, takeBack(back, RETENTION, 0, RETENTION, kept).minor());
        charge(charges, RELEASED, invoice.releasedMinor());
        recall(charges, back, invoice.recalledMinor());
        charges.forEachWithIndex((line, at) ->
                charged.add(new Charged(new Charge(invoice.document().value(), at + 1), line)));
        return charges.withAll(back).toImmutable();
    }

    private void recall(MutableList<InvoiceRequest.Line> charges, MutableList<InvoiceRequest.Line> back, long minor) {
        long rest = takeBack(back, RECALLED, 0, RECALLED, Part.of(Math.negateExact(minor)))
                .minor();
        long own = Math.max(0, charges.sumOfLong(line -> Amounts.minor(line.net())));
        long beyond = Math.min(0, Math.addExact(rest, own));
        long left = takeBack(back, RECALLED, 0, DOWN, Part.of(beyond)).minor();
        charge(charges, RECALLED, Math.addExact(Math.subtractExact(rest, beyond), left));
    }

    private void charge(MutableList<InvoiceRequest.Line> charges, String role, long minor) {
        if (minor != 0) {
            charges.add(line(role, 0, Part.of(minor), Optional.empty()));
        }
    }

    /** Takes back what was charged in a role, the newest first. Gives what takes back nothing. */
    private Part takeBack(MutableList<InvoiceRequest.Line> back, String role, int number, String of, Part part) {
        Part open = part;
        for (Charged some : charged.asReversed()) {
            long minor = open.minor();
            if (minor != 0 && some.is(of, number) && Long.signum(some.rest) == -Long.signum(minor)) {
                long taken = minor > 0 ? Math.min(minor, -some.rest) : Math.max(minor, -some.rest);
                Part gone = new Part(taken, least(open.quantity(), some.restQuantity.negate()));
                back.add(line(role, number, gone, Optional.of(some.charge)));
                some.rest = Math.addExact(some.rest, taken);
                some.restQuantity = some.restQuantity.add(gone.quantity());
                open = new Part(
                        Math.subtractExact(minor, taken), open.quantity().subtract(gone.quantity()));
            }
        }
        return open;
    }

    /** The one nearer to zero, where both are on one side of it; else none: more than was charged is not shown to come back. */
    private static Rational least(Rational one, Rational other) {
        if (one.signum() != other.signum()) {
            return Rational.ZERO;
        }
        return one.abs().compareTo(other.abs()) <= 0 ? one : other;
    }

    private InvoiceRequest.Line line(String role, int number, Part part, Optional<Charge> takesBack) {
        Optional<SalesLine> sale = Optional.of(number)
                .filter(order::hasLine)
                .map(some -> order.line(some).sale());
        MonetaryAmount net = Amounts.ofMinor(part.minor(), order.currency());
        return new InvoiceRequest.Line(
                role,
                number,
                sale.map(SalesLine::item).orElse(role),
                net,
                sale.filter(some -> !part.quantity().isZero()).map(some -> price(some, part.quantity(), net)),
                sale.map(some -> some.taxes().collect(TaxRate::code)).orElse(Lists.immutable.empty()),
                takesBack);
    }

    private LinePrice price(SalesLine sale, Rational quantity, MonetaryAmount net) {
        return LinePrice.of(
                new Quantity(quantity, sale.quantity().unit()),
                sale.unitPrice(),
                order.placed().pricing().line(),
                net);
    }
}
