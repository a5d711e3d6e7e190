package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.move.Tracking;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import dev.erpkit.testkit.generate.StockArbitraries;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A service that remembers and has a checkpoint decides every command, in order or late, as one that knows nothing but the log,
 * and tells the books the same.
 */
class StockCheckpointProperties {
    private static final Actor CLERK = Actor.of("clerk");
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 8, 0);
    private static final Map<String, Tracking> ITEMS =
            Map.of("bolt", Tracking.NONE, "pill", Tracking.LOT, "pump", Tracking.SERIAL);
    private static final ImmutableList<Location> PLACES = Lists.immutable.of(
            Location.outside("vendors", LocationKind.SUPPLIER),
            Location.outside("customers", LocationKind.CUSTOMER),
            Location.of("shelf", "main"),
            Location.of("other", "main"),
            Location.of("far", "second"));

    /** A command: its first fact, what of it is special, and what happens to the unit of work around it. */
    record Step(int kind, String item, int from, int to, int hours, int quantity, int special) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 19),
                        Arbitraries.of("bolt", "bolt", "pill", "pump"),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(-60, 24),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 39))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    /** Mostly moves of little and of much, at half a dozen times; most come late. */
    @Provide
    Arbitrary<List<Step>> lateSteps() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.integers().between(0, 2)),
                                Tuple.of(7, Arbitraries.integers().between(4, 11)),
                                Tuple.of(12, Arbitraries.integers().between(12, 19))),
                        Arbitraries.frequency(Tuple.of(8, "bolt"), Tuple.of(4, "pill"), Tuple.of(1, "pump")),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.of(1, 1, 2, 3),
                        Arbitraries.integers().between(0, 5).map(day -> 24 * day),
                        Arbitraries.of(1, 2, 3, 4, 9, 20, 40),
                        Arbitraries.integers().between(0, 39))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<ValuationPolicy> strictPolicies() {
        return StockArbitraries.policies().map(policy -> policy.negative(NegativeStock.FORBID));
    }

    @Provide
    Arbitrary<ValuationPolicy> policies() {
        return StockArbitraries.policies();
    }

    @Property(tries = 300)
    void a_checkpoint_decides_as_all_facts_do(
            @ForAll("policies") ValuationPolicy policy, @ForAll("steps") List<Step> steps) {
        MutableList<LocalDateTime> times = Lists.mutable.empty();
        LocalDateTime now = START;
        for (Step step : steps) {
            now = now.plusHours(Math.max(0, step.hours()));
            times.add(now.plusHours(Math.min(0, step.hours())));
        }
        agree(policy, steps, times);
    }

    @Property(tries = 300)
    void late_moves_are_decided_as_all_facts_do(
            @ForAll("strictPolicies") ValuationPolicy policy, @ForAll("lateSteps") List<Step> steps) {
        agree(policy, steps, Lists.mutable.ofAll(steps).collect(step -> START.plusHours(step.hours())));
    }

    private static void agree(ValuationPolicy policy, List<Step> steps, List<LocalDateTime> times) {
        Desk kept = new Desk(policy);
        Desk fresh = new Desk(policy);
        StockService lasting = kept.service();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            ImmutableList<StockFact> facts = facts(step, times.get(i), kept.last());
            IdempotencyKey key = IdempotencyKey.of("command-" + i);
            Outcome<StockRecord> one = kept.record(lasting, key, facts, step.special());
            Outcome<StockRecord> other = fresh.record(fresh.service(), key, facts, step.special());
            assertThat(one.refusal().map(Refusal::toString))
                    .as("%s of %s", step, policy)
                    .isEqualTo(other.refusal().map(Refusal::toString));
            if (step.special() % 3 == 0) {
                assertThat(lasting.tell(CLERK).orElseThrow())
                        .isEqualTo(fresh.service().tell(CLERK).orElseThrow());
            }
        }
        assertThat(lasting.facts()).isEqualTo(fresh.service().facts());
        assertThat(lasting.value(Long.MAX_VALUE).history())
                .isEqualTo(fresh.service().value(Long.MAX_VALUE).history());
    }

    /** One fact, now and then two of the same: most are moves, some are returns, counts or notes. */
    private static ImmutableList<StockFact> facts(Step step, LocalDateTime at, long last) {
        StockFact fact = fact(step, at, Math.max(1, last - step.quantity() % 4));
        return step.special() == 2 ? Lists.immutable.of(fact, fact) : Lists.immutable.of(fact);
    }

    private static StockFact fact(Step step, LocalDateTime at, long of) {
        Rational quantity = step.item().equals("pump") ? Rational.ONE : Rational.of(step.quantity(), 2);
        String lot = step.item().equals("bolt") && step.special() > 9 ? "" : "L" + step.special() % 3;
        String owner = step.special() == 3 ? "them" : "";
        if (step.kind() == 0) {
            Place place = new Place(PLACES.get(2 + step.from() % 3), step.item(), lot, owner);
            return new Counted(0, at, place, quantity, Optional.empty());
        } else if (step.kind() == 1) {
            return new Noted(new StockEvent.Cancel(0, at, of));
        } else if (step.kind() == 2) {
            return new Noted(new StockEvent.QuantityCorrection(0, at, of, quantity));
        } else if (step.kind() == 3) {
            return new Noted(new StockEvent.StandardCost(0, at, step.item(), new Cost.Each(Rational.of(77, 2))));
        }
        int from = step.kind() < 12 ? 0 : step.from();
        int to = step.kind() < 12 ? 2 + step.to() % 3 : step.to() == from ? 1 - Math.min(1, from) : step.to();
        Move.Builder move = Move.builder();
        move.item(step.item())
                .lot(lot)
                .owner(owner)
                .quantity(quantity)
                .source(step.special() == 5 && to > 1 ? Location.OPENING : PLACES.get(from))
                .target(PLACES.get(to))
                .at(at);
        if (step.kind() < 11) {
            move.cost(step.special() == 4 ? new Cost.Total(Long.MAX_VALUE / 4) : new Cost.Total(step.quantity() * 37L));
        } else if (step.kind() == 19) {
            move.of(of);
        }
        return move.build();
    }

    /** A log of its own and services over it. */
    private static final class Desk {
        private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        private final MemoryMoveLog moves = new MemoryMoveLog(unitOfWork);
        private final MemoryPostedLog posted = new MemoryPostedLog(unitOfWork);
        private final StockSetup setup;

        Desk(ValuationPolicy policy) {
            this.setup = new StockSetup(
                    id -> Optional.ofNullable(ITEMS.get(id)).map(StockItem.of(id)::tracked),
                    policy,
                    Amounts.currency("EUR"),
                    () -> LocalDate.MIN,
                    ZoneOffset.UTC);
        }

        StockService service() {
            return new StockService(
                    moves,
                    posted,
                    (event, actor) -> Outcome.accepted(Lists.immutable.empty()),
                    unitOfWork,
                    AccessPolicy.allowAll(),
                    InstantSource.fixed(Instant.parse("2027-01-01T00:00:00Z")),
                    setup);
        }

        long last() {
            return moves.lastNumber();
        }

        /** Records, now and then inside a unit of work of the host, which may fail after it. */
        Outcome<StockRecord> record(
                StockService service, IdempotencyKey key, ImmutableList<StockFact> facts, int special) {
            if (special == 5 || special == 6) {
                Outcome<StockRecord> recorded = unitOfWork.execute(() -> service.record(key, facts, CLERK));
                if (special == 6) {
                    service.committed();
                }
                return recorded;
            } else if (special != 1) {
                return service.record(key, facts, CLERK);
            }
            MutableList<Outcome<StockRecord>> found = Lists.mutable.empty();
            try {
                unitOfWork.execute(() -> {
                    found.add(service.record(key, facts, CLERK));
                    service.record(IdempotencyKey.of(key.value() + "-more"), facts, CLERK);
                    throw new IllegalStateException("rolled back");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("rolled back");
            }
            return found.getFirst();
        }
    }
}
