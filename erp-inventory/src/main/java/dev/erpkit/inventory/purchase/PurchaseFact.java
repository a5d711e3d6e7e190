package dev.erpkit.inventory.purchase;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/** What happened in purchasing, never edited. Quantities are in stock units, above zero where it is not said otherwise. */
public sealed interface PurchaseFact {
    /** When it counts in the business. */
    LocalDate day();

    /** The document that it makes: its id is taken from then on. */
    String document();

    /**
     * Somebody needs something.
     *
     * @param request its id
     * @param wanted what, at what price at most in minor units of whatever currency the buyer uses
     */
    record Requested(String request, LocalDate day, ImmutableList<OrderLine> wanted) implements PurchaseFact {
        @Override
        public String document() {
            return request;
        }
    }

    /** Something is ordered. */
    record Ordered(PurchaseOrder order) implements PurchaseFact {
        @Override
        public LocalDate day() {
            return order.day();
        }

        @Override
        public String document() {
            return order.id();
        }
    }

    /** Somebody else than who ordered agrees. */
    record Approved(String order, LocalDate day) implements PurchaseFact {
        @Override
        public String document() {
            return "";
        }
    }

    /** Somebody does not agree; nothing comes of the order. */
    record Rejected(String order, LocalDate day) implements PurchaseFact {
        @Override
        public String document() {
            return "";
        }
    }

    /**
     * Goods have come.
     *
     * @param receipt its id
     * @param rate how much of the currency of the books one of the currency of the order is that day, above zero; one where
     *     they are the same
     */
    record Received(String receipt, String order, int line, Rational quantity, Rational rate, LocalDate day)
            implements PurchaseFact {
        @Override
        public String document() {
            return receipt;
        }
    }

    /** Goods of a receipt go back to the vendor. */
    record Returned(String id, String order, String receipt, Rational quantity, LocalDate day) implements PurchaseFact {
        @Override
        public String document() {
            return id;
        }
    }

    /**
     * The vendor bills, or credits.
     *
     * @param bill its id
     * @param rate how much of the currency of the books one of the currency of the order is that day, above zero
     * @param lines what is billed; one line of the order comes once
     */
    record Billed(String bill, String order, LocalDate day, Rational rate, ImmutableList<BillLine> lines)
            implements PurchaseFact {
        @Override
        public String document() {
            return bill;
        }
    }

    /**
     * A line of a bill.
     *
     * @param line the line of the order
     * @param quantity how much is billed, below zero when it is credited
     * @param price what one costs, in minor units of the currency of the order, exact
     */
    record BillLine(int line, Rational quantity, Rational price) {}

    /** Nothing more is expected of a line. */
    record Closed(String order, int line, LocalDate day) implements PurchaseFact {
        @Override
        public String document() {
            return "";
        }
    }
}
