package dev.erpkit.inventory.move;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The everyday commands by their names; each builds its fact and records it. */
abstract class StockCommands {
    /** For the service. */
    StockCommands() {}

    abstract Outcome<StockRecord> record(IdempotencyKey key, ImmutableList<? extends StockFact> facts, Actor actor);

    /** The move that was recorded with a number. */
    abstract Optional<Move> move(long number);

    /** Refuses what cannot even be made a fact, given the number it would have; who may not is told that first. */
    abstract Outcome<StockRecord> refuse(LongFunction<Refusal> why, Actor actor);

    abstract CurrencyUnit currency();

    private Outcome<StockRecord> one(IdempotencyKey key, StockFact fact, Actor actor) {
        return record(key, Lists.immutable.of(fact), actor);
    }

    private Outcome<StockRecord> note(IdempotencyKey key, StockEvent.Note event, Actor actor) {
        return one(key, new Noted(event), actor);
    }

    private static Move move(Place from, Location to, Rational quantity, LocalDateTime at) {
        Move.Builder move = Move.builder();
        move.item(from.item()).lot(from.lot()).owner(from.owner());
        move.source(from.location()).target(to).quantity(quantity).at(at);
        return move.build();
    }

    /**
     * Goods come from {@link Location#VENDORS}. Refused as {@link StockService#record}.
     *
     * @param place what comes where
     * @param quantity above zero, in the stock unit of the item
     * @param cost what they cost, in all or each
     * @param at when it takes effect
     */
    public final Outcome<StockRecord> receive(
            IdempotencyKey key, Place place, Rational quantity, Cost cost, LocalDateTime at, Actor actor) {
        Move move = move(place.at(Location.VENDORS), place.location(), quantity, at);
        return one(key, move.costing(cost), actor);
    }

    /**
     * Goods were there before anything was recorded: they come from {@link Location#OPENING}, and the books are told that they
     * are opening stock. Of different ages or costs, open them one by one. Refused as {@link StockService#record}.
     *
     * @param place what lies where
     * @param quantity above zero, in the stock unit of the item
     * @param cost what they are worth, in all or each
     * @param expiry the last day on which the lot is good, if it has one
     * @param at when it takes effect, before anything else happens to the goods there
     */
    public final Outcome<StockRecord> openStock(
            IdempotencyKey key,
            Place place,
            Rational quantity,
            Cost cost,
            Optional<LocalDate> expiry,
            LocalDateTime at,
            Actor actor) {
        Move.Builder move = Move.builder();
        move.from(move(place.at(Location.OPENING), place.location(), quantity, at))
                .cost(cost)
                .expiry(expiry);
        return one(key, move.build(), actor);
    }

    /** Goods go to {@link Location#CUSTOMERS}, at what they cost by the policy. Refused as {@link StockService#record}. */
    public final Outcome<StockRecord> issue(
            IdempotencyKey key, Place place, Rational quantity, LocalDateTime at, Actor actor) {
        return one(key, move(place, Location.CUSTOMERS, quantity, at), actor);
    }

    /** Goods go from a place of ours to another, what they cost with them. Refused as {@link StockService#record}. */
    public final Outcome<StockRecord> transfer(
            IdempotencyKey key, Place from, Location to, Rational quantity, LocalDateTime at, Actor actor) {
        return one(key, move(from, to, quantity, at), actor);
    }

    /** Goods go to {@link Location#SCRAP}: a loss and no cost of goods. Refused as {@link StockService#record}. */
    public final Outcome<StockRecord> scrap(
            IdempotencyKey key, Place place, Rational quantity, LocalDateTime at, Actor actor) {
        return one(key, move(place, Location.SCRAP, quantity, at), actor);
    }

    /**
     * Goods of an issue come back from whom they went to, at what they cost or as the policy has it. Refused as {@link
     * StockService#record}, with {@code stock.over-return} for more than went, with {@code stock.unknown-event} where the number
     * is not that of a move to a customer.
     *
     * @param issue the number of the move to the customer
     * @param to where they are put
     */
    public final Outcome<StockRecord> returnFromCustomer(
            IdempotencyKey key, long issue, Location to, Rational quantity, LocalDateTime at, Actor actor) {
        return move(issue)
                .filter(gone -> gone.target().kind() == LocationKind.CUSTOMER)
                .map(gone -> move(gone.targetPlace(), to, quantity, at).returning(issue))
                .map(back -> one(key, back, actor))
                .orElseGet(() -> refuse(number -> StockServiceRefusals.unknownEvent(number, issue), actor));
    }

    /**
     * Goods of a receipt go back to whom they came from. Refused as {@link #returnFromCustomer}, where the number is not that of
     * a move from a supplier.
     *
     * @param receipt the number of the move from the supplier
     * @param from where they are now
     */
    public final Outcome<StockRecord> returnToVendor(
            IdempotencyKey key, long receipt, Location from, Rational quantity, LocalDateTime at, Actor actor) {
        return move(receipt)
                .filter(came -> came.source().kind() == LocationKind.SUPPLIER)
                .map(came -> move(came.sourcePlace().at(from), came.source(), quantity, at)
                        .returning(receipt))
                .map(back -> one(key, back, actor))
                .orElseGet(() -> refuse(number -> StockServiceRefusals.unknownEvent(number, receipt), actor));
    }

    /**
     * A move was of another quantity, zero included; what follows is restated. Refused as {@link StockService#record}.
     *
     * @param of the number of the move
     * @param at when it was found out
     */
    public final Outcome<StockRecord> correctQuantity(
            IdempotencyKey key, long of, Rational quantity, LocalDateTime at, Actor actor) {
        return note(key, new StockEvent.QuantityCorrection(0, at, of, quantity), actor);
    }

    /**
     * A receipt cost something else; what follows is restated. Refused as {@link StockService#record}.
     *
     * @param of the number of the receipt
     * @param at when it was found out
     */
    public final Outcome<StockRecord> correctPrice(
            IdempotencyKey key, long of, Cost cost, LocalDateTime at, Actor actor) {
        return note(key, new StockEvent.PriceCorrection(0, at, of, cost), actor);
    }

    /**
     * A fact does not hold, as if it had never been recorded. Refused as {@link StockService#record}.
     *
     * @param of the number of the fact
     * @param at when it was found out
     */
    public final Outcome<StockRecord> cancel(IdempotencyKey key, long of, LocalDateTime at, Actor actor) {
        return note(key, new StockEvent.Cancel(0, at, of), actor);
    }

    /**
     * Freight, duty and the like are put on receipts. Refused as {@link StockService#record}, with {@code stock.zero-basis} where
     * the basis is nothing, with {@code stock.other-currency} for an amount that is not in the currency of the books.
     *
     * @param receipts the numbers of the receipts that share it
     * @param basis by what they share it
     */
    public final Outcome<StockRecord> allocateLandedCost(
            IdempotencyKey key,
            ImmutableList<Long> receipts,
            MonetaryAmount amount,
            LandedCostBasis basis,
            LocalDateTime at,
            Actor actor) {
        String code = amount.getCurrency().getCurrencyCode();
        return code.equals(currency().getCurrencyCode())
                ? note(key, new StockEvent.LandedCost(0, at, receipts, Amounts.minor(amount), basis), actor)
                : refuse(
                        number -> StockServiceRefusals.otherCurrency(
                                code, currency().getCurrencyCode()),
                        actor);
    }
}
