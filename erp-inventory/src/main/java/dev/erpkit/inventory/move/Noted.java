package dev.erpkit.inventory.move;

import dev.erpkit.inventory.valuation.StockEvent;
import java.time.LocalDateTime;

/**
 * A fact that moves nothing by itself: a correction, a cancellation, a bill, a landed cost, a revaluation.
 *
 * @param event what was noted
 */
public record Noted(StockEvent.Note event) implements StockFact {
    @Override
    public long number() {
        return event.number();
    }

    @Override
    public LocalDateTime at() {
        return event.at();
    }

    @Override
    public Noted numbered(long given) {
        return new Noted(event.numbered(given));
    }
}
