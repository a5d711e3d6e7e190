package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockEvents;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.move.Voucher;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.valuation.ConversionCost;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import dev.erpkit.testkit.generate.StockArbitraries;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Whatever is asked of a service with quantities and amounts of any size, it answers exactly or refuses before anything changes:
 * nothing wraps around and nothing is thrown.
 */
class ExtremeFiguresProperties {
    private static final Actor CLERK = Actor.of("clerk");
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 8, 0);
    private static final Location SHELF = Location.of("shelf", "main");
    private static final Location FAR = Location.of("far", "second");
    private static final Location WORKSHOP = Location.outside("workshop", LocationKind.PRODUCTION);

    record Step(int kind, int day, Rational quantity, Cost cost, int ref, long minor) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 9),
                        quantities(),
                        costs(),
                        Arbitraries.integers().between(1, 6),
                        amounts())
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Arbitrary<Rational> quantities() {
        return Arbitraries.of(
                        "1",
                        "2/3",
                        "7",
                        "1000000000000000000000000000000/3",
                        "1/1000000000000000000000000000000",
                        "9223372036854775807",
                        "4611686018427387904",
                        "9223372036854775807/2",
                        "1/9223372036854775807",
                        "3037000500",
                        "1000000000000000003/1000000007")
                .map(Rational::parse);
    }

    private static Arbitrary<Long> amounts() {
        return Arbitraries.of(0L, 1L, 99L, 1L << 57, 1L << 58, 1L << 59, 1L << 60, (1L << 60) + 1, Long.MAX_VALUE);
    }

    private static Arbitrary<Cost> costs() {
        return Arbitraries.oneOf(
                amounts().map(Cost.Total::new), quantities().map(Cost.Each::new), Arbitraries.just(Cost.nothing()));
    }

    @Provide
    Arbitrary<ValuationPolicy> policies() {
        return StockArbitraries.policies();
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void services_answer_exactly_or_refuse(
            @ForAll("policies") ValuationPolicy policy, @ForAll("steps") List<Step> steps, @ForAll Digits digits) {
        Desk desk = new Desk(policy, Amounts.currency(digits.name()));
        for (int i = 0; i < steps.size(); i++) {
            ImmutableList<StockFact> facts = Lists.immutable.of(fact(steps.get(i)));
            long before = desk.moves.lastNumber();
            boolean dry = desk.stock.preview(facts).isAccepted();
            Outcome<?> done = desk.stock.record(IdempotencyKey.of("command-" + i), facts, CLERK);
            assertThat(done.isAccepted()).isEqualTo(dry);
            assertThat(desk.moves.lastNumber()).isEqualTo(done.isAccepted() ? before + 1 : before);
            if (i % 3 == 2) {
                desk.stock.tell(CLERK).orElseThrow();
            }
        }
        desk.check();
    }

    enum Digits {
        JPY,
        USD,
        KWD
    }

    private static StockFact fact(Step step) {
        LocalDateTime at = START.plusDays(step.day());
        Rational quantity = step.quantity();
        Place place = Place.of(SHELF, "dust").ofLot("L");
        Move.Builder move = Move.builder();
        move.item("dust").lot("L").quantity(quantity).at(at);
        return switch (step.kind()) {
            case 0 ->
                move.source(Location.OPENING).target(SHELF).cost(step.cost()).build();
            case 1, 2, 3 ->
                move.source(Location.VENDORS).target(SHELF).cost(step.cost()).build();
            case 4, 5 -> move.source(SHELF).target(Location.CUSTOMERS).build();
            case 6 -> move.source(SHELF).target(FAR).build();
            case 7 -> new Counted(0, at, place, quantity, Optional.of(new Cost.Each(quantity)));
            case 8 ->
                new Assembly(
                        0,
                        at,
                        WORKSHOP,
                        Lists.immutable.of(new Assembly.Input(place, quantity)),
                        Lists.immutable.of(
                                new Assembly.Output(Place.of(SHELF, "cake").ofLot("L"), quantity, quantity),
                                new Assembly.Output(Place.of(FAR, "crumb").ofLot("L"), Rational.ONE, Rational.ONE)),
                        new ConversionCost(step.minor(), step.ref(), step.minor()),
                        Voucher.NONE);
            case 9 ->
                new Noted(new StockEvent.LandedCost(
                        0, at, Lists.immutable.of((long) step.ref()), step.minor(), LandedCostBasis.QUANTITY));
            case 10 ->
                new Noted(new StockEvent.Bill(0, at, step.ref(), quantity, new Cost.Each(Rational.of(step.minor()))));
            case 11 -> new Noted(new StockEvent.QuantityCorrection(0, at, step.ref(), quantity));
            case 12 -> new Noted(new StockEvent.PriceCorrection(0, at, step.ref(), step.cost()));
            case 13 ->
                new Noted(new StockEvent.Revaluation(
                        0, at, Goods.of("dust").in("main").lot("L"), step.cost()));
            case 14 -> new Noted(new StockEvent.StandardCost(0, at, "dust", new Cost.Each(quantity)));
            default ->
                move.source(step.ref() % 2 == 0 ? Location.CUSTOMERS : SHELF)
                        .target(step.ref() % 2 == 0 ? SHELF : Location.VENDORS)
                        .of((long) step.ref())
                        .build();
        };
    }

    /** A service over stores of its own, and what the books were told. */
    private static final class Desk {
        private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        private final MemoryMoveLog moves = new MemoryMoveLog(unitOfWork);
        private final MutableList<AccountingEvent> told = Lists.mutable.empty();
        private final StockService stock;
        private final CurrencyUnit currency;

        Desk(ValuationPolicy policy, CurrencyUnit currency) {
            this.currency = currency;
            this.stock = new StockService(
                    moves,
                    new MemoryPostedLog(unitOfWork),
                    (event, actor) -> {
                        told.add(event);
                        return Outcome.accepted(Lists.immutable.empty());
                    },
                    unitOfWork,
                    AccessPolicy.allowAll(),
                    InstantSource.fixed(Instant.parse("2027-01-01T00:00:00Z")),
                    new StockSetup(
                            id -> Optional.of(StockItem.of(id)),
                            policy,
                            currency,
                            () -> LocalDate.MIN,
                            ZoneOffset.UTC));
        }

        void check() {
            stock.tell(CLERK).orElseThrow();
            ValuationLedger ledger = stock.value(Long.MAX_VALUE);
            assertThat(StockInvariants.nothingIsLost(ledger)).isEmpty();
            assertThat(StockInvariants.valueFollowsQuantity(ledger)).isEmpty();
            assertThat(StockInvariants.layersAreTheStock(ledger)).isEmpty();
            assertThat(StockInvariants.edgesTakeWhatCame(ledger)).isEmpty();
            assertThat(StockInvariants.tracesAreExact(ledger)).isEmpty();
            StockEvents events = StockEvents.of(stock.facts());
            assertThat(StockInvariants.booksAreTheStock(events.events(), ledger))
                    .isEmpty();
            assertThat(booked(StockRole.STOCK)).isEqualTo(ledger.value());
            assertThat(booked(StockRole.OPENING))
                    .isEqualTo(stock.facts()
                            .selectInstancesOf(Move.class)
                            .select(move -> move.source().equals(Location.OPENING))
                            .sumOfLong(move -> ledger.inbound().getIfAbsentValue(move.number(), 0L)
                                    - ledger.charged(move.number())));
            questions(ledger, events);
        }

        private long booked(StockRole role) {
            return told.flatCollect(AccountingEvent::amounts)
                    .select(amount -> amount.role().equals(role.text()))
                    .sumOfLong(amount -> Amounts.minor(amount.amount()));
        }

        private void questions(ValuationLedger ledger, StockEvents events) {
            LocalDateTime middle = START.plusDays(4);
            LocalDate day = middle.toLocalDate();
            ledger.costs()
                    .keysView()
                    .forEach(issue -> ledger.explain(issue).orElseThrow().text(currency));
            assertThat(ledger.asOf(middle)).isNotNull();
            long all = ledger.costOfGoods(LocalDateTime.MIN, LocalDateTime.MAX);
            assertThat(ledger.costOfGoods(LocalDateTime.MIN, middle) + ledger.costOfGoods(middle, LocalDateTime.MAX))
                    .isEqualTo(all);
            assertThat(StockPostings.periodic(events.events(), ledger, events.against(), 99, day, day.plusDays(2))
                            .sumOfLong(posting -> posting.minor()))
                    .isZero();
            assertThat(stock.levels(middle, Long.MAX_VALUE).shifts()).isNotNull();
        }
    }
}
