package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.payment.PaymentId;

/** What a line of a statement may be about. */
public sealed interface MatchTarget {
    /**
     * An open item that the line settles.
     *
     * @param item the item
     */
    record Item(ItemId item) implements MatchTarget {
        @Override
        public String toString() {
            return item.toString();
        }
    }

    /**
     * A payment in transit that the line clears.
     *
     * @param payment the payment
     */
    record InTransit(PaymentId payment) implements MatchTarget {
        @Override
        public String toString() {
            return payment.toString();
        }
    }
}
