package dev.erpkit.inventory.move;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.StockEvent;
import java.time.LocalDateTime;

/**
 * A fact that moves nothing by itself: a correction, a cancellation, a bill, a landed cost, a revaluation.
 *
 * @param event what was noted
 * @param voucher what stands behind it
 */
public record Noted(StockEvent.Note event, Voucher voucher) implements StockFact {
    /**
     * Checks the goods that the event names, as no store keeps longer names: {@code stock.goods-form} for an item of no or more
     * than 64 characters, a warehouse or lot of more, or control characters.
     */
    public Noted {
        if (event instanceof StockEvent.Revaluation revaluation) {
            Goods goods = revaluation.goods();
            check("item", goods.item(), 1);
            check("warehouse", goods.warehouse(), 0);
            check("lot", goods.lot(), 0);
        } else if (event instanceof StockEvent.StandardCost standard) {
            check("item", standard.item(), 1);
        } else if (event instanceof StockEvent.MethodChange change) {
            check("item", change.item(), 1);
        }
    }

    /** A fact with nothing behind it. */
    public Noted(StockEvent.Note event) {
        this(event, Voucher.NONE);
    }

    private static void check(String path, String text, int least) {
        if (text.length() < least || text.length() > 64 || !Texts.isLabel(text)) {
            throw new InvalidValueException(
                    "Noted",
                    path,
                    "stock.goods-form",
                    "must have " + least + " to 64 characters and no control characters");
        }
    }

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
        return new Noted(event.numbered(given), voucher);
    }

    @Override
    public String reference() {
        return voucher.reference();
    }

    @Override
    public String narrative() {
        return voucher.narrative();
    }
}
