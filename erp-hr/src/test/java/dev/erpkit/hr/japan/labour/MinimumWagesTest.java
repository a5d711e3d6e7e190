package dev.erpkit.hr.japan.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MinimumWagesTest {
    private final MinimumWages wages = MinimumWages.shipped();

    private long rate(String prefecture, String day) {
        return wages.rate(prefecture, LocalDate.parse(day)).orElseThrow();
    }

    private void notCovered(String prefecture, String day) {
        assertThat(wages.rate(prefecture, LocalDate.parse(day))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("minimum-wage.not-covered");
    }

    @Test
    void each_prefecture_has_its_rate_from_its_own_day() {
        assertThat(rate("13", "2025-10-03")).isEqualTo(1_226);
        assertThat(rate("13", "2026-09-30")).isEqualTo(1_226);
        assertThat(rate("13", "2026-10-01")).isEqualTo(1_280);
        assertThat(rate("05", "2026-03-31")).isEqualTo(1_031);
        assertThat(rate("26", "2026-11-15")).as("Kyoto's new rate begins late").isEqualTo(1_122);
        assertThat(rate("26", "2026-11-16")).isEqualTo(1_180);
    }

    @Test
    void what_is_not_known_is_refused() {
        notCovered("13", "2025-10-02");
        notCovered("05", "2026-03-30");
        notCovered("47", "2026-10-01");
        notCovered("13", "2027-10-01");
        assertThatThrownBy(() -> rate("48", "2026-01-01")).hasMessageContaining("minimum-wage.prefecture");
    }

    @Test
    void all_prefectures_have_a_rate_of_fiscal_2025() {
        for (int i = 1; i <= 47; i++) {
            String code = i < 10 ? "0" + i : String.valueOf(i);
            assertThat(rate(code, "2026-09-30")).isBetween(1_023L, 1_226L);
        }
    }

    @Test
    void a_monthly_wage_is_compared_by_the_hour_without_rounding() {
        Rational hourly = HourlyBase.ofMonthly(220_000, Rational.of(2_064));
        assertThat(wages.isMet("13", LocalDate.parse("2026-09-30"), hourly).orElseThrow())
                .isTrue();
        assertThat(wages.isMet("13", LocalDate.parse("2026-10-01"), hourly).orElseThrow())
                .isFalse();
        assertThat(MinimumWages.isMet(Rational.parse("1225.999"), 1_226)).isFalse();
        assertThat(MinimumWages.monthlyFloor(1_280, Rational.of(2_064))).isEqualTo(Rational.of(220_160));
        assertThatThrownBy(() -> MinimumWages.monthlyFloor(1_280, Rational.ZERO))
                .hasMessageContaining("labour.annual-hours");
    }
}
