package dev.erpkit.hr.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.memory.MemoryFactLog;
import dev.erpkit.hr.leave.LeaveChange.Adjusted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class LeaveServiceTest {
    private static final PartyId PERSON = PartyId.of("e-1");
    private static final Actor ME = Actor.of("clerk");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final MemoryFactLog<LeaveChange> log = new MemoryFactLog<>(work);
    private final LeaveService service = service(LotOrder.EARLIEST_EXPIRY);

    private LeaveService service(LotOrder order) {
        return new LeaveService(log, order, work, AccessPolicy.allowAll(), InstantSource.fixed(Instant.EPOCH));
    }

    private static LeaveLot lot(String id, LocalDate from, LocalDate to, long days) {
        return new LeaveLot(LeaveId.of(id), "annual", from, to, Rational.of(days));
    }

    private void grant(String id, LocalDate from, LocalDate to, long days) {
        service.grant(IdempotencyKey.of("g-" + id), lot(id, from, to, days), PERSON, ME)
                .orElseThrow();
    }

    private Outcome<Fact<LeaveChange>> take(String id, LeaveDay... days) {
        return service.take(IdempotencyKey.of("t-" + id), LeaveRequest.of(LeaveId.of(id), "annual", days), PERSON, ME);
    }

    private Rational free(String lot) {
        return service.account(PERSON).free(LeaveId.of(lot));
    }

    private LeaveBalance balance(LocalDate day) {
        return service.account(PERSON).balance("annual", day);
    }

    private static void refused(Outcome<?> outcome, String code) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    @Test
    void what_expires_first_is_taken_first_and_expires_once() {
        grant("old", DAY.minusYears(1), DAY.plusDays(10), 2);
        grant("new", DAY, DAY.plusYears(2), 10);
        take("a", LeaveDay.full(DAY)).orElseThrow();
        assertThat(free("old")).isEqualTo(Rational.ONE);
        take("b", LeaveDay.half(DAY.plusDays(1)), LeaveDay.full(DAY.plusDays(20)))
                .orElseThrow();
        assertThat(free("old")).isEqualTo(Rational.of(1, 2));
        assertThat(free("new")).isEqualTo(Rational.of(9));
        LeaveBalance before = balance(DAY.plusDays(9));
        assertThat(before.remaining()).as("the day later is not taken yet").isEqualTo(Rational.parse("10.5"));
        LeaveBalance after = balance(DAY.plusDays(20));
        assertThat(after.expired()).isEqualTo(Rational.of(1, 2));
        assertThat(after.remaining()).isEqualTo(Rational.of(9));
    }

    @Test
    void work_rules_may_take_the_newest_first() {
        grant("old", DAY.minusYears(1), DAY.plusDays(60), 5);
        grant("new", DAY, DAY.plusYears(2), 10);
        service(LotOrder.LATEST_EXPIRY)
                .take(
                        IdempotencyKey.of("t"),
                        LeaveRequest.of(LeaveId.of("t"), "annual", LeaveDay.full(DAY)),
                        PERSON,
                        ME)
                .orElseThrow();
        assertThat(free("new")).isEqualTo(Rational.of(9));
        assertThat(LotOrder.parse("latest-expiry")).isEqualTo(LotOrder.LATEST_EXPIRY);
        assertThatThrownBy(() -> LotOrder.parse("any")).hasMessageContaining("leave.order");
    }

    @Test
    void cancelling_gives_the_same_lots_back() {
        grant("old", DAY.minusYears(1), DAY.plusDays(10), 1);
        grant("new", DAY, DAY.plusYears(2), 10);
        take("a", LeaveDay.full(DAY), LeaveDay.full(DAY.plusDays(1))).orElseThrow();
        service.cancel(IdempotencyKey.of("c"), LeaveId.of("a"), PERSON, ME).orElseThrow();
        assertThat(free("old")).isEqualTo(Rational.ONE);
        assertThat(free("new")).isEqualTo(Rational.of(10));
        assertThat(balance(DAY.plusDays(10)).expired())
                .as("what expired meanwhile stays expired")
                .isEqualTo(Rational.ONE);
        refused(service.cancel(IdempotencyKey.of("c2"), LeaveId.of("a"), PERSON, ME), "leave.taking-unknown");
        refused(take("a2", LeaveDay.full(DAY.plusYears(3))), "leave.short");
        refused(
                service.take(
                        IdempotencyKey.of("t-again"),
                        LeaveRequest.of(LeaveId.of("a"), "annual", LeaveDay.full(DAY)),
                        PERSON,
                        ME),
                "leave.taking-known");
    }

    @Test
    void what_is_refused_changes_nothing() {
        grant("lot", DAY, DAY.plusYears(2), 1);
        refused(take("a", LeaveDay.full(DAY), LeaveDay.half(DAY.plusDays(1))), "leave.short");
        refused(take("b", LeaveDay.full(DAY.minusDays(1))), "leave.short");
        refused(
                service.grant(IdempotencyKey.of("g2"), lot("lot", DAY, DAY.plusDays(1), 3), PERSON, ME),
                "leave.lot-known");
        assertThat(free("lot")).isEqualTo(Rational.ONE);
        assertThat(log.lastSequence(PERSON)).isEqualTo(1);
        take("c", LeaveDay.half(DAY)).orElseThrow();
        refused(take("d", LeaveDay.hours(DAY, 5, 8)), "leave.day-full");
        take("e", LeaveDay.hours(DAY, 4, 8)).orElseThrow();
        assertThat(balance(DAY).remaining()).isEqualTo(Rational.ZERO);
    }

    @Test
    void the_same_key_gives_the_first_fact_again_or_is_refused() {
        grant("lot", DAY, DAY.plusYears(2), 5);
        Fact<LeaveChange> first = take("a", LeaveDay.full(DAY)).orElseThrow();
        assertThat(take("a", LeaveDay.full(DAY))).isEqualTo(Outcome.replayed(first));
        refused(take("a", LeaveDay.half(DAY)), "fact.key-reused");
        assertThat(free("lot")).isEqualTo(Rational.of(4));
    }

    @Test
    void corrections_never_take_what_was_promised() {
        grant("lot", DAY, DAY.plusYears(2), 5);
        take("a", LeaveDay.full(DAY), LeaveDay.full(DAY.plusDays(1))).orElseThrow();
        Adjusted four = new Adjusted(LeaveId.of("lot"), Rational.of(-4), "typing error");
        refused(service.adjust(IdempotencyKey.of("k1"), four, PERSON, ME), "leave.short");
        Adjusted three = new Adjusted(LeaveId.of("lot"), Rational.of(-3), "typing error");
        service.adjust(IdempotencyKey.of("k2"), three, PERSON, ME).orElseThrow();
        assertThat(balance(DAY).remaining()).isEqualTo(Rational.ONE);
        assertThat(balance(DAY).adjusted()).isEqualTo(Rational.of(-3));
        Adjusted other = new Adjusted(LeaveId.of("no"), Rational.of(1), "x");
        refused(service.adjust(IdempotencyKey.of("k3"), other, PERSON, ME), "leave.lot-unknown");
    }

    @Test
    void what_is_carried_over_expires_by_itself() {
        grant("2025", DAY.minusYears(1), DAY, 10);
        CarryOverRule five = new CarryOverRule(Optional.of(Rational.of(5)), 3);
        Fact<LeaveChange> carried = service.carryOver(
                        IdempotencyKey.of("k"), LeaveId.of("carried"), "annual", DAY, five, PERSON, ME)
                .orElseThrow();
        assertThat(service.carryOver(IdempotencyKey.of("k"), LeaveId.of("carried"), "annual", DAY, five, PERSON, ME))
                .isEqualTo(Outcome.replayed(carried));
        LeaveBalance balance = balance(DAY);
        assertThat(Lists.immutable.of(
                        balance.granted(),
                        balance.carriedIn(),
                        balance.carriedOut(),
                        balance.expired(),
                        balance.remaining()))
                .isEqualTo(Lists.immutable.of(10L, 5L, 5L, 5L, 5L).collect(Rational::of));
        assertThat(balance(DAY.plusMonths(3)).remaining()).isEqualTo(Rational.ZERO);
        refused(
                service.carryOver(
                        IdempotencyKey.of("k2"), LeaveId.of("c2"), "annual", DAY.plusDays(1), five, PERSON, ME),
                "leave.nothing-to-carry");
    }

    @Test
    void who_may_not_is_refused() {
        LeaveService taking = new LeaveService(
                log,
                LotOrder.EARLIEST_EXPIRY,
                work,
                (actor, permission) -> permission.action().equals("leave.take"),
                InstantSource.fixed(Instant.EPOCH));
        refused(taking.grant(IdempotencyKey.of("g"), lot("l", DAY, DAY.plusDays(1), 1), PERSON, ME), "access.denied");
    }

    @Test
    void what_cannot_be_does_not_exist() {
        assertThatThrownBy(() -> lot("l", DAY, DAY, 1)).hasMessageContaining("leave.validity");
        assertThatThrownBy(() -> lot("l", DAY, DAY.plusDays(1), -1)).hasMessageContaining("leave.days");
        assertThatThrownBy(() -> new LeaveDay(DAY, LeavePortion.FULL, Rational.of(1, 2)))
                .hasMessageContaining("leave.day-part");
        assertThatThrownBy(() -> LeaveDay.hours(DAY, -1, 8)).hasMessageContaining("leave.hours");
        assertThatThrownBy(() -> LeaveRequest.of(LeaveId.of("x"), "annual")).hasMessageContaining("leave.days-order");
        assertThatThrownBy(() -> LeaveRequest.of(LeaveId.of("x"), "annual", LeaveDay.full(DAY), LeaveDay.half(DAY)))
                .hasMessageContaining("leave.days-order");
        assertThatThrownBy(() -> LeaveRequest.of(LeaveId.of("x"), " ", LeaveDay.full(DAY)))
                .hasMessageContaining("leave.type");
        assertThatThrownBy(() -> new Adjusted(LeaveId.of("l"), Rational.ZERO, "x"))
                .hasMessageContaining("leave.adjustment");
        assertThatThrownBy(() -> new Adjusted(LeaveId.of("l"), Rational.ONE, ""))
                .hasMessageContaining("leave.reason");
        assertThatThrownBy(() -> new CarryOverRule(Optional.empty(), 0)).hasMessageContaining("leave.carry-over");
    }
}
