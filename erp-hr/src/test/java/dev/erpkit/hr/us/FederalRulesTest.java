package dev.erpkit.hr.us;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FederalRulesTest {
    @Test
    void additional_medicare_begins_at_two_hundred_thousand_and_is_not_matched() {
        Fica fica = Fica.on(2026, 20_000_00, 195_000_00).orElseThrow();
        assertThat(fica.medicare()).isEqualTo(290_00);
        assertThat(fica.additionalMedicare()).isEqualTo(135_00);
        assertThat(fica.socialSecurity()).isZero();
    }

    @Test
    void social_security_ends_at_the_wage_base() {
        Fica fica = Fica.on(2026, 10_000_00, 180_000_00).orElseThrow();
        assertThat(fica.socialSecurityBase()).isEqualTo(4_500_00);
        assertThat(fica.socialSecurity()).isEqualTo(279_00);
    }

    @Test
    void unemployment_tax_is_on_seven_thousand_and_dearer_where_the_state_owes() {
        assertThat(Futa.settled(2025, "TX", 10_000_00).orElseThrow()).isEqualTo(42_00);
        assertThat(Futa.settled(2025, "CA", 10_000_00).orElseThrow()).isEqualTo(126_00);
        assertThat(Futa.settled(2025, "VI", 7_000_00).orElseThrow()).isEqualTo(357_00);
        assertThat(Futa.settled(2026, "TX", 7_000_00).refusal().orElseThrow().code().value())
                .isEqualTo("us.credit-reduction-unknown");
    }

    @Test
    void supplemental_wages_above_a_million_are_taxed_higher() {
        assertThat(Supplemental.withheld(10_000_00, 0)).isEqualTo(2_200_00);
        assertThat(Supplemental.withheld(10_000_00, 995_000_00)).isEqualTo(1_100_00 + 1_850_00);
    }

    /** The table of 29 CFR 778.114(b). */
    @ParameterizedTest
    @CsvSource({"37.5, 16.00, 60000", "44, 13.64, 62728", "50, 12.00, 66000", "48, 12.50, 65000"})
    void a_fixed_salary_for_fluctuating_hours(String hours, String rate, long total) {
        FlsaWeek week = FlsaWeek.salary(600_00, Rational.parse(hours));
        assertThat(week.regularRate()).isEqualByComparingTo(rate);
        assertThat(week.total()).isEqualTo(total);
    }

    /** 29 CFR 778.110, 778.111 and 778.115. */
    @Test
    void the_regular_rate_takes_all_remuneration() {
        FlsaWeek hourly = FlsaWeek.begin().work(Rational.of(46), 12_00);
        assertThat(hourly.total()).isEqualTo(588_00);
        FlsaWeek bonus = hourly.earn(46_00);
        assertThat(bonus.regularRate()).isEqualByComparingTo("13.00");
        assertThat(bonus.total()).isEqualTo(637_00);
        FlsaWeek piece = FlsaWeek.begin().earn(491_00).hours(Rational.of(46)).work(Rational.of(4), 8_00);
        assertThat(piece.regularRate()).isEqualByComparingTo("10.46");
        assertThat(piece.premium()).isEqualTo(52_30);
        FlsaWeek two = FlsaWeek.begin().work(Rational.of(20), 10_00).work(Rational.of(25), 12_50);
        assertThat(two.premium()).isEqualTo(28_47);
        assertThat(two.rounding(FlsaWeek.HalfRate.TO_CENT).premium()).isEqualTo(28_45);
    }

    @Test
    void garnishment_leaves_a_floor() {
        assertThat(GarnishmentLimit.ordinary(300_00, PayFrequency.WEEKLY)).isEqualTo(75_00);
        assertThat(GarnishmentLimit.ordinary(250_00, PayFrequency.WEEKLY)).isEqualTo(32_50);
        assertThat(GarnishmentLimit.ordinary(200_00, PayFrequency.WEEKLY)).isZero();
        assertThat(GarnishmentLimit.floor(PayFrequency.BIWEEKLY)).isEqualTo(435_00);
        assertThat(GarnishmentLimit.floor(PayFrequency.SEMIMONTHLY)).isEqualTo(471_25);
        assertThat(GarnishmentLimit.floor(PayFrequency.MONTHLY)).isEqualTo(942_50);
        assertThat(GarnishmentLimit.support(1_000_00, true, false)).isEqualTo(500_00);
        assertThat(GarnishmentLimit.support(1_000_00, false, true)).isEqualTo(650_00);
    }
}
