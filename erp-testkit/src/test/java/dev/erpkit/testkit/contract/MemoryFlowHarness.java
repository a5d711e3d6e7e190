package dev.erpkit.testkit.contract;

import dev.erpkit.inventory.purchase.memory.MemoryPurchaseLog;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import dev.erpkit.inventory.reservation.memory.MemoryReservationLog;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import java.util.function.UnaryOperator;

/** Claims and purchases in memory, or something broken around them. */
final class MemoryFlowHarness extends MemoryTenant<MemoryFlowHarness>
        implements StockReservationHarness, PurchaseHarness {
    private final ReservationLog claims;
    private final PurchaseLog purchases;

    MemoryFlowHarness(UnaryOperator<ReservationLog> aroundClaims, UnaryOperator<PurchaseLog> aroundPurchases) {
        super(() -> new MemoryFlowHarness(aroundClaims, aroundPurchases));
        this.claims = aroundClaims.apply(new MemoryReservationLog(work));
        this.purchases = aroundPurchases.apply(new MemoryPurchaseLog(work));
    }

    static MemoryFlowHarness sound() {
        return new MemoryFlowHarness(log -> log, log -> log);
    }

    @Override
    public ReservationLog stockReservations() {
        return claims;
    }

    @Override
    public PurchaseLog purchases() {
        return purchases;
    }
}
