package dev.erpkit.testkit.contract;

import dev.erpkit.inventory.count.memory.MemoryCountLog;
import dev.erpkit.inventory.count.port.CountLog;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.posting.port.PostedLog;
import dev.erpkit.inventory.reservation.memory.MemoryReservationLog;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import java.util.function.UnaryOperator;

/** All logs of goods in memory, or something broken around those of moves and counts. */
final class MemoryGoodsHarness extends MemoryTenant<MemoryGoodsHarness> implements GoodsHarness {
    private final MoveLog moves;
    private final PostedLog posted = new MemoryPostedLog(work);
    private final ReservationLog claims = new MemoryReservationLog(work);
    private final CountLog counts;

    MemoryGoodsHarness(UnaryOperator<MoveLog> aroundMoves, UnaryOperator<CountLog> aroundCounts) {
        super(() -> new MemoryGoodsHarness(aroundMoves, aroundCounts));
        this.moves = aroundMoves.apply(new MemoryMoveLog(work));
        this.counts = aroundCounts.apply(new MemoryCountLog(work));
    }

    static MemoryGoodsHarness sound() {
        return new MemoryGoodsHarness(log -> log, log -> log);
    }

    @Override
    public MoveLog moves() {
        return moves;
    }

    @Override
    public PostedLog posted() {
        return posted;
    }

    @Override
    public ReservationLog stockReservations() {
        return claims;
    }

    @Override
    public CountLog counts() {
        return counts;
    }
}
