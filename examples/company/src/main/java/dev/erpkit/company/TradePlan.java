package dev.erpkit.company;

import dev.erpkit.accounting.document.CreditLine;
import dev.erpkit.accounting.document.CreditOf;
import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.company.Trade.Payment;
import dev.erpkit.company.goods.GoodsTask;
import dev.erpkit.company.goods.Ware;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;

/** All sales and purchases of a year, and what they ask to be done about goods: a pure function of the calendar. */
final class TradePlan {
    private static final List<Ware> SOLD =
            List.of(Ware.GREEN, Ware.ROASTED, Ware.BLACK_TEA, Ware.SENCHA, Ware.EQUIPMENT);
    private static final int GIFT_SET = 5_480;
    private static final int FILTERS = 298;

    private final BusinessCalendar calendar;
    private final PlannedGoods goods = new PlannedGoods();
    private final PurchasePlan purchases;
    private final List<Trade> sales = new ArrayList<>();
    private final List<DocumentDraft> credits = new ArrayList<>();

    private TradePlan(BusinessCalendar calendar) {
        this.calendar = calendar;
        this.purchases = new PurchasePlan(calendar, goods);
    }

    /** The plan from the first day of the books through another. */
    static TradePlan through(BusinessCalendar calendar, LocalDate last) {
        TradePlan plan = new TradePlan(calendar);
        StockCare care = new StockCare(calendar, plan.goods);
        for (LocalDate day = TradingYear.FIRST; !day.isAfter(last); day = day.plusDays(1)) {
            plan.goods.morning(day);
            if (calendar.isBusinessDay(day)) {
                care.workshop(day);
                plan.sell(day);
                plan.purchases.on(day);
                care.shelf(day);
            }
        }
        return plan;
    }

    /** What is sold, in the order of its days. */
    List<Trade> sales() {
        return sales;
    }

    /** Sales, and the bills of vendors in the order of their orders. */
    List<Trade> trades() {
        return Stream.concat(sales.stream(), purchases.bills().stream()).toList();
    }

    /** Credit notes for what customers bring back. */
    List<DocumentDraft> credits() {
        return credits;
    }

    /** What is to be done about goods, by day; also after the last day. */
    SortedMap<LocalDate, List<GoodsTask>> goods() {
        return goods.tasks();
    }

    private void sell(LocalDate day) {
        int count = Chance.between(2, 4, "sales" + day) + (day.getMonthValue() >= 11 ? 1 : 0);
        for (int i = 1; i <= count; i++) {
            sales.add(sale(day, i));
        }
    }

    private Trade sale(LocalDate day, int number) {
        String document = String.format(
                Locale.ROOT,
                "INV-%02d%02d%02d-%d",
                day.getYear() % 100,
                day.getMonthValue(),
                day.getDayOfMonth(),
                number);
        Partner partner = Partner.CUSTOMERS.get(Chance.between(0, Partner.CUSTOMERS.size() - 1, "partner" + document));
        List<Trade.Line> lines = partner.foreign() ? List.of(abroad(document)) : atHome(document);
        for (int i = 0; i < lines.size(); i++) {
            Trade.Line line = lines.get(i);
            Ware ware = line.ware().orElseThrow();
            goods.change(ware, -line.inStock());
            goods.add(day, new GoodsTask.Delivered(document, i + 1, ware, line.inStock()));
        }
        LocalDate due = partner.due(day);
        long gross = gross(lines, day, partner);
        long back = partner.foreign() || lines.size() > 1 ? 0 : broughtBack(document, day, partner, lines.get(0));
        return new Trade(
                document, true, partner, day, due, lines, gross, payments(calendar, document, due, gross - back, true));
    }

    private static long gross(List<Trade.Line> lines, LocalDate day, Partner partner) {
        return Amounts.minor(
                CompanyTaxes.compute(lines, day, partner.currency()).total());
    }

