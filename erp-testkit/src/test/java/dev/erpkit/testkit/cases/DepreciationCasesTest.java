package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Depreciation cases in other shapes than the shipped ones: right figures pass, wrong ones fail, the rest claims nothing. */
class DepreciationCasesTest {
    private static Result run(String given, String when, String expect) {
        String json = ("{'id':'x','topic':'depreciation','given':" + given + ",'when':" + when + ",'expect':" + expect
                        + "}")
                .replace('\'', '"');
        return new CaseRunner().run(CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static void passes(String given, String when, String expect) {
        assertThat(run(given, when, expect)).isEqualTo(new Result("x", Verdict.PASSED, ""));
    }

    private static void fails(String given, String when, String expect) {
        assertThat(run(given, when, expect).verdict()).isEqualTo(Verdict.FAILED);
    }

    private static void claimsNothing(String given, String when, String expect) {
        assertThat(run(given, when, expect).verdict()).isEqualTo(Verdict.UNSUPPORTED);
    }

    /** Tryton, scenario_account_asset.rst. */
    @Test
    void straight_line_by_month() {
        String given = "{'cost':'1000.00','residual':'100','months':24,'method':'straight line monthly'}";
        passes(
                given,
                "['schedule']",
                "{'count':24,'amount_each':'37.50','book_after':{'1':'962.50','24':'100.00'},"
                        + "'accumulated_after':{'12':'450.00'},'last':{'amount':'37.50','accumulated':'900.00'}}");
        fails(given, "['schedule']", "{'amount_each':'37.51'}");
        claimsNothing(given, "['schedule','pray']", "{'amount_each':'37.50'}");
        claimsNothing(given, "['schedule']", "{'amount_each':'37.50','mood':'good'}");
    }

    /** ERPNext, test_asset.py. */
    @Test
    void years_with_first_and_next_bookings() {
        passes(
                "{'cost':'100000','residual':'10000','years':3,'in_use':'2030-01-01','first_booking':'2030-12-31'}",
                "['schedule']",
                "{'rows':[['2030-12-31','30000','30000'],['2031-12-31','30000','60000'],['2032-12-31','30000','90000']]}");
        passes(
                "{'cost':'100000','residual':'10000','years':3,'in_use':'2030-06-06','already_booked':2,"
                        + "'opening_accumulated':'47095.89','next_booking':'2032-12-31'}",
                "['schedule the rest']",
                "{'rows':[{'date':'2032-12-31','amount':'30000','accumulated':'77095.89'},"
                        + "{'date':'2033-06-06','amount':'12904.11','accumulated':'90000.00'}]}");
        passes(
                "{'cost':'100000','residual':'10000','years':3,'in_use':'2030-01-01','first_booking':'2030-12-31',"
                        + "'rate_percent':'66.667'}",
                "['schedule']",
                "{'rows':[{'date':'2030-12-31','amount':'66667.00'},{'date':'2031-12-31','amount':'22222.11'},"
                        + "{'date':'2032-12-31','amount':'1110.89','accumulated':'90000.00'}]}");
        passes(
                "{'cost':'100000','residual':'12500','years':3,'in_use':'2030-01-01','first_booking':'2030-12-31'}",
                "['written down value, rate from the residual value']",
                "{'rate_percent':'50','amounts':['50000','25000','12500']}");
        passes(
                "{'cost':'731','residual':'0','periods':12,'months_per_period':3,'in_use':'2023-11-01',"
                        + "'already_booked':4,'opening_accumulated':'223.15','next_booking':'2024-12-31'}",
                "['schedule the rest']",
                "{'amount_each':'60.92','count_of_full':8,"
                        + "'last':{'date':'2026-11-01','amount':'20.49','accumulated':'731.00'}}");
    }

    /** ERPNext, test_asset_depreciation_schedule.py. */
    @Test
    void by_days() {
        passes(
                "{'cost':'100000','residual':'0','months':24,'in_use':'2020-01-01','first_booking':'2020-01-31'}",
                "['schedule by days of the year']",
                "{'first_two':['4234.97','3961.75'],'count':24,'last':{'date':'2021-12-31','amount':'4246.56'}}");
        passes(
                "{'cost':'1096','residual':'0','months':36,'in_use':'2020-01-15','first_booking':'2020-01-31'}",
                "['schedule by total days']",
                "{'first_three':['17','29','31'],'last':{'date':'2023-01-15','amount':'14','accumulated':'1096'}}");
        passes(
                "{'cost':'731','residual':'0','months':24,'in_use':'2023-10-10','already_booked':9,"
                        + "'opening_accumulated':'265','next_booking':'2024-07-31'}",
                "['schedule the rest by total days']",
                "{'first_three':['31','31','30'],'last':{'date':'2025-10-10','amount':'9','accumulated':'731'}}");
        passes(
                "{'cost':'100000','residual':'0','rate_percent_per_year':'40','months_per_period':3,'periods':6,"
                        + "'in_use':'2021-02-20','first_booking':'2021-03-31'}",
                "['schedule']",
                "{'rows':[{'date':'2021-03-31','amount':'4383.56'},{'date':'2021-06-30','amount':'9972.60'},"
                        + "{'date':'2021-09-30','amount':'10082.19'},{'date':'2021-12-31','amount':'10082.19'},"
                        + "{'date':'2022-03-31','amount':'6458.25'},{'date':'2022-06-30','amount':'6530.01'},"
                        + "{'date':'2022-08-20','amount':'52491.20','accumulated':'100000'}]}");
    }

    /** ERPNext: a value adjustment after the first year, and a sale within the second. */
    @Test
    void revaluations_repairs_and_sales() {
        String given = "{'cost':'600','residual':'0','years':3,'in_use':'2021-01-01','first_booking':'2021-12-31'}";
        passes(
                given,
                "['book one year','revalue to 500']",
                "{'rows':[['2021-12-31','200','200'],['2022-12-31','250','450'],['2023-12-31','250','700']]}");
        passes(
                given,
                "['book one year','revalue to 500','capitalise repair of 100']",
                "{'rows':[['2021-12-31','200','200'],['2022-12-31','300','500'],['2023-12-31','300','800']]}");
        passes(
                given,
                "['book one year','revalue to 500','sell for 300 on 2022-04-01']",
                "{'rows':[['2021-12-31','200','200'],['2022-04-01','62.33','262.33']],"
                        + "'carrying_at_sale':'437.67','loss_on_sale':'137.67'}");
    }

    /** Published figures of Japan's methods: toyama-tax.info and the support pages of Yayoi. */
    @Test
    void japanese_methods() {
        passes(
                "{'cost':'1000000','useful_life':8,'acquired':'2017-04-01'}",
                "['200 % declining, fractions down']",
                "{'rows':[{'year':1,'amount':'250000','closing':'750000'},{'year':2,'amount':'187500'},"
                        + "{'year':3,'amount':'140625'},{'year':4,'amount':'105468'},{'year':5,'amount':'79101'},"
                        + "{'year':6,'amount':'79260','closing':'158046'},{'year':7,'amount':'79260'},"
                        + "{'year':8,'amount':'78785','closing':'1'}]}");
        passes(
                "{'cost':'1000000','life':10,'method':'japan straight line'}",
                "['schedule']",
                "{'first_nine':'100000','last':'99999'}");
        passes(
                "{'cost':'1000000','life':4,'method':'old declining, japan','acquired':'2006-04-01'}",
                "['schedule, rounding up']",
                "{'amounts':['438000','246156','138340','77747','43694','6063','10000','10000','10000','10000','9999']}");
    }

    /** Published examples of course work, in whole units. */
    @Test
    void several_methods_side_by_side() {
        passes(
                "{'cost':'516000','residual':'46440','life':12}",
                "['straight line, sum of the years digits and double declining; whole currency units']",
                "{'straight_line':'39130','sum_of_years_first_three':['72240','66220','60200'],"
                        + "'double_declining_first_three':['86017','71678','59729']}");
        passes(
                "{'cost':'260000','residual':'20000','life':10,'units':'60000','used':['6000','12000','3000']}",
                "['units of production']",
                "{'amounts':['24000','48000','12000']}");
    }

    @Test
    void days_between_dates() {
        passes(
                "{'ranges':[['2024-02-28','2024-03-31'],['2024-02-29','2024-03-31']]}",
                "['count days as if leap days did not exist']",
                "{'days':[31,31]}");
        passes("{'ranges':[['2024-01-31','2024-03-01']]}", "['count days 30/360']", "{'days':[31]}");
        fails("{'ranges':[['2024-02-28','2024-03-31']]}", "['count actual days']", "{'days':[31]}");
    }
}
