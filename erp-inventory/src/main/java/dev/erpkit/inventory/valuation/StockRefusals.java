package dev.erpkit.inventory.valuation;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;

/** Why a history has no valuation; caught where the valuation begins. */
final class StockRefusals {
    private StockRefusals() {}

    static RefusedException insufficient(long event, Goods goods, Rational missing) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.insufficient"),
                        "Event " + event + " lacks " + missing + " of " + goods
                                + "; record the receipt first or issue less")
                .with("event", event)
                .with("goods", goods)
                .with("missing", missing));
    }

    static RefusedException duplicateNumber(long event) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.duplicate-number"),
                        "Two events have the number " + event + "; give each its own")
                .with("event", event));
    }

    static RefusedException quantity(long event) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.quantity"),
                        "Event " + event + " has a quantity that is not above zero; state how much it moves")
                .with("event", event));
    }

    static RefusedException unknownItem(long event, String item) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.unknown-item"),
                        "Event " + event + " is about item " + item + ", which is unknown; register it first")
                .with("event", event)
                .with("item", item));
    }

    static RefusedException lotMissing(long event, String item) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.lot-missing"),
                        "Event " + event + " names no lot of " + item + ", whose cost goes by lot; name it")
                .with("event", event)
                .with("item", item));
    }

    static RefusedException unknownEvent(long event, long of) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.unknown-event"),
                        "Event " + event + " is about event " + of
                                + ", which is not one that was recorded before it and can be meant; name another")
                .with("event", event)
                .with("of", of));
    }

    static RefusedException cancelled(long event, long of) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.origin-cancelled"),
                        "Event " + event + " is about event " + of + ", which is cancelled; cancel both or name another")
                .with("event", event)
                .with("of", of));
    }

    static RefusedException returnBeforeOrigin(long event, long of) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.return-before-origin"),
                        "Event " + event + " returns goods before event " + of + " moved them; check the dates")
                .with("event", event)
                .with("of", of));
    }

    static RefusedException overReturn(long event, long of, Rational most) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.over-return"),
                        "Event " + event + " returns more of event " + of + " than the " + most
                                + " that are left of it; return no more than that")
                .with("event", event)
                .with("of", of)
                .with("most", most));
    }

    static RefusedException zeroBasis(long event, String basis) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.zero-basis"),
                        "Event " + event + " is shared by " + basis + ", which is zero in all; share it by something else")
                .with("event", event)
                .with("basis", basis));
    }

    static RefusedException nothingToRevalue(long event, Goods goods) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.nothing-to-revalue"),
                        "Event " + event + " revalues " + goods + ", of which there is none then; choose another time")
                .with("event", event)
                .with("goods", goods));
    }

    static RefusedException belowZero(long event, Goods goods) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.revaluation-below-zero"),
                        "Event " + event + " takes " + goods + " below zero; write off no more than it is worth")
                .with("event", event)
                .with("goods", goods));
    }

    static RefusedException atStandard(long event, Goods goods) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.revaluation-at-standard"),
                        "Event " + event + " revalues " + goods
                                + ", which is kept at standard cost; change the standard cost")
                .with("event", event)
                .with("goods", goods));
    }

    static RefusedException methodChange(long event, String item) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.method-change"),
                        "Event " + event + " changes the method of item " + item
                                + ", whose pools are short or go by lot; cover what is missing, or begin another valuation")
                .with("event", event)
                .with("item", item));
    }

    static RefusedException circular(long event) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.circular-cost"),
                        "Event " + event + " takes goods that are made of what it brings in, so that they have no cost;"
                                + " record first what the goods came from")
                .with("event", event));
    }

    static RefusedException negativeCost(long event) {
        return new RefusedException(Refusal.of(
                        RefusalCode.of("stock.negative-cost"),
                        "Event " + event + " lets goods cost less than nothing; state a cost of zero or more")
                .with("event", event));
    }
}
