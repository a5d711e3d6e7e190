package dev.erpkit.hr.japan.insurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.insurance.EmploymentInsurance.Business;
import dev.erpkit.hr.payroll.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsuranceTest {
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private static String refusal(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    /** Every printed premium of Tokyo for 2026 is what grade and rates give: the second transcription of both. */
    @Test
    void the_official_premium_table_of_tokyo_follows_from_grades_and_rates() throws IOException {
        Rate health = InsuranceRates.health("13", APRIL).orElseThrow();
        Rate care = InsuranceRates.healthWithCare("13", APRIL).orElseThrow();
        Rate support = InsuranceRates.support(APRIL).orElseThrow();
        Rate pension = InsuranceRates.pension(APRIL).orElseThrow();
        String[] lines;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("premium-table-tokyo-2026.csv"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R");
        }
        assertThat(lines).hasSize(51);
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",", -1);
            long standard = Long.parseLong(cells[2]);
            StandardRemuneration.Grade grade =
                    StandardRemuneration.healthGrades().get(i - 1);
            assertThat(grade.number()).hasToString(cells[0]);
            assertThat(grade.standard()).isEqualTo(standard);
            half(cells[4], standard, health);
            half(cells[6], standard, care);
            half(cells[8], standard, support);
            if (!cells[10].isEmpty()) {
                half(cells[10], standard, pension);
                assertThat(StandardRemuneration.pension(grade.from(), APRIL).number())
                        .hasToString(cells[1]);
            }
        }
    }

    private static void half(String printed, long standard, Rate rate) {
        assertThat(PremiumShare.exactHalf(standard, rate)).isEqualTo(Rational.parse(printed));
    }

    @Test
    void fifty_sen_are_dropped_and_the_employer_bears_the_rest() {
        assertThat(PremiumShare.of(110_000, Rate.percent("9.21"))).isEqualTo(new PremiumShare(5_065, 5_066));
        assertThat(PremiumShare.of(410_000, Rate.percent("0.23"))).isEqualTo(new PremiumShare(471, 472));
        assertThat(EmploymentInsurance.rates(Business.GENERAL, LocalDate.of(2026, 3, 31))
                        .orElseThrow()
                        .of(353_000))
                .isEqualTo(new PremiumShare(1_941, 3_177));
        assertThat(EmploymentInsurance.rates(Business.GENERAL, LocalDate.of(2026, 4, 1))
                        .orElseThrow()
                        .of(300_102))
                .isEqualTo(new PremiumShare(1_501, 2_550));
    }

    @Test
    void grades_have_lower_edges_and_a_ceiling_that_rises() {
        assertThat(StandardRemuneration.health(92_999).number()).isEqualTo(4);
        assertThat(StandardRemuneration.health(93_000).number()).isEqualTo(5);
        assertThat(StandardRemuneration.health(0).standard()).isEqualTo(58_000);
        assertThat(StandardRemuneration.health(Long.MAX_VALUE).standard()).isEqualTo(1_390_000);
        assertThat(StandardRemuneration.pension(10_000, APRIL).standard()).isEqualTo(88_000);
        assertThat(StandardRemuneration.pension(1_354_999, APRIL).standard()).isEqualTo(650_000);
        assertThat(StandardRemuneration.pensionStandard(680_000, YearMonth.of(2027, 8)))
                .isEqualTo(650_000);
        assertThat(StandardRemuneration.pensionStandard(680_000, YearMonth.of(2027, 9)))
                .isEqualTo(680_000);
        assertThat(StandardRemuneration.pension(800_000, YearMonth.of(2029, 9)).number())
                .isEqualTo(35);
    }

    @Test
    void ages_are_attained_the_day_before_the_birthday() {
        assertThat(InsuredMonths.care(LocalDate.of(1986, 5, 1), APRIL).orElseThrow())
                .isTrue();
        assertThat(InsuredMonths.care(LocalDate.of(1986, 5, 2), APRIL).orElseThrow())
                .isFalse();
        assertThat(InsuredMonths.care(LocalDate.of(1961, 5, 1), APRIL).orElseThrow())
                .isFalse();
        assertThat(InsuredMonths.pension(LocalDate.of(1956, 5, 1), APRIL).orElseThrow())
                .isFalse();
        assertThat(InsuredMonths.health(LocalDate.of(1951, 5, 1), APRIL).orElseThrow())
                .isTrue();
        assertThat(InsuredMonths.health(LocalDate.of(1951, 4, 30), APRIL).orElseThrow())
                .isFalse();
        assertThat(refusal(InsuredMonths.care(LocalDate.of(2026, 5, 1), APRIL))).isEqualTo("japan.birthday-in-future");
    }

    /** The law's own words, day by day, for all birthdays around the ages that matter. */
    @Test
    void ages_hold_for_every_birthday() {
        for (YearMonth month : Lists.immutable.of(
                YearMonth.of(2026, 2), YearMonth.of(2026, 4), YearMonth.of(2027, 2), YearMonth.of(2028, 2))) {
            InsuredAges ages = InsuredAges.of(month);
            for (int age : new int[] {40, 65, 70, 75}) {
                LocalDate around = month.atDay(15).minusYears(age);
                for (LocalDate born = around.minusDays(400); born.isBefore(around.plusDays(400)); ) {
                    long day = born.toEpochDay();
                    assertThat(ages.care(day))
                            .as("care of %s in %s", born, month)
                            .isEqualTo(!month.isBefore(attained(born, 40)) && month.isBefore(attained(born, 65)));
                    assertThat(ages.pension(day)).isEqualTo(month.isBefore(attained(born, 70)));
                    assertThat(ages.health(day)).isEqualTo(month.isBefore(YearMonth.from(birthday(born, 75))));
                    born = born.plusDays(1);
                }
            }
        }
    }

    /** The month with the day before the birthday. */
    private static YearMonth attained(LocalDate born, int age) {
        return YearMonth.from(birthday(born, age).minusDays(1));
    }

    /** 1 March stands for 29 February in years without one. */
    private static LocalDate birthday(LocalDate born, int age) {
        LocalDate day = born.plusYears(age);
        return born.getMonthValue() == 2 && born.getDayOfMonth() == 29 && !day.isLeapYear() ? day.plusDays(1) : day;
    }

    /** By practice: paid in the month of the work or the next, premium taken from pay of its month or the next. */
    @ParameterizedTest
    @CsvSource(
            value = {
                "same, next, 2026-06, 2026-06-30, 2026-05 2026-06",
                "same, next, 2026-06, 2026-06-29, 2026-05",
                "same, next, 2026-07, 2026-06-30, -",
                "same, same, 2026-06, 2026-06-30, 2026-06",
                "same, same, 2026-06, 2026-06-29, -",
                "same, same, 2026-05, 2026-06-30, 2026-05",
                "next, next, 2026-06, 2026-06-30, 2026-05",
                "next, next, 2026-07, 2026-06-30, 2026-06",
                "next, next, 2026-07, 2026-06-29, -",
                "next, same, 2026-06, 2026-06-30, 2026-06",
                "next, same, 2026-07, 2026-06-30, -",
                "next, same, 2026-06, 2026-06-29, -"
            })
    void the_last_pay_bears_what_is_due_and_not_borne_yet(
            String paid, String collected, YearMonth payMonth, LocalDate lastDay, String months) {
        CollectedMonths payment = payment(paid, collected, payMonth);
        assertThat(InsuredMonths.deducted(LocalDate.of(2020, 4, 1), Optional.of(lastDay), payment)
                        .makeString(" "))
                .isEqualTo(months.equals("-") ? "" : months);
    }

    @Test
    void the_first_pay_bears_what_could_not_be_deducted_before() {
        LocalDate joined = LocalDate.of(2026, 6, 1);
        Optional<LocalDate> stays = Optional.empty();
        YearMonth june = YearMonth.of(2026, 6);
        YearMonth july = YearMonth.of(2026, 7);
        assertThat(InsuredMonths.deducted(joined, stays, payment("same", "next", june)))
                .isEmpty();
        assertThat(InsuredMonths.deducted(joined, stays, payment("next", "next", july)))
                .containsExactly(june);
        assertThat(InsuredMonths.deducted(joined, stays, payment("next", "same", july)))
                .containsExactly(june, july);
        Optional<LocalDate> twentieth = Optional.of(LocalDate.of(2026, 6, 20));
        assertThat(InsuredMonths.due(joined, twentieth, june))
                .as("joined and left in one month")
                .isTrue();
        assertThat(InsuredMonths.deducted(joined, twentieth, payment("next", "same", july)))
                .containsExactly(june);
    }

    private static CollectedMonths payment(String paid, String collected, YearMonth payMonth) {
        YearMonth worked = payMonth.minusMonths(paid.equals("next") ? 1 : 0);
        return CollectedMonths.of(
                DateRange.ofClosed(worked.atDay(1), worked.atEndOfMonth()),
                payMonth,
                payMonth.minusMonths(collected.equals("next") ? 1 : 0));
    }

    @Test
    void bonus_caps() {
        assertThat(StandardBonus.of(1_999_999, 5_000_000, 0).orElseThrow())
                .isEqualTo(new StandardBonus(1_999_000, 730_000, 1_500_000));
        assertThat(refusal(StandardBonus.of(-1, 0, 0))).isEqualTo("japan.below-zero");
    }

    @Test
    void what_is_not_published_or_confirmed_is_refused() {
        assertThat(refusal(InsuranceRates.health("13", YearMonth.of(2027, 3)))).isEqualTo("japan.not-covered");
        assertThat(refusal(InsuranceRates.health("13", YearMonth.of(2024, 2)))).isEqualTo("japan.not-covered");
        assertThat(refusal(InsuranceRates.health("48", APRIL))).isEqualTo("japan.prefecture-unknown");
        assertThat(refusal(InsuranceRates.care(YearMonth.of(2027, 3)))).isEqualTo("japan.not-covered");
        assertThat(InsuranceRates.support(YearMonth.of(2026, 3)).orElseThrow().numerator())
                .isZero();
        assertThat(refusal(EmploymentInsurance.rates(Business.GENERAL, LocalDate.of(2027, 4, 1))))
                .isEqualTo("japan.not-covered");
        assertThat(refusal(EmploymentInsurance.accidentRate("98"))).isEqualTo("japan.not-confirmed");
    }

    @Test
    void short_time_workers() {
        InsuredStatus part = new InsuredStatus(2_000, 4_000, 12, 20, 90_000, false, 12, 51);
        assertThat(part.on(LocalDate.of(2026, 9, 30)).orElseThrow()).isTrue();
        InsuredStatus low = new InsuredStatus(2_000, 4_000, 12, 20, 87_999, false, 12, 51);
        assertThat(low.on(LocalDate.of(2026, 9, 30)).orElseThrow()).isFalse();
        assertThat(refusal(low.on(LocalDate.of(2026, 10, 1)))).isEqualTo("japan.not-confirmed");
        InsuredStatus small = new InsuredStatus(2_000, 4_000, 12, 20, 90_000, false, 12, 36);
        assertThat(small.on(LocalDate.of(2027, 9, 30)).orElseThrow()).isFalse();
        assertThat(small.on(LocalDate.of(2027, 10, 1)).orElseThrow()).isTrue();
        assertThat(new InsuredStatus(3_000, 4_000, 15, 20, 0, true, 1, 1)
                        .on(APRIL.atDay(1))
                        .orElseThrow())
                .isTrue();
    }

    /** The first lines of the package. */
    @Test
    void snippet() {
        YearMonth april = YearMonth.of(2026, 4);
        long standard = StandardRemuneration.health(352_000).standard();
        Rate rate = InsuranceRates.health("13", april).orElseThrow();
        PremiumShare premium = PremiumShare.of(standard, rate);
        long deducted = premium.employee();
        assertThat(deducted).isEqualTo(17_730);
    }
}
