package dev.erpkit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockPosting;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.posting.StockPreview;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.posting.port.PostedLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.ItemTerms;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.StockEvent.Issue;
import dev.erpkit.inventory.valuation.StockEvent.Receipt;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The code that this module's README and its packages show compiles, runs and does what they say. */
class ReadmeTest {
    private static final Path SOURCE = Path.of("src/test/java/dev/erpkit/inventory/ReadmeTest.java");

    @Test
    void readme() throws IOException {
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        MoveLog moves = new MemoryMoveLog(unitOfWork);
        PostedLog posted = new MemoryPostedLog(unitOfWork);
        AccountingEvents books = (event, actor) -> Outcome.accepted(Lists.immutable.empty());
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-31T00:00:00Z"));
        // begin readme
        CurrencyUnit euro = Amounts.currency("EUR");
        Actor me = Actor.of("me");
        StockService stock = new StockService(
                moves,
                posted,
                books,
                unitOfWork,
                AccessPolicy.allowAll(),
                clock,
                new StockSetup(
                        id -> Optional.of(StockItem.of(id)),
                        ValuationPolicy.of(ValuationMethod.FIFO),
                        euro,
                        () -> LocalDate.MIN,
                        ZoneOffset.UTC));
        Place shelf = Place.of(Location.of("shelf-1", "main"), "bolt");
        LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 9, 0);
        Cost price = Cost.total(Amounts.of("10.00", "EUR"));
        stock.receive(IdempotencyKey.of("delivery-1"), shelf, Rational.of(3), price, monday, me)
                .orElseThrow();
        stock.issue(IdempotencyKey.of("sale-1"), shelf, Rational.ONE, monday.plusDays(1), me)
                .orElseThrow();
        // freight that arrives late: what would it change? then record it
        ImmutableList<Long> receipts = Lists.immutable.of(1L);
        LocalDateTime later = monday.plusDays(7);
        Noted freight = new Noted(new StockEvent.LandedCost(0, later, receipts, 3_00, LandedCostBasis.QUANTITY));
        StockPreview preview = stock.preview(Lists.immutable.of(freight)).orElseThrow(); // the sale costs 1.00 more
        IdempotencyKey key = IdempotencyKey.of("freight-1");
        MonetaryAmount three = Amounts.of("3.00", "EUR");
        stock.allocateLandedCost(key, receipts, three, LandedCostBasis.QUANTITY, later, me)
                .orElseThrow();
        ValuationLedger ledger = stock.value(Long.MAX_VALUE);
        String why = ledger.explain(2).orElseThrow().text(euro); // issue 2: 1 = 4.33, and below it price and freight
        stock.tell(me).orElseThrow(); // one accounting event a day, amounts by role
        // end readme
        assertThat(preview.costs().getOnly().after() - preview.costs().getOnly().before())
                .isEqualTo(1_00);
        assertThat(why).startsWith("issue 2: 1 = 4.33\n").contains("price 1").contains("landed cost 3");
        assertThat(between(Files.readString(Path.of("README.md")), "```java\n", "```"))
                .isEqualTo(shown("readme"));
    }

    @Test
    void moves() throws IOException {
        CurrencyUnit euro = Amounts.currency("EUR");
        Actor me = Actor.of("me");
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        StockService stock = new StockService(
                new MemoryMoveLog(unitOfWork),
                new MemoryPostedLog(unitOfWork),
                (event, actor) -> Outcome.accepted(Lists.immutable.empty()),
                unitOfWork,
                AccessPolicy.allowAll(),
                InstantSource.fixed(Instant.parse("2026-03-31T00:00:00Z")),
                new StockSetup(
                        id -> Optional.of(StockItem.of(id)),
                        ValuationPolicy.of(ValuationMethod.FIFO),
                        euro,
                        () -> LocalDate.MIN,
                        ZoneOffset.UTC));
        // begin move
        Place shelf = Place.of(Location.of("shelf-1", "main"), "bolt");
        Cost price = Cost.each(new BigDecimal("2.50"), euro);
        LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 9, 0);
        stock.receive(IdempotencyKey.of("delivery-1"), shelf, Rational.of(100), price, monday, me)
                .orElseThrow();
        stock.issue(IdempotencyKey.of("sale-1"), shelf, Rational.of(30), monday.plusDays(1), me)
                .orElseThrow();
        Rational there = stock.levels(monday.plusDays(2), Long.MAX_VALUE).at(shelf);
        MonetaryAmount worth =
                stock.value(Long.MAX_VALUE).amount(stock.value(Long.MAX_VALUE).value("bolt"));
        // end move
        assertThat(there).isEqualTo(Rational.of(70));
        assertThat(worth).isEqualTo(Amounts.of("175.00", "EUR"));
        packageShows("move");
    }

    @Test
    void valuation_and_posting() throws IOException {
        // begin valuation
        CurrencyUnit euro = Amounts.currency("EUR");
        Goods bolts = Goods.of("bolt");
        LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 0, 0);
        ImmutableList<StockEvent> facts = Lists.immutable.of(
                new Receipt(1, monday, bolts, Rational.of(3), Optional.of(Cost.total(Amounts.of("10.00", "EUR")))),
                new Issue(2, monday.plusDays(1), bolts, Rational.of(1)));
        Outcome<ValuationLedger> outcome = Valuation.of(
                facts, Lists.immutable.of(ItemTerms.of("bolt")), ValuationPolicy.of(ValuationMethod.FIFO), euro);
        ValuationLedger ledger = outcome.orElseThrow();
        MonetaryAmount cost = ledger.amount(ledger.costs().get(2L));
        // end valuation
        assertThat(Amounts.minor(cost)).isEqualTo(3_33);
        packageShows("valuation");
        ImmutableList<StockDelta> told = Lists.immutable.empty();
        // begin posting
        ImmutableList<StockPosting> now = StockPostings.perpetual(facts, ledger);
        ImmutableList<StockDelta> deltas = StockDelta.of(now, told, LocalDate.of(2026, 3, 1));
        // end posting
        assertThat(deltas).hasSize(4);
        packageShows("posting");
    }

    private static void packageShows(String room) throws IOException {
        Path info = Path.of("src/main/java/dev/erpkit/inventory/" + room + "/package-info.java");
        String text =
                between(Files.readString(info), "<pre>{@code\n", " * }</pre>").replaceAll("(?m)^ \\* ?", "");
        assertThat(text).isEqualTo(shown(room));
    }

    private static String shown(String name) throws IOException {
        String source = Files.readString(SOURCE);
        return between(source, "// begin " + name + "\n", "        // end " + name)
                        .stripTrailing()
                        .stripIndent()
                + "\n";
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
