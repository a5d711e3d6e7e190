package dev.erpkit.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class DecisionTableTest {
    private static Facts age(long age) {
        return Facts.of("age", FactValue.of(age));
    }

    private static DecisionTable.Builder table(HitPolicy policy) {
        return DecisionTable.builder().id("t").input("age").hitPolicy(policy);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    /** The snippet of the package. */
    @Test
    void the_first_lines_of_an_embedder() {
        DecisionTable approval = DecisionTable.builder()
                .id("approval")
                .input("amount")
                .input("customer", "\"new\", \"known\"")
                .output("approver")
                .hitPolicy(HitPolicy.UNIQUE)
                .rule(DecisionRule.when("< 100000", "-").then("\"nobody\""))
                .rule(DecisionRule.when(">= 100000", "\"known\"").then("\"team lead\""))
                .rule(DecisionRule.when(">= 100000", "\"new\"").then("\"manager\""))
                .build();
        DecisionTable sound = approval.checked().orElseThrow();
        Facts facts = Facts.of("amount", FactValue.of(250_000)).with("customer", FactValue.of("new"));
        Decision decision = sound.decide(facts).orElseThrow();
        FactValue approver = decision.value("approver").orElseThrow();

        assertThat(approver).isEqualTo(FactValue.of("manager"));
        assertThat(decision.rules()).containsExactly(3);
        assertThat(decision.trace().render()).isEqualTo("""
                decision-table approval = "manager"  {input amount=250000, input customer="new", policy=unique}
                  rule 3 = "manager"  {cells=>= 100000 | "new"}
                """);
    }

    @Test
    void a_unique_table_refuses_two_hits_and_none() {
        DecisionTable table = table(HitPolicy.UNIQUE)
                .output("o")
                .rule(DecisionRule.when("> 1").then("1"))
                .rule(DecisionRule.when("> 5").then("2"))
                .build();
        assertThat(table.decide(age(2)).orElseThrow().value("o")).contains(FactValue.of(1));
        assertThat(code(table.decide(age(6)))).isEqualTo("decision.several-rules");
        assertThat(code(table.decide(age(1)))).isEqualTo("decision.no-rule");
        assertThat(code(table.checked())).isEqualTo("decision.gap");
    }

    @Test
    void any_asks_for_agreement() {
        DecisionTable table = table(HitPolicy.ANY)
                .output("o")
                .rule(DecisionRule.when("-").then("1"))
                .rule(DecisionRule.when("> 5").then("1"))
                .rule(DecisionRule.when("> 9").then("2"))
                .build();
        assertThat(table.decide(age(6)).orElseThrow().rules()).containsExactly(1, 2);
        assertThat(code(table.decide(age(10)))).isEqualTo("decision.contradiction");
        assertThat(code(table.checked())).isEqualTo("decision.contradiction");
    }

    @Test
    void first_ignores_later_rules_and_shows_those_nothing_reaches() {
        DecisionTable table = table(HitPolicy.FIRST)
                .output("o")
                .rule(DecisionRule.when("< 10").then("1"))
                .rule(DecisionRule.when(">= 10").then("2"))
                .rule(DecisionRule.when("[3..4]").then("3"))
                .build();
        assertThat(table.decide(age(3)).orElseThrow().value("o")).contains(FactValue.of(1));
        assertThat(table.report().masked()).containsExactly(3);
        assertThat(table.checked().isAccepted()).isTrue();
    }

    @Test
    void priority_and_output_order_go_by_the_order_of_values() {
        FactValue low = FactValue.of("low");
        FactValue high = FactValue.of("high");
        ImmutableList<DecisionRule> rules = Lists.immutable.of(
                DecisionRule.when("> 1").then("\"low\""),
                DecisionRule.when("> 2").then("\"high\""),
                DecisionRule.when("> 3").then("\"low\""));
        DecisionTable priority =
                table(HitPolicy.PRIORITY).output("o", high, low).rules(rules).build();
        assertThat(priority.decide(age(4)).orElseThrow().value("o")).contains(high);
        assertThat(priority.decide(age(2)).orElseThrow().value("o")).contains(low);
        DecisionTable ordered =
                table(HitPolicy.OUTPUT_ORDER).output("o", high, low).rules(rules).build();
        assertThat(ordered.decide(age(4)).orElseThrow().rows().collect(row -> row.get("o")))
                .containsExactly(high, low, low);
        assertThatThrownBy(() ->
                        table(HitPolicy.PRIORITY).output("o").rules(rules).build())
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void rule_order_and_collect_list_all_hits_and_may_say_nothing() {
        for (HitPolicy policy : new HitPolicy[] {HitPolicy.RULE_ORDER, HitPolicy.COLLECT}) {
            DecisionTable table = table(policy)
                    .output("o")
                    .rule(DecisionRule.when("> 1").then("5"))
                    .rule(DecisionRule.when("> 2").then("3"))
                    .build();
            assertThat(table.decide(age(3)).orElseThrow().rows().collect(row -> row.get("o")))
                    .containsExactly(FactValue.of(5), FactValue.of(3));
            assertThat(table.decide(age(0)).orElseThrow().rows()).isEmpty();
            assertThat(table.checked().isAccepted()).isTrue();
        }
    }

    @Test
    void aggregators_make_one_figure_of_all_hits() {
        for (Aggregator aggregator : Aggregator.values()) {
            DecisionTable table = table(HitPolicy.COLLECT)
                    .output("o")
                    .aggregator(aggregator)
                    .rule(DecisionRule.when("> 1").then("98.83"))
                    .rule(DecisionRule.when("> 2").then("150.21"))
                    .build();
            String of = switch (aggregator) {
                case SUM -> "249.04";
                case COUNT -> "2";
                case MIN -> "98.83";
                case MAX -> "150.21";
            };
            assertThat(table.decide(age(3)).orElseThrow().value("o").map(FactValue::text)).contains(of);
            assertThat(table.decide(age(0)).orElseThrow().value("o").map(FactValue::text))
                    .isEqualTo(aggregator == Aggregator.COUNT ? Optional.of("0") : Optional.empty());
        }
    }

    @Test
    void texts_are_not_added_up() {
        DecisionTable table = table(HitPolicy.COLLECT)
                .output("o")
                .aggregator(Aggregator.SUM)
                .rule(DecisionRule.when("-").then("\"x\""))
                .build();
        assertThat(code(table.decide(age(3)))).isEqualTo("decision.not-numeric");
    }

    @Test
    void a_fallback_answers_where_no_rule_matches() {
        DecisionTable table = table(HitPolicy.UNIQUE)
                .output(new DecisionOutput("o", Lists.immutable.empty(), Optional.of(FactValue.of(0))))
                .rule(DecisionRule.when("> 1").then("1"))
                .build();
        Decision decision = table.decide(age(0)).orElseThrow();
        assertThat(decision.value("o")).contains(FactValue.of(0));
        assertThat(decision.rules()).isEmpty();
        assertThat(table.checked().isAccepted()).isTrue();
    }

    @Test
    void gaps_and_overlaps_come_with_examples() {
        DecisionTable table = DecisionTable.builder()
                .id("t")
                .hitPolicy(HitPolicy.UNIQUE)
                .input("age")
                .input("risk", "\"High\", \"Low\"")
                .output("o")
                .rule(DecisionRule.when("[18..60)", "-").then("1"))
                .rule(DecisionRule.when("< 18", "\"Low\"").then("2"))
                .rule(DecisionRule.when("<= 18", "\"Low\"").then("3"))
                .build();
        TableReport report = table.report();
        assertThat(report.gaps().collect(TableReport.Gap::description))
                .containsExactly("age < 18, risk = \"High\"", "age = 60", "age > 60");
        assertThat(report.gaps())
                .allSatisfy(gap -> assertThat(code(table.decide(gap.example()))).isEqualTo("decision.no-rule"));
        assertThat(report.overlaps().collect(o -> o.first() + "+" + o.second())).containsExactly("1+3", "2+3");
        assertThat(report.overlaps())
                .allSatisfy(o -> assertThat(code(table.decide(o.example()))).isEqualTo("decision.several-rules"));
        assertThat(table.checked().refusal().orElseThrow().facts().get("input"))
                .isEqualTo("age < 18, risk = \"High\"");
    }

    @Test
    void a_complete_unique_table_with_an_overlap_is_refused_for_it() {
        DecisionTable table = table(HitPolicy.UNIQUE)
                .output("o")
                .rule(DecisionRule.when("<= 5").then("1"))
                .rule(DecisionRule.when(">= 5").then("2"))
                .build();
        assertThat(code(table.checked())).isEqualTo("decision.overlap");
    }

    @Test
    void between_a_day_and_the_next_is_no_gap() {
        DecisionTable table = table(HitPolicy.UNIQUE)
                .output("o")
                .rule(DecisionRule.when("<= date(\"2026-03-31\")").then("1"))
                .rule(DecisionRule.when(">= date(\"2026-04-01\")").then("2"))
                .build();
        assertThat(table.report().gaps()).isEmpty();
        assertThat(table.decide(Facts.of("age", FactValue.of(LocalDate.of(2026, 3, 31))))
                        .orElseThrow()
                        .rules())
                .containsExactly(1);
    }

    @Test
    void the_unknown_matches_nothing_but_a_dash() {
        DecisionTable table = table(HitPolicy.FIRST)
                .output("o")
                .rule(DecisionRule.when("not(5)").then("1"))
                .rule(DecisionRule.when("-").then("2"))
                .build();
        assertThat(table.decide(Facts.none()).orElseThrow().rules()).containsExactly(2);
        assertThat(table.decide(Facts.of("age", FactValue.of("old"))).orElseThrow().rules())
                .containsExactly(2);
        assertThat(table.decide(age(4)).orElseThrow().rules()).containsExactly(1, 2);
    }

    @Test
    void a_value_that_is_not_allowed_is_refused() {
        DecisionTable table = DecisionTable.builder()
                .id("t")
                .hitPolicy(HitPolicy.FIRST)
                .input("age", "[0..150]")
                .output("o")
                .rule(DecisionRule.when("-").then("1"))
                .build();
        assertThat(code(table.decide(age(-1)))).isEqualTo("decision.not-allowed");
        assertThat(table.decide(age(0)).isAccepted()).isTrue();
    }

    @Test
    void cells_come_back_as_they_were_read() {
        for (String text : new String[] {
            "-", ">= 18", "< 2.5", "[15..30)", "(1..2]", "\"High\", \"Low\"", "not(3)", "true", "date(\"2026-04-01\")",
            "< 18, >= 60", "\"a\\\"b\""
        }) {
            assertThat(Cell.parse(text)).hasToString(text).isEqualTo(Cell.parse(Cell.parse(text).toString()));
        }
        assertThat(Cell.parse("]1..2[")).hasToString("(1..2)");
    }

    @Test
    void what_is_no_cell_is_refused() {
        for (String text :
                new String[] {"", ">", "High", "[1..2", "\"open", "1,", "not(1", "1 2", "date(\"2026-02-30\")"}) {
            assertThatThrownBy(() -> Cell.parse(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.has("decision.cell-form")).isTrue());
        }
        for (String text : new String[] {"[2..1]", "[1..1)", "> \"a\"", "[1..\"a\"]"}) {
            assertThatThrownBy(() -> Cell.parse(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.has("decision.range")).isTrue());
        }
    }

    @Test
    void rows_need_as_many_cells_as_there_are_columns() {
        assertThatThrownBy(() -> table(HitPolicy.UNIQUE)
                        .output("o")
                        .rule(DecisionRule.when("1", "2").then("1"))
                        .build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("decision.columns")).isTrue());
    }
}
