package dev.erpkit.inventory.purchase;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.purchase.PurchaseFact.Approved;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseFact.Closed;
import dev.erpkit.inventory.purchase.PurchaseFact.Ordered;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseFact.Rejected;
import dev.erpkit.inventory.purchase.PurchaseFact.Requested;
import dev.erpkit.inventory.purchase.PurchaseFact.Returned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.MutableSet;

/** What all facts of purchasing come to. */
public final class Purchases {
    /** Far from what a long holds, so that sums and differences of a few such amounts fit. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(60);

    private final CurrencyUnit books;
    private final SortedMap<String, OrderState> orders = new TreeMap<>();
    private final SortedMap<String, Requested> requests = new TreeMap<>();
    private final MutableSet<String> documents = Sets.mutable.empty();
    private long sequence;

    /** What all receipts and bills came to, in whole minor units of the books. */
    private BigInteger volume = BigInteger.ZERO;

    /** Nothing yet, in the currency of the books. */
    public Purchases(CurrencyUnit books) {
        this.books = books;
    }

    /** The same, to which more can be applied. */
    Purchases copy() {
        Purchases copy = new Purchases(books);
        copy.orders.putAll(orders);
        copy.requests.putAll(requests);
        copy.documents.addAll(documents);
        copy.sequence = sequence;
        copy.volume = volume;
        return copy;
    }

    /** The sequence of the newest record in it. */
    long sequence() {
        return sequence;
    }

    /** Takes in a record; records come in their order. */
    public void apply(PurchaseRecord entry) {
        sequence = entry.sequence();
        PurchaseFact fact = entry.fact();
        documents.add(name(fact));
        volume = volume.add(size(fact));
        if (fact instanceof Requested requested) {
            requests.put(requested.request(), requested);
        } else if (fact instanceof Ordered ordered) {
            PurchaseOrder order = ordered.order();
            orders.put(order.id(), OrderState.of(order, entry.actor(), lines(order)));
        } else if (fact instanceof Approved approved) {
            change(approved.order(), state -> state.approved(entry.actor()));
        } else if (fact instanceof Rejected rejected) {
            change(rejected.order(), OrderState::turnedDown);
        } else if (fact instanceof Received received) {
            change(received.order(), state -> state.with(received.line(), line -> line.with(received)));
        } else if (fact instanceof Returned returned) {
            change(
                    returned.order(),
                    state -> state.lineOf(returned.receipt())
                            .map(found -> state.with(found.line().number(), line -> line.with(returned)))
                            .orElse(state));
        } else if (fact instanceof Billed billed) {
            billed.lines()
                    .forEach(bill -> change(billed.order(), state -> state.with(bill.line(), line -> line.with(bill))));
        } else if (fact instanceof Closed closed) {
            change(closed.order(), state -> state.with(closed.line(), LineState::ended));
        }
    }

    /** Ids are taken by kind: a receipt may be called as an order is. */
    private static String name(PurchaseFact fact) {
        return fact.getClass().getSimpleName() + " " + fact.document();
    }

    /** Whether amounts would outgrow what minor units can count. */
    boolean isTooLarge(PurchaseFact fact) {
        return volume.add(size(fact)).compareTo(MOST) > 0;
    }

    /** No figure of a fact is larger, in whole minor units of the books. */
    private BigInteger size(PurchaseFact fact) {
        Rational exact = Rational.ZERO;
        if (fact instanceof Received received) {
            exact = line(received.order(), received.line())
                    .map(line -> line.worth(received))
                    .orElse(Rational.ZERO);
        } else if (fact instanceof Billed billed) {
            exact = billed.lines()
                    .collect(bill -> line(billed.order(), bill.line())
                            .map(line -> line.most(bill, billed.rate()))
                            .orElse(Rational.ZERO))
                    .injectInto(Rational.ZERO, Rational::add);
        }
        return exact.numerator().divide(exact.denominator()).add(BigInteger.valueOf(exact.signum()));
    }

    private Optional<LineState> line(String order, int number) {
        return order(order).flatMap(state -> state.line(number));
    }

    private ImmutableList<LineState> lines(PurchaseOrder order) {
        int shift = Amounts.digits(books) - Amounts.digits(order.currency());
        Rational scale = Rational.of(BigDecimal.ONE.scaleByPowerOfTen(shift));
        return order.lines().collect(line -> LineState.of(line, scale));
    }

    private void change(String order, UnaryOperator<OrderState> change) {
        orders.computeIfPresent(order, (id, state) -> change.apply(state));
    }

    /** What became of an order. */
    public Optional<OrderState> order(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** What became of all orders, in the order of their ids. */
    public ImmutableList<OrderState> orders() {
        return Lists.immutable.ofAll(orders.values());
    }

    /** Requests that no order answers, in the order of their ids. */
    public ImmutableList<Requested> openRequests() {
        return Lists.immutable
                .ofAll(requests.values())
                .reject(request -> orders.values().stream()
                        .anyMatch(order ->
                                !order.isRejected() && order.order().request().equals(Optional.of(request.request()))));
    }

    /** Whether a document of the same kind has the id of what the fact makes. */
    boolean isTaken(PurchaseFact fact) {
        return !fact.document().isEmpty() && documents.contains(name(fact));
    }

    /** What was received and is not billed, of all orders, in minor units of the books. */
    public long notBilledMinor() {
        return orders().sumOfLong(OrderState::notBilledMinor);
    }
}
