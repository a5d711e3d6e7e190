package dev.erpkit.company.goods;

import dev.erpkit.company.goods.GoodsTask.Arrived;
import dev.erpkit.company.goods.GoodsTask.Counted;
import dev.erpkit.company.goods.GoodsTask.Delivered;
import dev.erpkit.company.goods.GoodsTask.Made;
import dev.erpkit.company.goods.GoodsTask.Opened;
import dev.erpkit.company.goods.GoodsTask.Scrapped;
import dev.erpkit.company.goods.GoodsTask.TakenBack;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.count.BlankPolicy;
import dev.erpkit.inventory.count.CountLine;
import dev.erpkit.inventory.count.CountSheet;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.move.Voucher;
import dev.erpkit.inventory.reservation.Pick;
import dev.erpkit.inventory.reservation.PickSource;
import dev.erpkit.inventory.valuation.ConversionCost;
import dev.erpkit.inventory.valuation.Cost;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The facts of a day, in the order in which a day goes: goods come, are made, leave, come back, are scrapped and counted. */
final class DayFacts {
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime FORENOON = LocalTime.of(10, 30);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final LocalTime TAKEN_BACK = LocalTime.of(15, 0);
    private static final LocalTime SCRAPPED = LocalTime.of(16, 0);
    private static final LocalTime COUNTED = LocalTime.of(17, 0);

    private final LocalDate day;
    private final ImmutableList<StockFact> before;
    private final Shelf shelf;
    private final MutableList<StockFact> facts = Lists.mutable.empty();

    private DayFacts(LocalDate day, ImmutableList<StockFact> before) {
        this.day = day;
        this.before = before;
        this.shelf = new Shelf(StockLevels.of(before));
    }

    /** What comes in: a pure function of the tasks. */
    static ImmutableList<StockFact> in(LocalDate day, List<GoodsTask> tasks) {
        MutableList<StockFact> facts = Lists.mutable.empty();
        for (GoodsTask task : tasks) {
            if (task instanceof Opened opened) {
                facts.add(coming(opened.ware(), opened.quantity(), opened.cost(), opened.lot(), opened.packed())
                        .source(Location.OPENING)
                        .at(day.atTime(MORNING))
                        .reference("OPENING")
                        .build());
            } else if (task instanceof Arrived arrived) {
                String receipt = arrived.receipt().receipt();
                LocalDate came = arrived.receipt().day();
                long quantity = arrived.receipt().quantity().numerator().longValueExact();
                facts.add(coming(arrived.ware(), quantity, arrived.cost(), receipt, came)
                        .at(came.atTime(MORNING))
                        .reference(receipt)
                        .build());
            }
        }
        return facts.toImmutable();
    }

    private static Move.Builder coming(Ware ware, long quantity, long cost, String lot, LocalDate packed) {
        Move.Builder move = Move.builder();
        move.item(ware.item())
                .quantity(Rational.of(quantity))
                .source(Warehouse.VENDORS)
                .target(Warehouse.SHELF)
                .cost(new Cost.Total(cost));
        if (ware.lots()) {
            move.lot(lot).expiry(packed.plusDays(ware.keepsDays()));
        }
        return move;
    }

    /** What happens to goods that are there: which lots, and how much was counted, depends on what the records say. */
    static ImmutableList<StockFact> within(LocalDate day, List<GoodsTask> tasks, ImmutableList<StockFact> before) {
        boolean any = tasks.stream()
                .anyMatch(task -> task instanceof Made
                        || task instanceof Delivered
                        || task instanceof TakenBack
                        || task instanceof Scrapped
                        || task instanceof Counted);
        if (!any) {
            return Lists.immutable.empty();
        }
        DayFacts facts = new DayFacts(day, before);
        each(tasks, Made.class).forEach(facts::make);
        each(tasks, Delivered.class).forEach(facts::deliver);
        each(tasks, TakenBack.class).forEach(facts::takeBack);
        each(tasks, Scrapped.class).forEach(facts::scrap);
        each(tasks, Counted.class).forEach(facts::count);
        return facts.facts.toImmutable();
    }

