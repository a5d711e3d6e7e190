package dev.erpkit.testkit.contract;

import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.posting.port.PostedLog;

/** The ports of stock in memory; another tenant simply has ports of its own. */
public final class MemoryStockHarness extends MemoryTenant<MemoryStockHarness> implements StockHarness {
    private final MoveLog moves = new MemoryMoveLog(work);
    private final PostedLog posted = new MemoryPostedLog(work);

    /** Empty ports. */
    public MemoryStockHarness() {
        super(MemoryStockHarness::new);
    }

    @Override
    public MoveLog moves() {
        return moves;
    }

    @Override
    public PostedLog posted() {
        return posted;
    }
}
