package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * How much earlier than planned shipments can leave without harm to any other that is planned. Each line is looked at on its
 * own: it can leave early when from that day on there is always that much beside all other plans.
 */
public final class EarlyShipping {
    private final LocalDate today;
    private final ImmutableList<Planned> receipts;
    private final ImmutableList<Shipment> shipments;

    /**
     * A shipment.
     *
     * @param id its name
     * @param day when it is planned to leave
     * @param lines how much of each item
     */
    public record Shipment(String id, LocalDate day, SortedMap<String, Rational> lines) {}

    /**
     * When a shipment can leave.
     *
     * @param completeFrom the first day on which all of it can leave
     * @param partialFrom the first day on which something of it can
     * @param partialShare which part of all its pieces can leave then
     */
    public record Earliest(LocalDate completeFrom, LocalDate partialFrom, Rational partialShare) {}

    /** The first day on which a line can leave, and how much of it. */
    private record Line(LocalDate complete, LocalDate partial, Rational quantity) {}

    private EarlyShipping(LocalDate today, ImmutableList<Planned> receipts, ImmutableList<Shipment> shipments) {
        this.today = today;
        this.receipts = receipts;
        this.shipments = shipments;
    }

    /** A plan as of a day; what is on hand is a receipt of that day. */
    public static EarlyShipping of(LocalDate today, Iterable<Planned> receipts, Iterable<Shipment> shipments) {
        return new EarlyShipping(today, Lists.immutable.ofAll(receipts), Lists.immutable.ofAll(shipments));
    }

    /** When a shipment can leave; a line that lacks goods for good leaves on its planned day. */
    public Earliest of(Shipment shipment) {
        MutableList<Line> lines = Lists.mutable.empty();
        for (Map.Entry<String, Rational> line : shipment.lines().entrySet()) {
            lines.add(line(shipment, line.getKey(), line.getValue()));
        }
        LocalDate complete = lines.collect(Line::complete).max();
        LocalDate partial = lines.collect(Line::partial).min();
        Rational now = lines.select(line -> line.partial().equals(partial))
                .injectInto(Rational.ZERO, (sum, line) -> sum.add(line.quantity()));
        Rational whole = Lists.immutable.ofAll(shipment.lines().values()).injectInto(Rational.ZERO, Rational::add);
        return new Earliest(complete, partial, now.divide(whole));
    }

    private Line line(Shipment shipment, String item, Rational quantity) {
        ProjectedStock others = ProjectedStock.of(Rational.ZERO, today, plans(shipment, item));
        LocalDate complete = others.alwaysFrom(quantity)
                .filter(day -> day.isBefore(shipment.day()))
                .orElse(shipment.day());
        if (complete.isBefore(shipment.day())) {
            return new Line(complete, complete, quantity);
        }
        // not all of it before its day: as much as can be, as early as that can be
        Rational most = Rational.ZERO;
        LocalDate since = shipment.day();
        for (LocalDate day : others.days().headMap(shipment.day(), false).keySet()) {
            Rational least = others.leastFrom(day);
            if (least.compareTo(most) > 0) {
                most = least;
                since = day;
            }
        }
        return most.isZero() ? new Line(complete, complete, quantity) : new Line(complete, since, most);
    }

    private ImmutableList<Planned> plans(Shipment but, String item) {
        ImmutableList<Planned> out = shipments
                .reject(other -> other.id().equals(but.id()))
                .flatCollect(other -> Optional.ofNullable(other.lines().get(item))
                        .map(quantity -> Lists.immutable.of(new Planned(item, other.day(), quantity.negate())))
                        .orElse(Lists.immutable.empty()));
        return receipts.select(receipt -> receipt.item().equals(item)).newWithAll(out);
    }
}
