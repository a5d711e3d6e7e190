package dev.erpkit.testkit.contract;

import dev.erpkit.inventory.reservation.port.ReservationLog;

/** How the kit reaches a log of claims on goods under test. */
public interface StockReservationHarness extends CoreHarness {
    /** The log of the tenant. */
    ReservationLog stockReservations();

    @Override
    StockReservationHarness otherTenant();

    @Override
    StockReservationHarness reopened();
}
