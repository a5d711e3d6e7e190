package dev.erpkit.company.sales;

import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.activity.ActivityChannel;
import dev.erpkit.crm.pipeline.DealChange;
import dev.erpkit.crm.pipeline.ForecastCategory;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PriceQuestion;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxRate;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;

/** The deals of the year: four are won and become orders, two are lost, five are still open when it ends. */
final class DealStory {
    private static final Actor CLERK = Actor.of("clerk");
    private static final Actor MANAGER = Actor.of("sales-manager");
    private static final TaxRate REDUCED = TaxRate.of(ConsumptionTax.REDUCED, "8");
    private static final TaxRate EXEMPT = TaxRate.of(ConsumptionTax.EXPORT, "0");
    private static final TaxRate STANDARD = TaxRate.of(ConsumptionTax.STANDARD, "10");

    /**
     * When a customer pays an invoice.
     *
     * @param party who
     * @param invoice which
     * @param day when
     * @param creditNotes what was set off against it before
     */
    private record Paid(String party, String invoice, String day, ImmutableList<String> creditNotes) {}

    private static final ImmutableList<Paid> PAID = Lists.immutable.of(
            new Paid("C-104", "SO-01-INV-1", "2025-06-30", Lists.immutable.empty()),
            new Paid("C-104", "SO-01-INV-2", "2025-07-31", Lists.immutable.of("SO-01-CN-1")),
            new Paid("C-105", "SO-02-INV-1", "2025-09-01", Lists.immutable.empty()),
            new Paid("C-102", "SO-03-INV-1", "2026-03-02", Lists.immutable.empty()));

    private final Diary diary;
    private final OrderToCash trade;
    private final Owed owed;
    private final CustomerFile customers;

    DealStory(Diary diary, OrderToCash trade, Owed owed, CustomerFile customers) {
        this.diary = diary;
        this.trade = trade;
        this.owed = owed;
        this.customers = customers;
    }

    void write() {
        coldBrewForTheRoaster();
        coldBrewForTheHotel();
        grindersForTheConfectioner();
        coldBrewAbroad();
        lost();
        open();
    }

    /** A discount that somebody approves, a delivery in two parts as the goods come in, and some of them come back. */
    private void coldBrewForTheRoaster() {
        String deal = "D-01";
        talk("2025-04-07", "T-01", "C-104", ActivityChannel.WEB, "水出しパックの問合せ Enquiry about cold-brew packs");
        opened("2025-04-08", deal, "C-104", SellingRules.yen(960_000), "2025-05-30", SellingRules.AOKI);
        talk("2025-04-15", "T-02", "C-104", ActivityChannel.PHONE, "用途と数量を確認 Use and quantity");
        moved("2025-04-15", deal, "qualified", SellingRules.AOKI);
        diary.on("2025-04-22", day -> {
            note(deal, "buyer", FactValue.of("purchasing"), SellingRules.AOKI);
            move(deal, "offer", SellingRules.AOKI);
            trade.quote("Q-01", 0, quote("C-104", "2025-05-31", coldBrew("C-104", "300", day)), day, aoki());
        });
        talk("2025-05-12", "T-03", "C-104", ActivityChannel.MEETING, "値引きの相談 About a discount");
        diary.on("2025-05-12", day -> {
            SalesLine line = coldBrew("C-104", "300", day).discounted(DiscountChain.percents("8"));
            move(deal, "negotiation", SellingRules.AOKI);
            change(deal, "valued", new DealChange.Valued(SellingRules.yen(883_200)), SellingRules.AOKI);
            trade.quote("Q-01", 1, quote("C-104", "2025-05-31", line), day, aoki());
        });
        diary.on("2025-05-14", day -> trade.approve("Q-01", 1, SellingRules.SALES_MANAGER, day, MANAGER));
        diary.on("2025-05-16", day -> trade.accept(deal, "Q-01", 1, "SO-01", day, aoki()));
        diary.on("2025-05-20", day -> {
            trade.deliver("SO-01", "SO-01-DN-1", LineQuantity.list(1, "200"), day, CLERK);
            trade.invoice("SO-01", "SO-01-INV-1", day, CLERK);
        });
        diary.on("2025-06-09", day -> trade.deliver("SO-01", "SO-01-DN-2", LineQuantity.list(1, "100"), day, CLERK));
        diary.on("2025-06-10", day -> trade.invoice("SO-01", "SO-01-INV-2", day, CLERK));
        diary.on("2025-06-16", day -> trade.takeBack("SO-01", "SO-01-RT-1", LineQuantity.list(1, "12"), day, CLERK));
        diary.on("2025-06-17", day -> trade.invoice("SO-01", "SO-01-CN-1", day, CLERK));
    }

