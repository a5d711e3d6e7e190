package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import dev.erpkit.inventory.valuation.Cost;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.immutables.value.Value;

/** Goods move from one location to another; so much is gone there and is here. */
@ErpValue
@Value.Immutable
public sealed interface Move extends StockFact permits ImmutableMove {
    @Override
    @Value.Default
    default long number() {
        return 0;
    }

    @Override
    LocalDateTime at();

    /** The item, 1 to 64 characters. */
    String item();

    /** The lot or serial number, at most 64 characters; empty when there is none. */
    @Value.Default
    default String lot() {
        return "";
    }

    /** Whose goods they are, at most 64 characters; empty for ours. Goods of others are counted but have no value. */
    @Value.Default
    default String owner() {
        return "";
    }

    /** Where they were. */
    Location source();

    /** Where they are then. */
    Location target();

    /** How much, above zero, in the stock unit of the item. */
    Rational quantity();

    /** What goods that come from outside cost; without it they come at the current cost. */
    Optional<Cost> cost();

    /** The move that this one gives back, wholly or in part: a return. */
    Optional<Long> of();

    /** The last day on which a lot is good, as told with this move. */
    Optional<LocalDate> expiry();

    /** The document behind it, at most 200 characters; empty when there is none. */
    @Override
    @Value.Default
    default String reference() {
        return "";
    }

    /** What somebody wrote about it, at most 500 characters; empty when nothing. May be personal, so not in its text. */
    @Override
    @Value.Default
    @Value.Redacted
    default String narrative() {
        return "";
    }

    /**
     * Checks form and quantity.
     *
     * @throws InvalidValueException {@code stock.move-form}, {@code stock.move-quantity}, {@code stock.move-places}
     */
    @Value.Check
    default void check() {
        label("item", item(), 1, 64);
        label("lot", lot(), 0, 64);
        label("owner", owner(), 0, 64);
        label("reference", reference(), 0, 200);
        label("narrative", narrative(), 0, 500);
        if (quantity().signum() <= 0) {
            throw new InvalidValueException("Move", "quantity", "stock.move-quantity", "must be above zero");
        }
        if (source().equals(target())) {
            throw new InvalidValueException(
                    "Move", "target", "stock.move-places", "must be another location than the source");
        }
        boolean opens = source().kind() == LocationKind.OPENING;
        if (target().kind() == LocationKind.OPENING || (opens && !target().isOurs())) {
            throw new InvalidValueException(
                    "Move", "target", "stock.move-places", "must be a place of ours where stock is opened");
        }
    }

    private static void label(String path, String text, int least, int most) {
        if (text.length() < least || text.length() > most || !Texts.isLabel(text)) {
            throw new InvalidValueException(
                    "Move",
                    path,
                    "stock.move-form",
                    "must have " + least + " to " + most + " characters and no control characters");
        }
    }

    @Override
    default Move numbered(long number) {
        return builder().from(this).number(number).build();
    }

    /** The goods at {@link #source}. */
    default Place sourcePlace() {
        return new Place(source(), item(), lot(), owner());
    }

    /** The goods at {@link #target}. */
    default Place targetPlace() {
        return new Place(target(), item(), lot(), owner());
    }

    /** A move of goods of ours without lot and cost. */
    static Move of(String item, Rational quantity, Location source, Location target, LocalDateTime at) {
        Builder builder = builder();
        builder.item(item).quantity(quantity).source(source).target(target).at(at);
        return builder.build();
    }

    /** The same move at a cost. */
    default Move costing(Cost cost) {
        return builder().from(this).cost(cost).build();
    }

    /** The same move of a lot or serial number. */
    default Move ofLot(String lot) {
        return builder().from(this).lot(lot).build();
    }

    /** The same move, giving back what another moved. */
    default Move returning(long move) {
        return builder().from(this).of(move).build();
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a move. */
    final class Builder extends ImmutableMove.Builder {
        Builder() {}
    }
}
