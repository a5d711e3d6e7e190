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
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockLevels;
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
        Location vendors = Location.outside("vendors", LocationKind.SUPPLIER);
        Location customers = Location.outside("customers", LocationKind.CUSTOMER);
        Location shelf = Location.of("shelf-1", "main");
        LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 9, 0);
        Move delivery = Move.of("bolt", Rational.of(3), vendors, shelf, monday);
        Move sale = Move.of("bolt", Rational.ONE, shelf, customers, monday.plusDays(1));
        stock.record(
                        IdempotencyKey.of("delivery-1"),
                        Lists.immutable.of(delivery.costing(Cost.total(Amounts.of("10.00", "EUR")))),
                        me)
                .orElseThrow();
        stock.record(IdempotencyKey.of("sale-1"), Lists.immutable.of(sale), me).orElseThrow();
        // freight that arrives late: what would it change? then record it
        Noted freight = new Noted(new StockEvent.LandedCost(
                0, monday.plusDays(7), Lists.immutable.of(1L), 3_00, LandedCostBasis.QUANTITY));
        StockPreview preview = stock.preview(Lists.immutable.of(freight)).orElseThrow(); // the sale costs 1.00 more
        stock.record(IdempotencyKey.of("freight-1"), Lists.immutable.of(freight), me)
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
        // begin move
        Location vendors = Location.outside("vendors", LocationKind.SUPPLIER);
        Location shelf = Location.of("shelf-1", "main");
        LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 9, 0);
        Move delivery =
                Move.of("bolt", Rational.of(100), vendors, shelf, monday).numbered(1);
        StockLevels levels = StockLevels.of(Lists.immutable.of(delivery));
        Rational there = levels.at(shelf, "bolt");
        // end move
        assertThat(there).isEqualTo(Rational.of(100));
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