    /** What the campaign brings. */
    private void coldBrewForTheHotel() {
        String deal = "D-02";
        talk("2025-06-12", "T-04", "C-105", ActivityChannel.PHONE, "朝食会場で使いたい For the breakfast room");
        opened("2025-06-12", deal, "C-105", SellingRules.yen(256_000), "2025-07-15", SellingRules.AOKI);
        talk("2025-06-24", "T-05", "C-105", ActivityChannel.MEETING, "試飲会 Tasting");
        diary.on("2025-06-24", day -> {
            note(deal, "buyer", FactValue.of("kitchen"), SellingRules.AOKI);
            move(deal, "offer", SellingRules.AOKI);
            trade.quote("Q-02", 0, quote("C-105", "2025-07-31", coldBrew("C-105", "80", day)), day, aoki());
        });
        diary.on("2025-07-04", day -> trade.accept(deal, "Q-02", 0, "SO-02", day, aoki()));
        diary.on("2025-07-08", day -> {
            trade.deliver("SO-02", "SO-02-DN-1", LineQuantity.list(1, "80"), day, CLERK);
            trade.invoice("SO-02", "SO-02-INV-1", day, CLERK);
        });
    }

    /** Two rates of tax on one order. */
    private void grindersForTheConfectioner() {
        String deal = "D-04";
        talk("2025-11-11", "T-06", "C-102", ActivityChannel.MEETING, "新店舗の計画 A new shop");
        opened("2025-11-11", deal, "C-102", SellingRules.yen(1_900_000), "2026-01-30", SellingRules.MORI);
        moved("2025-11-25", deal, "qualified", SellingRules.MORI);
        talk("2025-12-09", "T-07", "C-102", ActivityChannel.EMAIL, "見積書を送付 The quote");
        diary.on("2025-12-09", day -> {
            SalesLine grinders = line("C-102", SellingRules.GRINDER, "8", SellingRules.yen(148_000), day)
                    .taxed(STANDARD);
            note(deal, "buyer", FactValue.of("management"), SellingRules.MORI);
            move(deal, "offer", SellingRules.MORI);
            change(deal, "valued", new DealChange.Valued(SellingRules.yen(1_888_000)), SellingRules.MORI);
            trade.quote("Q-03", 0, quote("C-102", "2026-01-31", grinders, coldBrew("C-102", "20", day)), day, mori());
        });
        moved("2025-12-22", deal, "negotiation", SellingRules.MORI);
        talk("2026-01-16", "T-08", "C-102", ActivityChannel.PHONE, "納期を確認 Day of delivery");
        diary.on("2026-01-20", day -> trade.accept(deal, "Q-03", 0, "SO-03", day, mori()));
        diary.on("2026-01-28", day -> {
            trade.deliver(
                    "SO-03",
                    "SO-03-DN-1",
                    Lists.immutable.of(LineQuantity.of(1, "8"), LineQuantity.of(2, "20")),
                    day,
                    CLERK);
            trade.invoice("SO-03", "SO-03-INV-1", day, CLERK);
        });
    }

    /** In dollars: the forecast has it at the rate of the day of winning, the books at those of invoice and payment. */
    private void coldBrewAbroad() {
        String deal = "D-11";
        opened("2025-08-19", deal, "C-202", Amounts.of("1700", "USD"), "2025-10-31", SellingRules.MORI);
        diary.on("2025-09-02", day -> {
            SalesLine boxes = line("C-202", SellingRules.COLD_BREW, "60", Amounts.of("12.90", "USD"), day)
                    .taxed(EXEMPT);
            note(deal, "buyer", FactValue.of("purchasing"), SellingRules.MORI);
            move(deal, "offer", SellingRules.MORI);
            change(deal, "valued", new DealChange.Valued(Amounts.of("1671", "USD")), SellingRules.MORI);
            trade.quote("Q-04", 0, quote("C-202", "2025-09-30", boxes), day, mori());
        });
        diary.on("2025-09-16", day -> trade.accept(deal, "Q-04", 0, "SO-04", day, mori()));
        diary.on("2025-09-18", day -> {
            trade.deliver("SO-04", "SO-04-DN-1", LineQuantity.list(1, "60"), day, CLERK);
            trade.invoice("SO-04", "SO-04-INV-1", day, CLERK);
        });
        diary.on("2025-10-20", day -> trade.receive("SO-04", "SO-04-INV-1", day, CLERK));
    }

    private void lost() {
        opened("2025-07-02", "D-03", "C-201", Amounts.of("32000", "USD"), "2025-09-30", SellingRules.MORI);
        moved("2025-08-20", "D-03", "qualified", SellingRules.MORI);
        moved("2025-09-17", "D-03", "lost", SellingRules.MORI);
        opened("2025-08-05", "D-05", "C-101", SellingRules.yen(480_000), "2025-10-31", SellingRules.AOKI);
        moved("2025-10-08", "D-05", "lost", SellingRules.AOKI);
    }

