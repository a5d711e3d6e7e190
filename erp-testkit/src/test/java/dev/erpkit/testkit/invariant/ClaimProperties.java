package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.reservation.Claim;
import dev.erpkit.inventory.reservation.ItemReservations;
import dev.erpkit.inventory.reservation.PickSource;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.reservation.ReservationFact.Issued;
import dev.erpkit.inventory.reservation.ReservationRecord;
import dev.erpkit.inventory.reservation.ReservationService;
import dev.erpkit.inventory.reservation.memory.MemoryReservationLog;
import dev.erpkit.testkit.generate.GoodsArbitraries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 42 and 43 of goods: claims in any order, with claims that run out, never exceed what there is. */
class ClaimProperties {
    private static final Actor CLERK = Actor.of("clerk");
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /** One command of somebody: what, for which demand, how much, at which source, how long it holds. */
    record Step(int kind, String demand, Rational quantity, int source, Optional<Integer> seconds) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("d1", "d2", "d3"),
                        GoodsArbitraries.quantities(),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(1, 5).optional(0.3))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<ImmutableList<PickSource>> sources() {
        return GoodsArbitraries.pickSources().filter(list -> list.notEmpty());
    }

    private final MutableList<ReservationRecord> records = Lists.mutable.empty();

    @Property(tries = 200)
    void claims_never_exceed_what_there_is(
            @ForAll("sources") ImmutableList<PickSource> sources,
            @ForAll("steps") List<Step> steps,
            @ForAll PickingStrategy strategy) {
        records.clear();
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        MemoryReservationLog log = new MemoryReservationLog(unitOfWork);
        long[] now = {0};
        ReservationService service = new ReservationService(
                log, item -> left(log, sources), unitOfWork, AccessPolicy.allowAll(), () -> START.plusSeconds(now[0]));
        for (Step step : steps) {
            now[0]++;
            run(service, sources, step, strategy, "k" + now[0], START.plusSeconds(now[0]));
        }
        log.forEach("a", 0, records::add);
        assertThat(ClaimInvariants.neverOversold(
                        records.toImmutable(),
                        sources.toImmutableMap(PickSource::place, PickSource::quantity)
                                .castToMap()))
                .isEmpty();
    }

    private static ImmutableList<PickSource> left(MemoryReservationLog log, ImmutableList<PickSource> sources) {
        MutableList<Issued> issued = Lists.mutable.empty();
        log.forEach("a", 0, fact -> issued.addAllIterable(fact.facts().selectInstancesOf(Issued.class)));
        return sources.collect(source -> new PickSource(
                source.place(),
                issued.select(i -> i.place().equals(source.place()))
                        .injectInto(source.quantity(), (rest, i) -> rest.subtract(i.quantity())),
                source.arrived(),
                source.expiry(),
                source.distance()));
    }

    /** A reservation that is released at once leaves everything as it was. */
    private static void run(
            ReservationService service,
            ImmutableList<PickSource> sources,
            Step step,
            PickingStrategy strategy,
            String name,
            Instant now) {
        IdempotencyKey key = IdempotencyKey.of(name);
        Place place = sources.get(step.source() % sources.size()).place();
        switch (step.kind()) {
            case 0 -> service.release(key, step.demand(), place, step.quantity(), CLERK);
            case 1 -> service.transfer(key, step.demand(), "d1", place, step.quantity(), CLERK);
            case 2 ->
                service.issue(
                        key, Optional.of(step.demand()), place, step.quantity(), () -> Outcome.accepted(1), CLERK);
            case 3 -> service.issue(key, Optional.empty(), place, step.quantity(), () -> Outcome.accepted(1), CLERK);
            default -> {
                Claim claim =
                        Claim.of(step.demand(), "a", step.quantity(), strategy).orLess();
                Claim timed =
                        step.seconds().map(s -> claim.until(now.plusSeconds(s))).orElse(claim);
                service.reserve(key, timed, GoodsArbitraries.TODAY, CLERK);
            }
        }
    }

    @Property(tries = 200)
    void what_is_reserved_and_released_is_as_before(
            @ForAll("sources") ImmutableList<PickSource> sources,
            @ForAll("steps") List<Step> steps,
            @ForAll PickingStrategy strategy) {
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        MemoryReservationLog log = new MemoryReservationLog(unitOfWork);
        ReservationService service =
                new ReservationService(log, item -> sources, unitOfWork, AccessPolicy.allowAll(), () -> START);
        int number = 0;
        for (Step step : steps) {
            Claim claim = Claim.of("own", "a", step.quantity(), strategy).orLess();
            IdempotencyKey key = IdempotencyKey.of("reserve" + number);
            Outcome<ReservationRecord> reserved = service.reserve(key, claim, GoodsArbitraries.TODAY, CLERK);
            if (reserved.isAccepted()) {
                int[] part = {0};
                String release = "release" + number + "-";
                reserved.orElseThrow()
                        .facts()
                        .forEach(fact -> service.release(
                                        IdempotencyKey.of(release + part[0]++),
                                        "own",
                                        fact.place(),
                                        fact.quantity(),
                                        CLERK)
                                .orElseThrow());
            }
            number++;
        }
        ItemReservations state = service.state("a");
        assertThat(state.claims(START)).isEmpty();
        assertThat(state.free(sources, strategy, START)).isEqualTo(sources);
    }
}
