package dev.erpkit.hr.japan.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.benefit.CompanyHousing.Building;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BenefitTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 25);
    private static final CompanyHousing HOUSE = new CompanyHousing(3_000_000, 5_000_000, BigDecimal.valueOf(66));
    private static final RoundingPolicy FLOOR = RoundingPolicy.parse("floor:0");

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

    /** By the formula of circular 36-41 and the half of 36-47: the usual rent is 17,240. */
    @Test
    void housingOfEmployees() {
        assertThat(HOUSE.usualRent()).isEqualTo(Rational.of(17_240));
        assertThat(HOUSE.taxedOfEmployee(8_620, FLOOR).orElseThrow()).as("half").isZero();
        assertThat(HOUSE.taxedOfEmployee(8_619, FLOOR).orElseThrow()).isEqualTo(8_621);
        assertThat(HOUSE.taxedOfEmployee(0, FLOOR).orElseThrow()).isEqualTo(17_240);
        assertThat(new CompanyHousing(1_234_567, 0, new BigDecimal("50.05"))
                        .taxedOfEmployee(0, FLOOR)
                        .orElseThrow())
                .as("2,469.134 + 182")
                .isEqualTo(2_651);
        assertThat(HOUSE.taxedOfEmployee(-1, FLOOR)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("japan.below-zero");
        assertThat(new CompanyHousing(1, -1, BigDecimal.ONE)
                        .taxedOfEmployee(0, FLOOR)
                        .isAccepted())
                .isFalse();
    }

    /** Circulars 36-40 and 36-41: small housing as that of employees but without the half; larger by 12 or 10 and 6 percent. */
    @Test
    void housingOfOfficers() {
        assertThat(HOUSE.taxedOfOfficer(Building.UP_TO_30_YEARS, 0, 8_620, FLOOR)
                        .orElseThrow())
                .as("small, half is not enough")
                .isEqualTo(8_620);
        CompanyHousing larger = new CompanyHousing(3_000_000, 5_000_000, BigDecimal.valueOf(120));
        assertThat(larger.taxedOfOfficer(Building.UP_TO_30_YEARS, 300_000, 0, FLOOR)
                        .orElseThrow())
                .as("small for a house of wood: 6,000 + 436.36 + 11,000")
                .isEqualTo(17_436);
        assertThat(larger.taxedOfOfficer(Building.BEYOND_30_YEARS, 0, 0, FLOOR).orElseThrow())
                .as("(300,000 + 300,000) / 12")
                .isEqualTo(50_000);
        assertThat(larger.taxedOfOfficer(Building.BEYOND_30_YEARS, 120_000, 10_000, FLOOR)
                        .orElseThrow())
                .as("half of the rent is more")
                .isEqualTo(50_000);
        CompanyHousing wide = new CompanyHousing(3_000_000, 5_000_000, BigDecimal.valueOf(140));
        assertThat(wide.taxedOfOfficer(Building.UP_TO_30_YEARS, 0, 0, FLOOR).orElseThrow())
                .as("(360,000 + 300,000) / 12")
                .isEqualTo(55_000);
        assertThat(new CompanyHousing(1, 1, new BigDecimal("240.01"))
                        .taxedOfOfficer(Building.UP_TO_30_YEARS, 0, 0, FLOOR)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("japan.not-confirmed");
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