    private void open() {
        opened("2025-11-20", "D-06", "C-103", SellingRules.yen(2_600_000), "2026-03-31", SellingRules.MORI);
        moved("2026-01-13", "D-06", "qualified", SellingRules.MORI);
        diary.on("2026-03-10", day -> {
            note("D-06", "buyer", FactValue.of("purchasing"), SellingRules.MORI);
            move("D-06", "offer", SellingRules.MORI);
            move("D-06", "negotiation", SellingRules.MORI);
            change("D-06", "valued", new DealChange.Valued(SellingRules.yen(2_950_000)), SellingRules.MORI);
            change("D-06", "later", new DealChange.Rescheduled(LocalDate.of(2026, 4, 24)), SellingRules.MORI);
            change("D-06", "judged", new DealChange.Judged(ForecastCategory.COMMIT), SellingRules.MORI);
        });
        opened("2025-12-03", "D-07", "C-202", Amounts.of("24000", "USD"), "2026-03-27", SellingRules.MORI);
        diary.on("2026-01-21", day -> {
            note("D-07", "buyer", FactValue.of("purchasing"), SellingRules.MORI);
            move("D-07", "offer", SellingRules.MORI);
            change("D-07", "judged", new DealChange.Judged(ForecastCategory.BEST_CASE), SellingRules.MORI);
        });
        diary.on(
                "2026-02-25",
                day -> change(
                        "D-07", "later", new DealChange.Rescheduled(LocalDate.of(2026, 5, 29)), SellingRules.MORI));
        opened("2026-02-18", "D-08", "C-203", Amounts.of("18500", "EUR"), "2026-06-30", SellingRules.MORI);
        moved("2026-03-04", "D-08", "qualified", SellingRules.MORI);
        opened("2025-12-15", "D-09", "C-104", SellingRules.yen(1_240_000), "2026-05-29", SellingRules.AOKI);
        opened("2026-03-17", "D-10", "C-105", SellingRules.yen(860_000), "2026-05-15", SellingRules.AOKI);
        moved("2026-03-24", "D-10", "qualified", SellingRules.AOKI);
    }

    /** What the bank will tell of a month. */
    ImmutableList<OrderPayment> payments(YearMonth month) {
        return PAID.select(paid -> YearMonth.from(LocalDate.parse(paid.day())).equals(month))
                .collect(paid -> new OrderPayment(
                        PartyId.of(paid.party()),
                        paid.invoice(),
                        Owed.item(paid.invoice()),
                        LocalDate.parse(paid.day()),
                        owed.after(paid.invoice(), paid.creditNotes())));
    }

    private void talk(String day, String id, String party, ActivityChannel channel, String words) {
        diary.on(day, date -> customers.talk(id, party, channel, date, words));
    }

    private void opened(String day, String deal, String party, MonetaryAmount amount, String close, SellerId seller) {
        DealChange opening = DealChange.opened(
                SellingRules.PIPELINE, "lead", PartyId.of(party), amount, LocalDate.parse(close), seller);
        diary.on(day, date -> change(deal, "opened", opening, seller));
    }

    private void moved(String day, String deal, String stage, SellerId seller) {
        diary.on(day, date -> move(deal, stage, seller));
    }

    private void move(String deal, String stage, SellerId seller) {
        change(deal, stage, new DealChange.Moved(StageId.of(stage)), seller);
    }

    private void note(String deal, String field, FactValue value, SellerId seller) {
        change(deal, field, new DealChange.Noted(field, value), seller);
    }

    private void change(String deal, String step, DealChange change, SellerId seller) {
        trade.change(deal, step, change, Actor.of(seller.value()));
    }

    private static QuoteDraft quote(String party, String validThrough, SalesLine... lines) {
        Offer.Builder offer = Offer.builder().party(party);
        offer.currency(lines[0].unitPrice().getCurrency()).lines(Lists.immutable.of(lines));
        return new QuoteDraft(offer.build(), SellingRules.PRICING, LocalDate.parse(validThrough));
    }

    private static SalesLine coldBrew(String party, String boxes, LocalDate day) {
        return line(party, SellingRules.COLD_BREW, boxes, SellingRules.yen(1_850), day)
                .taxed(REDUCED);
    }

    /** A line at the price of the list in the currency of what it costs. */
    private static SalesLine line(String party, String item, String quantity, MonetaryAmount cost, LocalDate day) {
        CurrencyUnit currency = cost.getCurrency();
        PriceQuestion question = new PriceQuestion(
                item, Rational.parse(quantity), day, currency, PartyId.of(party), Sets.immutable.empty());
        MonetaryAmount price =
                SellingRules.PRICES.price(question).orElseThrow().entry().price();
        return SalesLine.builder()
                .from(SalesLine.of(item, quantity, Amounts.decimal(price).toPlainString(), currency))
                .unitCost(cost)
                .build();
    }

    private static Actor aoki() {
        return Actor.of(SellingRules.AOKI.value());
    }

    private static Actor mori() {
        return Actor.of(SellingRules.MORI.value());
    }
}
