package dev.erpkit.company.sales;

import dev.erpkit.accounting.Business;
import dev.erpkit.company.report.OrderReport;
import dev.erpkit.company.report.PipelineReport;
import dev.erpkit.company.report.SalesReports;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.crm.campaign.CampaignService;
import dev.erpkit.crm.pipeline.Deal;
import dev.erpkit.crm.pipeline.Expectation;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.PipelineSnapshot;
import dev.erpkit.crm.pipeline.Quota;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.reservation.ReservationService;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * The sales of the company: its deals and orders, its service desk and its campaign, day by day, and what is to be told of
 * them.
 */
public final class SalesDesk {
    private final Diary diary = new Diary();
    private final Owed owed;
    private final SalesStores stores;
    private final ImmutableMap<String, String> items;
    private final OrderToCash trade;
    private final DealStory deals;
    private final ServiceStory service;
    private final ColdBrewCampaign campaign;
    private final ReminderJourney reminder;

    /**
     * A desk over the books, the goods and a set of stores in one unit of work.
     *
     * @param names the customers by id
     */
    public SalesDesk(
            Business business,
            StockService stock,
            ReservationService reservations,
            SalesStores stores,
            SalesTerms terms,
            ImmutableSortedMap<String, String> names,
            InstantSource clock) {
        UnitOfWork work = business.stores().books().unitOfWork();
        Outbox outbox = business.stores().books().outbox();
        CustomerFile customers = new CustomerFile(stores, outbox, work, clock);
        this.owed = Owed.in(business);
        this.items = terms.items();
        this.stores = stores;
        this.trade = new OrderToCash(business, stock, reservations, stores, terms, owed, clock);
        this.deals = new DealStory(diary, trade, owed, customers);
        this.service = new ServiceStory(diary, stores, customers, outbox, work, clock);
        CampaignService sending =
                new CampaignService(stores.sends(), customers::facts, outbox, work, AccessPolicy.allowAll(), clock);
        this.campaign = new ColdBrewCampaign(customers, business, stores.sends(), sending);
        this.reminder = new ReminderJourney(campaign, trade, sending);
        customers.write(diary, names);
        deals.write();
        service.write();
        campaign.write(diary);
        reminder.write(diary);
    }

    /** Lets happen what happens on a day; each step is a unit of work of its own. */
    public void keep(LocalDate day) {
        diary.keep(day);
    }

    /** What the bank will tell of a month. */
    public ImmutableList<OrderPayment> payments(YearMonth month) {
        return deals.payments(month);
    }

    /**
     * Compares books, goods, receivables and orders.
     *
     * @throws IllegalStateException when they differ
     */
    public void agree() {
        trade.agree();
    }

    /**
     * What is to be told at the end of a year.
     *
     * @param rates the rates of the forecast
     * @param since the end of which day changes of the pipeline are told since
     */
    public SalesReports reports(DateRange year, ExchangeRates rates, LocalDate since) {
        Instant now = Japan.at(year.lastDay(), 18);
        ImmutableList<Deal> all = trade.deals().asOf(now);
        return new SalesReports(
                pipeline(all, year, rates, Japan.at(since, 18)),
                trade.orders().collect(order -> order(order, year.lastDay())),
                service.report(now),
                campaign.report(all.select(deal -> deal.stage().equals(StageId.of("won"))), reminder.travellers()),
                items);
    }

    private PipelineReport pipeline(ImmutableList<Deal> all, DateRange year, ExchangeRates rates, Instant since) {
        Instant now = Japan.at(year.lastDay(), 18);
        ImmutableList<Expectation> expected = expectations(all);
        Forecast forecast = Forecast.of(expected, rates, SellingRules.FORECAST, year.lastDay());
        PipelineSnapshot before =
                PipelineSnapshot.of(since, expectations(trade.deals().asOf(since)));
        return new PipelineReport(
                SellingRules.PIPELINE,
                all,
                now,
                forecast,
                since.atZone(Japan.ZONE).toLocalDate(),
                before.changes(PipelineSnapshot.of(now, expected)),
                SellingRules.quotas(year).collect(quota -> seller(quota, forecast)));
    }

    private static ImmutableList<Expectation> expectations(ImmutableList<Deal> deals) {
        return Expectation.of(deals, SellingRules::pipeline, Japan.ZONE);
    }

    private static PipelineReport.Seller seller(Quota quota, Forecast forecast) {
        MonetaryAmount won = quota.won(forecast);
        return new PipelineReport.Seller(quota, won, SellingRules.COMMISSION.of(won, quota));
    }

    private OrderReport order(Order order, LocalDate day) {
        return new OrderReport(
                order,
                trade.quoteOf(order),
                stores.orders().of(order.id()),
                order.invoices()
                        .collect(invoice -> owed.document(invoice.document().value()))
                        .collect(document ->
                                new OrderReport.Invoice(document, owed.open(document, day), owed.exchange(document))));
    }
}