    private static <T extends GoodsTask> List<T> each(List<GoodsTask> tasks, Class<T> kind) {
        return tasks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Roasted beans are packed where they are made; their lot keeps from that day. */
    private void make(Made made) {
        MutableList<Assembly.Input> inputs = Lists.mutable.empty();
        Recipes.needs(made.ware(), made.quantity())
                .forEach((ware, need) -> shelf.take(ware, need, day)
                        .forEach(pick -> inputs.add(new Assembly.Input(pick.place(), pick.quantity()))));
        Rational quantity = Rational.of(made.quantity());
        Place there = Warehouse.on(made.ware(), made.ware().lots() ? made.id() : "");
        Optional<LocalDate> expiry =
                made.ware().lots() ? Optional.of(day.plusDays(made.ware().keepsDays())) : Optional.empty();
        facts.add(new Assembly(
                0,
                day.atTime(FORENOON),
                Warehouse.WORKSHOP,
                inputs.toImmutable(),
                Lists.immutable.of(new Assembly.Output(there, quantity, Rational.ONE, expiry)),
                ConversionCost.NONE,
                new Voucher(made.id(), "")));
        shelf.put(there, quantity, expiry);
    }

    private void deliver(Delivered delivered) {
        String reference = reference(delivered.invoice(), delivered.line());
        for (Pick pick : shelf.take(delivered.ware(), Rational.of(delivered.quantity()), day)) {
            facts.add(moved(pick.place(), pick.quantity(), Warehouse.CUSTOMERS, day.atTime(AFTERNOON), reference));
        }
    }

    /** The line of an invoice as its moves refer to it. */
    static String reference(String invoice, int line) {
        return invoice + "/" + line;
    }

    /** What went last comes back first, at the cost at which it went. */
    private void takeBack(TakenBack back) {
        Rational open = Rational.of(back.quantity());
        ImmutableList<Move> gone = before.selectInstancesOf(Move.class)
                .select(move -> move.reference().equals(reference(back.invoice(), back.line())))
                .toReversed();
        for (Move each : gone) {
            Rational some = open.compareTo(each.quantity()) < 0 ? open : each.quantity();
            if (some.signum() > 0) {
                Move.Builder move = Move.builder();
                facts.add(move.from(moved(
                                each.sourcePlace().at(Warehouse.CUSTOMERS),
                                some,
                                Warehouse.SHELF,
                                day.atTime(TAKEN_BACK),
                                back.note()))
                        .of(each.number())
                        .build());
                shelf.put(each.sourcePlace(), some, Optional.empty());
                open = open.subtract(some);
            }
        }
        if (open.signum() > 0) {
            throw new IllegalStateException("More comes back than went: " + back);
        }
    }

    private void scrap(Scrapped scrapped) {
        for (Pick pick : shelf.take(scrapped.ware(), Rational.of(scrapped.quantity()), day)) {
            facts.add(moved(pick.place(), pick.quantity(), Warehouse.SCRAP, day.atTime(SCRAPPED), scrapped.id()));
        }
    }

    /** What a ware is off by is off at the lot of which there is most; a lot of which nothing is left is not looked for. */
    private void count(Counted counted) {
        MutableList<CountLine> lines = Lists.mutable.empty();
        for (Map.Entry<Ware, Long> off : counted.off().entrySet()) {
            ImmutableList<PickSource> there = shelf.of(off.getKey());
            PickSource most = there.maxBy(PickSource::quantity);
            there.forEach(source -> lines.add(CountLine.counted(
                    source.place(),
                    source.equals(most) ? source.quantity().add(Rational.of(off.getValue())) : source.quantity())));
        }
        LocalDateTime at = day.atTime(COUNTED);
        facts.addAllIterable(new CountSheet(lines.toImmutable())
                .facts(at, BlankPolicy.KEEP, at)
                .orElseThrow());
    }

    private static Move moved(Place from, Rational quantity, Location to, LocalDateTime at, String reference) {
        Move.Builder move = Move.builder();
        return move.item(from.item())
                .lot(from.lot())
                .quantity(quantity)
                .source(from.location())
                .target(to)
                .at(at)
                .reference(reference)
                .build();
    }
}
