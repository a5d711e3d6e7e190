package dev.erpkit.company;

import dev.erpkit.company.goods.GoodsTask;
import dev.erpkit.company.goods.Replenishment;
import dev.erpkit.company.goods.Ware;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.purchase.OrderLine;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseOrder;
import dev.erpkit.inventory.valuation.Cost;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What the company buys: green beans and tea when they are short, equipment and filters once a month, and what customers
 * order. An order comes in one delivery or in two, and is billed when all of it is there. A delivery note may turn up late, a
 * bill may be dearer than the order, and carriers send their bills when part of what they carried is sold.
 */
final class PurchasePlan {
    private static final List<Ware> WHEN_SHORT = List.of(Ware.GREEN, Ware.BLACK_TEA, Ware.SENCHA);
    private static final List<Ware> MONTHLY = List.of(Ware.EQUIPMENT, Ware.FILTERS);

    /** What a kilogram of freight costs from over the sea. */
    private static final long FREIGHT = 64;

    /** What is bought for the orders of customers, by the day on which it is ordered. */
    private static final Map<LocalDate, Wanted> ON_ORDER = Map.of(
            LocalDate.of(2025, 4, 30), Wanted.at(Ware.COLD_BREW, 200, 1_850),
            LocalDate.of(2025, 5, 26), Wanted.at(Ware.COLD_BREW, 250, 1_910),
            LocalDate.of(2025, 12, 24), Wanted.at(Ware.GRINDER, 8, 148_000));

    private final BusinessCalendar calendar;
    private final PlannedGoods goods;
    private final DollarRates rates = new DollarRates();
    private final List<Trade> bills = new ArrayList<>();

    /** One ware of an order: how many of the vendor's units of it, at which price ordered and billed, in minor units. */
    private record Wanted(Ware ware, long units, String unit, long price, long billed) {
        static Wanted at(Ware ware, long units, long yen) {
            return new Wanted(ware, units, ware.unit(), yen, yen);
        }

        long quantity(long of) {
            return ware.inStock(of, unit);
        }

        /** The price of a stock unit. */
        Rational each(long ofUnit) {
            return Rational.of(ofUnit, quantity(1));
        }
    }

    PurchasePlan(BusinessCalendar calendar, PlannedGoods goods) {
        this.calendar = calendar;
        this.goods = goods;
    }

    /** The bills, in the order of ordering. */
    List<Trade> bills() {
        return bills;
    }

    /** Orders what is short on a business day. */
    void on(LocalDate day) {
        List<List<Wanted>> orders = new ArrayList<>();
        for (Ware ware : WHEN_SHORT) {
            orders.add(wanted(List.of(ware), day));
        }
        if (day.equals(calendar.nextOrSame(day.withDayOfMonth(1)))) {
            orders.add(wanted(MONTHLY, day));
        }
        if (ON_ORDER.containsKey(day)) {
            orders.add(List.of(ON_ORDER.get(day)));
        }
        int number = 0;
        for (List<Wanted> wanted : orders) {
            if (!wanted.isEmpty()) {
                order(day, ++number, wanted);
            }
        }
    }

    private List<Wanted> wanted(List<Ware> wares, LocalDate day) {
        List<Wanted> wanted = new ArrayList<>();
        for (Ware ware : wares) {
            long quantity = Replenishment.propose(ware, Rational.of(goods.projected(ware)))
                    .quantity()
                    .numerator()
                    .longValueExact();
            if (quantity > 0) {
                wanted.add(priced(ware, quantity, "price" + ware + day));
            }
        }
        return wanted;
    }

    private static Wanted priced(Ware ware, long quantity, String key) {
        if (abroad(ware)) {
            String pack = ware == Ware.GREEN ? Ware.SACK : Ware.CHEST;
            long size = ware.inStock(1, pack);
            long cents = size * (1_666 + 8L * Chance.between(-8, 8, key));
            return new Wanted(ware, quantity / size, pack, cents, cents);
        }
        long yen = ware == Ware.FILTERS ? 188 : 2_500 + Chance.between(0, 249, key);
        return new Wanted(ware, quantity, ware.unit(), yen, ware == Ware.EQUIPMENT ? yen * 102 / 100 : yen);
    }

    /** Whether it is bought over the sea, in dollars. */
    private static boolean abroad(Ware ware) {
        return ware == Ware.GREEN || ware == Ware.BLACK_TEA;
    }

    private static Partner vendor(Ware ware, String order) {
        return switch (ware) {
            case GREEN -> Partner.SUPPLIERS.get(3);
            case BLACK_TEA -> Partner.SUPPLIERS.get(4);
            case SENCHA -> Partner.SUPPLIERS.get(1 + Chance.between(0, 1, "vendor" + order));
            default -> Partner.SUPPLIERS.get(0);
        };
    }

