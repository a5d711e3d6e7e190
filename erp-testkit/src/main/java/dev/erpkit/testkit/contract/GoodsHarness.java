package dev.erpkit.testkit.contract;

/** How the kit reaches all logs that services of goods work on together, in one unit of work. */
public interface GoodsHarness extends StockHarness, StockReservationHarness, CountHarness {
    @Override
    GoodsHarness otherTenant();

    @Override
    GoodsHarness reopened();
}