    private Trade.Line abroad(String document) {
        int packs = Chance.between(50, 220, "net" + document);
        Ware ware = onShelf(document, 2L * packs);
        String unit = ware == Ware.EQUIPMENT ? Ware.PAIR : Ware.BAG;
        return Trade.Line.of(ware, packs, unit, BigDecimal.valueOf(50), List.of(ConsumptionTax.EXPORT));
    }

    /** Three of ten invoices have goods of both rates, filters beside what there is to drink; two a few gift sets. */
    private List<Trade.Line> atHome(String document) {
        int units = Chance.between(20, 230, "net" + document);
        Ware ware = onShelf(document, units);
        Trade.Line first = line(ware, units, 4_000 + Chance.between(0, 499, "odd" + document));
        int both = ware == Ware.EQUIPMENT ? 9 : Chance.between(0, 9, "both" + document);
        int sets = Chance.between(2, 8, "sets" + document);
        if (both < 3 && goods.there(Ware.FILTERS) >= units) {
            return List.of(first, line(Ware.FILTERS, units, FILTERS));
        }
        return both >= 3 && both < 5 && goods.there(Ware.GIFT_SET) >= sets
                ? List.of(first, line(Ware.GIFT_SET, sets, GIFT_SET))
                : List.of(first);
    }

    /** What the customer asks for, or whatever there is most of when that is short. */
    private Ware onShelf(String document, long quantity) {
        Ware asked = SOLD.get(Chance.between(0, SOLD.size() - 1, "goods" + document));
        return goods.there(asked) >= quantity
                ? asked
                : SOLD.stream().max(Comparator.comparing(goods::there)).orElseThrow();
    }

    private static Trade.Line line(Ware ware, int units, int price) {
        return Trade.Line.of(
                ware, units, ware.unit(), BigDecimal.valueOf(price), List.of(CompanyTaxes.code(true, ware.drink())));
    }

    /** One customer of sixty brings a tenth back within days, and pays so much less. */
    private long broughtBack(String invoice, LocalDate day, Partner partner, Trade.Line line) {
        LocalDate back = calendar.nextOrSame(day.plusDays(6));
        long units = line.inStock() / 10;
        if (Chance.between(0, 59, "back" + invoice) != 0 || units == 0 || back.isAfter(TradingYear.LAST)) {
            return 0;
        }
        String note = "CN" + invoice.substring(3);
        DocumentDraft.Builder credit = DocumentDraft.builder();
        credits.add(credit.id(note)
                .kind(DocumentKind.SALES_CREDIT_NOTE)
                .party(partner.party())
                .documentDate(back)
                .currency(partner.currency())
                .taxPolicy(CompanyTaxes.POLICY)
                .narrative("返品 Brought back")
                .creditOf(CreditOf.of(DocumentId.of(invoice), CreditLine.quantity(1, Long.toString(units))))
                .build());
        Ware ware = line.ware().orElseThrow();
        goods.add(back, new GoodsTask.TakenBack(note, invoice, 1, units));
        goods.expect(back, ware, units);
        return gross(List.of(Trade.Line.of(ware, units, line.unit(), line.price(), line.taxes())), day, partner);
    }

    /** Most pay when due; of ten customers one pays in two parts and one is late. The company itself pays in time. */
    static List<Payment> payments(BusinessCalendar calendar, String document, LocalDate due, long gross, boolean sale) {
        LocalDate onTime = calendar.nextOrSame(due);
        int habit = Chance.between(0, 9, "habit" + document);
        if (habit == 0) {
            long part = gross * 6 / 10;
            LocalDate rest = calendar.nextOrSame(due.plusDays(30));
            return List.of(
                    new Payment("PAY-" + document + "-1", onTime, part),
                    new Payment("PAY-" + document + "-2", rest, gross - part));
        }
        if (habit == 1 && sale) {
            int late = Chance.between(10, 100, "late" + document);
            return List.of(new Payment("PAY-" + document, calendar.nextOrSame(due.plusDays(late)), gross));
        }
        return List.of(new Payment("PAY-" + document, onTime, gross));
    }
}
