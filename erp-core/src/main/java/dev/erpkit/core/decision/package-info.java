/**
 * Decision tables as data, with the hit policies of DMN 1.5 (OMG, section 8.2.8). Before a table is used it can tell its
 * gaps, its overlaps and the rules that nothing reaches; every decision carries the rules that led to it. Cells are written
 * as FEEL unary tests: {@code >= 100}, {@code [10..20)}, {@code "High", "Low"}, {@code not("JP")}, {@code -} for anything.
 *
 * <pre>{@code
 * DecisionTable approval = DecisionTable.builder()
 *         .id("approval")
 *         .input("amount")
 *         .input("customer", "\"new\", \"known\"")
 *         .output("approver")
 *         .hitPolicy(HitPolicy.UNIQUE)
 *         .rule(DecisionRule.when("< 100000", "-").then("\"nobody\""))
 *         .rule(DecisionRule.when(">= 100000", "\"known\"").then("\"team lead\""))
 *         .rule(DecisionRule.when(">= 100000", "\"new\"").then("\"manager\""))
 *         .build();
 * DecisionTable sound = approval.checked().orElseThrow();
 * Facts facts = Facts.of("amount", FactValue.of(250_000)).with("customer", FactValue.of("new"));
 * Decision decision = sound.decide(facts).orElseThrow();
 * FactValue approver = decision.value("approver").orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.core.decision;

import org.jspecify.annotations.NullMarked;
