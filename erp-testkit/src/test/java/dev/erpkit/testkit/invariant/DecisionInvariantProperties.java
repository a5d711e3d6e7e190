package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.decision.Aggregator;
import dev.erpkit.core.decision.Decision;
import dev.erpkit.core.decision.DecisionRule;
import dev.erpkit.core.decision.DecisionTable;
import dev.erpkit.core.decision.HitPolicy;
import dev.erpkit.core.decision.TableReport;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The invariants of decision tables: what the check of a table says holds of every input. */
class DecisionInvariantProperties {
    @Provide
    Arbitrary<List<DecisionRule>> rules() {
        Arbitrary<String> number = Arbitraries.of(
                "-",
                "< 1",
                "<= 1",
                "1",
                "> 1",
                ">= 1",
                "[1..3)",
                "(1..3]",
                "< 3",
                ">= 3",
                "not(1)",
                "not([1..3])",
                "1, 3");
        Arbitrary<String> text = Arbitraries.of("-", "\"a\"", "\"b\"", "\"a\", \"b\"", "not(\"a\")");
        Arbitrary<String> flag = Arbitraries.of("-", "true", "false");
        return Combinators.combine(number, text, flag, Arbitraries.of("1", "2"))
                .as((n, t, f, out) -> DecisionRule.when(n, t, f).then(out))
                .list()
                .ofMaxSize(7);
    }

    private static DecisionTable table(List<DecisionRule> rules, HitPolicy policy) {
        DecisionTable.Builder table = DecisionTable.builder();
        table.id("t")
                .hitPolicy(policy)
                .input("n")
                .input("t")
                .input("f", "true, false")
                .output("o", FactValue.of(1), FactValue.of(2));
        rules.forEach(table::rule);
        return table.build();
    }

    /** Every combination of a value on, below, above and between the bounds of the cells. */
    private static ImmutableList<Facts> inputs() {
        MutableList<Facts> inputs = Lists.mutable.empty();
        for (String n : new String[] {"0", "1", "2", "3", "4"}) {
            for (String t : new String[] {"a", "b", "c"}) {
                for (boolean f : new boolean[] {true, false}) {
                    inputs.add(Facts.of("n", FactValue.of(new BigDecimal(n)))
                            .with("t", FactValue.of(t))
                            .with("f", FactValue.of(f)));
                }
            }
        }
        return inputs.toImmutable();
    }

    private static ImmutableList<Integer> hits(List<DecisionRule> rules, Facts facts) {
        return table(rules, HitPolicy.RULE_ORDER).decide(facts).orElseThrow().rules();
    }

    @Property(tries = 300)
    void every_gap_and_every_overlap_is_found_and_no_other(@ForAll("rules") List<DecisionRule> rules) {
        TableReport report = table(rules, HitPolicy.UNIQUE).report();
        boolean gap = inputs().anySatisfy(input -> hits(rules, input).isEmpty());
        boolean overlap = inputs().anySatisfy(input -> hits(rules, input).size() > 1);
        assertThat(report.gaps().notEmpty()).isEqualTo(gap);
        assertThat(report.overlaps().notEmpty()).isEqualTo(overlap);
        assertThat(report.gaps())
                .allSatisfy(g -> assertThat(hits(rules, g.example())).isEmpty());
        assertThat(report.overlaps())
                .allSatisfy(o -> assertThat(hits(rules, o.example())).contains(o.first(), o.second()));
        ImmutableList<Integer> masked = Lists.immutable
                .ofAll(rules)
                .collectWithIndex((rule, i) -> i + 1)
                .reject(rule -> inputs().anySatisfy(
                                input -> rule.equals(hits(rules, input).getFirst())));
        assertThat(report.masked()).containsExactlyElementsOf(masked);
    }

    @Property(tries = 200)
    void a_sound_table_always_answers(@ForAll("rules") List<DecisionRule> rules) {
        for (HitPolicy policy : HitPolicy.values()) {
            DecisionTable table = table(rules, policy);
            if (table.checked().isAccepted()) {
                assertThat(inputs())
                        .allSatisfy(input ->
                                assertThat(table.decide(input).isAccepted()).isTrue());
            }
        }
    }

    @Property(tries = 200)
    void policies_agree_on_the_rules_that_match(@ForAll("rules") List<DecisionRule> rules) {
        for (Facts input : inputs()) {
            ImmutableList<Integer> hits = hits(rules, input);
            Decision ordered =
                    table(rules, HitPolicy.OUTPUT_ORDER).decide(input).orElseThrow();
            assertThat(ordered.rules()).isEqualTo(hits);
            assertThat(ordered.rows()).hasSameSizeAs(hits);
            if (hits.notEmpty()) {
                assertThat(table(rules, HitPolicy.FIRST)
                                .decide(input)
                                .orElseThrow()
                                .value("o"))
                        .contains(rules.get(hits.getFirst() - 1).values().getOnly());
                assertThat(table(rules, HitPolicy.PRIORITY)
                                .decide(input)
                                .orElseThrow()
                                .rows()
                                .getOnly())
                        .isEqualTo(ordered.rows().getFirst());
            }
        }
    }

    @Property(tries = 200)
    void a_collected_sum_is_the_sum_of_the_hits(@ForAll("rules") List<DecisionRule> rules) {
        DecisionTable.Builder builder = DecisionTable.builder();
        builder.id("t")
                .hitPolicy(HitPolicy.COLLECT)
                .aggregator(Aggregator.SUM)
                .input("n")
                .input("t")
                .input("f")
                .output("o");
        rules.forEach(builder::rule);
        DecisionTable table = builder.build();
        for (Facts input : inputs()) {
            ImmutableList<Integer> hits = hits(rules, input);
            BigDecimal sum = hits.collect(hit ->
                            ((FactValue.Decimal) rules.get(hit - 1).values().getOnly()).value())
                    .injectInto(BigDecimal.ZERO, BigDecimal::add);
            Decision decision = table.decide(input).orElseThrow();
            assertThat(decision.value("o").isPresent()).isEqualTo(hits.notEmpty());
            decision.value("o").ifPresent(value -> assertThat(value).isEqualTo(FactValue.of(sum)));
        }
    }
}
