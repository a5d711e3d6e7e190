package dev.erpkit.hr.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.employment.OrganisationChange.PositionClosed;
import dev.erpkit.hr.employment.OrganisationChange.PositionPlaced;
import dev.erpkit.hr.employment.OrganisationChange.UnitClosed;
import dev.erpkit.hr.employment.OrganisationChange.UnitPlaced;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.memory.MemoryFactLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationTest {
    private static final PartyId EMPLOYER = PartyId.of("we");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final OrganisationService service = new OrganisationService(
            new MemoryFactLog<>(work), work, AccessPolicy.allowAll(), InstantSource.fixed(Instant.EPOCH));
    private int commands;

    private Outcome<Fact<OrganisationChange>> change(OrganisationChange change) {
        return service.change(IdempotencyKey.of("k" + ++commands), change, EMPLOYER, Actor.of("me"));
    }

    private static UnitPlaced unit(String id, String parent, LocalDate from) {
        return new UnitPlaced(
                UnitId.of(id), parent.isEmpty() ? Optional.empty() : Optional.of(UnitId.of(parent)), from);
    }

    private static PositionPlaced position(String id, String unit, String reportsTo, LocalDate from) {
        return new PositionPlaced(
                PositionId.of(id),
                UnitId.of(unit),
                id,
                reportsTo.isEmpty() ? Optional.empty() : Optional.of(PositionId.of(reportsTo)),
                from);
    }

    private static void refused(Outcome<?> outcome, String code) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    @BeforeEach
    void company() {
        change(unit("company", "", DAY)).orElseThrow();
        change(unit("sales", "company", DAY)).orElseThrow();
        change(unit("west", "sales", DAY)).orElseThrow();
        change(position("boss", "company", "", DAY)).orElseThrow();
        change(position("head", "sales", "boss", DAY)).orElseThrow();
        change(position("clerk", "west", "head", DAY)).orElseThrow();
    }

    @Test
    void who_manages_whom_is_asked_by_day() {
        change(position("clerk", "west", "boss", DAY.plusMonths(1))).orElseThrow();
        Organisation now = service.of(EMPLOYER);
        assertThat(now.managers(PositionId.of("clerk"), DAY))
                .containsExactly(PositionId.of("head"), PositionId.of("boss"));
        assertThat(now.managers(PositionId.of("clerk"), DAY.plusMonths(1))).containsExactly(PositionId.of("boss"));
        assertThat(now.path(UnitId.of("west"), DAY))
                .containsExactly(UnitId.of("west"), UnitId.of("sales"), UnitId.of("company"));
        assertThat(now.position(PositionId.of("clerk"), DAY.minusDays(1))).isEmpty();
    }

    @Test
    void nothing_comes_under_itself_on_any_day() {
        refused(change(unit("company", "west", DAY)), "organisation.cycle");
        refused(change(unit("sales", "sales", DAY)), "organisation.cycle");
        refused(change(position("boss", "company", "clerk", DAY)), "organisation.cycle");
        change(unit("east", "company", DAY)).orElseThrow();
        change(unit("east", "west", DAY.plusMonths(2))).orElseThrow();
        refused(change(unit("west", "east", DAY.plusMonths(1))), "organisation.cycle");
        assertThat(service.of(EMPLOYER).path(UnitId.of("west"), DAY.plusMonths(2)))
                .hasSize(3);
    }

    @Test
    void units_are_closed_when_nothing_is_left_in_them() {
        refused(change(new UnitClosed(UnitId.of("west"), DAY.plusMonths(1))), "organisation.in-use");
        change(new PositionClosed(PositionId.of("clerk"), DAY.plusMonths(1))).orElseThrow();
        change(new UnitClosed(UnitId.of("west"), DAY.plusMonths(1))).orElseThrow();
        assertThat(service.of(EMPLOYER).unit(UnitId.of("west"), DAY.plusMonths(1)))
                .isEmpty();
        assertThat(service.of(EMPLOYER).unit(UnitId.of("west"), DAY)).isPresent();
        refused(change(position("new", "west", "", DAY.plusMonths(1))), "organisation.unit-unknown");
        refused(change(position("new", "sales", "nobody", DAY)), "organisation.position-unknown");
    }

    @Test
    void positions_that_nobody_holds_are_vacant() {
        assertThat(service.of(EMPLOYER)
                        .vacancies(DAY, Lists.immutable.of(PositionId.of("boss"), PositionId.of("head")))
                        .collect(PositionPlaced::position))
                .containsExactly(PositionId.of("clerk"));
        assertThatThrownBy(() -> new PositionPlaced(PositionId.of("x"), UnitId.of("sales"), "", Optional.empty(), DAY))
                .hasMessageContaining("organisation.title");
    }
}
