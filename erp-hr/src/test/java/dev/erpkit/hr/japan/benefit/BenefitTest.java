package dev.erpkit.hr.japan.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BenefitTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 25);

    @Test
    void commuting() {
        assertThat(Commuting.taxed(MAY, 150_000).orElseThrow()).isZero();
        assertThat(Commuting.taxed(MAY, 160_000).orElseThrow()).isEqualTo(10_000);
        assertThat(Commuting.taxedByCar(MAY, 20_000, 15, 8_000).orElseThrow()).isEqualTo(1_500);
        assertThat(Commuting.taxedByCar(MAY, 20_000, 25, 0)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("japan.not-confirmed");
        assertThat(Commuting.taxedByCar(LocalDate.of(2026, 3, 31), 20_000, 15, 0)
                        .isAccepted())
                .isFalse();
        assertThat(Commuting.taxed(MAY, -1).isAccepted()).isFalse();
    }

    @Test
    void meals() {
        assertThat(Meals.taxed(MAY, 13_000, 6_000).orElseThrow())
                .as("bears less than half")
                .isEqualTo(7_000);
        assertThat(Meals.taxed(MAY, 15_000, 7_500).orElseThrow()).isZero();
        assertThat(Meals.taxed(MAY, 15_002, 7_501).orElseThrow())
                .as("above the limit")
                .isEqualTo(7_501);
        assertThat(Meals.taxed(LocalDate.of(2026, 3, 31), 1, 1)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("japan.not-covered");
    }

    /** The first lines of the package. */
    @Test
    void snippet() {
        LocalDate payment = LocalDate.of(2026, 5, 25);
        long taxedCommuting = Commuting.taxed(payment, 160_000).orElseThrow();
        long taxedMeals = Meals.taxed(payment, 13_000, 6_000).orElseThrow();
        assertThat(taxedCommuting + taxedMeals).isEqualTo(17_000);
    }
}
