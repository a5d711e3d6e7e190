package dev.erpkit.hr.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.employment.EmploymentChange.Joined;
import dev.erpkit.hr.employment.EmploymentChange.Left;
import dev.erpkit.hr.employment.EmploymentChange.Moved;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.memory.MemoryFactLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PersonFileTest {
    private static final PartyId PERSON = PartyId.of("e-1");
    private static final Actor ME = Actor.of("clerk");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final EmploymentTerms TERMS = EmploymentTerms.of("regular", "13", Rational.of(40), 5);

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final MemoryFactLog<EmploymentChange> log = new MemoryFactLog<>(work);
    private final EmploymentService service =
            new EmploymentService(log, work, AccessPolicy.allowAll(), InstantSource.fixed(Instant.EPOCH));
    private int commands;

    private Outcome<Fact<EmploymentChange>> change(EmploymentChange change) {
        return service.change(IdempotencyKey.of("k" + ++commands), change, PERSON, ME);
    }

    private static Joined joined(String id, String engagement, DateRange validity) {
        return new Joined(Contract.of(ContractId.of(id), engagement, validity, TERMS));
    }

    private static void refused(Outcome<?> outcome, String code) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    @Test
    void contracts_of_one_engagement_never_overlap_but_several_engagements_may() {
        change(joined("c1", "main", DateRange.from(APRIL))).orElseThrow();
        refused(
                change(joined("c2", "main", DateRange.of(APRIL.plusYears(1), APRIL.plusYears(2)))),
                "employment.overlap");
        refused(change(joined("c1", "side", DateRange.from(APRIL))), "employment.known");
        assertThat(log.lastSequence(PERSON)).isEqualTo(1);
        change(joined("c3", "side", DateRange.from(APRIL))).orElseThrow();
        assertThat(service.file(PERSON).contractsOn(APRIL)).hasSize(2);
        change(new Left(ContractId.of("c1"), LocalDate.of(2027, 3, 31), "resigned"))
                .orElseThrow();
        change(joined("c4", "main", DateRange.from(LocalDate.of(2027, 4, 1)))).orElseThrow();
        assertThat(service.file(PERSON).lastDay()).contains(LocalDate.MAX);
    }

    @Test
    void who_moves_has_other_terms_from_that_day() {
        change(joined("c1", "main", DateRange.from(APRIL))).orElseThrow();
        EmploymentTerms manager = TERMS.in(PositionId.of("head"));
        change(new Moved(ContractId.of("c1"), APRIL.plusMonths(6), manager)).orElseThrow();
        PersonFile file = service.file(PERSON);
        assertThat(file.contractsOn(APRIL.plusMonths(6).minusDays(1)).getOnly().terms())
                .isEqualTo(TERMS);
        assertThat(file.contractsOn(APRIL.plusMonths(6)).getOnly().terms()).isEqualTo(manager);
        refused(change(new Moved(ContractId.of("c1"), APRIL.minusDays(1), manager)), "employment.outside");
        refused(change(new Moved(ContractId.of("no"), APRIL, manager)), "employment.unknown");
    }

    @Test
    void who_leaves_is_no_longer_there_the_day_after() {
        change(joined("c1", "main", DateRange.from(APRIL))).orElseThrow();
        change(new Left(ContractId.of("c1"), APRIL.plusDays(9), "resigned")).orElseThrow();
        PersonFile file = service.file(PERSON);
        assertThat(file.contractsOn(APRIL.plusDays(9))).hasSize(1);
        assertThat(file.contractsOn(APRIL.plusDays(10))).isEmpty();
        assertThat(file.lastDay()).contains(APRIL.plusDays(9));
    }

    @Test
    void a_last_day_is_corrected_to_any_day_that_was_agreed() {
        change(joined("c1", "main", DateRange.of(APRIL, APRIL.plusYears(1)))).orElseThrow();
        change(new Left(ContractId.of("c1"), APRIL.plusDays(9), "resigned")).orElseThrow();
        change(new Left(ContractId.of("c1"), APRIL.plusDays(19), "resigned")).orElseThrow();
        assertThat(service.file(PERSON).lastDay()).contains(APRIL.plusDays(19));
        change(joined("c2", "main", DateRange.from(APRIL.plusDays(30)))).orElseThrow();
        refused(change(new Left(ContractId.of("c1"), APRIL.plusDays(30), "resigned")), "employment.overlap");
        refused(change(new Left(ContractId.of("c1"), APRIL.plusYears(1), "resigned")), "employment.outside");
        refused(change(new Moved(ContractId.of("c1"), APRIL.plusDays(20), TERMS)), "employment.outside");
        change(new Left(ContractId.of("c1"), APRIL.plusDays(29), "resigned")).orElseThrow();
        assertThat(service.file(PERSON).contractsOn(APRIL.plusDays(29))).hasSize(1);
    }

    @Test
    void the_same_key_gives_the_first_fact_again_or_is_refused() {
        Fact<EmploymentChange> first =
                change(joined("c1", "main", DateRange.from(APRIL))).orElseThrow();
        commands--;
        assertThat(change(joined("c1", "main", DateRange.from(APRIL)))).isEqualTo(Outcome.replayed(first));
        commands--;
        refused(change(joined("c1", "main", DateRange.from(APRIL.plusDays(1)))), "fact.key-reused");
    }

    @Test
    void pay_never_shows_in_text() {
        EmploymentTerms paid = TERMS.paying(new PayRate(Amounts.of("345678", "JPY"), PayRate.Per.MONTH));
        Fact<EmploymentChange> fact = change(
                        new Joined(Contract.of(ContractId.of("c"), "main", DateRange.from(APRIL), paid)))
                .orElseThrow();
        assertThat(fact + " " + fact.change() + " " + service.file(PERSON).contractsOn(APRIL))
                .doesNotContain("345678");
    }

    @Test
    void terms_that_cannot_be_do_not_exist() {
        assertThatThrownBy(() -> EmploymentTerms.of("regular", "13", Rational.of(-1), 5))
                .hasMessageContaining("employment.hours");
        assertThatThrownBy(() -> EmploymentTerms.of("", "13", Rational.of(40), 5))
                .hasMessageContaining("employment.text");
        assertThatThrownBy(() -> TERMS.borneBy(new CostShare("a", 1), new CostShare("a", 2)))
                .hasMessageContaining("employment.cost-centres");
        assertThatThrownBy(() -> new CostShare("a", 0)).hasMessageContaining("employment.cost-share");
        assertThatThrownBy(() -> new PayRate(Amounts.of("-1", "JPY"), PayRate.Per.HOUR))
                .hasMessageContaining("employment.pay");
        assertThatThrownBy(() -> joined("c", "main", DateRange.all())).hasMessageContaining("employment.start");
        assertThatThrownBy(() -> joined("c", " ", DateRange.from(APRIL))).hasMessageContaining("employment.engagement");
        assertThatThrownBy(() -> new Left(ContractId.of("c"), APRIL, "")).hasMessageContaining("employment.reason");
    }
}
