package dev.erpkit.crm.sales.order;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * What an invoice of an order says; a pure function. Every amount is the rounded total up to now less what was invoiced
 * before, so that parts, however cut, sum to the net of the order to the minor unit, and so do down payments with what is
 * taken off for them, and what is kept back with its release.
 */
final class InvoicePlan {
    private final Order order;
    private final DocumentId document;
    private final RoundingPolicy rounding;

    private InvoicePlan(Order order, DocumentId document) {
        this.order = order;
        this.document = document;
        this.rounding = order.placed().pricing().line();
    }

    static Outcome<OrderInvoice> of(Order order, DocumentId document, InvoiceAsk ask) {
        if (order.invoices().anySatisfy(i -> i.document().equals(document))) {
            return Outcome.refused(OrderRefusals.invoiceExists(order.id(), document));
        }
        InvoicePlan plan = new InvoicePlan(order, document);
        if (ask instanceof InvoiceAsk.AllDue) {
            return plan.due();
        }
        if (ask instanceof InvoiceAsk.Part part) {
            return plan.part(part.quantities());
        }
        if (ask instanceof InvoiceAsk.DownPayment down) {
            return plan.down(Amounts.minor(down.amount()), down.amount());
        }
        if (ask instanceof InvoiceAsk.DownShare share) {
            long amount = plan.rounded(Rational.of(order.wantedMinor()).multiply(share(share.percent())));
            return plan.down(amount, Amounts.ofMinor(amount, order.currency()));
        }
        return ask instanceof InvoiceAsk.NextMilestone ? plan.milestone() : plan.release();
    }

    private static Rational share(BigDecimal percent) {
        return Rational.of(percent).divide(Rational.of(100));
    }

    private long rounded(Rational minor) {
        return rounding.minor(minor.numerator(), minor.denominator(), order.currency());
    }

    private Outcome<OrderInvoice> due() {
        if (order.terms().basis() == InvoiceBasis.MILESTONES) {
            return finish(
                    milestones() < order.terms().milestones().size() ? Lists.immutable.empty() : afterMilestones());
        }
        return charge(order.lines()
                .collect(line -> new LineQuantity(
                        line.line(), line.toInvoice(order.terms().basis()))));
    }

    private Outcome<OrderInvoice> part(ImmutableList<LineQuantity> quantities) {
        Optional<Refusal> unknown = OrderRules.lines(order, quantities);
        if (unknown.isPresent()) {
            return Outcome.refused(unknown.get());
        }
        for (LineQuantity some : quantities) {
            Rational most = order.line(some.line()).toInvoice(order.terms().basis());
            if (some.quantity().compareTo(most) > 0) {
                return Outcome.refused(OrderRefusals.invoiceTooMuch(order.id(), some, most));
            }
        }
        return charge(quantities);
    }

    private Outcome<OrderInvoice> charge(ImmutableList<LineQuantity> quantities) {
        return finish(quantities.reject(some -> some.quantity().isZero()).collect(some -> {
            LineProgress line = order.line(some.line());
            long upToNow = line.worthMinor(line.invoiced().add(some.quantity()), rounding, order.currency());
            return new OrderInvoice.Line(
                    some.line(), some.quantity(), Math.subtractExact(upToNow, line.invoicedMinor()));
        }));
    }

    private int milestones() {
        return order.invoices().count(i -> i.lines().notEmpty());
    }

    /** What was cancelled or given back after the last milestone is credited. */
    private ImmutableList<OrderInvoice.Line> afterMilestones() {
        return order.lines()
                .collect(line -> new OrderInvoice.Line(
                        line.line(), Rational.ZERO, Math.subtractExact(order.wantedMinor(line), line.invoicedMinor())))
                .reject(line -> line.netMinor() == 0);
    }

    /** A milestone charges each line its share up to now; cancellations since the last one are made good by it. */
    private Outcome<OrderInvoice> milestone() {
        ImmutableList<BigDecimal> shares = order.terms().milestones();
        int next = milestones() + 1;
        if (next > shares.size()) {
            return Outcome.refused(OrderRefusals.noMilestone(order.id(), shares.size()));
        }
        Rational upToNow = share(shares.take(next).injectInto(BigDecimal.ZERO, BigDecimal::add));
        MutableList<OrderInvoice.Line> lines = Lists.mutable.empty();
        for (LineProgress line : order.lines()) {
            long total = rounded(Rational.of(order.wantedMinor(line)).multiply(upToNow));
            lines.add(
                    new OrderInvoice.Line(line.line(), Rational.ZERO, Math.subtractExact(total, line.invoicedMinor())));
        }
        return finish(lines.toImmutable());
    }

    /** Without lines, an invoice is due only to give back what was paid down for what is not wanted any more. */
    private Outcome<OrderInvoice> finish(ImmutableList<OrderInvoice.Line> lines) {
        if (lines.isEmpty() && !(order.fullyInvoiced() && order.downMinor() != 0)) {
            return Outcome.refused(OrderRefusals.nothingToInvoice(order.id()));
        }
        OrderInvoice bare = new OrderInvoice(document, lines, 0, 0, 0, 0);
        Order after = order.after(new OrderChange.Invoiced(bare));
        return Outcome.accepted(new OrderInvoice(document, lines, 0, recalled(after), retained(after), 0));
    }

    /** What to take off for down payments: what should be taken off up to now, less what was. */
    private long recalled(Order after) {
        long down = order.invoices().sumOfLong(OrderInvoice::downMinor);
        long before = order.invoices().sumOfLong(OrderInvoice::recalledMinor);
        return Math.subtractExact(recalledUpToNow(after, down), before);
    }

    private long recalledUpToNow(Order after, long down) {
        long invoiced = Math.max(0, after.invoicedMinor());
        long wanted = after.wantedMinor();
        if (after.fullyInvoiced() || wanted <= 0) {
            return down;
        }
        return switch (order.terms().recall()) {
            case NEXT -> Math.min(down, invoiced);
            case PROPORTION -> Math.min(down, rounded(Rational.of(down).multiply(Rational.of(invoiced, wanted))));
            case FINAL -> 0;
        };
    }

    private long retained(Order after) {
        long before = order.invoices().sumOfLong(OrderInvoice::retainedMinor);
        Rational upToNow = Rational.of(Math.max(0, after.invoicedMinor()))
                .multiply(share(order.terms().retention()));
        return Math.subtractExact(rounded(upToNow), before);
    }

    private Outcome<OrderInvoice> down(long amount, MonetaryAmount asked) {
        if (!asked.getCurrency().equals(order.currency())) {
            return Outcome.refused(OrderRefusals.downPayment(order, asked, 0));
        }
        long free =
                Math.subtractExact(Math.subtractExact(order.wantedMinor(), order.invoicedMinor()), order.downMinor());
        return amount <= 0 || amount > free
                ? Outcome.refused(OrderRefusals.downPayment(order, asked, Math.max(0, free)))
                : Outcome.accepted(new OrderInvoice(document, Lists.immutable.empty(), amount, 0, 0, 0));
    }

    private Outcome<OrderInvoice> release() {
        long kept = order.retainedMinor();
        return kept == 0 || !order.fullyInvoiced()
                ? Outcome.refused(OrderRefusals.noRelease(order.id()))
                : Outcome.accepted(new OrderInvoice(document, Lists.immutable.empty(), 0, 0, 0, kept));
    }
}
