package dev.erpkit.company.goods;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.posting.port.PostedLog;
import dev.erpkit.inventory.purchase.memory.MemoryPurchaseLog;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import dev.erpkit.inventory.reservation.memory.MemoryReservationLog;
import dev.erpkit.inventory.reservation.port.ReservationLog;

/**
 * What is kept of goods, in the unit of work of the books.
 *
 * @param moves all that was recorded about goods
 * @param posted what the books were told of them
 * @param claims what is kept for whom
 * @param purchases orders, receipts and bills
 */
public record GoodsStores(MoveLog moves, PostedLog posted, ReservationLog claims, PurchaseLog purchases) {
    /** Empty ones in memory. */
    public static GoodsStores inMemory(MemoryUnitOfWork work) {
        return new GoodsStores(
                new MemoryMoveLog(work),
                new MemoryPostedLog(work),
                new MemoryReservationLog(work),
                new MemoryPurchaseLog(work));
    }
}
