package dev.erpkit.hr.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class PayrollInputTest {
    private final Islandia islandia = Islandia.create();

    private PayrollInputBuilder worker() {
        return PayrollInput.of(islandia.pack, "E-1").set("wage", 1_000).set("children", 2);
    }

    @Test
    void an_input_stays_what_it_was_whatever_its_builder_does_next() {
        PayrollInputBuilder builder = worker();
        PayrollInput first = builder.build();
        String before = first.canonical();
        PayrollInput second = builder.set("wage", 2_000).build();
        builder.forget("children").build();
        first.toBuilder().set("wage", 3_000).build();
        assertThat(first.canonical()).isEqualTo(before).isNotEqualTo(second.canonical());
        assertThat(second.canonical())
                .isEqualTo(worker().set("wage", 2_000).build().canonical());
    }

    @Test
    void inputs_are_equal_in_whatever_order_facts_were_given_and_taken_back() {
        PayrollInput late = PayrollInput.of(islandia.pack, "E-1")
                .forget("children")
                .set("children", 2)
                .set("wage", 7)
                .set("wage", 1_000)
                .build();
        assertThat(late.canonical()).isEqualTo(worker().build().canonical());
        assertThat(worker().forget("wage").build().canonical())
                .isEqualTo(PayrollInput.of(islandia.pack, "E-1")
                        .set("children", 2)
                        .build()
                        .canonical());
    }

    @Test
    void what_is_out_of_range_is_told_by_name() {
        for (long wrong : new long[] {-1, Long.MIN_VALUE, Inputs.MISSING}) {
            assertThatThrownBy(() -> worker().set("children", wrong).build())
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.violations()
                                            .collect(violation -> violation.path() + " " + violation.code()))
                                    .containsExactly("children payroll.fact-range"));
        }
    }
}
