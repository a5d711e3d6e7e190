package dev.erpkit.hr.japan.resident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.yearend.LifeInsurance;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResidentTest {
    private final ResidentNotice notice = ResidentNotice.ofAnnual(2026, 180_300).orElseThrow();

    private static String refusal(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    @Test
    void the_first_installment_takes_what_remains() {
        assertThat(notice).isEqualTo(new ResidentNotice(YearMonth.of(2026, 6), 15_300, 15_000));
        assertThat(notice.lastMonth()).isEqualTo(YearMonth.of(2027, 5));
        assertThat(notice.remaining(YearMonth.of(2026, 6))).isEqualTo(180_300);
        assertThat(ResidentNotice.spread(166_700, 10).orElseThrow().toArray())
                .containsExactly(17_300, 16_600, 16_600, 16_600, 16_600, 16_600, 16_600, 16_600, 16_600, 16_600);
        assertThat(ResidentNotice.late(YearMonth.of(2026, 8), 166_700, 10)
                        .orElseThrow()
                        .first())
                .isEqualTo(17_300);
    }

    @Test
    void leavers() {
        LocalDate march = LocalDate.of(2027, 3, 31);
        assertThat(notice.fromLastPay(march, YearMonth.of(2027, 3), false, 300_000)
                        .yen())
                .isEqualTo(45_000);
        assertThat(notice.fromLastPay(march, YearMonth.of(2027, 3), false, 45_000)
                        .yen())
                .as("never above the last pay")
                .isEqualTo(15_000);
        LocalDate september = LocalDate.of(2026, 9, 30);
        assertThat(notice.fromLastPay(september, YearMonth.of(2026, 9), false, 300_000)
                        .yen())
                .isEqualTo(15_000);
        assertThat(notice.fromLastPay(september, YearMonth.of(2026, 9), true, 300_000)
                        .yen())
                .isEqualTo(135_000);
        assertThat(notice.fromLastPay(LocalDate.of(2027, 5, 31), YearMonth.of(2027, 5), true, 300_000)
                        .yen())
                .isEqualTo(15_000);
    }

    /** What is not taken from the last pay at once ends with the month of leaving (article 321-5 (2)). */
    @Test
    void leavers_who_are_paid_in_the_next_month() {
        YearMonth april = YearMonth.of(2027, 4);
        LocalDate march = LocalDate.of(2027, 3, 31);
        assertThat(notice.fromLastPay(march, april, false, 300_000).yen()).isEqualTo(30_000);
        assertThat(notice.fromLastPay(march, april, false, 30_000).yen()).isZero();
        LocalDate september = LocalDate.of(2026, 9, 30);
        YearMonth october = YearMonth.of(2026, 10);
        assertThat(notice.fromLastPay(september, october, true, 300_000).yen()).isEqualTo(120_000);
        assertThat(notice.fromLastPay(september, october, false, 300_000).yen()).isZero();
    }

    @Test
    void refusals() {
        assertThat(refusal(notice.installment(YearMonth.of(2027, 6)))).isEqualTo("japan.resident-notice-missing");
        assertThat(refusal(ResidentNotice.late(YearMonth.of(2026, 8), 1, 9))).isEqualTo("japan.resident-installments");
        assertThat(refusal(ResidentNotice.spread(1, 13))).isEqualTo("japan.resident-installments");
        assertThat(refusal(ResidentNotice.ofAnnual(2026, -1))).isEqualTo("japan.below-zero");
    }

    /** The example that the city of Nagoya publishes. */
    @Test
    void estimate() {
        ResidentFacts facts = new ResidentFacts(
                2025, 5_505_000, 825_600, new LifeInsurance(0, 80_000, 0, 0, 0), Optional.of(0L), 1, 1, 0, 0);
        assertThat(ResidentEstimate.of(facts, LocalRates.NAGOYA).orElseThrow())
                .isEqualTo(new ResidentEstimate(3_963_200, 2_400_600, 1_562_000, 16_500, 109_800, 29_400, 140_200));
    }

    /** The first lines of the package. */
    @Test
    void snippet() {
        ResidentNotice notice = ResidentNotice.ofAnnual(2026, 180_300).orElseThrow();
        long june = notice.installment(YearMonth.of(2026, 6)).orElseThrow();
        assertThat(june).isEqualTo(15_300);
    }
}
