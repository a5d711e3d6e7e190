package dev.erpkit.inventory.purchase;

import dev.erpkit.core.security.Actor;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What became of an order; immutable. */
public final class OrderState {
    private final PurchaseOrder order;
    private final Actor orderedBy;
    private final ImmutableList<Actor> approvals;
    private final boolean rejected;
    private final ImmutableList<LineState> lines;

    OrderState(
            PurchaseOrder order,
            Actor orderedBy,
            ImmutableList<Actor> approvals,
            boolean rejected,
            ImmutableList<LineState> lines) {
        this.order = order;
        this.orderedBy = orderedBy;
        this.approvals = approvals;
        this.rejected = rejected;
        this.lines = lines;
    }

    OrderState approved(Actor by) {
        return new OrderState(order, orderedBy, approvals.newWith(by), rejected, lines);
    }

    OrderState turnedDown() {
        return new OrderState(order, orderedBy, approvals, true, lines);
    }

    OrderState with(int number, UnaryOperator<LineState> change) {
        return new OrderState(
                order,
                orderedBy,
                approvals,
                rejected,
                lines.collect(state -> state.line().number() == number ? change.apply(state) : state));
    }

    /** The order. */
    public PurchaseOrder order() {
        return order;
    }

    /** Who ordered. */
    public Actor orderedBy() {
        return orderedBy;
    }

    /** Who agreed. */
    public ImmutableList<Actor> approvals() {
        return approvals;
    }

    /** Whether somebody did not agree. */
    public boolean isRejected() {
        return rejected;
    }

    /** The lines, in their order. */
    public ImmutableList<LineState> lines() {
        return lines;
    }

    /** The line with this number. */
    public Optional<LineState> line(int number) {
        return lines.detectOptional(state -> state.line().number() == number);
    }

    /** The line that a receipt belongs to. */
    Optional<LineState> lineOf(String receipt) {
        return lines.detectOptional(state -> state.receipt(receipt).isPresent());
    }

    /** What was received and is not billed, in minor units of the books. */
    public long notBilledMinor() {
        return lines.sumOfLong(LineState::notBilledMinor);
    }

    /**
     * How far it has come.
     *
     * @param approvalsNeeded how many have to agree
     */
    public OrderStatus status(int approvalsNeeded) {
        if (rejected) {
            return OrderStatus.REJECTED;
        }
        if (approvals.size() < approvalsNeeded) {
            return OrderStatus.AWAITS_APPROVAL;
        }
        boolean come = lines.allSatisfy(line -> line.isClosed() || line.open().signum() <= 0);
        boolean matched = lines.allSatisfy(
                line -> line.received().subtract(line.returned()).equals(line.billed()));
        if (come) {
            return matched ? OrderStatus.DONE : OrderStatus.AWAITS_BILL;
        }
        return lines.anySatisfy(line -> line.receipt() != LineStatus.OPEN)
                ? OrderStatus.PARTLY_RECEIVED
                : OrderStatus.AWAITS_GOODS;
    }

    static OrderState of(PurchaseOrder order, Actor by, ImmutableList<LineState> lines) {
        return new OrderState(order, by, Lists.immutable.empty(), false, lines);
    }
}
