package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.inventory.count.port.CountLog;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import dev.erpkit.inventory.reservation.port.ReservationLog;

/** Claims on goods, sheets of stock-taking and purchases of a tenant, in the unit of work of its books. */
public final class JdbcGoodsFlow {
    private JdbcGoodsFlow() {}

    /** The claims on goods beside these stores. */
    public static ReservationLog reservations(BooksStores stores) {
        return new JdbcClaimLog(JdbcBooks.work(stores));
    }

    /** The sheets of stock-taking beside these stores. */
    public static CountLog counts(BooksStores stores) {
        return new JdbcCountLog(JdbcBooks.work(stores));
    }

    /** The purchases beside these stores. */
    public static PurchaseLog purchases(BooksStores stores) {
        return new JdbcPurchaseLog(JdbcBooks.work(stores));
    }
}
