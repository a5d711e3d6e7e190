package dev.erpkit.company;

import dev.erpkit.company.Trade.Payment;
import dev.erpkit.core.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All sales and purchases of a year: a pure function of the calendar. */
final class TradePlan {
    private static final String[] GOODS = {
        "生豆 Green beans", "焙煎豆 Roasted beans", "紅茶 Black tea", "煎茶 Sencha", "抽出器具 Brewing equipment"
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
        long net = net(sale, partner, document);
        long tax = partner.foreign() ? 0 : net / 10;
        LocalDate due = partner.due(day);
        String goods = GOODS[Chance.between(0, GOODS.length - 1, "goods" + document)];
        return new Trade(document, sale, partner, day, due, net, tax, goods, payments(document, due, net + tax, sale));
    }

    private static long net(boolean sale, Partner partner, String document) {
        if (partner.foreign()) {
            return (sale ? Chance.between(50, 220, "net" + document) : Chance.between(120, 420, "net" + document))
                    * 5_000L;
        }
        return (sale ? Chance.between(90, 980, "net" + document) : Chance.between(300, 2_000, "net" + document))
                        * 1_000L
                + Chance.between(0, 999, "odd" + document);
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
