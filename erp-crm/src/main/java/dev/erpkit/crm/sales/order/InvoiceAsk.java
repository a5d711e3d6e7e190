package dev.erpkit.crm.sales.order;

import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/** What is to be invoiced of an order. */
public sealed interface InvoiceAsk {
    /** A canonical text, by which commands are told apart. */
    String text();

    /**
     * All that may be invoiced now, and what is to be credited: also what was charged or paid down for what is not wanted any
     * more.
     */
    record AllDue() implements InvoiceAsk {
        @Override
        public String text() {
            return "all";
        }
    }

    /**
     * Part of what may be invoiced now.
     *
     * @param quantities what of each line, each line once
     */
    record Part(ImmutableList<LineQuantity> quantities) implements InvoiceAsk {
        @Override
        public String text() {
            return "part " + quantities.makeString(" ");
        }
    }

    /**
     * An amount to be paid down.
     *
     * @param amount without tax, above zero
     */
    record DownPayment(MonetaryAmount amount) implements InvoiceAsk {
        @Override
        public String text() {
            return "down " + Amounts.canonical(amount);
        }
    }

    /**
     * A share of the order to be paid down.
     *
     * @param percent above zero
     */
    record DownShare(BigDecimal percent) implements InvoiceAsk {
        @Override
        public String text() {
            return "down " + percent.stripTrailingZeros().toPlainString() + "%";
        }
    }

    /** The milestone that is next. */
    record NextMilestone() implements InvoiceAsk {
        @Override
        public String text() {
            return "milestone";
        }
    }

    /** What the customer has kept back. */
    record Release() implements InvoiceAsk {
        @Override
        public String text() {
            return "release";
        }
    }
}
