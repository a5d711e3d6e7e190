package dev.erpkit.inventory.valuation;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.list.ImmutableList;

/** Why a history has no valuation; caught where the valuation begins. */
final class StockRefusals {
    private static final RefusalCode INSUFFICIENT = RefusalCode.of("stock.insufficient");
    private static final RefusalCode DUPLICATE_NUMBER = RefusalCode.of("stock.duplicate-number");
    private static final RefusalCode QUANTITY = RefusalCode.of("stock.quantity");
    private static final RefusalCode UNKNOWN_ITEM = RefusalCode.of("stock.unknown-item");
    private static final RefusalCode LOT_MISSING = RefusalCode.of("stock.lot-missing");
    private static final RefusalCode UNKNOWN_EVENT = RefusalCode.of("stock.unknown-event");
    private static final RefusalCode ORIGIN_CANCELLED = RefusalCode.of("stock.origin-cancelled");
    private static final RefusalCode RETURN_BEFORE_ORIGIN = RefusalCode.of("stock.return-before-origin");
    private static final RefusalCode OVER_RETURN = RefusalCode.of("stock.over-return");
    private static final RefusalCode ZERO_BASIS = RefusalCode.of("stock.zero-basis");
    private static final RefusalCode NOTHING_TO_REVALUE = RefusalCode.of("stock.nothing-to-revalue");
    private static final RefusalCode REVALUATION_BELOW_ZERO = RefusalCode.of("stock.revaluation-below-zero");
    private static final RefusalCode REVALUATION_AT_STANDARD = RefusalCode.of("stock.revaluation-at-standard");
    private static final RefusalCode METHOD_CHANGE = RefusalCode.of("stock.method-change");
    private static final RefusalCode CIRCULAR_COST = RefusalCode.of("stock.circular-cost");
    private static final RefusalCode NEGATIVE_COST = RefusalCode.of("stock.negative-cost");
    private static final RefusalCode TOO_LARGE = RefusalCode.of("stock.too-large");
    private static final RefusalCode NOT_ENOUGH_IN_LOT = RefusalCode.of("stock.not-enough-in-lot");
    private static final RefusalCode AMBIGUOUS_LOT = RefusalCode.of("stock.ambiguous-lot");

    private StockRefusals() {}

    static RefusedException insufficient(long event, Goods goods, Rational missing) {
        return new RefusedException(Refusal.of(
                        INSUFFICIENT,
                        "Event " + event + " lacks " + missing + " of " + goods
                                + "; record the receipt first or issue less")
                .with("event", event)
                .with("goods", goods)
                .with("missing", missing));
    }

    static RefusedException duplicateNumber(long event) {
        return new RefusedException(
                Refusal.of(DUPLICATE_NUMBER, "Two events have the number " + event + "; give each its own")
                        .with("event", event));
    }

    static RefusedException quantity(long event) {
        return new RefusedException(Refusal.of(
                        QUANTITY, "Event " + event + " has a quantity that is not above zero; state how much it moves")
                .with("event", event));
    }

    static RefusedException unknownItem(long event, String item) {
        return new RefusedException(Refusal.of(
                        UNKNOWN_ITEM,
                        "Event " + event + " is about item " + item + ", which is unknown; register it first")
                .with("event", event)
                .with("item", item));
    }

    static RefusedException lotMissing(long event, String item) {
        return new RefusedException(Refusal.of(
                        LOT_MISSING,
                        "Event " + event + " names no lot of " + item + ", whose cost goes by lot; name it")
                .with("event", event)
                .with("item", item));
    }

    static RefusedException unknownEvent(long event, long of) {
        return new RefusedException(Refusal.of(
                        UNKNOWN_EVENT,
                        "Event " + event + " is about event " + of
                                + ", which is not one that was recorded before it and can be meant; name another")
                .with("event", event)
                .with("of", of));
    }

    static RefusedException cancelled(long event, long of) {
        return new RefusedException(Refusal.of(
                        ORIGIN_CANCELLED,
                        "Event " + event + " is about event " + of
                                + ", which is cancelled; cancel both or name another")
                .with("event", event)
                .with("of", of));
    }

    static RefusedException returnBeforeOrigin(long event, long of) {
        return new RefusedException(Refusal.of(
                        RETURN_BEFORE_ORIGIN,
                        "Event " + event + " returns goods before event " + of + " moved them; check the dates")
                .with("event", event)
                .with("of", of));
    }

    static RefusedException overReturn(long event, long of, Rational most) {
        return new RefusedException(Refusal.of(
                        OVER_RETURN,
                        "Event " + event + " returns more of event " + of + " than the " + most
                                + " that are left of it; return no more than that")
                .with("event", event)
                .with("of", of)
                .with("most", most));
    }

    static RefusedException zeroBasis(long event, String basis) {
        return new RefusedException(Refusal.of(
                        ZERO_BASIS,
                        "Event " + event + " is shared by " + basis
                                + ", which is zero in all; share it by something else")
                .with("event", event)
                .with("basis", basis));
    }

    static RefusedException nothingToRevalue(long event, Goods goods) {
        return new RefusedException(Refusal.of(
                        NOTHING_TO_REVALUE,
                        "Event " + event + " revalues " + goods + ", of which there is none then; choose another time")
                .with("event", event)
                .with("goods", goods));
    }

    static RefusedException belowZero(long event, Goods goods) {
        return new RefusedException(Refusal.of(
                        REVALUATION_BELOW_ZERO,
                        "Event " + event + " takes " + goods + " below zero; write off no more than it is worth")
                .with("event", event)
                .with("goods", goods));
    }

    static RefusedException atStandard(long event, Goods goods) {
        return new RefusedException(Refusal.of(
                        REVALUATION_AT_STANDARD,
                        "Event " + event + " revalues " + goods
                                + ", which is kept at standard cost; change the standard cost")
                .with("event", event)
                .with("goods", goods));
    }

    static RefusedException methodChange(long event, String item) {
        return new RefusedException(Refusal.of(
                        METHOD_CHANGE,
                        "Event " + event + " changes the method of item " + item
                                + ", whose pools are short or go by lot; cover what is missing, or begin another valuation")
                .with("event", event)
                .with("item", item));
    }

    static RefusedException circular(long event) {
        return new RefusedException(Refusal.of(
                        CIRCULAR_COST,
                        "Event " + event + " takes goods that are made of what it brings in, so that they have no cost;"
                                + " record first what the goods came from")
                .with("event", event));
    }

    static RefusedException negativeCost(long event) {
        return new RefusedException(Refusal.of(
                        NEGATIVE_COST,
                        "Event " + event + " lets goods cost less than nothing; state a cost of zero or more")
                .with("event", event));
    }

    static RefusedException tooLarge() {
        return new RefusedException(Refusal.of(
                TOO_LARGE, "The amounts exceed what can be counted in minor units; check quantities and prices"));
    }

    static Refusal notEnoughInLot(Rational there, Rational wanted) {
        return Refusal.of(
                        NOT_ENOUGH_IN_LOT,
                        "There are " + there + " in the lots that are meant, fewer than " + wanted
                                + "; issue less or name another lot")
                .with("there", there)
                .with("wanted", wanted);
    }

    static Refusal ambiguousLot(ImmutableList<String> lots, Rational wanted) {
        return Refusal.of(
                        AMBIGUOUS_LOT,
                        lots.size() + " lots can be meant by " + wanted + "; name one by number, cost or date")
                .with("lots", lots.makeString(","))
                .with("wanted", wanted);
    }
}
