package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Cases of Japanese payroll in other shapes than the shipped ones. */
class NeighbouringJapaneseCasesTest {
    private static Result run(int year, String topic, String given, String expect) {
        String json = ("{'id':'x','topic':'jp." + topic + "','year':" + year + ",'given':" + given + ",'expect':"
                        + expect + "}")
                .replace('\'', '"');
        return new CaseRunner().run(CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static void passes(int year, String topic, String given, String expect) {
        assertThat(run(year, topic, given, expect)).isEqualTo(new Result("x", Verdict.PASSED, ""));
    }

    private static void fails(int year, String topic, String given, String expect) {
        assertThat(run(year, topic, given, expect).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void withholding() {
        passes(
                2026,
                "withholding.monthly_table.kou",
                "{'pay_after_social_insurance':446000,'dependants':8,'method':'computer'}",
                "{'tax':940}");
        passes(
                2026,
                "withholding.monthly_table.otsu",
                "{'pay_after_social_insurance':104999,'column':'otsu'}",
                "{'tax':3216}");
        passes(2026, "withholding.nonresident", "{'gross':333333}", "{'tax':68066}");
        passes(2026, "withholding.daily.hei", "{'pay':11650,'column':'hei'}", "{'refused':true}");
        passes(2026, "withholding.table1", "{'A':158334}", "{'deduction':54168}");
        fails(
                2026,
                "withholding.computer_method",
                "{'pay_after_social_insurance':175000,'dependants':2}",
                "{'tax':220}");
    }

    @Test
    void bonuses() {
        passes(
                2025,
                "bonus.withholding.kou",
                "{'bonus_after_insurance':769300,'previous_month_pay_after_insurance':null,'dependants':1}",
                "{'tax':3180,'fallback':true,'divisor':6}");
        passes(
                2026,
                "bonus.withholding.otsu",
                "{'bonus_after_insurance':866709,'previous_month_pay_after_insurance':255930,'column':'otsu'}",
                "{'tax':176981,'rate_pct':'20.42'}");
        passes(
                2026,
                "bonus.social_insurance",
                "{'bonus':6000000,'fiscal_year_standard_bonus_before':1000000,'prefecture':'27','age':45}",
                "{'health_base':4730000,'pension_base':1500000,'pension_employee':137250}");
        passes(
                2025,
                "bonus.rate_lookup",
                "{'previous_month_pay_after_insurance':300000,'column':'otsu'}",
                "{'refused':true}");
    }

    @Test
    void insurance() {
        passes(
                2026,
                "social_insurance.rate",
                "{'prefecture':'新潟','premium_month':'2026-03'}",
                "{'health_rate':'9.21','support_rate':'0'}");
        passes(
                2026,
                "social_insurance.grade_lookup",
                "{'monthly_remuneration':665000}",
                "{'health_grade':36,'pension_grade':32,'pension_standard':650000}");
        passes(
                2025,
                "employment_insurance.rate_selection",
                "{'business':'construction','wage_closing_date':'2026-03-31'}",
                "{'employee':'6.5','employer':'11'}");
        passes(
                2026,
                "employment_insurance",
                "{'wage':300000,'business':'agriculture','wage_closing_date':'2026-04-30'}",
                "{'employee':1800,'employer':2850}");
        passes(2026, "workers_comp", "{'wage':286364,'per_mille':'3'}", "{'employer':859}");
        passes(
                2026,
                "social_insurance.pension_age",
                "{'born':'1956-05-01','premium_month':'2026-04'}",
                "{'pension_applies':false}");
        passes(
                2026,
                "social_insurance.loss_month",
                "{'last_day':'2026-03-31','premium_month':'2026-03'}",
                "{'premium_due':true}");
        passes(2026, "social_insurance.premiums", "{'last_day':'2026-03-31','pay_month':'2026-03'}", "{'premiums':2}");
    }

    @Test
    void decisions() {
        passes(
                2026,
                "remuneration.occasional_revision",
                "{'current_pay':300000,'months':[350000,352000,349000],'days':[31,30,31],'fixed_pay_change':'increase'}",
                "{'applies':true,'new_standard':360000,'average':350333}");
        passes(
                2026,
                "remuneration.occasional_revision",
                "{'current_pay':300000,'months':[350000,352000,349000],'days':[31,16,31],'fixed_pay_change':'increase'}",
                "{'applies':false,'reason':'fewer than 17 days'}");
        passes(
                2026,
                "remuneration.regular",
                "{'months':[300000,100000,310001],'days':[20,16,17]}",
                "{'average':305000,'standard':300000,'effective':'2026-09'}");
        passes(
                2026,
                "remuneration.leave_end",
                "{'current_pay':300000,'months':[280000,280000,280000]}",
                "{'applies':true,'standard':280000}");
    }

    @Test
    void year_end() {
        passes(2026, "year_end.eligibility", "{'total_pay':20000001}", "{'eligible':false}");
        passes(
                2026,
                "year_end.full",
                "{'total_pay':3000000,'withheld_tax':60000}",
                "{'annual_tax':50000,'refund':10000}");
        passes(2025, "year_end.earthquake", "{'earthquake':42000,'old_long_term':14800}", "{'deduction':50000}");
        passes(2025, "year_end.income_adjustment", "{'pay':8970001}", "{'income_adjustment':47001}");
        passes(
                2026,
                "year_end.life",
                "{'premiums':{'new_general':30001,'care_medical':90000},'under23':true}",
                "{'general':30001,'care':40000,'total':70001}");
    }

    @Test
    void resident_tax_and_retirement() {
        passes(2026, "resident_tax.installments", "{'annual':180300}", "{'june':15300,'monthly':15000}");
        passes(
                2026,
                "resident_tax.leaver",
                "{'last_day':'2027-03-31','monthly':15000,'last_pay':300000}",
                "{'collect':45000}");
        passes(
                2026,
                "resident_tax.leaver",
                "{'last_day':'2026-09-30','monthly':15000,'request':true}",
                "{'collect':135000}");
        passes(
                2026,
                "retirement_income",
                "{'pay':20000000,'years':30}",
                "{'deduction':15000000,'taxable':2500000,'income_tax':155702,'resident_tax':250000}");
        passes(
                2026,
                "retirement_income",
                "{'pay':5000000,'years':3,'kind':'officer','decl':true}",
                "{'taxable':3800000}");
    }

    @Test
    void payslips() {
        passes(
                2026,
                "payslip",
                "{'pay_month':'2026-05','gross':300000,'grade':300000,'column':'kou','dependants':1}",
                "{'income_tax':4710,'tax_base':255930}");
        passes(
                2026,
                "payslip.nonresident",
                "{'pay_month':'2026-05','gross':300000,'grade':300000,'column':'nonresident'}",
                "{'income_tax':61260}");
        passes(
                2026,
                "payslip",
                "{'pay_month':'2026-06','gross':300000,'grade':300000,'resident_tax':15300,'ei':'6/10.5'}",
                "{'resident_tax':15300,'ei_employee':1800}");
        fails(2026, "payslip", "{'pay_month':'2026-05','gross':300000,'grade':300000}", "{'income_tax':1}");
    }
}
