package dev.erpkit.crm.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.ClosingDay;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.GoodsDesk;
import dev.erpkit.core.trade.Invoicing;
import dev.erpkit.core.trade.Receivables;
import dev.erpkit.crm.sales.billing.BillingChange;
import dev.erpkit.crm.sales.billing.BillingFacts;
import dev.erpkit.crm.sales.billing.BillingStatement;
import dev.erpkit.crm.sales.billing.BillingTerms;
import dev.erpkit.crm.sales.billing.ClosingBilling;
import dev.erpkit.crm.sales.contract.ContractChange;
import dev.erpkit.crm.sales.contract.Contracts;
import dev.erpkit.crm.sales.contract.FrameLine;
import dev.erpkit.crm.sales.contract.FrameTerms;
import dev.erpkit.crm.sales.memory.MemorySalesLog;
import dev.erpkit.crm.sales.order.LineProgress;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderPorts;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.order.QuoteCheck;
import dev.erpkit.crm.sales.port.SalesLog;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.OfferFigures;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.quote.Acceptance;
import dev.erpkit.crm.sales.quote.AcceptedQuotes;
import dev.erpkit.crm.sales.quote.Quote;
import dev.erpkit.crm.sales.quote.QuoteChange;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import dev.erpkit.crm.sales.quote.Quotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** What the package pages show compiles, runs and stands there as it is here. */
class SalesSnippetsTest {
    private final SalesRoom room = new SalesRoom();
    private final Actor me = SalesRoom.ME;
    private final LocalDate today = SalesRoom.DAY;
    private final AccessPolicy access = AccessPolicy.allowAll();
    private final InstantSource clock = room.clock;
    private final Outbox outbox = room.outbox;

    private static void stands(String page) {
        try {
            String shown = Files.readString(Path.of("src/main/java/dev/erpkit/crm/sales", page, "package-info.java"))
                    .lines()
                    .dropWhile(line -> !line.contains("<pre>{@code"))
                    .skip(1)
                    .takeWhile(line -> !line.contains("}</pre>"))
                    .map(line -> line.replaceFirst("^ \\* ?", "").strip())
                    .collect(Collectors.joining());
            String here = Files.readString(Path.of("src/test/java/dev/erpkit/crm/sales/SalesSnippetsTest.java"))
                    .lines()
                    .map(String::strip)
                    .collect(Collectors.joining());
            assertThat(shown).isNotEmpty();
            assertThat(here.replace(" ", "")).contains(shown.replace(" ", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void records() {
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        SalesLog<QuoteChange> log = new MemorySalesLog<>(unitOfWork);
        DocumentId quote = DocumentId.of("Q-1");
        ImmutableList<SalesRecord<QuoteChange>> records = log.of(quote);
        assertThat(records).isEmpty();
        stands("");
    }

    @Test
    void prices() {
        CurrencyUnit yen = Amounts.currency("JPY");
        Offer offer = Offer.builder()
                .party("C-17")
                .currency(yen)
                .add(SalesLine.of("BEANS", "3", "1480", yen).discounted(DiscountChain.percents("10", "5")))
                .build();
        OfferFigures figures = OfferFigures.of(offer, PricingPolicy.of(RoundingRule.TRUNCATE));
        MonetaryAmount net = figures.net();
        assertThat(net).isEqualTo(Amounts.of("3796", "JPY"));
        stands("price");
    }

    @Test
    void orders() {
        SalesLog<OrderChange> log = room.orderLog;
        SalesLog<ContractChange> contracts = room.contractLog;
        Receivables receivables = party -> new Receivables.Standing(Amounts.zero(SalesRoom.USD), Optional.empty());
        GoodsDesk goods = room;
        Invoicing invoicing = (request, actor) -> Outcome.accepted(request.document());
        UnitOfWork unitOfWork = room.work;
        Offer offer = SalesRoom.offer(SalesRoom.line("A", "2", "1"));
        QuoteCheck quotes = new AcceptedQuotes(room.quoteLog);
        OrderPorts ports = new OrderPorts(
                log, contracts, quotes, receivables, goods, invoicing, outbox, unitOfWork, access, clock);
        Orders orders = new Orders(ports);
        OrderDraft draft = OrderDraft.of("SO-1", offer, PricingPolicy.of(RoundingRule.HALF_UP));
        Order placed =
                orders.place(IdempotencyKey.of("place-1"), draft, today, me).orElseThrow();
        orders.deliver(
                IdempotencyKey.of("deliver-1"),
                placed.id(),
                DocumentId.of("DN-1"),
                LineQuantity.list(1, "2"),
                today,
                me);
        ImmutableList<LineProgress> progress =
                orders.find(placed.id()).orElseThrow().lines();
        assertThat(progress.getOnly().backOrder().isZero()).isTrue();
        stands("order");
    }

    @Test
    void quotes() {
        SalesLog<QuoteChange> log = room.quoteLog;
        Orders orders = room.orders();
        UnitOfWork unitOfWork = room.work;
        Offer offer = SalesRoom.offer(SalesRoom.line("A", "2", "1"));
        Quotes quotes = new Quotes(log, orders, QuoteSetup.plain(), outbox, unitOfWork, access, clock);
        QuoteDraft draft = new QuoteDraft(offer, PricingPolicy.of(RoundingRule.HALF_UP), today.plusDays(30));
        DocumentId id = DocumentId.of("Q-1");
        quotes.draft(IdempotencyKey.of("draft-1"), id, draft, today, me);
        quotes.submit(IdempotencyKey.of("submit-1"), id, 0, today, me);
        Outcome<Quote> accepted = quotes.accept(IdempotencyKey.of("accept-1"), id, 0, Acceptance.of("SO-1"), today, me);
        assertThat(accepted.isAccepted()).isTrue();
        stands("quote");
    }

    @Test
    void contracts() {
        SalesLog<ContractChange> log = room.contractLog;
        UnitOfWork unitOfWork = room.work;
        DateRange year = DateRange.of(today, today.plusYears(1));
        Contracts contracts = new Contracts(log, unitOfWork, access, clock);
        FrameTerms terms = FrameTerms.of("C-17", year, FrameLine.of("BEANS", "1000", Amounts.of("1380", "JPY")));
        contracts.agree(IdempotencyKey.of("agree-1"), DocumentId.of("FC-1"), terms, today, me);
        OrderTerms callOff =
                OrderTerms.builder().contract(DocumentId.of("FC-1")).build();
        assertThat(contracts.find(callOff.contract().orElseThrow())).isPresent();
        stands("contract");
    }

    @Test
    void billing() {
        SalesLog<BillingChange> log = new MemorySalesLog<>(room.work);
        UnitOfWork unitOfWork = room.work;
        BillingFacts facts = (party, currency, through) -> Lists.immutable.empty();
        LocalDate april20 = LocalDate.of(2026, 4, 20);
        BillingTerms terms = BillingTerms.of(new ClosingDay(20), 1, 31, "JPY", RoundingRule.TRUNCATE);
        ClosingBilling billing = new ClosingBilling(log, facts, party -> Optional.of(terms), unitOfWork, access, clock);
        PartyId customer = PartyId.of("C-17");
        BillingStatement statement = billing.close(IdempotencyKey.of("2026-04"), customer, april20, me)
                .orElseThrow();
        MonetaryAmount asked = statement.total();
        assertThat(Amounts.decimal(asked)).isZero();
        stands("billing");
    }
}
