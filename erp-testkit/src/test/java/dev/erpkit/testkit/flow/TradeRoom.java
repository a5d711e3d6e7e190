package dev.erpkit.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.BusinessSetup;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.japan.JapaneseCharts;
import dev.erpkit.accounting.credit.CreditLimit;
import dev.erpkit.accounting.credit.CreditSource;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.accounting.tax.japan.QualifiedInvoice;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.pipeline.DealDesk;
import dev.erpkit.crm.pipeline.Pipeline;
import dev.erpkit.crm.pipeline.Stage;
import dev.erpkit.crm.pipeline.memory.MemoryDealLog;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.memory.MemorySalesLog;
import dev.erpkit.crm.sales.order.InvoiceAsk;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderPorts;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxRate;
import dev.erpkit.crm.sales.quote.AcceptedQuotes;
import dev.erpkit.crm.sales.quote.QuoteChange;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import dev.erpkit.crm.sales.quote.Quotes;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.reservation.ClaimedStock;
import dev.erpkit.inventory.reservation.ReservationService;
import dev.erpkit.inventory.reservation.StockSources;
import dev.erpkit.inventory.reservation.memory.MemoryReservationLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import dev.erpkit.testkit.invariant.OpenItemInvariants;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;

/** Sales, stock and books that a host has put together, in one unit of work. */
abstract class TradeRoom {
    static final CurrencyUnit YEN = Amounts.currency("JPY");
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    static final LocalDate END = LocalDate.of(2026, 12, 31);
    static final Actor ME = Actor.of("me");
    static final PartyId CAFE = PartyId.of("C-17");
    static final DocumentId QUOTE = DocumentId.of("Q-1");
    static final DocumentId ORDER = DocumentId.of("SO-1");
    static final PricingPolicy PRICING = PricingPolicy.of(RoundingRule.TRUNCATE);
    static final Location VENDORS = Location.outside("vendors", LocationKind.SUPPLIER);
    static final Location CUSTOMERS = Location.outside("customers", LocationKind.CUSTOMER);
    static final Location SHELF = Location.of("shelf", "main");

    final InstantSource clock = InstantSource.fixed(Instant.parse("2026-06-30T00:00:00Z"));
    final AccessPolicy access = AccessPolicy.allowAll();

    // one unit of work under all modules
    final MemoryUnitOfWork work = new MemoryUnitOfWork();
    final MemoryOutbox outbox = new MemoryOutbox(work);

    // the books
    final Business business = Business.over(
            BusinessStores.inMemory(work),
            BusinessSetup.builder()
                    .books(BooksSetup.of("JPY"))
                    .taxes(ConsumptionTax.taxes())
                    .rules(ShopRules.all())
                    .build());

    // the store
    final MemoryReservationLog claims = new MemoryReservationLog(work);
    final StockService stock = new StockService(
            new MemoryMoveLog(work),
            new MemoryPostedLog(work),
            business.events(),
            work,
            access,
            clock,
            new StockSetup(
                    id -> Optional.of(StockItem.of(id)),
                    ValuationPolicy.of(ValuationMethod.FIFO),
                    YEN,
                    () -> LocalDate.MIN,
                    ZoneOffset.UTC),
            new ClaimedStock(claims, clock));
    final ReservationService reservations = new ReservationService(
            claims,
            item -> StockSources.of(
                    StockLevels.of(stock.facts()), item, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)),
            work,
            access,
            clock);

    // sales, over the store and the books
    final CreditSource limits = new CreditSource() {
        @Override
        public Optional<CreditLimit> limit(PartyId party) {
            return Optional.of(CreditLimit.of(yen(20_000)));
        }

        @Override
        public MonetaryAmount orders(PartyId party) {
            return yen(0);
        }

        @Override
        public MonetaryAmount reserved(PartyId party) {
            return yen(0);
        }
    };
    final MemorySalesLog<QuoteChange> quoteLog = new MemorySalesLog<>(work);
    final Orders orders = new Orders(new OrderPorts(
            new MemorySalesLog<>(work),
            new MemorySalesLog<>(work),
            new AcceptedQuotes(quoteLog),
            new CreditReceivables(business.credit(limits), limits),
            new StockDesk(stock, reservations, SHELF, CUSTOMERS, clock),
            new DocumentInvoicing(
                    business.documents(), QualifiedInvoice.policy(RoundingRule.TRUNCATE), Lists.immutable.empty()),
            outbox,
            work,
            access,
            clock));
    final Quotes quotes = new Quotes(quoteLog, orders, QuoteSetup.plain(), outbox, work, access, clock);
    final Pipeline pipeline = Pipeline.builder()
            .id("sales")
            .add(Stage.open("lead", 20))
            .add(Stage.won("won"))
            .build();
    final DealDesk deals =
            new DealDesk(new MemoryDealLog(work), id -> Optional.of(pipeline), outbox, work, access, clock);

    TradeRoom() {
        business.books().open(JapaneseCharts.smallCompany().chart());
    }

    /** The books balance, the stock account is the stock, the control account is the open items, as expected. */
    void hold(long stockMinor, long receivableMinor) {
        assertThat(business.books()
                        .reports()
                        .trialBalance(END)
                        .rows()
                        .sumOfLong(row -> row.base().closingMinor()))
                .isZero();
        assertThat(balance("1210"))
                .isEqualTo(stock.value(Long.MAX_VALUE).value())
                .isEqualTo(stockMinor);
        long open = OpenItemInvariants.items(business.stores().books().openItems())
                .select(item -> item.item().control() == ControlKind.RECEIVABLE)
                .sumOfLong(item -> item.residual().baseMinor());
        assertThat(balance("1160")).isEqualTo(open).isEqualTo(receivableMinor);
    }

    long balance(String account) {
        return Amounts.minor(business.books().balance(account, END));
    }

    void buy(String key, String quantity, String price, int day) {
        Move move = Move.of(
                "beans",
                Rational.parse(quantity),
                VENDORS,
                SHELF,
                DAY.plusDays(day).atTime(9, 0));
        Cost cost = Cost.each(new BigDecimal(price), YEN);
        stock.record(key(key), Lists.immutable.of(move.costing(cost)), ME).orElseThrow();
        stock.tell(ME).orElseThrow();
    }

    Outcome<Order> deliver(String note, String quantity, int day) {
        DocumentId id = DocumentId.of(note);
        return orders.deliver(key(note), ORDER, id, LineQuantity.list(1, quantity), DAY.plusDays(day), ME);
    }

    Outcome<Order> takeBack(String note, String quantity, int day) {
        DocumentId id = DocumentId.of(note);
        return orders.takeBack(key(note), ORDER, id, LineQuantity.list(1, quantity), false, DAY.plusDays(day), ME);
    }

    Outcome<Order> invoice(String id, int day) {
        InvoiceAsk all = new InvoiceAsk.AllDue();
        return orders.invoice(key(id), ORDER, DocumentId.of(id), all, DAY.plusDays(day), ME);
    }

    static QuoteDraft draft(SalesLine line) {
        Offer offer = Offer.builder().party("C-17").currency(YEN).add(line).build();
        return new QuoteDraft(offer, PRICING, DAY.plusDays(30));
    }

    static SalesLine beans(String quantity) {
        return SalesLine.of("beans", quantity, "1480", YEN).taxed(TaxRate.of(ConsumptionTax.STANDARD, "10"));
    }

    static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().toString()).orElse("accepted");
    }

    static IdempotencyKey key(String key) {
        return IdempotencyKey.of(key);
    }

    static MonetaryAmount yen(long amount) {
        return Amounts.ofMinor(amount, YEN);
    }
}
