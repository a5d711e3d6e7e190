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
import dev.erpkit.accounting.document.CreditLine;
import dev.erpkit.accounting.document.Creditable;
import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.accounting.payment.Allocation;
import dev.erpkit.accounting.payment.Payment;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.accounting.tax.japan.QualifiedInvoice;
import dev.erpkit.core.event.ErpEvent;
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
import dev.erpkit.crm.pipeline.DealChange;
import dev.erpkit.crm.pipeline.DealDesk;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.Pipeline;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.Stage;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.pipeline.memory.MemoryDealLog;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.memory.MemorySalesLog;
import dev.erpkit.crm.sales.order.InvoiceAsk;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderPorts;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxRate;
import dev.erpkit.crm.sales.quote.Acceptance;
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
import org.junit.jupiter.api.Test;

/** From a lead to money and back, over sales, stock and books that a host has put together. */
class OrderToCashTest {
    private static final CurrencyUnit YEN = Amounts.currency("JPY");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final Actor ME = Actor.of("me");
    private static final PartyId CAFE = PartyId.of("C-17");
    private static final DocumentId QUOTE = DocumentId.of("Q-1");
    private static final DocumentId ORDER = DocumentId.of("SO-1");
    private static final PricingPolicy PRICING = PricingPolicy.of(RoundingRule.TRUNCATE);
    private static final Location VENDORS = Location.outside("vendors", LocationKind.SUPPLIER);
    private static final Location CUSTOMERS = Location.outside("customers", LocationKind.CUSTOMER);
    private static final Location SHELF = Location.of("shelf", "main");

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-06-30T00:00:00Z"));
    private final AccessPolicy access = AccessPolicy.allowAll();

    // one unit of work under all modules
    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final MemoryOutbox outbox = new MemoryOutbox(work);

    // the books
    private final Business business = Business.over(
            BusinessStores.inMemory(work),
            BusinessSetup.builder()
                    .books(BooksSetup.of("JPY"))
                    .taxes(ConsumptionTax.taxes())
                    .rules(ShopRules.all())
                    .build());

    // the store
    private final MemoryReservationLog claims = new MemoryReservationLog(work);
    private final StockService stock = new StockService(
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
    private final ReservationService reservations = new ReservationService(
            claims,
            item -> StockSources.of(
                    StockLevels.of(stock.facts()), item, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)),
            work,
            access,
            clock);

