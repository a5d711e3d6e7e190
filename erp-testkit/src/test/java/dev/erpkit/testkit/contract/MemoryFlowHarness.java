package dev.erpkit.testkit.contract;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.inventory.purchase.memory.MemoryPurchaseLog;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import dev.erpkit.inventory.reservation.memory.MemoryReservationLog;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** Claims and purchases in memory, or something broken around them. */
final class MemoryFlowHarness implements StockReservationHarness, PurchaseHarness {
    private final MemoryHarness core = new MemoryHarness();
    private final ReservationLog claims;
    private final PurchaseLog purchases;
    private final UnaryOperator<ReservationLog> aroundClaims;
    private final UnaryOperator<PurchaseLog> aroundPurchases;
    private @Nullable MemoryFlowHarness other;

    MemoryFlowHarness(UnaryOperator<ReservationLog> aroundClaims, UnaryOperator<PurchaseLog> aroundPurchases) {
        this.aroundClaims = aroundClaims;
        this.aroundPurchases = aroundPurchases;
        MemoryUnitOfWork unitOfWork = (MemoryUnitOfWork) core.unitOfWork();
        this.claims = aroundClaims.apply(new MemoryReservationLog(unitOfWork));
        this.purchases = aroundPurchases.apply(new MemoryPurchaseLog(unitOfWork));
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

    @Override
    public UnitOfWork unitOfWork() {
        return core.unitOfWork();
    }

    @Override
    public NumberSeries numberSeries() {
        return core.numberSeries();
    }

    @Override
    public Outbox outbox() {
        return core.outbox();
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return core.told();
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return core.capabilities();
    }

    @Override
    public synchronized MemoryFlowHarness otherTenant() {
        MemoryFlowHarness known = other;
        if (known == null) {
            known = new MemoryFlowHarness(aroundClaims, aroundPurchases);
            other = known;
        }
        return known;
    }

    @Override
    public MemoryFlowHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
