package dev.erpkit.accounting.asset;

import static dev.erpkit.accounting.asset.Plans.YEARS;
import static dev.erpkit.accounting.asset.Plans.asset;
import static dev.erpkit.accounting.asset.Plans.booked;
import static dev.erpkit.accounting.asset.Plans.fact;
import static dev.erpkit.accounting.asset.Plans.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.Used;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Figures of published examples and of the tests of other systems; the sources stand with each. */
class SchedulesTest {
    private static DepreciationTerms.Builder terms(String method, int months, String residual) {
        return DepreciationTerms.builder().method(method).lifeMonths(months).residual(residual);
    }

    /** Rows that begin on a date, parts of periods by days, as ERPNext has them. */
    private static DepreciationTerms.Builder dated(String method, int months, String residual, int period, String row) {
        return terms(method, months, residual)
                .periodMonths(period)
                .firstRow(LocalDate.parse(row))
                .timing(Timing.DAYS_OF_PERIOD)
                .lastRowDate(LastRowDate.DAY_AFTER);
    }

    private static String plan(String cost, String inUse, DepreciationTerms terms) {
        return rows(asset(cost, "USD", inUse, BookStart.of(terms)), YEARS);
    }

    private static String amounts(String rows) {
        return rows.lines()
                .map(line -> line.split(" ")[1])
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /** Worked by hand. */
    @Test
    void straight_line_by_month_counts_the_first_month_whole_half_or_by_its_days() {
        assertThat(amounts(plan(
                        "1200", "2026-11-16", terms("straight-line", 3, "0").build())))
                .isEqualTo("400.00 400.00 400.00");
        DepreciationTerms half =
                terms("straight-line", 3, "0").timing(Timing.HALF_MONTH).build();
        assertThat(plan("1200", "2026-11-16", half))
                .isEqualTo("2026-11-30 200.00 200.00\n2026-12-31 400.00 600.00\n"
                        + "2027-01-31 400.00 1000.00\n2027-02-28 200.00 1200.00");
        DepreciationTerms days =
                terms("straight-line", 3, "0").timing(Timing.DAYS_OF_PERIOD).build();
        assertThat(amounts(plan("1200", "2026-11-21", days))).isEqualTo("133.33 400.00 400.00 266.67");
        DepreciationTerms thirty = terms("straight-line", 3, "0")
                .timing(Timing.DAYS_OF_YEAR)
                .dayCount(DayCount.THIRTY_360)
                .build();
        assertThat(amounts(plan("1200", "2026-12-21", thirty))).isEqualTo("133.33 400.00 400.00 266.67");
    }

    /** Worked by hand: the half year of the acquisition, and the other half at the end. */
    @Test
    void half_year_gives_the_first_year_half() {
        DepreciationTerms half = terms("straight-line", 36, "0")
                .timing(Timing.HALF_YEAR)
                .periodMonths(12)
                .build();
        assertThat(amounts(plan("6000", "2026-11-16", half))).isEqualTo("1000.00 2000.00 2000.00 1000.00");
        assertThat(amounts(plan("6000", "2026-01-16", half))).isEqualTo("1000.00 2000.00 2000.00 1000.00");
    }

    /** ERPNext, test_asset.py: prorated straight line, and a first row half a year after the start. */
    @Test
    void straight_line_prorates_first_and_last_row_by_days() {
        assertThat(plan(
                        "100000",
                        "2030-01-30",
                        dated("straight-line", 36, "10000", 12, "2030-12-31").build()))
                .isEqualTo("2030-12-31 27616.44 27616.44\n2031-12-31 30000.00 57616.44\n"
                        + "2032-12-31 30000.00 87616.44\n2033-01-30 2383.56 90000.00");
        assertThat(plan(
                        "100000",
                        "2020-01-01",
                        dated("straight-line", 36, "10000", 12, "2020-07-01").build()))
                .isEqualTo("2020-07-01 15000.00 15000.00\n2021-07-01 30000.00 45000.00\n"
                        + "2022-07-01 30000.00 75000.00\n2023-01-01 15000.00 90000.00");
        assertThat(plan(
                        "100000",
                        "2019-12-31",
                        dated("straight-line", 36, "10000", 12, "2020-12-31").build()))
                .isEqualTo("2020-12-31 30000.00 30000.00\n2021-12-31 30000.00 60000.00\n2022-12-31 30000.00 90000.00");
    }

    /** ERPNext, test_asset_depreciation_schedule.py: by the days of the year, and by the days of the life. */
    @Test
    void straight_line_by_days() {
        String rows = plan(
                "100000",
                "2020-01-01",
                dated("straight-line", 24, "0", 1, "2020-01-31")
                        .timing(Timing.DAYS_OF_YEAR)
                        .build());
        assertThat(rows).startsWith("2020-01-31 4234.97 4234.97\n2020-02-29 3961.75 8196.72\n");
        assertThat(rows).contains("2021-02-28 3835.62 58082.18").endsWith("2021-12-31 4246.56 100000.00");
        String life = plan(
                "1096",
                "2020-01-15",
                dated("straight-line", 36, "0", 1, "2020-01-31")
                        .timing(Timing.DAYS_OF_LIFE)
                        .build());
        assertThat(life).startsWith("2020-01-31 17.00 17.00\n2020-02-29 29.00 46.00\n");
        assertThat(life).endsWith("2022-12-31 31.00 1082.00\n2023-01-15 14.00 1096.00");
    }

    /** ERPNext, test_asset_depreciation_schedule.py. */
    @Test
    void declining_by_days_renews_its_base_every_year() {
        DepreciationTerms quarters = dated("declining:0.4/year", 18, "0", 3, "2021-03-31")
                .timing(Timing.DAYS_OF_YEAR)
                .build();
        assertThat(plan("100000", "2021-02-20", quarters))
                .isEqualTo("2021-03-31 4383.56 4383.56\n2021-06-30 9972.60 14356.16\n2021-09-30 10082.19 24438.35\n"
                        + "2021-12-31 10082.19 34520.54\n2022-03-31 6458.25 40978.79\n2022-06-30 6530.01 47508.80\n"
                        + "2022-08-20 52491.20 100000.00");
        DepreciationTerms years = dated("declining:0.4/year", 48, "0", 12, "2020-03-31")
                .timing(Timing.DAYS_OF_YEAR)
                .build();
        assertThat(plan("100000", "2020-02-20", years))
                .isEqualTo("2020-03-31 4480.87 4480.87\n2021-03-31 38207.65 42688.52\n2022-03-31 22924.59 65613.11\n"
                        + "2023-03-31 13754.76 79367.87\n2024-02-20 20632.13 100000.00");
    }

    /** ERPNext, test_asset.py, written down value: the rates follow from the residual values. */
    @Test
    void declining_rates_follow_from_the_residual_value() {
        BigDecimal month = DecliningRates.fromResidual(new BigDecimal("10000"), new BigDecimal("5000"), 5, 5);
        assertThat(month).isEqualByComparingTo("0.12945");
        assertThat(DecliningRates.fromResidual(new BigDecimal("100000"), new BigDecimal("12500"), 3, 5))
                .isEqualByComparingTo("0.5");
        DepreciationTerms terms = terms("declining:" + month + "/period", 5, "5000")
                .timing(Timing.DAYS_OF_PERIOD)
                .lastRowDate(LastRowDate.DAY_AFTER)
                .build();
        assertThat(plan("10000", "2022-02-15", terms))
                .isEqualTo("2022-02-28 647.25 647.25\n2022-03-31 1210.71 1857.96\n2022-04-30 1053.99 2911.95\n"
                        + "2022-05-31 917.55 3829.50\n2022-06-30 798.77 4628.27\n2022-07-15 371.73 5000.00");
    }

    /** ERPNext and published examples: 2 / 3 to five decimals, and exactly. */
    @Test
    void double_declining() {
        BigDecimal rate = DecliningRates.ofLife(new BigDecimal(2), 36, 5, RoundingMode.HALF_UP);
        assertThat(amounts(plan(
                        "100000",
                        "2030-01-01",
                        dated("declining:" + rate + "/year", 36, "10000", 12, "2030-12-31")
                                .build())))
                .isEqualTo("66667.00 22222.11 1110.89");
        assertThat(amounts(plan(
                        "529970",
                        "2030-01-01",
                        terms("declining:x2/year", 144, "45200")
                                .periodMonths(12)
                                .build())))
                .startsWith("88328.33 73606.95 61339.12 ");
    }

    /** OCA account_asset_management, tests 05 to 07 and 14. */
    @Test
    void degressive_methods_that_turn_linear_or_stop_at_a_limit() {
        DepreciationTerms.Builder year = terms("declining:0.4/year+straight-line-on-cost", 60, "0")
                .timing(Timing.FULL_YEAR)
                .periodMonths(12);
        assertThat(amounts(plan("1000", "2026-07-07", year.build()))).isEqualTo("400.00 240.00 200.00 160.00");
        DepreciationTerms quarter =
                year.periodMonths(3).rowRounding(RowRounding.EACH_YEAR).build();
        assertThat(amounts(plan("1000", "2026-07-07", quarter)))
                .isEqualTo("300.00 100.00 60.00 60.00 60.00 60.00 50.00 50.00 50.00 50.00 40.00 40.00 40.00 40.00");
        DepreciationTerms limit = terms("declining:0.4/year", 60, "100")
                .timing(Timing.FULL_YEAR)
                .periodMonths(12)
                .build();
        assertThat(amounts(plan("1000", "2026-07-07", limit))).isEqualTo("400.00 240.00 144.00 86.40 29.60");
        DepreciationTerms linear = terms("straight-line:on-cost", 60, "100")
                .timing(Timing.FULL_YEAR)
                .periodMonths(12)
                .build();
        assertThat(amounts(plan("1000", "2026-07-07", linear))).isEqualTo("200.00 200.00 200.00 200.00 100.00");
        DepreciationTerms exact = terms("straight-line", 60, "0")
                .rowRounding(RowRounding.EACH_YEAR)
                .build();
        assertThat(amounts(plan("10000", "2019-01-01", exact)))
                .startsWith(
                        "166.67 166.67 166.67 166.67 166.67 166.67 166.67 166.67 166.67 166.67 166.67 166.63 166.67");
    }

    /** Worked by hand: from 600 on, 600 / 4 years is less than 240; from 216 on, 216 / 2 is more than 86.40. */
    @Test
    void declining_turns_to_straight_line_when_that_is_more() {
        DepreciationTerms terms = terms("declining:0.4/year+straight-line", 60, "0")
                .periodMonths(12)
                .build();
        assertThat(amounts(plan("1000", "2026-01-01", terms))).isEqualTo("400.00 240.00 144.00 108.00 108.00");
    }

    /** Published example (justaaa.com 121117) and its like over parts of two years, worked by hand. */
    @Test
    void sum_of_years() {
        assertThat(amounts(plan(
                        "529970",
                        "2026-01-01",
                        terms("sum-of-years", 144, "45200").periodMonths(12).build())))
                .startsWith("74580.00 68365.00 62150.00 ");
        assertThat(amounts(plan(
                        "6000",
                        "2026-07-01",
                        terms("sum-of-years", 36, "0").periodMonths(12).build())))
                .isEqualTo("1500.00 2500.00 1500.00 500.00");
    }

    /** Course material on Kieso, chapter 11: 240,000 over 60,000 hours. */
    @Test
    void units_of_production_depreciate_what_was_used() {
        DepreciationTerms terms = terms("units-of-production", 120, "20000")
                .periodMonths(12)
                .units(new BigDecimal(60000))
                .build();
        AssetHistory used = asset("260000", "USD", "2026-01-01", BookStart.of(terms))
                .with(fact("u1", "2026-06-30", new Used(new BigDecimal(6000))))
                .with(fact("u2", "2027-06-30", new Used(new BigDecimal(12000))))
                .with(fact("u3", "2029-06-30", new Used(new BigDecimal("3000.5"))));
        assertThat(rows(used, YEARS))
                .isEqualTo("2026-12-31 24000.00 24000.00\n2027-12-31 48000.00 72000.00\n2029-12-31 12002.00 84002.00");
        AssetHistory more = used.with(fact("u4", "2030-06-30", new Used(new BigDecimal(50000))));
        assertThat(rows(more, YEARS)).endsWith("2030-12-31 155998.00 240000.00");
    }

    /** ERPNext: an asset of which two years were depreciated elsewhere keeps its yearly amount. */
    @Test
    void opening_depreciation_goes_on_over_the_whole_life_or_the_rest() {
        DepreciationTerms.Builder terms = dated("straight-line", 36, "10000", 12, "2032-12-31");
        BookStart whole = BookStart.opening(terms.build(), new BigDecimal("47095.89"), LocalDate.parse("2031-12-31"));
        assertThat(rows(asset("100000", "USD", "2030-06-06", whole), YEARS))
                .isEqualTo("2032-12-31 30000.00 77095.89\n2033-06-06 12904.11 90000.00");
        BookStart rest = BookStart.opening(
                terms.openingBasis(OpeningBasis.REST_OF_LIFE).build(),
                new BigDecimal("47095.89"),
                LocalDate.parse("2031-12-31"));
        assertThat(amounts(rows(asset("100000", "USD", "2030-06-06", rest), YEARS)))
                .isEqualTo("30057.58 12846.53");
    }

    /** Tryton, scenario_account_asset.rst. */
    @Test
    void booked_rows_stay_and_the_rest_is_spread_anew_after_a_revaluation() {
        AssetHistory asset = asset(
                "1000",
                "USD",
                "2026-01-01",
                BookStart.of(terms("straight-line", 24, "100").build()));
        AssetHistory three = booked(asset, YEARS, 3);
        AssetHistory revalued = three.with(fact("r", "2026-04-01", new Revalued(Plans.BOOK, Amounts.of("100", "USD"))));
        String rows = rows(revalued, YEARS);
        assertThat(rows)
                .startsWith(rows(three, YEARS)
                        .lines()
                        .limit(3)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElseThrow());
        assertThat(amounts(rows)).startsWith("37.50 37.50 37.50 42.26 42.26").endsWith("42.26 42.30");
        assertThat(rows).endsWith("2027-12-31 42.30 1000.00");
    }

    /** ERPNext: 100 of repair on an asset of 500 with 64.52 depreciated elsewhere; the rest is over 10 months and 14 days. */
    @Test
    void a_capitalised_repair_is_spread_over_the_rest_of_the_life() {
        DepreciationTerms terms =
                dated("straight-line", 12, "0", 1, "2023-03-31").build();
        AssetHistory repaired = asset(
                        "500",
                        "USD",
                        "2023-01-15",
                        BookStart.opening(terms, new BigDecimal("64.52"), LocalDate.parse("2023-02-28")))
                .with(fact("r", "2023-03-31", new Improved(Amounts.of("100", "USD"), 0)));
        assertThat(rows(repaired, YEARS))
                .startsWith("2023-03-31 51.23 115.75\n")
                .endsWith("2024-01-15 23.18 600.00");
        AssetHistory longer = asset(
                        "1200",
                        "USD",
                        "2026-01-01",
                        BookStart.of(terms("straight-line", 12, "0").build()))
                .with(fact("r", "2026-07-10", new Improved(Amounts.of("240", "USD"), 2)));
        assertThat(amounts(rows(longer, YEARS)))
                .isEqualTo("100.00 100.00 100.00 100.00 100.00 100.00"
                        + " 105.00 105.00 105.00 105.00 105.00 105.00 105.00 105.00");
    }

    @Test
    void rounding_by_row_by_sum_and_by_year() {
        DepreciationTerms each = terms("straight-line", 12, "0").build();
        assertThat(amounts(plan("1000", "2026-01-01", each))).endsWith("83.33 83.33 83.37");
        DepreciationTerms sum = terms("straight-line", 12, "0")
                .rowRounding(RowRounding.CUMULATIVE)
                .build();
        assertThat(amounts(plan("1000", "2026-01-01", sum)))
                .isEqualTo("83.33 83.34 83.33 83.33 83.34 83.33 83.33 83.34 83.33 83.33 83.34 83.33");
    }

    @Test
    void a_row_tells_where_it_comes_from() {
        Schedule schedule = Schedules.by(Plans.METHODS, YEARS)
                .of(
                        asset(
                                "1000",
                                "USD",
                                "2026-01-01",
                                BookStart.of(terms("straight-line", 24, "100").build())),
                        Plans.BOOK);
        assertThat(schedule.trace(0).render())
                .isEqualTo("depreciation = USD 37.50  {accumulated=USD 37.50, asset=a, base=USD 900.00,"
                        + " date=2026-01-31, method=straight-line, share=2/48}\n");
    }
}
