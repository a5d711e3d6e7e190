package dev.erpkit.testkit.invariant;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.purchase.BillPosting;
import dev.erpkit.inventory.purchase.LineState;
import dev.erpkit.inventory.purchase.OrderState;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseRecord;
import dev.erpkit.inventory.purchase.Purchases;
import dev.erpkit.inventory.purchase.ReceiptState;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of purchases. */
public final class PurchaseInvariants {
    private PurchaseInvariants() {}

    /** What is open of each line is what was ordered, less what came, and what went back. */
    public static ImmutableList<Finding> openFollowsQuantities(Purchases state) {
        return lines(state)
                .select(line -> !line.open()
                        .equals(line.line().quantity().subtract(line.received()).add(line.returned())))
                .collect(line -> finding("purchase-open", line, "is " + line.open()));
    }

    /** What is received and not billed is nothing where quantities are matched, and its receipts sum to it otherwise. */
    public static ImmutableList<Finding> matchedIsNothing(Purchases state) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (LineState line : lines(state)) {
            Rational open = line.received().subtract(line.returned()).subtract(line.billed());
            Rational receipts =
                    line.receipts().injectInto(Rational.ZERO, (sum, receipt) -> sum.add(receipt.notBilled()));
            if (!open.equals(receipts)) {
                found.add(finding("purchase-receipts", line, receipts + " of receipts and " + open + " of the line"));
            }
            if (open.isZero() && line.notBilledMinor() != 0) {
                found.add(finding("purchase-matched", line, line.notBilledMinor() + " are left"));
            }
        }
        return found.toImmutable();
    }

    /**
     * Received, less returned and what bills took over, is what is left, to the minor unit: the subledger is told of every
     * change. And each bill is what it takes over and its differences, without a remainder.
     *
     * @param records all records, in their order
     */
    public static ImmutableList<Finding> billsLeaveNoRemainder(
            ImmutableList<PurchaseRecord> records, CurrencyUnit books) {
        MutableList<Finding> found = Lists.mutable.empty();
        Purchases state = new Purchases(books);
        for (PurchaseRecord entry : records) {
            if (entry.fact() instanceof Billed bill) {
                OrderState before = state.order(bill.order()).orElseThrow();
                BillPosting posting = BillPosting.of(before, bill);
                long parts = Math.addExact(Math.addExact(posting.accrued(), posting.price()), posting.exchange());
                state.apply(entry);
                long taken = before.notBilledMinor()
                        - state.order(bill.order()).orElseThrow().notBilledMinor();
                if (parts != posting.owed() || taken != posting.accrued()) {
                    found.add(new Finding(
                            "purchase-bill",
                            bill.bill(),
                            posting.owed() + " owed, " + parts + " explained, " + taken + " taken over"));
                }
            } else {
                state.apply(entry);
            }
        }
        return found.toImmutable();
    }

    /** Bills fill older receipts before newer ones. */
    public static ImmutableList<Finding> olderReceiptsFirst(Purchases state) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (LineState line : lines(state)) {
            boolean open = false;
            for (ReceiptState receipt : line.receipts()) {
                if (open && receipt.billed().signum() > 0) {
                    found.add(
                            finding("purchase-order", line, receipt.fact().receipt() + " is billed before older ones"));
                }
                open |= receipt.notBilled().signum() > 0;
            }
        }
        return found.toImmutable();
    }

    private static ImmutableList<LineState> lines(Purchases state) {
        return state.orders().flatCollect(OrderState::lines);
    }

    private static Finding finding(String invariant, LineState line, String message) {
        return new Finding(
                invariant, "line " + line.line().number() + " of " + line.line().item(), message);
    }
}
