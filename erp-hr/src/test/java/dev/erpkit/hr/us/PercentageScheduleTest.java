package dev.erpkit.hr.us;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.us.PercentageSchedule.Bracket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageScheduleTest {
    private static final int[] PERCENT = {10, 12, 22, 24, 32, 35, 37};

    /** Lower edges of the brackets of IRC 1(j) as adjusted for the year, in dollars, from the second on. */
    private static final long[][] EDGES_2025 = {
        {11_925, 48_475, 103_350, 197_300, 250_525, 626_350},
        {23_850, 96_950, 206_700, 394_600, 501_050, 751_600},
        {17_000, 64_850, 103_350, 197_300, 250_500, 626_350}
    };

    private static final long[][] EDGES_2026 = {
        {12_400, 50_400, 105_700, 201_775, 256_225, 640_600},
        {24_800, 100_800, 211_400, 403_550, 512_450, 768_700},
        {17_700, 67_450, 105_700, 201_750, 256_200, 640_600}
    };

    private static final long[] STANDARD_2025 = {15_000, 30_000, 22_500};
    private static final long[] STANDARD_2026 = {16_100, 32_200, 24_150};

    /** The tables follow from standard deduction and brackets: each of the 96 rows is derived and compared. */
    @Test
    void tables_are_what_the_law_gives() {
        check(2025, EDGES_2025, STANDARD_2025);
        check(2026, EDGES_2026, STANDARD_2026);
    }

    private static void check(int year, long[][] edges, long[] standard) {
        PercentageSchedule schedule = PercentageSchedule.of(year).orElseThrow();
        for (FilingStatus status : FilingStatus.values()) {
            long[] own = edges[status.ordinal()];
            long left = standard[status.ordinal()] - (status == FilingStatus.JOINT ? 12_900 : 8_600);
            assertThat(schedule.brackets(status, false))
                    .containsExactlyElementsOf(derive(left * 100, own, 1));
            assertThat(schedule.brackets(status, true))
                    .containsExactlyElementsOf(derive(standard[status.ordinal()] * 100, own, 2));
        }
    }

    /** With the box of step 2, all is halved: edges half up to the dollar, taxes half up to the cent. */
    private static List<Bracket> derive(long zero, long[] edges, int parts) {
        List<Bracket> rows = new ArrayList<>(List.of(new Bracket(0, 0, 0)));
        long edge = 0;
        long tax = 0;
        for (int i = 0; i < PERCENT.length; i++) {
            rows.add(new Bracket(halfUp(zero + edge, 100L * parts) * 100, halfUp(tax, parts), PERCENT[i]));
            if (i < edges.length) {
                tax += (edges[i] * 100 - edge) * PERCENT[i] / 100;
                edge = edges[i] * 100;
            }
        }
        return rows;
    }

    private static long halfUp(long number, long divisor) {
        return Math.floorDiv(2 * number + divisor, 2 * divisor);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 400000, MONTHLY, SINGLE, false, 298.33",
        "2025, 400000, SEMIMONTHLY, SINGLE, true, 735.98",
        "2025, 20000, WEEKLY, SINGLE, false, 0",
    })
    void wages_of_a_period_are_taxed_as_those_of_a_year(
            int year, long wages, PayFrequency frequency, FilingStatus status, boolean jobs, String tax) {
        assertThat(Fica.CENT.round(PercentageSchedule.of(year)
                        .orElseThrow()
                        .withheld(wages, frequency, FormW4.of(status).withMultipleJobs(jobs))))
                .isEqualByComparingTo(tax);
    }

    @Test
    void credits_come_off_the_tax_and_never_below_nothing() {
        PercentageSchedule schedule = PercentageSchedule.of(2026).orElseThrow();
        FormW4 form = FormW4.of(FilingStatus.SINGLE).with(1_200_00, 0, 0);
        assertThat(Fica.CENT.round(schedule.withheld(400_000, PayFrequency.MONTHLY, form)))
                .isEqualByComparingTo("198.33");
        assertThat(schedule.withheld(100_000, PayFrequency.MONTHLY, form).isZero()).isTrue();
    }

    @Test
    void a_year_without_tables_is_refused() {
        assertThat(PercentageSchedule.of(2024).refusal().orElseThrow().code().value())
                .isEqualTo("us.year-uncovered");
        assertThat(Fica.on(2019, 1, 0).refusal().orElseThrow().code().value()).isEqualTo("us.year-uncovered");
    }

    @Test
    void a_form_of_its_time_has_the_entries_of_its_time() {
        assertThatThrownBy(() -> FormW4.legacy(FilingStatus.HEAD_OF_HOUSEHOLD, 1))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.has("us.w4")).isTrue());
        assertThatThrownBy(() -> FormW4.legacy(FilingStatus.SINGLE, -1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> PercentageSchedule.of(2026)
                        .orElseThrow()
                        .withheld(-1, PayFrequency.MONTHLY, FormW4.none()))
                .isInstanceOf(InvalidValueException.class);
    }
}
