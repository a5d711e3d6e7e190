package dev.erpkit.inventory.move;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;

/** The refusals of recording facts, each with its code and the sentence that says what to do. */
final class StockServiceRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("stock.key-reused");
    private static final RefusalCode NO_FACTS = RefusalCode.of("stock.no-facts");
    private static final RefusalCode PERIOD_CLOSED = RefusalCode.of("stock.period-closed");
    private static final RefusalCode COUNT_IN_FUTURE = RefusalCode.of("stock.count-in-future");
    private static final RefusalCode UNKNOWN_ITEM = RefusalCode.of("stock.unknown-item");
    private static final RefusalCode LOT_NEEDED = RefusalCode.of("stock.lot-needed");
    private static final RefusalCode SERIAL_QUANTITY = RefusalCode.of("stock.serial-quantity");
    private static final RefusalCode UNKNOWN_LOT = RefusalCode.of("stock.unknown-lot");
    private static final RefusalCode SERIAL_TWICE = RefusalCode.of("stock.serial-twice");
    private static final RefusalCode RESERVED = RefusalCode.of("stock.reserved");
    private static final RefusalCode UNKNOWN_EVENT = RefusalCode.of("stock.unknown-event");
    private static final RefusalCode OTHER_CURRENCY = RefusalCode.of("stock.other-currency");
    private static final RefusalCode OPENING_COST = RefusalCode.of("stock.opening-cost");
    private static final RefusalCode OPENING_LATE = RefusalCode.of("stock.opening-late");
    private static final RefusalCode INSUFFICIENT = RefusalCode.of("stock.insufficient");

    private StockServiceRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a stock command with other content; take another key")
                .with("key", key);
    }

    static Refusal empty() {
        return Refusal.of(NO_FACTS, "The command records nothing; state at least one fact");
    }

    static Refusal closed(StockFact fact, LocalDate openFrom) {
        return Refusal.of(
                        PERIOD_CLOSED,
                        "A fact of " + fact.at().toLocalDate() + " is before the first open day " + openFrom
                                + "; date it then or later, or open the period")
                .with("event", fact.number())
                .with("date", fact.at().toLocalDate())
                .with("open", openFrom);
    }

    static Refusal countInFuture(StockFact fact) {
        return Refusal.of(
                        COUNT_IN_FUTURE,
                        "A count of " + fact.at() + " is still to come; record it when it has been made")
                .with("event", fact.number())
                .with("at", fact.at());
    }

    static Refusal unknownItem(StockFact fact, String item) {
        return Refusal.of(
                        UNKNOWN_ITEM,
                        "Event " + fact.number() + " is about item " + item + ", which is unknown; register it first")
                .with("event", fact.number())
                .with("item", item);
    }

    static Refusal lotMissing(StockFact fact, String item) {
        return Refusal.of(
                        LOT_NEEDED,
                        "Event " + fact.number() + " names no lot or serial number of " + item + "; name it")
                .with("event", fact.number())
                .with("item", item);
    }

    static Refusal serialQuantity(StockFact fact, Place place) {
        return Refusal.of(
                        SERIAL_QUANTITY,
                        "Event " + fact.number() + " moves another quantity than one of " + place
                                + "; move each serial number by itself")
                .with("event", fact.number())
                .with("place", place);
    }

    static Refusal unknownLot(StockFact fact, Place place) {
        return Refusal.of(
                        UNKNOWN_LOT,
                        "Event " + fact.number() + " takes " + place + ", of which nothing ever came; check the number")
                .with("event", fact.number())
                .with("place", place);
    }

    static Refusal serialTwice(Shift shift) {
        return Refusal.of(
                        SERIAL_TWICE,
                        "Event " + shift.number() + " brings " + shift.to()
                                + ", which is in stock already; check the serial number")
                .with("event", shift.number())
                .with("place", shift.to());
    }

    static Refusal openingCost(Move move) {
        return Refusal.of(
                        OPENING_COST,
                        "Event " + move.number() + " opens stock of " + move.targetPlace()
                                + " without saying what it is worth; state its cost, zero where it is worth nothing")
                .with("event", move.number())
                .with("place", move.targetPlace());
    }

    static Refusal openingLate(Shift shift) {
        return Refusal.of(
                        OPENING_LATE,
                        "Event " + shift.number() + " opens stock of " + shift.to()
                                + " after other facts have moved it; date the opening before them, or count the stock")
                .with("event", shift.number())
                .with("place", shift.to());
    }

    static Refusal insufficient(Shift shift, Rational missing) {
        return Refusal.of(
                        INSUFFICIENT,
                        "Event " + shift.number() + " lacks " + missing + " of " + shift.from()
                                + "; record the receipt first or issue less")
                .with("event", shift.number())
                .with("goods", shift.from())
                .with("missing", missing);
    }

    static Refusal reserved(Place place, Rational reserved, Rational left) {
        return Refusal.of(
                        RESERVED,
                        "Of " + place + " " + reserved + " are reserved and only " + left
                                + " would be left; have claims released first or take less")
                .with("place", place)
                .with("reserved", reserved)
                .with("left", left);
    }

    static Refusal unknownEvent(long event, long of) {
        return Refusal.of(
                        UNKNOWN_EVENT,
                        "Event " + event + " is about event " + of
                                + ", which is none of the right kind; name the move that is meant")
                .with("event", event)
                .with("of", of);
    }

    static Refusal otherCurrency(String currency, String books) {
        return Refusal.of(
                        OTHER_CURRENCY,
                        "The amount is in " + currency + " and stock is valued in " + books + "; convert it first")
                .with("currency", currency)
                .with("books", books);
    }
}
