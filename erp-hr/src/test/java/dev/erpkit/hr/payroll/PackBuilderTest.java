package dev.erpkit.hr.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PackBuilderTest {
    private static final DateRange YEAR = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
    private final PackBuilder pack = Pack.define("x", "1", Amounts.currency("USD"));
    private final Slot a = pack.slot(Slot.base("a"));
    private final Slot b = pack.slot(Slot.base("b"));

    private void refuses(String code) {
        assertThatThrownBy(pack::build).isInstanceOfSatisfying(InvalidValueException.class, e -> assertThat(e.has(code))
                .as("%s has %s", e, code)
                .isTrue());
    }

    @Test
    void rules_in_a_circle_are_refused() {
        pack.rule(a, in -> in.amount(b), b);
        pack.rule(b, in -> in.amount(a), a);
        pack.edition(Edition.payment("e", YEAR));
        refuses("pack.cycle");
    }

    @Test
    void versions_with_gap_overlap_or_none_are_refused() {
        Source source = Islandia.SOURCE;
        DateRange half = DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 1));
        pack.parameter(Parameter.<Long>of("none", KeyDate.PAYMENT));
        pack.parameter(Parameter.<Long>of("overlap", KeyDate.PAYMENT)
                .version("1", YEAR, 1L, source)
                .version("2", half, 2L, source));
        pack.parameter(Parameter.<Long>of("gap", KeyDate.PAYMENT)
                .version("1", half, 1L, source)
                .version("2", DateRange.from(LocalDate.of(2026, 6, 2)), 2L, source));
        pack.rule(a, in -> 0);
        pack.edition(Edition.payment("e", YEAR));
        refuses("pack.no-versions");
        refuses("pack.interval-overlap");
        refuses("pack.interval-gap");
    }

    @Test
    void a_parameter_reaches_over_the_coverage() {
        Parameter<Long> half = pack.parameter(Parameter.<Long>of("half", KeyDate.PAYMENT)
                .version("1", DateRange.of(LocalDate.of(2026, 2, 1), LocalDate.of(2027, 1, 1)), 1L, Islandia.SOURCE));
        pack.rule(a, in -> in.get(half), half);
        pack.edition(Edition.payment("e", YEAR));
        refuses("pack.uncovered");
    }

    @Test
    void names_rules_and_editions_are_checked() {
        refuses("pack.no-edition");
        pack.slot(Slot.base("a"));
        refuses("pack.duplicate-name");
        pack.rule(a, in -> 1);
        pack.rule(a, in -> 2);
        refuses("pack.duplicate-rule");
    }

    @Test
    void what_is_read_has_a_rule_and_belongs_to_the_pack() {
        pack.rule(a, in -> in.amount(b), b);
        pack.edition(Edition.payment("e", YEAR));
        refuses("pack.no-rule");
        Slot foreign = Slot.base("elsewhere");
        pack.rule(b, in -> 0, foreign);
        refuses("pack.foreign");
    }

    @Test
    void a_company_adds_and_replaces_what_is_left_open_to_it() {
        Islandia islandia = Islandia.create();
        PackBuilder acme = islandia.pack.extend(Level.COMPANY, "acme");
        Fact shift = acme.fact(Fact.amount("shift-pay"));
        Slot extra = acme.slot(Slot.earning("shift").into(islandia.gross).cites("Shift rule 4"));
        acme.rule(extra, in -> in.get(shift), shift);
        acme.rule(islandia.pay, in -> 1_000_00);
        Payroll payroll = Payroll.of(acme.build());
        Payslip slip = payroll.plan("monthly", Islandia.month(2026, 1))
                .orElseThrow()
                .compute(PayrollInput.of(payroll.pack(), "E").set("children", 0).set("shift-pay", 500).build())
                .orElseThrow();
        assertThat(slip.minor("gross")).isEqualTo(1_005_00);
        assertThat(slip.minor("tax")).isEqualTo(100_50);
        assertThat(slip.explain("shift").orElseThrow().render()).contains("layer=company acme");
        assertThat(slip.explain("tax").orElseThrow().render()).contains("layer=statute islandia 1");
        PackBuilder against = islandia.pack.extend(Level.COMPANY, "evader");
        against.rule(islandia.pack.slot("tax").orElseThrow(), in -> 0);
        assertThatThrownBy(against::build)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.has("pack.not-open")).isTrue());
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_layer_may_replace_a_version_for_a_time() {
        Islandia islandia = Islandia.create();
        PackBuilder sector = islandia.pack.extend(Level.SECTOR, "fishing");
        Parameter<Rate> rate = (Parameter<Rate>)
                islandia.pack.parameters().detect(p -> p.name().equals("levy-rate"));
        DateRange summer = DateRange.of(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 1));
        sector.override(rate, new Parameter.Version<>("relief", summer, Rate.percent("1"), Islandia.SOURCE, ""));
        Pack pack = sector.build();
        assertThat(pack.parameters().get(rate.index()).versions().collect(v -> v.id() + " " + v.layer()))
                .containsExactly("2026 statute", "relief sector fishing", "2026 statute", "2027 statute");
    }

    @Test
    void a_table_that_changed_since_it_was_checked_is_not_read() {
        byte[] text = "h\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> TableText.rows(new ByteArrayInputStream(text), "t", "0"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.has("pack.checksum")).isTrue());
    }

    @Test
    void inputs_are_checked_against_their_types() {
        Pack islandia = Islandia.create().pack;
        assertThatThrownBy(() -> PayrollInput.of(islandia, "E").set("children", -1).set("wage", "x").build())
                .isInstanceOfSatisfying(InvalidValueException.class, e -> {
                    assertThat(e.has("payroll.fact-range")).isTrue();
                    assertThat(e.has("payroll.fact-form")).isTrue();
                });
        assertThatThrownBy(() -> PayrollInput.of(islandia, "E").set("nothing", 1))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.has("payroll.unknown-fact")).isTrue());
        assertThatThrownBy(() -> PayrollInput.of(islandia, "E").set("wage", Amounts.of("1", "JPY")))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.has("payroll.currency")).isTrue());
        assertThatThrownBy(() -> PayrollInput.of(islandia, "E").override("tax", 0))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.has("payroll.override-not-open")).isTrue());
    }
}
