package dev.erpkit.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.reservation.memory.MemoryReservationLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class ReservationServiceTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Actor ME = Actor.of("me");
    private static final Place NEAR = new Place(Location.of("near", "main"), "bolt", "", "");
    private static final Place FAR = new Place(Location.of("far", "main"), "bolt", "", "");

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryReservationLog log = new MemoryReservationLog(unitOfWork);
    private Instant now = NOON;
    private ImmutableList<PickSource> sources = Lists.immutable.of(
            PickSource.of(NEAR, Rational.of(6), DAY.atStartOfDay()),
            PickSource.of(FAR, Rational.of(4), DAY.minusDays(1).atStartOfDay()).away(10));
    private final ReservationService service =
            new ReservationService(log, item -> sources, unitOfWork, AccessPolicy.allowAll(), () -> now);

    private static Claim claim(String demand, long quantity) {
        return Claim.of(demand, "bolt", Rational.of(quantity), PickingStrategy.CLOSEST);
    }

    private Outcome<ReservationRecord> reserve(String key, Claim claim) {
        return service.reserve(IdempotencyKey.of(key), claim, DAY, ME);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(r -> r.code().value()).orElse("accepted");
    }

    @Test
    void the_snippet_of_the_package() {
        InstantSource clock = () -> now;
        LocalDate today = DAY;
        Actor me = ME;
        ReservationService reservations =
                new ReservationService(log, item -> sources, unitOfWork, AccessPolicy.allowAll(), clock);
        Claim claim = Claim.of("order-1", "bolt", Rational.of(5), PickingStrategy.FEFO);
        ReservationRecord reserved = reservations
                .reserve(IdempotencyKey.of("reserve-1"), claim, today, me)
                .orElseThrow();
        Rational mine = reservations.state("bolt").held("order-1", clock.instant());
        assertThat(mine).isEqualTo(Rational.of(5));
        assertThat(reserved.sequence()).isEqualTo(1);
    }

    @Test
    void nobody_gets_what_another_has_a_claim_on() {
        assertThat(reserve("1", claim("a", 7)).isAccepted()).isTrue();
        assertThat(service.state("bolt").held("a", NEAR, now)).isEqualTo(Rational.of(6));
        assertThat(code(reserve("2", claim("b", 4)))).isEqualTo("reservation.insufficient");
        assertThat(reserve("3", claim("b", 4).orLess()).isAccepted()).isTrue();
        assertThat(service.state("bolt").held("b", now)).isEqualTo(Rational.of(3));
        assertThat(code(reserve("4", claim("c", 1).orLess()))).isEqualTo("reservation.insufficient");
        assertThat(log.lastSequence("bolt"))
                .as("refused commands leave nothing")
                .isEqualTo(2);
    }

    @Test
    void the_same_key_takes_effect_once() {
        ReservationRecord first = reserve("1", claim("a", 7)).orElseThrow();
        Outcome<ReservationRecord> again = reserve("1", claim("a", 7));
        assertThat(again).isEqualTo(Outcome.replayed(first));
        assertThat(code(reserve("1", claim("a", 6)))).isEqualTo("reservation.key-reused");
        assertThat(service.state("bolt").held("a", now)).isEqualTo(Rational.of(7));
    }

    @Test
    void a_claim_that_runs_out_is_free_again_and_never_comes_back() {
        reserve("1", claim("a", 10).until(NOON.plusSeconds(60))).orElseThrow();
        assertThat(code(reserve("2", claim("b", 1)))).isEqualTo("reservation.insufficient");
        now = NOON.plus(Duration.ofSeconds(60));
        assertThat(reserve("3", claim("b", 10)).isAccepted()).isTrue();
        assertThat(service.state("bolt").held("a", NOON)).isEqualTo(Rational.ZERO);
    }

    @Test
    void claims_are_released_and_handed_on() {
        reserve("1", claim("a", 6)).orElseThrow();
        assertThat(code(service.release(IdempotencyKey.of("2"), "a", NEAR, Rational.of(7), ME)))
                .isEqualTo("reservation.not-held");
        assertThat(code(service.release(IdempotencyKey.of("2b"), "a", NEAR, Rational.of(-1), ME)))
                .isEqualTo("reservation.not-held");
        service.transfer(IdempotencyKey.of("3"), "a", "b", NEAR, Rational.of(2), ME)
                .orElseThrow();
        service.release(IdempotencyKey.of("4"), "a", NEAR, Rational.of(1), ME).orElseThrow();
        assertThat(service.state("bolt").held("a", now)).isEqualTo(Rational.of(3));
        assertThat(service.state("bolt").held("b", now)).isEqualTo(Rational.of(2));
        assertThat(service.state("bolt").reserved(NEAR, now)).isEqualTo(Rational.of(5));
    }

    @Test
    void an_issue_uses_its_own_claim_and_what_is_free() {
        reserve("1", claim("a", 4)).orElseThrow();
        Optional<String> nobody = Optional.empty();
        assertThat(code(issue("2", nobody, 3, Outcome.accepted(1)))).isEqualTo("reservation.reserved");
        assertThat(code(issue("3", Optional.of("a"), 7, Outcome.accepted(1)))).isEqualTo("reservation.insufficient");
        assertThat(issue("4", nobody, 2, Outcome.accepted(1)).isAccepted()).isTrue();
        assertThat(service.state("bolt").held("a", now)).isEqualTo(Rational.of(4));
        assertThat(issue("5", Optional.of("a"), 3, Outcome.accepted(1)).isAccepted())
                .isTrue();
        assertThat(service.state("bolt").held("a", now)).isEqualTo(Rational.ONE);
    }

    @Test
    void an_issue_whose_move_is_refused_has_not_happened() {
        Refusal why = Refusal.of(RefusalCode.of("stock.insufficient"), "no");
        assertThat(code(issue("1", Optional.empty(), 1, Outcome.refused(why)))).isEqualTo("stock.insufficient");
        assertThat(log.lastSequence("bolt")).isZero();
    }

    private Outcome<ReservationRecord> issue(String key, Optional<String> demand, long quantity, Outcome<?> move) {
        return service.issue(IdempotencyKey.of(key), demand, NEAR, Rational.of(quantity), () -> move, ME);
    }

    @Test
    void who_may_not_is_refused() {
        ReservationService closed =
                new ReservationService(log, item -> sources, unitOfWork, (actor, permission) -> false, () -> now);
        assertThat(code(closed.reserve(IdempotencyKey.of("1"), claim("a", 1), DAY, ME)))
                .isEqualTo("access.denied");
    }

    @Test
    void every_strategy_takes_its_goods() {
        assertThat(first(PickingStrategy.FIFO)).isEqualTo(FAR);
        assertThat(first(PickingStrategy.LIFO)).isEqualTo(NEAR);
        assertThat(first(PickingStrategy.CLOSEST)).isEqualTo(NEAR);
        sources = sources.collect(s -> s.place().equals(NEAR) ? s.expiring(DAY.plusDays(9)) : s);
        assertThat(first(PickingStrategy.FEFO)).isEqualTo(NEAR);
        sources = sources.collect(s -> s.place().equals(NEAR) ? s.expiring(DAY.minusDays(1)) : s);
        assertThat(first(PickingStrategy.CLOSEST)).as("expired").isEqualTo(FAR);
    }

    private Place first(PickingStrategy strategy) {
        return Picking.plan(Rational.ONE, sources, strategy, DAY)
                .picks()
                .getFirst()
                .place();
    }

    @Test
    void a_package_is_opened_where_none_make_the_quantity() {
        PickPlan plan = Picking.plan(Rational.of(9), sources, PickingStrategy.LEAST_PACKAGES, DAY);
        assertThat(plan.picks()).containsExactly(new Pick(NEAR, Rational.of(6)), new Pick(FAR, Rational.of(3)));
        assertThat(plan.open()).isEqualTo(Rational.ZERO);
        reserve("1", claim("a", 1)).orElseThrow();
        assertThat(service.state("bolt")
                        .free(sources, PickingStrategy.LEAST_PACKAGES, now)
                        .collect(PickSource::place))
                .containsExactly(FAR);
    }
}
