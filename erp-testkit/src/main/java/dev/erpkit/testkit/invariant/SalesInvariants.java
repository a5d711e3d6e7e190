package dev.erpkit.testkit.invariant;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.billing.BillingAccount;
import dev.erpkit.crm.sales.billing.BillingFact;
import dev.erpkit.crm.sales.billing.BillingStatement;
import dev.erpkit.crm.sales.contract.FrameContract;
import dev.erpkit.crm.sales.order.CallOffs;
import dev.erpkit.crm.sales.order.CreditUse;
import dev.erpkit.crm.sales.order.LineProgress;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderInvoice;
import dev.erpkit.crm.sales.price.LineFigures;
import dev.erpkit.crm.sales.price.OfferFigures;
import dev.erpkit.crm.sales.price.TaxFigure;
import dev.erpkit.crm.sales.quote.Quote;
import dev.erpkit.crm.sales.quote.QuoteChange;
import dev.erpkit.crm.sales.quote.QuoteRevision;
import dev.erpkit.crm.sales.quote.QuoteRules;
import dev.erpkit.crm.sales.quote.RevisionState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;

/** What holds of quotes, orders, frame contracts, credit and closing-day statements. */
public final class SalesInvariants {
    private SalesInvariants() {}

    /** The nets of the lines sum to the net of the order to the minor unit, and with the taxes to its total. */
    public static ImmutableList<Finding> linesSum(String where, OfferFigures figures) {
        MutableList<Finding> found = Lists.mutable.empty();
        long lines = figures.lines().sumOfLong(LineFigures::netMinor);
        if (lines != figures.netMinor()) {
            found.add(new Finding("sales-lines", where, lines + " of the lines are not " + figures.netMinor()));
        }
        long own = figures.lines().sumOfLong(LineFigures::lineNetMinor);
        if (own - figures.orderDiscountMinor() != figures.netMinor()) {
            found.add(new Finding("sales-lines", where, "the discounts of the order do not lead to its net"));
        }
        long taxes = figures.taxes().sumOfLong(TaxFigure::taxMinor);
        if (figures.netMinor() + taxes != figures.totalMinor()) {
            found.add(new Finding("sales-lines", where, "net and taxes are not the total"));
        }
        return found.toImmutable();
    }

    /** Of each line, what is invoiced and what is not is what is wanted; no more is delivered than ordered and tolerated. */
    public static ImmutableList<Finding> progress(Order order) {
        MutableList<Finding> found = Lists.mutable.empty();
        BigDecimal tolerance = order.terms().overDelivery().add(BigDecimal.valueOf(100));
        for (LineProgress line : order.lines()) {
            String where = order.id() + "/" + line.line();
            if (!line.invoiced().add(line.uninvoiced()).equals(line.wanted())) {
                found.add(new Finding("sales-progress", where, "invoiced and uninvoiced are not what is wanted"));
            }
            Rational most = line.ordered().multiply(Rational.of(tolerance)).divide(Rational.of(100));
            if (line.delivered().subtract(line.replaced()).compareTo(most) > 0) {
                found.add(new Finding(
                        "sales-over-delivery", where, line.delivered() + " delivered of " + line.ordered()));
            }
            boolean negative = line.kept().signum() < 0
                    || line.wanted().signum() < 0
                    || line.backOrder().signum() < 0;
            if (negative) {
                found.add(new Finding("sales-progress", where, "a quantity is below zero"));
            }
        }
        return found.toImmutable();
    }

    /**
     * Invoices charge what was invoiced of the lines, what is paid down and not taken off, less what is kept back; when all is
     * invoiced and released, what is wanted, to the minor unit.
     */
    public static ImmutableList<Finding> invoicesSum(Order order) {
        MutableList<Finding> found = Lists.mutable.empty();
        String where = order.id().value();
        long charged = order.invoices().sumOfLong(OrderInvoice::netMinor);
        long expected = order.invoicedMinor() + order.downMinor() - order.retainedMinor();
        if (charged != expected) {
            found.add(new Finding("sales-invoices", where, charged + " charged, not " + expected));
        }
        long lines = order.invoices().sumOfLong(OrderInvoice::linesMinor);
        if (lines != order.invoicedMinor()) {
            found.add(new Finding("sales-invoices", where, lines + " of lines, not " + order.invoicedMinor()));
        }
        boolean exact = order.lines().allSatisfy(line -> line.kept().equals(line.wanted()));
        if (order.settled() && exact && charged != order.wantedMinor()) {
            found.add(new Finding("sales-invoices", where, charged + " in the end, not " + order.wantedMinor()));
        }
        return found.toImmutable();
    }

    /** What is left of a line that charged: of its amount, and of its quantity. */
    private record Left(long minor, Rational quantity) {
        static Left of(InvoiceRequest.Line line) {
            return new Left(
                    Amounts.minor(line.net()),
                    line.price().map(price -> price.quantity().number()).orElse(Rational.ZERO));
        }

        Left and(Left other) {
            return new Left(Math.addExact(minor, other.minor), quantity.add(other.quantity));
        }

        boolean within(Left charged) {
            boolean amount =
                    charged.minor > 0 ? minor >= 0 && minor < charged.minor : minor <= 0 && minor > charged.minor;
            return amount && (quantity.isZero() || quantity.signum() == charged.quantity.signum());
        }
    }

