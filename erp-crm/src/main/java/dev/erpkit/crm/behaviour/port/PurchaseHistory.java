package dev.erpkit.crm.behaviour.port;

import dev.erpkit.crm.behaviour.Purchase;
import java.util.function.Consumer;

/** Port: what customers have bought. The order of the purchases does not matter; the host owns the cursor. */
@FunctionalInterface
public interface PurchaseHistory {
    /** Pushes every purchase once. */
    void forEach(Consumer<? super Purchase> sink);

    /** The purchases of a collection. */
    static PurchaseHistory of(Iterable<Purchase> purchases) {
        return purchases::forEach;
    }
}