    private void order(LocalDate day, int number, List<Wanted> wanted) {
        String name = String.format(
                Locale.ROOT, "%02d%02d%02d-%d", day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth(), number);
        Partner vendor = vendor(wanted.get(0).ware(), name);
        PurchaseOrder.Builder order = PurchaseOrder.builder();
        order.id("PO-" + name).vendor(vendor.party()).day(day).currency(Amounts.currency(vendor.currency()));
        for (int line = 1; line <= wanted.size(); line++) {
            Wanted each = wanted.get(line - 1);
            order.add(new OrderLine(
                    line, each.ware().item(), Rational.of(each.quantity(each.units())), each.each(each.price())));
        }
        goods.add(day, new GoodsTask.Ordered(order.build()));
        Map<LocalDate, Long> shares = deliveries(day, name, vendor, wanted);
        LocalDate last = day;
        int delivery = 0;
        List<String> receipts = new ArrayList<>();
        for (Map.Entry<LocalDate, Long> share : shares.entrySet()) {
            LocalDate noted = noted(share.getKey(), name, vendor, shares.size());
            delivery++;
            for (int line = 1; line <= wanted.size(); line++) {
                receipts.add(arrive(name, delivery, line, wanted.get(line - 1), share, noted, shares.size()));
            }
            last = noted;
        }
        bill(name, vendor, wanted, calendar.nextOrSame(last.plusDays(Chance.between(0, 12, "billed" + name))));
        if (vendor.foreign() && Chance.between(0, 2, "carrier" + name) == 0) {
            charge(name, receipts, wanted.get(0), calendar.nextOrSame(last.plusDays(24)));
        }
    }

    /** On which days how many tenths of an order come. */
    private Map<LocalDate, Long> deliveries(LocalDate day, String name, Partner vendor, List<Wanted> wanted) {
        LocalDate first = calendar.nextOrSame(day.plusDays(vendor.foreign() ? 13 : 4));
        boolean parts = wanted.size() > 1 || Chance.between(0, 3, "parts" + name) == 0;
        return new TreeMap<>(
                parts ? Map.of(first, 6L, calendar.nextOrSame(first.plusDays(7)), 4L) : Map.of(first, 10L));
    }

    /** The day on which a delivery is in the records: of some at home the note turns up days later in the same month. */
    private LocalDate noted(LocalDate came, String name, Partner vendor, int deliveries) {
        LocalDate found = calendar.nextOrSame(came.plusDays(5));
        boolean late = !vendor.foreign()
                && deliveries == 1
                && found.getMonth() == came.getMonth()
                && Chance.between(0, 19, "late note" + name) == 0;
        return late ? found : came;
    }

    private String arrive(
            String name,
            int delivery,
            int line,
            Wanted wanted,
            Map.Entry<LocalDate, Long> share,
            LocalDate noted,
            int deliveries) {
        long first = wanted.units() * 6 / 10;
        long units = deliveries == 1 ? wanted.units() : delivery == 1 ? first : wanted.units() - first;
        String receipt = "DN-" + name + "-" + delivery + "." + line;
        long quantity = wanted.quantity(units);
        Rational rate = rate(wanted.ware(), share.getKey());
        long cost = new Cost.Each(wanted.each(wanted.price()).multiply(inYen(wanted.ware(), rate)))
                .of(Rational.of(quantity));
        Received received = new Received(receipt, "PO-" + name, line, Rational.of(quantity), rate, share.getKey());
        goods.add(noted, new GoodsTask.Arrived(received, wanted.ware(), cost));
        if (!wanted.ware().onOrder()) {
            goods.expect(noted, wanted.ware(), quantity);
        }
        return receipt;
    }

    private Rational rate(Ware ware, LocalDate day) {
        return abroad(ware) ? rates.dollar(day) : Rational.ONE;
    }

    /** What one minor unit of the order is in yen. */
    private static Rational inYen(Ware ware, Rational rate) {
        return abroad(ware) ? rate.divide(Rational.of(100)) : rate;
    }

    private void bill(String name, Partner vendor, List<Wanted> wanted, LocalDate day) {
        List<Trade.Line> lines = wanted.stream().map(PurchasePlan::line).toList();
        Trade trade = trade("PUR-" + name, vendor, day, lines);
        ImmutableList<BillLine> matched = Lists.immutable.fromStream(
                IntStream.range(0, wanted.size()).mapToObj(i -> billed(i + 1, wanted.get(i))));
        Rational rate = rate(wanted.get(0).ware(), day);
        goods.add(
                day,
                new GoodsTask.Billed(
                        new Billed(trade.document(), "PO-" + name, day, rate, matched), Invoices.of(trade)));
        bills.add(trade);
    }

    private static BillLine billed(int line, Wanted wanted) {
        return new BillLine(line, Rational.of(wanted.quantity(wanted.units())), wanted.each(wanted.billed()));
    }

    private static Trade.Line line(Wanted wanted) {
        boolean abroad = abroad(wanted.ware());
        List<String> taxes = abroad
                ? List.of()
                : List.of(CompanyTaxes.code(false, wanted.ware().drink()));
        return Trade.Line.of(
                wanted.ware(),
                wanted.units(),
                wanted.unit(),
                BigDecimal.valueOf(wanted.billed(), abroad ? 2 : 0),
                taxes);
    }

    /** Freight over the sea bears no tax. */
    private void charge(String name, List<String> receipts, Wanted wanted, LocalDate day) {
        long yen = wanted.quantity(wanted.units()) * FREIGHT + Chance.between(0, 4_999, "freight" + name);
        Trade.Line line = Trade.Line.of("海上運賃 Ocean freight", BigDecimal.valueOf(yen), List.of());
        Trade trade = trade("SHIP-" + name, Partner.CARRIER, day, List.of(line));
        goods.add(day, new GoodsTask.Charged(trade.document(), Lists.immutable.ofAll(receipts), yen));
        bills.add(trade);
    }

    private Trade trade(String document, Partner partner, LocalDate day, List<Trade.Line> lines) {
        LocalDate due = partner.due(day);
        long gross = Amounts.minor(
                CompanyTaxes.compute(lines, day, partner.currency()).total());
        List<Trade.Payment> payments = TradePlan.payments(calendar, document, due, gross, false);
        return new Trade(document, false, partner, day, due, lines, gross, payments);
    }
}
