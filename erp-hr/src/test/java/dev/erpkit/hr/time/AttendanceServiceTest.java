package dev.erpkit.hr.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.memory.MemoryFactLog;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class AttendanceServiceTest {
    private static final PartyId PERSON = PartyId.of("e-1");
    private static final Actor ME = Actor.of("clerk");
    private static final Instant NINE = Instant.parse("2026-05-01T00:00:00Z");

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final MemoryFactLog<AttendanceChange> log = new MemoryFactLog<>(work);
    private final AttendanceService service = service(AccessPolicy.allowAll());

    private AttendanceService service(AccessPolicy access) {
        return new AttendanceService(log, work, access, InstantSource.fixed(NINE));
    }

    private static Attendance spell(String id, int fromHour, int toHour) {
        return Attendance.of(
                AttendanceId.of(id),
                "13",
                TimeSpan.of(NINE.plusSeconds(fromHour * 3_600L), NINE.plusSeconds(toHour * 3_600L)));
    }

    private Outcome<Fact<AttendanceChange>> record(String key, Attendance attendance) {
        return service.record(IdempotencyKey.of(key), attendance, PERSON, ME);
    }

    private static void refused(Outcome<?> outcome, String code) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    @Test
    void what_overlaps_is_refused_and_changes_nothing() {
        record("k1", spell("a", 0, 8)).orElseThrow();
        refused(record("k2", spell("b", 7, 9)), "attendance.overlap");
        refused(record("k3", spell("c", -5, 20)), "attendance.overlap");
        refused(record("k4", spell("a", 20, 22)), "attendance.known");
        assertThat(service.sheet(PERSON).attendances()).containsExactly(spell("a", 0, 8));
        assertThat(log.lastSequence(PERSON)).isEqualTo(1);
        assertThat(record("k5", spell("d", 8, 9)).isAccepted())
                .as("touching is no overlap")
                .isTrue();
    }

    @Test
    void withdrawn_time_can_be_recorded_anew_under_another_id() {
        record("k1", spell("a", 0, 8)).orElseThrow();
        service.withdraw(IdempotencyKey.of("k2"), AttendanceId.of("a"), "wrong day", PERSON, ME)
                .orElseThrow();
        refused(
                service.withdraw(IdempotencyKey.of("k3"), AttendanceId.of("a"), "again", PERSON, ME),
                "attendance.unknown");
        record("k4", spell("b", 0, 9)).orElseThrow();
        assertThat(service.sheet(PERSON).begunIn(TimeSpan.of(NINE, NINE.plusSeconds(1))))
                .containsExactly(spell("b", 0, 9));
    }

    @Test
    void the_same_key_gives_the_first_fact_again_or_is_refused() {
        Fact<AttendanceChange> first = record("k1", spell("a", 0, 8)).orElseThrow();
        assertThat(record("k1", spell("a", 0, 8))).isEqualTo(Outcome.replayed(first));
        refused(record("k1", spell("a", 0, 9)), "fact.key-reused");
        refused(service.record(IdempotencyKey.of("k1"), spell("a", 0, 8), PartyId.of("e-2"), ME), "fact.key-reused");
        assertThat(log.lastSequence(PERSON)).isEqualTo(1);
    }

    @Test
    void who_may_not_is_refused() {
        refused(
                service((actor, permission) -> false).record(IdempotencyKey.of("k"), spell("a", 0, 1), PERSON, ME),
                "access.denied");
        assertThat(log.lastSequence(PERSON)).isZero();
    }

    @Test
    void time_that_cannot_be_does_not_exist() {
        assertThatThrownBy(() -> spell("a", 8, 0)).hasMessageContaining("attendance.span-order");
        assertThatThrownBy(() -> spell("a", 0, 73)).hasMessageContaining("attendance.length");
        assertThatThrownBy(() -> TimeSpan.of(NINE, NINE.plusMillis(1_500)))
                .hasMessageContaining("attendance.span-second");
        TimeSpan outside = TimeSpan.of(NINE.plusSeconds(3_600), NINE.plusSeconds(9_000));
        assertThatThrownBy(() -> spell("a", 0, 2).withBreak(outside))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("attendance.break");
        TimeSpan rest = TimeSpan.of(NINE.plusSeconds(3_600), NINE.plusSeconds(5_400));
        assertThat(spell("a", 0, 2).withBreak(rest).worked().seconds()).isEqualTo(5_400);
        assertThatThrownBy(() -> spell("a", 0, 2).withBreak(rest).withBreak(rest))
                .hasMessageContaining("attendance.break");
    }
}
