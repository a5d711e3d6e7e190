package dev.erpkit.hr.leave;

import dev.erpkit.core.value.InvalidValueException;
import java.util.Comparator;

/**
 * From which lot leave is taken first. Peers and agreements differ: with 5 days that expire in May and 10 that expire next
 * May, 6 days taken in April leave 9 of the newer lot by {@link #EARLIEST_EXPIRY}; by {@link #LATEST_EXPIRY} they leave 5 and 4.
 */
public enum LotOrder {
    /** The lot that expires first, so that least is lost: what is usual. */
    EARLIEST_EXPIRY("earliest-expiry"),
    /** The lot that expires last, where work rules say so. */
    LATEST_EXPIRY("latest-expiry");

    private final String text;

    LotOrder(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /** The order with this name, else {@code leave.order}. */
    public static LotOrder parse(String text) {
        for (LotOrder order : values()) {
            if (order.text.equals(text)) {
                return order;
            }
        }
        throw new InvalidValueException("LotOrder", "text", "leave.order", "must be earliest-expiry or latest-expiry");
    }

    Comparator<LeaveLot> comparator() {
        Comparator<LeaveLot> expiry = Comparator.comparing(LeaveLot::expiresOn);
        return (this == LATEST_EXPIRY ? expiry.reversed() : expiry)
                .thenComparing(LeaveLot::grantedOn)
                .thenComparing(LeaveLot::id);
    }
}
