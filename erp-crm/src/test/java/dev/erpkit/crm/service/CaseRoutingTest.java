package dev.erpkit.crm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.decision.DecisionRule;
import dev.erpkit.core.decision.DecisionTable;
import dev.erpkit.core.decision.HitPolicy;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.service.memory.MemoryCaseLog;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A table tells where a case waits, and conditions choose among those that do. */
class CaseRoutingTest {
    private static final PartyId CUSTOMER = PartyId.of("C-17");
    private static final Instant NOON = Instant.parse("2026-05-01T03:00:00Z");
    private static final DecisionTable TABLE = DecisionTable.builder()
            .id("routing")
            .input("subject")
            .input("value")
            .output("queue")
            .output("priority")
            .output("agreement")
            .hitPolicy(HitPolicy.FIRST)
            .rule(DecisionRule.when("\"machine stands\"", "-").then("\"phone\"", "\"urgent\"", "\"gold\""))
            .rule(DecisionRule.when("-", ">= 1000000").then("\"phone\"", "\"high\"", "\"gold\""))
            .rule(DecisionRule.when("-", "-").then("\"mail\"", "\"normal\"", "\"\""))
            .build();
    private final CaseRouting routing = new CaseRouting(TABLE.checked().orElseThrow());

    private static Facts facts(String subject, long value) {
        return Facts.of("subject", FactValue.of(subject)).with("value", FactValue.of(value));
    }

    @Test
    void the_first_rule_that_matches_opens_the_case_and_says_which_it_was() {
        CaseRouting.Routed stands =
                routing.route(CUSTOMER, facts("machine stands", 5)).orElseThrow();
        assertThat(stands.opening())
                .isEqualTo(new CaseChange.Opened(
                        CUSTOMER, QueueId.of("phone"), Priority.URGENT, Optional.of(AgreementId.of("gold"))));
        assertThat(stands.decision().rules()).startsWith(1);
        assertThat(routing.route(CUSTOMER, facts("question", 5)).orElseThrow().opening())
                .isEqualTo(CaseChange.opened(CUSTOMER, QueueId.of("mail"), Priority.NORMAL));
    }

    @Test
    void a_table_that_says_something_else_is_none_of_routing() {
        DecisionTable.Builder several = DecisionTable.builder();
        several.from(TABLE).hitPolicy(HitPolicy.RULE_ORDER);
        assertThatThrownBy(() -> new CaseRouting(several.build())).hasMessageContaining("case.routing");
        DecisionTable other = DecisionTable.builder()
                .id("other")
                .input("subject")
                .output("queue")
                .hitPolicy(HitPolicy.FIRST)
                .rule(DecisionRule.when("-").then("\"phone\""))
                .build();
        assertThatThrownBy(() -> new CaseRouting(other)).hasMessageContaining("case.routing");
    }

    @Test
    void a_table_with_a_gap_refuses() {
        DecisionTable gap = DecisionTable.builder()
                .id("gap")
                .input("value")
                .output("queue")
                .output("priority")
                .output("agreement")
                .hitPolicy(HitPolicy.UNIQUE)
                .rule(DecisionRule.when("< 10").then("\"mail\"", "\"low\"", "\"\""))
                .build();
        assertThat(gap.checked().refusal().orElseThrow().code()).hasToString("decision.gap");
        assertThat(new CaseRouting(gap)
                        .route(CUSTOMER, facts("x", 10))
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("decision.no-rule");
    }

    @Test
    void a_condition_chooses_among_the_open_cases() {
        MemoryUnitOfWork work = new MemoryUnitOfWork();
        ServiceDesk desk =
                new ServiceDesk(new MemoryCaseLog(work), Outbox.none(), work, AccessPolicy.allowAll(), () -> NOON);
        open(desk, "a", "machine stands");
        open(desk, "b", "question");
        open(desk, "c", "question");
        record(desk, "c", new CaseChange.Resolved());
        Condition mine = Condition.all(
                Condition.not(Condition.known("agent")),
                Condition.is("queue", FactValue.of("phone")),
                Condition.atLeast("hours-open", FactValue.of(2)));
        assertThat(desk.open(mine, NOON.plusSeconds(7_199))).isEmpty();
        assertThat(desk.open(mine, NOON.plusSeconds(7_200))
                        .collect(of -> of.id().value()))
                .containsExactly("a");
        assertThat(desk.open(Condition.always(), NOON).collect(of -> of.id().value()))
                .containsExactly("a", "b");
        record(desk, "a", new CaseChange.Assigned("agent-7"));
        assertThat(desk.open(mine, NOON.plusSeconds(7_200))).isEmpty();
    }

    private void open(ServiceDesk desk, String id, String subject) {
        record(
                desk,
                id,
                routing.route(CUSTOMER, facts(subject, 5)).orElseThrow().opening());
    }

    private static void record(ServiceDesk desk, String id, CaseChange change) {
        IdempotencyKey key = IdempotencyKey.of(id + change.getClass().getSimpleName());
        desk.record(key, CaseId.of(id), change, NOON, Actor.of("me")).orElseThrow();
    }
}
