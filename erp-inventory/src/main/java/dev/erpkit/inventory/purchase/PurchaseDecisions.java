package dev.erpkit.inventory.purchase;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.purchase.PurchaseFact.Approved;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseFact.Closed;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseFact.Rejected;
import dev.erpkit.inventory.purchase.PurchaseFact.Returned;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Whether facts can happen: pure, of what has happened, a fact and the policies. */
final class PurchaseDecisions {
    private final Purchases state;
    private final ToIntFunction<PurchaseOrder> approvals;
    private final MatchPolicy policy;

    PurchaseDecisions(Purchases state, ToIntFunction<PurchaseOrder> approvals, MatchPolicy policy) {
        this.state = state;
        this.approvals = approvals;
        this.policy = policy;
    }

    /** What speaks against it, if anything. */
    Optional<Refusal> against(PurchaseFact fact, Actor actor) {
        if (state.isTaken(fact)) {
            return Optional.of(PurchaseRefusals.taken(fact.document()));
        }
        if (fact instanceof Approved approved) {
            return order(approved.order(), order -> approval(order, actor));
        } else if (fact instanceof Rejected rejected) {
            return order(rejected.order(), order -> approval(order, actor));
        } else if (fact instanceof Received received) {
            return approvedOrder(received.order(), order -> receipt(order, received));
        } else if (fact instanceof Returned returned) {
            return order(returned.order(), order -> back(order, returned));
        } else if (fact instanceof Billed billed) {
            return approvedOrder(billed.order(), order -> bill(order, billed));
        } else if (fact instanceof Closed closed) {
            return order(
                    closed.order(),
                    order -> order.line(closed.line()).isPresent()
                            ? Optional.empty()
                            : Optional.of(unknownLine(order, closed.line())));
        }
        return Optional.empty();
    }

    private static Refusal unknownLine(OrderState order, int line) {
        return PurchaseRefusals.unknown(
                "line " + line + " of order " + order.order().id());
    }

    private Optional<Refusal> order(String id, Function<OrderState, Optional<Refusal>> check) {
        return state.order(id).map(check).orElseGet(() -> Optional.of(PurchaseRefusals.unknown("order " + id)));
    }

    private Optional<Refusal> approvedOrder(String id, Function<OrderState, Optional<Refusal>> check) {
        return order(id, order -> {
            if (order.isRejected()) {
                return Optional.of(PurchaseRefusals.rejected(id));
            }
            int missing =
                    approvals.applyAsInt(order.order()) - order.approvals().size();
            return missing > 0 ? Optional.of(PurchaseRefusals.notApproved(id, missing)) : check.apply(order);
        });
    }

    private static Optional<Refusal> approval(OrderState order, Actor actor) {
        String id = order.order().id();
        if (order.isRejected()) {
            return Optional.of(PurchaseRefusals.rejected(id));
        }
        if (order.orderedBy().equals(actor)) {
            return Optional.of(PurchaseRefusals.ownApproval(id));
        }
        return order.approvals().contains(actor) ? Optional.of(PurchaseRefusals.approvedTwice(id)) : Optional.empty();
    }

    private Optional<Refusal> receipt(OrderState order, Received receipt) {
        if (receipt.quantity().signum() <= 0 || receipt.rate().signum() <= 0) {
            return Optional.of(PurchaseRefusals.quantity(receipt.receipt()));
        }
        Optional<LineState> line = order.line(receipt.line());
        if (line.isEmpty()) {
            return Optional.of(unknownLine(order, receipt.line()));
        }
        if (line.get().isClosed()) {
            return Optional.of(PurchaseRefusals.closed(order.order().id(), receipt.line()));
        }
        Rational most = line.get().open().add(line.get().line().quantity().multiply(policy.moreReceived()));
        return receipt.quantity().compareTo(most) > 0
                ? Optional.of(PurchaseRefusals.overReceipt(order.order().id(), receipt.line(), most))
                : size(receipt);
    }

    private Optional<Refusal> size(PurchaseFact fact) {
        return state.isTooLarge(fact) ? Optional.of(PurchaseRefusals.tooLarge(fact.document())) : Optional.empty();
    }

    private static Optional<Refusal> back(OrderState order, Returned back) {
        Optional<ReceiptState> receipt = order.lineOf(back.receipt()).flatMap(line -> line.receipt(back.receipt()));
        if (receipt.isEmpty()) {
            return Optional.of(PurchaseRefusals.unknown("receipt " + back.receipt()));
        }
        Rational most = receipt.get().fact().quantity().subtract(receipt.get().returned());
        return back.quantity().signum() <= 0 || back.quantity().compareTo(most) > 0
                ? Optional.of(PurchaseRefusals.overReturn(back.receipt(), most))
                : Optional.empty();
    }

    private Optional<Refusal> bill(OrderState order, Billed bill) {
        boolean each = bill.lines().collect(BillLine::line).distinct().size()
                == bill.lines().size();
        if (!each || bill.lines().isEmpty() || bill.rate().signum() <= 0) {
            return Optional.of(PurchaseRefusals.quantity(bill.bill()));
        }
        for (BillLine line : bill.lines()) {
            Optional<Refusal> refusal = order.line(line.line())
                    .map(found -> billLine(order.order().id(), found, bill, line))
                    .orElseGet(() -> Optional.of(unknownLine(order, line.line())));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return size(bill);
    }

    private Optional<Refusal> billLine(String order, LineState line, Billed bill, BillLine billed) {
        if (billed.quantity().isZero() || billed.price().signum() < 0) {
            return Optional.of(PurchaseRefusals.quantity(bill.bill()));
        }
        Rational kept = line.received().subtract(line.returned());
        Rational most = kept.add(line.received().multiply(policy.moreBilled())).subtract(line.billed());
        Rational least = line.billed().negate();
        boolean within = billed.quantity().compareTo(least) >= 0
                && (billed.quantity().signum() < 0 || billed.quantity().compareTo(most) <= 0)
                && line.received().signum() > 0;
        if (!within) {
            return Optional.of(PurchaseRefusals.quantityMismatch(order, billed.line(), least, most));
        }
        Rational price = line.line().price();
        Rational off = billed.price().subtract(price).abs();
        return off.compareTo(price.multiply(policy.priceOff())) > 0
                ? Optional.of(PurchaseRefusals.priceMismatch(order, billed.line(), price))
                : Optional.empty();
    }
}
