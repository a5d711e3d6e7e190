package dev.erpkit.accounting.asset.japan;

import static dev.erpkit.accounting.asset.Plans.APRIL;
import static dev.erpkit.accounting.asset.Plans.YEARS;
import static dev.erpkit.accounting.asset.Plans.asset;
import static dev.erpkit.accounting.asset.Plans.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.asset.BookStart;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Published worked examples of the tax methods; the sources stand with each. */
class JapaneseMethodsTest {
    private static DepreciationTerms yearly(String method, int years, String rounding) {
        return DepreciationTerms.builder()
                .from(JapaneseMethods.terms(method, years))
                .periodMonths(12)
                .rounding(RoundingPolicy.parse(rounding))
                .build();
    }

    private static String amounts(String cost, String acquired, DepreciationTerms terms, FiscalCalendar calendar) {
        return rows(asset(cost, "JPY", acquired, BookStart.of(terms)), calendar)
                .lines()
                .map(line -> line.split(" ")[1])
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /** TKC, a worked example of the tax law's methods. */
    @Test
    void straight_line_ends_at_one_yen() {
        assertThat(amounts("1000000", "2020-04-01", yearly("jp-straight-line", 10, "truncate:0"), APRIL))
                .isEqualTo("100000 100000 100000 100000 100000 100000 100000 100000 100000 99999");
    }

    /** www.toyama-tax.info: 10 years, acquired in January 2009, fractions up in most rows. */
    @Test
    void declining_250_turns_to_the_revised_rate_below_the_guaranteed_amount() {
        assertThat(amounts("1000000", "2009-01-15", yearly("jp-declining-250", 10, "up:0"), YEARS))
                .isEqualTo("250000 187500 140625 105469 79102 59326 44495 44584 44584 44314");
    }

    /** support.yayoi-kk.co.jp, page 6985: 8 years, fractions down. */
    @Test
    void declining_200_turns_to_the_revised_rate_below_the_guaranteed_amount() {
        assertThat(amounts("1000000", "2017-04-01", yearly("jp-declining-200", 8, "truncate:0"), APRIL))
                .isEqualTo("250000 187500 140625 105468 79101 79260 79260 78785");
    }

    @Test
    void every_life_of_the_tables_ends_at_one_yen_with_its_last_year() {
        for (int life = 2; life <= 50; life++) {
            assertThat(amounts("1000000", "2020-04-01", yearly("jp-declining-200", life, "truncate:0"), APRIL)
                            .split(" "))
                    .as("200 %%, life %d", life)
                    .hasSizeLessThanOrEqualTo(life);
            assertThat(rows(
                            asset(
                                    "1000000",
                                    "JPY",
                                    "2020-04-01",
                                    BookStart.of(yearly("jp-declining-200", life, "truncate:0"))),
                            APRIL))
                    .endsWith(" 999999");
        }
        for (int life = 2; life <= 27; life++) {
            assertThat(amounts("1000000", "2010-04-01", yearly("jp-declining-250", life, "truncate:0"), APRIL)
                            .split(" "))
                    .as("250 %%, life %d", life)
                    .hasSizeLessThanOrEqualTo(life);
        }
    }

    /** Worked by hand: six months of 12 in the first year, and the rest in the eleventh. */
    @Test
    void an_acquisition_within_the_year_counts_its_months() {
        assertThat(amounts("1000000", "2020-10-20", yearly("jp-straight-line", 10, "truncate:0"), APRIL))
                .isEqualTo("50000 100000 100000 100000 100000 100000 100000 100000 100000 100000 49999");
        DepreciationTerms monthly = JapaneseMethods.terms("jp-straight-line", 10);
        assertThat(amounts("1000000", "2020-10-20", monthly, APRIL))
                .startsWith(
                        "8333 8333 8333 8333 8333 8335 8333 8333 8333 8333 8333 8333 8333 8333 8333 8333 8333 8337 ");
    }

    /** Worked by hand from the law: 5 % is 50,000; then 49,999 over five years, fractions up. */
    @Test
    void old_methods_go_to_five_percent_and_then_in_five_years_to_one_yen() {
        String declining = amounts("1000000", "2006-04-01", yearly("jp-old-declining", 4, "up:0"), APRIL);
        assertThat(declining).isEqualTo("438000 246156 138340 77747 43694 6063 10000 10000 10000 10000 9999");
        String straight = amounts("1000000", "2006-04-01", yearly("jp-old-straight-line:0.250", 4, "up:0"), APRIL);
        assertThat(straight).isEqualTo("225000 225000 225000 225000 50000 10000 10000 10000 10000 9999");
    }

    /** National Tax Agency, answer 5403: a third each year, whenever in the year it was acquired. */
    @Test
    void small_assets_are_expensed_or_spread_over_three_years() {
        assertThat(amounts("150000", "2026-12-20", yearly("jp-lump-sum", 3, "truncate:0"), APRIL))
                .isEqualTo("50000 50000 50000");
        assertThat(amounts("150000", "2026-12-20", JapaneseMethods.terms("jp-lump-sum", 3), APRIL))
                .startsWith("37500 4166 4166 4168 4166 ");
        assertThat(amounts("99999", "2026-12-20", JapaneseMethods.terms("jp-expensed", 4), APRIL))
                .isEqualTo("99999");
    }

    @Test
    void the_rules_for_small_assets_depend_on_day_cost_company_and_what_the_year_has_used() {
        LocalDate before = LocalDate.of(2026, 3, 31);
        LocalDate after = LocalDate.of(2026, 4, 1);
        assertThat(SmallAssetRule.open(99_999, before, false, 0, 12).collect(SmallAssetRule::name))
                .containsExactly("expensed", "lump-sum");
        assertThat(SmallAssetRule.open(100_000, before, true, 0, 12).collect(SmallAssetRule::name))
                .containsExactly("lump-sum", "sme-expensed");
        assertThat(SmallAssetRule.open(300_000, before, true, 0, 12)).isEmpty();
        assertThat(SmallAssetRule.open(399_999, after, true, 0, 12).collect(SmallAssetRule::name))
                .containsExactly("sme-expensed");
        assertThat(SmallAssetRule.open(400_000, after, true, 0, 12)).isEmpty();
        assertThat(SmallAssetRule.open(399_999, after, true, 2_600_001, 12)).hasSize(1);
        assertThat(SmallAssetRule.open(399_999, after, true, 2_600_002, 12)).isEmpty();
        assertThat(SmallAssetRule.open(399_999, after, true, 1_200_000, 6)).isEmpty();
        assertThat(SmallAssetRule.open(250_000, LocalDate.of(2029, 4, 1), true, 0, 12))
                .isEmpty();
    }

    @Test
    void lives_and_days_that_the_law_does_not_cover_are_refused() {
        assertThat(refusal("jp-declining-250", 28, "2010-01-01")).isEqualTo("asset.life-not-in-table");
        assertThat(refusal("jp-declining-200", 1, "2020-01-01")).isEqualTo("asset.life-not-in-table");
        assertThat(refusal("jp-declining-200", 10, "2012-03-31")).isEqualTo("asset.method-not-on-day");
        assertThat(refusal("jp-declining-250", 10, "2012-04-01")).isEqualTo("asset.method-not-on-day");
        assertThat(refusal("jp-straight-line", 10, "2007-03-31")).isEqualTo("asset.method-not-on-day");
        assertThat(refusal("jp-old-declining", 10, "2007-04-01")).isEqualTo("asset.method-not-on-day");
        assertThat(refusal("jp-old-declining", 51, "2007-03-31")).isEqualTo("asset.life-not-in-table");
        assertThat(refusal("jp-old-declining:0.045", 51, "2007-03-31")).isEqualTo("none");
        assertThat(refusal("jp-declining-200", 10, "2012-04-01")).isEqualTo("none");
    }

    private static String refusal(String method, int years, String acquired) {
        return JapaneseMethods.find(method)
                .orElseThrow()
                .refusal(JapaneseMethods.terms(method, years), LocalDate.parse(acquired))
                .map(Refusal::code)
                .map(Object::toString)
                .orElse("none");
    }
}