    /**
     * What requests for one order take back names a line that charged it, of the other sign, and never sums to more than that,
     * neither in amount nor in quantity.
     */
    public static ImmutableList<Finding> takenBackWithinCharged(ImmutableList<InvoiceRequest> requests) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableMap<InvoiceRequest.Charge, Left> rests = Maps.mutable.empty();
        for (InvoiceRequest request : requests) {
            for (InvoiceRequest.Line line :
                    request.lines().select(line -> line.takesBack().isPresent())) {
                InvoiceRequest.Charge charge = line.takesBack().orElseThrow();
                Left charged = rests.getIfAbsentValue(charge, new Left(0, Rational.ZERO));
                Left rest = charged.and(Left.of(line));
                if (!rest.within(charged)) {
                    found.add(new Finding("sales-taken-back", charge.toString(), rest + " is left of " + charged));
                }
                rests.put(charge, rest);
            }
            request.charges()
                    .forEachWithIndex((line, at) ->
                            rests.put(new InvoiceRequest.Charge(request.document(), at + 1), Left.of(line)));
        }
        return found.toImmutable();
    }

    /** Exactly one revision is current until all are taken back, at most one is accepted, and none but the current is open. */
    public static ImmutableList<Finding> oneCurrent(Quote quote, LocalDate day) {
        MutableList<Finding> found = Lists.mutable.empty();
        String where = quote.id().value();
        boolean gone = quote.revisions().allSatisfy(QuoteRevision::withdrawn);
        Optional<QuoteRevision> current = quote.current();
        if (current.isPresent() == gone) {
            found.add(new Finding("sales-current", where, gone ? "all are taken back" : "none is current"));
        }
        if (quote.revisions().count(some -> some.order().isPresent()) > 1) {
            found.add(new Finding("sales-current", where, "two are accepted"));
        }
        quote.revisions()
                .reject(some -> current.equals(Optional.of(some)))
                .select(some -> quote.state(some, day) == RevisionState.OPEN)
                .forEach(some ->
                        found.add(new Finding("sales-current", quote.name(some), "is open beside the current")));
        return found.toImmutable();
    }

    /** Whatever was accepted could be accepted on that day: current, submitted, approved and valid. */
    public static ImmutableList<Finding> onlyAcceptable(ImmutableList<SalesRecord<QuoteChange>> records) {
        MutableList<Finding> found = Lists.mutable.empty();
        records.forEachWithIndex((fact, i) -> fact.changes()
                .selectInstancesOf(QuoteChange.Accepted.class)
                .forEach(accepted -> {
                    Quote before = Quote.of(records.take(i)).orElseThrow();
                    QuoteRevision revision =
                            before.revision(accepted.revision()).orElseThrow();
                    QuoteRules.acceptable(before, revision, fact.date())
                            .ifPresent(why ->
                                    found.add(new Finding("sales-accepted", before.name(revision), why.message())));
                }));
        return found.toImmutable();
    }

    /** No more of an item is called off than the frame contract has. */
    public static ImmutableList<Finding> withinFrame(FrameContract contract, ImmutableList<Order> orders) {
        MutableList<Finding> found = Lists.mutable.empty();
        contract.left(CallOffs.of(contract.id(), orders)).forEachKeyValue((item, left) -> {
            if (left.signum() < 0) {
                found.add(new Finding("sales-frame", contract.id() + "/" + item, left + " is left"));
            }
        });
        return found.toImmutable();
    }

    /** What a party uses of its credit is what is open of its invoices and of its orders in that currency. */
    public static ImmutableList<Finding> creditUsed(CreditUse use, ImmutableList<Order> orders) {
        long open = orders.select(order -> order.currency().equals(use.used().getCurrency()))
                .sumOfLong(order -> Amounts.minor(order.open()));
        long used = Amounts.minor(use.used());
        return used == open + Amounts.minor(use.invoices())
                ? Lists.immutable.empty()
                : Lists.immutable.of(
                        new Finding("sales-credit", use.party().value(), used + " used, " + open + " ordered"));
    }

    /** Statements follow each other without a gap, carry the balance over, and have each document once and not too early. */
    public static ImmutableList<Finding> statementsFollow(BillingAccount account) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableSet<DocumentId> seen = Sets.mutable.empty();
        Optional<BillingStatement> before = Optional.empty();
        for (BillingStatement statement : account.statements()) {
            String where = account.party() + "/" + statement.number();
            before.ifPresent(last -> follows(last, statement, where, found));
            Lists.immutable
                    .<BillingFact>withAll(statement.sold())
                    .newWithAll(statement.received())
                    .forEach(fact -> {
                        if (!seen.add(fact.document()) || fact.day().isAfter(statement.closing())) {
                            found.add(new Finding(
                                    "sales-statement", where, fact.document() + " is not where it belongs"));
                        }
                    });
            before = Optional.of(statement);
        }
        return found.toImmutable();
    }

    private static void follows(
            BillingStatement last, BillingStatement next, String where, MutableList<Finding> found) {
        DateRange period = next.period();
        if (!last.period().endExclusive().equals(period.startInclusive()) || next.number() != last.number() + 1) {
            found.add(new Finding("sales-statement", where, period + " does not follow " + last.period()));
        }
        if (next.previousMinor() != last.totalMinor()) {
            found.add(new Finding("sales-statement", where, "does not carry over " + last.totalMinor()));
        }
    }
}
