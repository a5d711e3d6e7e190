package dev.erpkit.company;

import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.company.Trade.Payment;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All sales and purchases of a year: a pure function of the calendar. */
final class TradePlan {
    private static final String EQUIPMENT = "抽出器具 Brewing equipment";
    private static final String[] GOODS = {"生豆 Green beans", "焙煎豆 Roasted beans", "紅茶 Black tea", "煎茶 Sencha", EQUIPMENT
    };

    private final BusinessCalendar calendar;
    private final List<Trade> trades = new ArrayList<>();

    TradePlan(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    List<Trade> between(LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isBusinessDay(day)) {
                int sales = Chance.between(2, 4, "sales" + day) + (day.getMonthValue() >= 11 ? 1 : 0);
                for (int i = 1; i <= sales; i++) {
                    trades.add(trade(true, day, i, Partner.CUSTOMERS));
                }
                int purchases = Chance.between(0, 2, "purchases" + day);
                for (int i = 1; i <= purchases; i++) {
                    trades.add(trade(false, day, i, Partner.SUPPLIERS));
                }
            }
        }
        return List.copyOf(trades);
    }

    private Trade trade(boolean sale, LocalDate day, int number, List<Partner> partners) {
        String document = String.format(
                Locale.ROOT,
                "%s-%02d%02d%02d-%d",
                sale ? "INV" : "PUR",
                day.getYear() % 100,
                day.getMonthValue(),
                day.getDayOfMonth(),
                number);
        Partner partner = partners.get(Chance.between(0, partners.size() - 1, "partner" + document));
        LocalDate due = partner.due(day);
        List<Trade.Line> lines = lines(sale, partner, document);
        long gross = Amounts.minor(
                CompanyTaxes.compute(lines, day, partner.currency()).total());
        return new Trade(document, sale, partner, day, due, lines, gross, payments(document, due, gross, sale));
    }

    /** Three of ten invoices have goods of both rates: filters beside what there is to drink. */
    private static List<Trade.Line> lines(boolean sale, Partner partner, String document) {
        String goods = GOODS[Chance.between(0, GOODS.length - 1, "goods" + document)];
        if (partner.foreign()) {
            int bags = sale ? Chance.between(50, 220, "net" + document) : Chance.between(120, 420, "net" + document);
            List<String> taxes = sale ? List.of(ConsumptionTax.EXPORT) : List.of();
            return List.of(new Trade.Line(goods, BigDecimal.valueOf(bags), "袋", BigDecimal.valueOf(50), taxes));
        }
        int units = sale ? Chance.between(20, 230, "net" + document) : Chance.between(100, 700, "net" + document);
        int price = (sale ? 4_000 : 2_600) + Chance.between(0, 499, "odd" + document);
        Trade.Line first = line(sale, goods, units, goods.equals(EQUIPMENT) ? "個" : "kg", price);
        boolean both = !goods.equals(EQUIPMENT) && Chance.between(0, 9, "both" + document) < 3;
        return both ? List.of(first, line(sale, "紙フィルター Paper filters", units, "箱", 298)) : List.of(first);
    }

    private static Trade.Line line(boolean sale, String goods, int units, String unit, int price) {
        boolean drink = unit.equals("kg");
        String tax = CompanyTaxes.code(sale, drink);
        return new Trade.Line(goods, BigDecimal.valueOf(units), unit, BigDecimal.valueOf(price), List.of(tax));
    }

    /** Most pay when due; of ten customers one pays in two parts and one is late. The company itself pays in time. */
    private List<Payment> payments(String document, LocalDate due, long gross, boolean sale) {
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
