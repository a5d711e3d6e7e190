package dev.erpkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private static final Facts NONE = Facts.none();
    private static final Condition BIG = Condition.atLeast("amount", FactValue.of(100));

    /** The snippet of the package. */
    @Test
    void the_first_lines_of_an_embedder() {
        Condition large = Condition.all(
                Condition.atLeast("amount", FactValue.of(1_000_000)), Condition.is("country", FactValue.of("JP")));
        Facts facts = Facts.of("amount", FactValue.of(1_200_000)).with("country", FactValue.of("JP"));
        boolean holds = large.holds(facts);
        String why = large.explain(facts).render();

        assertThat(holds).isTrue();
        assertThat(why).isEqualTo("""
                all = YES
                  amount >= 1000000 = YES  {amount=1200000}
                  country = "JP" = YES  {country="JP"}
                """);
        assertThat(large.fields().toList()).containsExactly("amount", "country");
    }

    @Test
    void every_operator_compares() {
        Facts five = Facts.of("x", FactValue.of(new BigDecimal("5.0")));
        assertThat(Lists.immutable
                        .of(Operator.values())
                        .collect(operator -> Lists.immutable
                                .of(4, 5, 6)
                                .collect(value -> new Condition.Compare("x", operator, FactValue.of(value)).holds(five))))
                .containsExactly(
                        Lists.immutable.of(false, true, false),
                        Lists.immutable.of(true, false, true),
                        Lists.immutable.of(false, false, true),
                        Lists.immutable.of(false, true, true),
                        Lists.immutable.of(true, false, false),
                        Lists.immutable.of(true, true, false));
    }

    @Test
    void days_texts_and_flags_compare_with_their_own_kind_only() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        Facts facts = Facts.of("d", FactValue.of(day)).with("t", FactValue.of("b")).with("f", FactValue.of(true));
        assertThat(Condition.below("d", FactValue.of(day.plusDays(1))).holds(facts)).isTrue();
        assertThat(Condition.below("t", FactValue.of("c")).holds(facts)).isTrue();
        assertThat(Condition.is("f", FactValue.of(true)).holds(facts)).isTrue();
        assertThat(Condition.is("f", FactValue.of("true")).test(facts)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void the_unknown_is_neither_yes_nor_no() {
        assertThat(BIG.test(NONE)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Condition.not(BIG).test(NONE)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Condition.all(BIG, Condition.not(Condition.always())).test(NONE)).isEqualTo(Verdict.NO);
        assertThat(Condition.all(BIG, Condition.always()).test(NONE)).isEqualTo(Verdict.UNKNOWN);
        assertThat(Condition.any(BIG, Condition.always()).test(NONE)).isEqualTo(Verdict.YES);
        assertThat(Condition.known("amount").test(NONE)).isEqualTo(Verdict.NO);
    }

    @Test
    void a_condition_without_parts_is_always_or_never() {
        assertThat(Condition.all().test(NONE)).isEqualTo(Verdict.YES);
        assertThat(Condition.any().test(NONE)).isEqualTo(Verdict.NO);
        assertThat(Condition.always().text()).isEqualTo("always");
    }

    @Test
    void one_of_several_values() {
        Condition asia = new Condition.OneOf("country", Lists.immutable.of(FactValue.of("JP"), FactValue.of("KR")));
        assertThat(asia.holds(Facts.of("country", FactValue.of("KR")))).isTrue();
        assertThat(asia.test(Facts.of("country", FactValue.of("FR")))).isEqualTo(Verdict.NO);
        assertThat(asia.test(NONE)).isEqualTo(Verdict.UNKNOWN);
    }

    /** A host's own translation: the where clause of its database. */
    private static final class Sql implements ConditionTranslator<String> {
        @Override
        public String compare(String field, Operator operator, FactValue value) {
            return field + operator.text() + value.text().replace('"', '\'');
        }

        @Override
        public String oneOf(String field, ImmutableList<FactValue> values) {
            return field + " in " + values.collect(v -> v.text().replace('"', '\'')).makeString("(", ",", ")");
        }

        @Override
        public String known(String field) {
            return field + " is not null";
        }

        @Override
        public String all(ImmutableList<String> parts) {
            return parts.isEmpty() ? "1=1" : parts.makeString("(", " and ", ")");
        }

        @Override
        public String any(ImmutableList<String> parts) {
            return parts.isEmpty() ? "1=0" : parts.makeString("(", " or ", ")");
        }

        @Override
        public String not(String part) {
            return "not " + part;
        }
    }

    @Test
    void it_is_said_in_other_languages() {
        Condition condition = Condition.all(
                BIG,
                Condition.not(Condition.any(
                        new Condition.OneOf("country", Lists.immutable.of(FactValue.of("JP"), FactValue.of("KR"))),
                        Condition.known("closed"))));
        assertThat(condition.translate(new Sql()))
                .isEqualTo("(amount>=100 and not (country in ('JP','KR') or closed is not null))");
        assertThat(condition.text())
                .isEqualTo("amount >= 100 and not (country in (\"JP\", \"KR\") or closed is known)");
    }

    @Test
    void a_field_needs_a_name() {
        assertThatThrownBy(() -> Condition.known(" "))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("condition.field")).isTrue());
    }
}