    // sales, over the store and the books
    private final CreditSource limits = new CreditSource() {
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
    private final MemorySalesLog<QuoteChange> quoteLog = new MemorySalesLog<>(work);
    private final Orders orders = new Orders(new OrderPorts(
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
    private final Quotes quotes = new Quotes(quoteLog, orders, QuoteSetup.plain(), outbox, work, access, clock);
    private final Pipeline pipeline = Pipeline.builder()
            .id("sales")
            .add(Stage.open("lead", 20))
            .add(Stage.won("won"))
            .build();
    private final DealDesk deals =
            new DealDesk(new MemoryDealLog(work), id -> Optional.of(pipeline), outbox, work, access, clock);

    OrderToCashTest() {
        business.books().open(JapaneseCharts.smallCompany().chart());
    }

    @Test
    void a_lead_becomes_money_and_part_of_it_comes_back() {
        DealId deal = DealId.of("deal-1");
        buy("buy-1", "6", "500", 0);
        deals.record(
                        key("lead"),
                        deal,
                        DealChange.opened(pipeline, "lead", CAFE, yen(15_000), DAY.plusDays(30), SellerId.of("aya")),
                        clock.instant(),
                        ME)
                .orElseThrow();
        quotes.draft(key("draft"), QUOTE, draft(beans("10")), DAY, ME).orElseThrow();
        quotes.submit(key("submit"), QUOTE, 0, DAY, ME).orElseThrow();
        quotes.draft(key("revise"), QUOTE, draft(beans("10").discounted(DiscountChain.percents("5"))), DAY, ME)
                .orElseThrow();
        quotes.submit(key("submit again"), QUOTE, 1, DAY, ME).orElseThrow();
        hold(3_000, 0);

        quotes.accept(key("accept"), QUOTE, 1, Acceptance.of("SO-1"), DAY, ME).orElseThrow();
        deals.record(key("won"), deal, new DealChange.Moved(StageId.of("won")), clock.instant(), ME)
                .orElseThrow();
        assertThat(reservations.state("beans").held("SO-1/1", clock.instant())).isEqualTo(Rational.of(6));
        assertThat(orders.credit(CAFE).used()).isEqualTo(yen(15_466)); // 10 x 1406, and 10 %
        hold(3_000, 0);

        deliver("DN-1", "4", 1).orElseThrow();
        hold(1_000, 0);
        invoice("INV-1", 1).orElseThrow();
        hold(1_000, 6_186); // 4 x 1406, tax 562

        buy("buy-2", "8", "550", 2);
        hold(5_400, 6_186);
        deliver("DN-2", "6", 3).orElseThrow(); // 2 at 500 and 4 at 550
        hold(2_200, 6_186);
        invoice("INV-2", 3).orElseThrow();
        hold(2_200, 15_465); // 6 x 1406, tax 843
        assertThat(orders.find(ORDER).orElseThrow().fullyInvoiced()).isTrue();

        Payment receipt = Payment.received("R-1", "C-17", DAY.plusDays(30), yen(15_465), "main");
        business.payments()
                .record(receipt, Allocation.oldestFirst(), ShopRules.payments(), ME)
                .orElseThrow();
        hold(2_200, 0);
        assertThat(OpenItemInvariants.items(business.stores().books().openItems()))
                .allSatisfy(item -> assertThat(item.residual().amountMinor()).isZero());

        takeBack("RT-1", "2", 40).orElseThrow(); // a third of 3200
        hold(3_267, 0);
        invoice("CN-1", 40).orElseThrow();
        hold(3_267, -3_093); // 2 x 1406, tax 281
        assertThat(balance("4110")).isEqualTo(-11_248);
        assertThat(balance("5150")).isEqualTo(2_000 + 3_200 - 1_067);
        assertThat(orders.credit(CAFE).used()).isEqualTo(yen(-3_093));

        takeBack("RT-2", "7", 41).orElseThrow(); // the 4 left of DN-2, and 3 of the 4 at 500
        invoice("CN-2", 41).orElseThrow();
        hold(3_267 + 2_133 + 1_500, -3_093 - 6_186 - 4_640); // 4 x 1406, tax 843 - 281; 3 x 1406, tax 3/4 of 562
        credits();
        assertThat(outbox.events().collect(ErpEvent::type).reject(type -> type.startsWith("journal.")))
                .containsExactly(
                        "quote.sent",
                        "quote.sent",
                        "quote.accepted",
                        "order.placed",
                        "deal.won",
                        "order.delivered",
                        "order.invoiced",
                        "order.delivered",
                        "order.invoiced",
                        "order.returned",
                        "order.invoiced",
                        "order.returned",
                        "order.invoiced");
    }

    /** Each credit note names its original, and the books let nobody take back more of that than there is. */
    private void credits() {
        Documents documents = business.documents();
        assertThat(Lists.immutable
                        .of("CN-1", "CN-2", "CN-2/2")
                        .collect(id -> creditable(id)
                                .original()
                                .original()
                                .orElseThrow()
                                .value()))
                .containsExactly("INV-2", "INV-2", "INV-1");
        Creditable second = creditable("INV-2");
        assertThat(second.exhausted()).isTrue();
        assertThat(code(documents.issue(DocumentDraft.credit("X", second.original(), DAY.plusDays(42)), ME)))
                .isEqualTo("document.nothing-to-credit");
        Creditable first = creditable("INV-1");
        assertThat(first.remainingTotal()).isEqualTo(yen(1_406 + 140));
        CreditLine more = CreditLine.amount(1, yen(1_407));
        assertThat(code(documents.issue(DocumentDraft.credit("X", first.original(), DAY.plusDays(42), more), ME)))
                .isEqualTo("document.credit-exceeds");
    }

    private Creditable creditable(String document) {
        return business.documents().creditable(dev.erpkit.accounting.document.DocumentId.of(document));
    }

    @Test
    void what_is_set_aside_stays_so_while_it_is_wanted() {
        buy("buy-1", "6", "500", 0);
        Offer offer =
                Offer.builder().party("C-17").currency(YEN).add(beans("10")).build();
        orders.place(key("place"), OrderDraft.of("SO-1", offer, PRICING), DAY, ME)
                .orElseThrow();
        orders.cancel(key("cancel 1"), ORDER, LineQuantity.list(1, "4"), DAY, ME)
                .orElseThrow();
        assertThat(reservations.state("beans").held("SO-1/1", clock.instant())).isEqualTo(Rational.of(6));
        orders.cancel(key("cancel 2"), ORDER, LineQuantity.list(1, "1"), DAY, ME)
                .orElseThrow();
        assertThat(reservations.state("beans").held("SO-1/1", clock.instant())).isEqualTo(Rational.of(5));
    }

    @Test
    void what_one_side_refuses_changes_nothing_on_the_other() {
        buy("buy-1", "3", "500", 0);
        quotes.draft(key("draft"), QUOTE, draft(beans("4")), DAY, ME).orElseThrow();
        quotes.submit(key("submit"), QUOTE, 0, DAY, ME).orElseThrow();
        quotes.accept(key("accept"), QUOTE, 0, Acceptance.of("SO-1"), DAY, ME).orElseThrow();
        Order placed = orders.find(ORDER).orElseThrow();

        assertThat(code(deliver("DN-1", "4", 1))).isEqualTo("reservation.insufficient");
        assertThat(orders.find(ORDER)).contains(placed);
        hold(1_500, 0);

        deliver("DN-2", "2", 1).orElseThrow();
        assertThat(deliver("DN-2", "2", 1))
                .isEqualTo(Outcome.replayed(orders.find(ORDER).orElseThrow()));
        hold(500, 0);

        quotes.draft(key("draft 2"), DocumentId.of("Q-2"), draft(beans("9")), DAY, ME)
                .orElseThrow();
        quotes.submit(key("submit 2"), DocumentId.of("Q-2"), 0, DAY, ME).orElseThrow();
        assertThat(code(quotes.accept(key("accept 2"), DocumentId.of("Q-2"), 0, Acceptance.of("SO-2"), DAY, ME)))
                .isEqualTo("order.credit-exceeded"); // 6512 on order and 14652 more
        assertThat(orders.find(DocumentId.of("SO-2"))).isEmpty();
        hold(500, 0);
    }

    @Test
    void a_line_that_is_short_undoes_the_lines_before_it() {
        buy("buy-1", "3", "500", 0);
        Offer offer = Offer.builder()
                .party("C-17")
                .currency(YEN)
                .add(beans("2"))
                .add(SalesLine.of("filters", "1", "298", YEN))
                .build();
        orders.place(key("place"), OrderDraft.of("SO-1", offer, PRICING), DAY, ME)
                .orElseThrow();
        Outcome<Order> both = orders.deliver(
                key("DN-1"),
                ORDER,
                DocumentId.of("DN-1"),
                Lists.immutable.of(LineQuantity.of(1, "2"), LineQuantity.of(2, "1")),
                DAY,
                ME);
        assertThat(code(both)).isEqualTo("reservation.insufficient");
        assertThat(stock.facts()).hasSize(1);
        assertThat(reservations.state("beans").held("SO-1/1", clock.instant())).isEqualTo(Rational.of(2));
        hold(1_500, 0);
    }

    /** The books balance, the stock account is the stock, the control account is the open items, as expected. */
    private void hold(long stockMinor, long receivableMinor) {
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

    private long balance(String account) {
        return Amounts.minor(business.books().balance(account, END));
    }

    private void buy(String key, String quantity, String price, int day) {
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

    private Outcome<Order> deliver(String note, String quantity, int day) {
        DocumentId id = DocumentId.of(note);
        return orders.deliver(key(note), ORDER, id, LineQuantity.list(1, quantity), DAY.plusDays(day), ME);
    }

    private Outcome<Order> takeBack(String note, String quantity, int day) {
        DocumentId id = DocumentId.of(note);
        return orders.takeBack(key(note), ORDER, id, LineQuantity.list(1, quantity), false, DAY.plusDays(day), ME);
    }

    private Outcome<Order> invoice(String id, int day) {
        InvoiceAsk all = new InvoiceAsk.AllDue();
        return orders.invoice(key(id), ORDER, DocumentId.of(id), all, DAY.plusDays(day), ME);
    }

    private static QuoteDraft draft(SalesLine line) {
        Offer offer = Offer.builder().party("C-17").currency(YEN).add(line).build();
        return new QuoteDraft(offer, PRICING, DAY.plusDays(30));
    }

    private static SalesLine beans(String quantity) {
        return SalesLine.of("beans", quantity, "1480", YEN).taxed(TaxRate.of(ConsumptionTax.STANDARD, "10"));
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().toString()).orElse("accepted");
    }

    private static IdempotencyKey key(String key) {
        return IdempotencyKey.of(key);
    }

    private static MonetaryAmount yen(long amount) {
        return Amounts.ofMinor(amount, YEN);
    }
}
