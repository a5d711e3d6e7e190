package dev.erpkit.inventory.purchase;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseFact.Returned;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What became of a line of an order; immutable. Bills name the line and fill its receipts in the order of their days. */
public final class LineState {
    private static final Comparator<Received> BY_DAY = Comparator.comparing(Received::day);

    private final OrderLine line;
    private final Rational scale;
    private final ImmutableList<Received> receipts;
    private final ImmutableList<Returned> returns;
    private final ImmutableList<BillLine> bills;
    private final boolean closed;

    private LineState(
            OrderLine line,
            Rational scale,
            ImmutableList<Received> receipts,
            ImmutableList<Returned> returns,
            ImmutableList<BillLine> bills,
            boolean closed) {
        this.line = line;
        this.scale = scale;
        this.receipts = receipts;
        this.returns = returns;
        this.bills = bills;
        this.closed = closed;
    }

    /** A line of which nothing has become yet; the scale turns minor units of the order into those of the books at rate 1. */
    static LineState of(OrderLine line, Rational scale) {
        return new LineState(
                line, scale, Lists.immutable.empty(), Lists.immutable.empty(), Lists.immutable.empty(), false);
    }

    LineState with(Received receipt) {
        return new LineState(line, scale, receipts.newWith(receipt), returns, bills, closed);
    }

    LineState with(Returned back) {
        return new LineState(line, scale, receipts, returns.newWith(back), bills, closed);
    }

    LineState with(BillLine bill) {
        return new LineState(line, scale, receipts, returns, bills.newWith(bill), closed);
    }

    LineState ended() {
        return new LineState(line, scale, receipts, returns, bills, true);
    }

    /** The line. */
    public OrderLine line() {
        return line;
    }

    /** Whether nothing more is expected. */
    public boolean isClosed() {
        return closed;
    }

    /** What came. */
    public Rational received() {
        return receipts.injectInto(Rational.ZERO, (sum, r) -> sum.add(r.quantity()));
    }

    /** What went back. */
    public Rational returned() {
        return returns.injectInto(Rational.ZERO, (sum, r) -> sum.add(r.quantity()));
    }

    /** What was billed, less what was credited. */
    public Rational billed() {
        return bills.injectInto(Rational.ZERO, (sum, b) -> sum.add(b.quantity()));
    }

    /** What is still to come: ordered, less received, and what went back is to come again; below zero what came too much. */
    public Rational open() {
        return line.quantity().subtract(received()).add(returned());
    }

    /** How far it has come. */
    public LineStatus receipt() {
        return LineStatus.of(received().subtract(returned()), line.quantity());
    }

    /** How far it is billed, of what was received and kept. */
    public LineStatus billing() {
        Rational kept = received().subtract(returned());
        return kept.isZero() && billed().isZero() ? LineStatus.OPEN : LineStatus.of(billed(), kept);
    }

    /** What became of its receipts, in the order of their days. */
    public ImmutableList<ReceiptState> receipts() {
        MutableMap<String, Rational> back = Maps.mutable.empty();
        returns.forEach(r -> back.merge(r.receipt(), r.quantity(), Rational::add));
        MutableList<ReceiptState> states = Lists.mutable.empty();
        Rational left = billed();
        ImmutableList<Received> sorted = Lists.immutable.ofAll(receipts.toSortedList(BY_DAY));
        for (Received receipt : sorted) {
            Rational returned = back.getOrDefault(receipt.receipt(), Rational.ZERO);
            Rational kept = receipt.quantity().subtract(returned);
            boolean last = states.size() == sorted.size() - 1;
            Rational billed = last || left.compareTo(kept) < 0 ? left : kept;
            left = left.subtract(billed);
            long value = inBooks(line.price().multiply(receipt.quantity()), receipt.rate());
            states.add(new ReceiptState(receipt, returned, billed, value));
        }
        return states.toImmutable();
    }

    /** A receipt by its id. */
    Optional<ReceiptState> receipt(String id) {
        return receipts().detectOptional(state -> state.fact().receipt().equals(id));
    }

    /**
     * What was received and is not billed, at the prices of the order and the rates of the receipts, in minor units of the
     * books; below zero what is to be credited. Nothing once received, returned, billed and credited agree.
     */
    public long notBilledMinor() {
        return receipts().sumOfLong(ReceiptState::notBilledMinor);
    }

    long inBooks(Rational orderMinor, Rational rate) {
        return Money.round(orderMinor.multiply(rate).multiply(scale));
    }

    /** What a receipt is worth in the books at the price of the order, exact. */
    Rational worth(Received receipt) {
        return line.price()
                .multiply(receipt.quantity())
                .multiply(receipt.rate())
                .multiply(scale);
    }

    /** No figure of a bill of this line is larger in the books: at its own price, and at that of the order. */
    Rational most(BillLine bill, Rational rate) {
        Rational highest = receipts.collect(Received::rate).injectInto(Rational.ZERO, LineState::higher);
        Rational each = bill.price().multiply(rate).add(line.price().multiply(highest));
        return bill.quantity().abs().multiply(each).multiply(scale);
    }

    private static Rational higher(Rational one, Rational other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** A price difference of this line in the books, by the receipts whose billed part a bill changes. */
    Rational atReceiptRates(LineState before, Rational priceDifference) {
        ImmutableList<ReceiptState> earlier = before.receipts();
        ImmutableList<ReceiptState> now = receipts();
        Rational sum = Rational.ZERO;
        for (int i = 0; i < now.size(); i++) {
            Rational part = now.get(i).billed().subtract(earlier.get(i).billed());
            sum = sum.add(part.multiply(now.get(i).fact().rate()));
        }
        return sum.multiply(priceDifference).multiply(scale);
    }
}
