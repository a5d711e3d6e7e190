package dev.erpkit.testkit.contract;

import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.port.PostedLog;

/** How the kit reaches the logs of stock under test. */
public interface StockHarness extends CoreHarness {
    /** The moves of the tenant. */
    MoveLog moves();

    /** What the tenant has told its books. */
    PostedLog posted();

    @Override
    StockHarness otherTenant();

    @Override
    StockHarness reopened();
}
