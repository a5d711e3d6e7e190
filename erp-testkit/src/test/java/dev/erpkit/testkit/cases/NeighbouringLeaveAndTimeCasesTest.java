package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Cases of leave and working time in other shapes than the shipped ones. */
class NeighbouringLeaveAndTimeCasesTest {
    private static Result run(String given, String expect) {
        String json = ("{'id':'x','topic':'x','given':" + given + ",'expect':" + expect + "}").replace('\'', '"');
        return new CaseRunner().run(CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static void passes(String given, String expect) {
        assertThat(run(given, expect)).isEqualTo(new Result("x", Verdict.PASSED, ""));
    }

    private static void fails(String given, String expect) {
        assertThat(run(given, expect).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void grants_of_annual_leave() {
        passes(
                "{'hired':'2023-08-31','grant_index':0,'weekly_days':5,'weekly_hours':40}",
                "{'on':'2024-03-01','days':10,'expires':'2026-03-01'}");
        passes(
                "{'hired':'2020-04-01','grant_index':1,'weekly_days':5,'scheduled_days':240,'attended_days':191}",
                "{'days':0,'granted':false,'on':'2021-10-01'}");
        passes("{'scheduled_days':240,'attended_days':192}", "{'granted':true}");
        passes("{'attendance_rate':'0.79','years_of_service':'2.5'}", "{'days':0}");
        passes("{'weekly_days':3,'weekly_hours':29,'years_of_service':'6.5'}", "{'days':11}");
        passes("{'annual_days':47,'grant_index':0}", "{'days':0}");
        passes("{'annual_days':216,'grant_index':6}", "{'days':15}");
        fails("{'weekly_days':4,'weekly_hours':30,'grant_index':0}", "{'days':7}");
    }

    @Test
    void five_days_must_be_taken() {
        passes("{'granted':10}", "{'duty':true}");
        passes("{'granted':12,'taken':3,'granted_on':'2026-04-01'}", "{'missing':2,'until':'2027-03-31'}");
        fails("{'granted':10}", "{'duty':false}");
        passes("{'daily_hours':'7.5'}", "{'hours_per_day':8,'max_hours':40}");
    }

    @Test
    void premiums_and_bases() {
        passes("{'kind':'holiday','night':true}", "{'total_pct':160}");
        passes("{'kind':'night','night':true}", "{'total_pct':125}");
        passes("{'kind':'over60','date':'2022-04-01','small':true}", "{'total_pct':125}");
        passes("{'monthly_wage':300000,'annual_hours':1920}", "{'hourly':'1875'}");
        passes("{'monthly_wage':300000,'annual_hours':2040,'commuting_allowance':10000}", "{'hourly':'1764.71'}");
        passes(
                "{'overtime_hours':40,'nonstatutory_rest_day_hours':10,'statutory_holiday_hours':16}",
                "{'counter':50,'hours_at_50pct':0}");
        fails("{'kind':'overtime','night':false}", "{'total_pct':135}");
    }

    @Test
    void days_of_work() {
        passes(
                "{'hourly':2000,'work':'Sat 09:00-12:00,13:00-17:00','scheduled':8}",
                "{'overtime_hours':7,'overtime_pay':17500}");
        passes(
                "{'hourly':2000,'work':'Sun 09:00-12:00,13:00-18:00','scheduled':8}",
                "{'holiday_hours':8,'holiday_pay':21600,'overtime_hours':0}");
        passes(
                "{'hourly':1500,'work':'Wed 22:00-06:00','scheduled':7}",
                "{'night_hours':7,'within_limits_hours':1,'night_premium':2625}");
        fails("{'hourly':2000,'work':'Tue 09:00-19:00','scheduled':8}", "{'overtime_pay':4000}");
    }

    @Test
    void minimum_wages() {
        passes("{'monthly':220000,'annual_hours':2064,'rate':1280}", "{'compliant':false,'floor':220160}");
        passes("{'hourly':1226,'prefecture':'東京都','date':'2026-09-30'}", "{'compliant':true}");
        passes("{'hourly':1279,'prefecture':'Tokyo','date':'2026-10-01'}", "{'compliant':false}");
    }

    @Test
    void parts_of_a_month() {
        passes("{'monthly':340000,'days_paid':12,'days_scheduled':22,'rounding':'half-up yen'}", "{'pay':185455}");
        fails("{'monthly':300000,'days_paid':21,'days_scheduled':22,'rounding':'half-up yen'}", "{'pay':286363}");
    }

    @Test
    void hours_over_midnight() {
        passes("{'worked':'22:00-06:00'}", "{'day1_hours':2,'day2_hours':6,'total_hours':8}");
        passes("{'worked':'21:00-05:00','date':'2026-03-07','zone':'America/New_York'}", "{'total_hours':7}");
        passes("{'worked':'16:00-24:00','night':'22:00-05:00'}", "{'night_hours':2}");
        passes(
                "{'shift':'22:00-06:00','in_':'Jul13 21:50','out':'Jul14 06:20'}",
                "{'assigned_to':'Jul13 night shift'}");
        fails("{'worked':'22:00-06:00'}", "{'day1_hours':8}");
    }

    @Test
    void accrual_and_carrying_over() {
        passes(
                "{'annual':19,'frequency':'monthly','rounding':'1.0'}",
                "{'months':[2,2,2,2,2,2,2,2,2,1,0,0],'total':19}");
        passes("{'annual':12,'frequency':'monthly','cap':10,'opening':4}", "{'total':6,'balance':10}");
        passes("{'annual':10,'frequency':'quarterly','rounding':'0.5'}", "{'quarters':[2.5,2.5,2.5,2.5]}");
        passes("{'carried':8,'taken':3}", "{'expired':5,'from_new':0}");
        passes("{'new':20,'carried':10,'taken':2,'after_expiry':false}", "{'balance':28}");
        passes("{'new':20,'carried':10,'max_carried':5,'taken':2}", "{'carried':5,'expired':3,'balance':20}");
        fails("{'carried':11,'taken':12}", "{'expired':11,'from_new':1}");
    }
}
