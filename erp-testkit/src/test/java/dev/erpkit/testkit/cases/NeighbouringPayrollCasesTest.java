package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Payroll cases of the same kinds as the shipped ones in other shapes. */
class NeighbouringPayrollCasesTest {
    private static Result run(String topic, int year, String given, String expect) {
        String json = ("{'id':'x','topic':'" + topic + "','year':" + (year == 0 ? "null" : year) + ",'given':" + given
                        + ",'expect':" + expect + "}")
                .replace('\'', '"');
        return new CaseRunner().run(CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static void passes(String topic, int year, String given, String expect) {
        assertThat(run(topic, year, given, expect)).isEqualTo(new Result("x", Verdict.PASSED, ""));
    }

    private static void fails(String topic, int year, String given, String expect) {
        assertThat(run(topic, year, given, expect).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void withholding() {
        String topic = "us.fit.percentage_method";
        passes(topic, 2026, "{'wages':4000,'frequency':'monthly'}", "{'tax':'298.33'}");
        passes(topic, 2026, "{'wage':'4000','freq':'monthly','status':'single','extra':10}", "{'fit':'308.33'}");
        passes(topic, 2026, "{'wage':'4000','freq':'monthly','status':'single','step3':1200}", "{'fit':'198.33'}");
        passes(topic, 2026, "{'wage':'2000','freq':'bi-weekly','status':'single','legacy_allowances':2}", "{'fit':'156.15'}");
        fails(topic, 2026, "{'wage':'4000','freq':'monthly','status':'single'}", "{'fit':'298.34'}");
        fails(topic, 2024, "{'wage':'4000','freq':'monthly','status':'single'}", "{'fit':'298.33'}");
        fails(
                "us.fit.wage_bracket_midpoint",
                2026,
                "{'frequency':'monthly','wage_from':4000,'wage_to':4040,'midpoint':'4015','status':'single','step2':false}",
                "{'whole_dollar_tax':300}");
        assertThat(run(topic, 2026, "{'wage':'4000','freq':'monthly','moon':1}", "{'fit':'298.33'}").verdict())
                .isEqualTo(Verdict.UNSUPPORTED);
        passes("us.fit.supplemental", 2026, "{'bonus':'10000','ytd':'995000'}", "{'fit':'2950.00'}");
    }

    @Test
    void contributions_and_unemployment() {
        passes("us.fica", 2025, "{'wage':'10000','ytd':'170000'}", "{'ss':'378.20','medicare':'145.00'}");
        passes("us.fica", 2026, "{'wage':'100000'}", "{'ss':'6200','employer_ss':'6200','fica':'7650'}");
        fails("us.fica", 2025, "{'wage':'10000','ytd':'170000'}", "{'ss':'620.00'}");
        passes("us.futa", 2025, "{'wages':'7000','state':'VI'}", "{'futa':'357.00'}");
        passes("us.futa", 2026, "{'wages':'3000','ytd':'6000'}", "{'taxable':'1000','futa':'6.00'}");
        fails("us.futa", 2026, "{'wages':'3000','state':'CA'}", "{'futa':'18.00'}");
    }

    @Test
    void overtime() {
        passes("us.flsa.regular_rate", 2026, "{'rate':'12','hours':46,'bonus':46}", "{'regular_rate':'13','total':'637'}");
        passes(
                "us.flsa.piece_rate",
                2026,
                "{'piece_earnings':491,'hours':50,'waiting_hours':4,'waiting_rate':8}",
                "{'regular_rate':'10.46','premium':'52.30','total':'575.30'}");
        passes(
                "us.flsa.weighted_average",
                2026,
                "{'work':[{'hours':20,'rate':10},{'hours':25,'rate':'12.50'}]}",
                "{'premium':'28.47'}");
        passes("us.flsa.fluctuating_workweek", 2026, "{'salary':'600','hours':'44'}", "{'regular_rate':'13.64','total':'627.28'}");
        fails("us.flsa.fluctuating_workweek", 2026, "{'salary':'600','hours':'44'}", "{'total':'627.27'}");
    }

    @Test
    void limits() {
        passes("us.garnishment.ordinary", 2026, "{'disposable_weekly':'250'}", "{'max':'32.50'}");
        passes("us.garnishment.support", 2026, "{'disposable_weekly':'300','supports_other':true,'arrears':true}", "{'max':'165'}");
        fails("us.garnishment.ordinary", 2026, "{'disposable_weekly':'250'}", "{'max':'62.50'}");
    }

    @Test
    void engine() {
        String rules = "'rules':{'C':'A - B','B':'A*0.5','A':'base*prorate'}";
        passes(
                "engine.dependency_order",
                0,
                "{'base':1000,'working_days':20,'payment_days':5," + rules + "}",
                "{'A':250,'B':125,'C':125}");
        fails("engine.dependency_order", 0, "{'base':1000," + rules + "}", "{'A':1000,'B':500,'C':501}");
        passes("engine.cycle", 0, "{'base':1,'rules':{'A':'B','B':'A'}}", "{'error':'cycle'}");
        passes("retro.delta", 0, "{'paid':100,'earlier_correction':[5,-10],'new_amount':90}", "{'delta':-5}");
        fails("retro.delta", 0, "{'paid':100,'new_amount':90}", "{'delta':10}");
        passes("payroll.proration", 0, "{'base':3000,'working_days':23,'payment_days':12}", "{'amount':'1565.22'}");
    }
}
