package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Cases of tax on payment in other shapes than the shipped ones. */
class CashTaxCasesTest {
    private static Result run(String given, String when, String expect) {
        String json = ("{'id':'x','topic':'x','given':" + given + ",'when':" + when + ",'expect':" + expect + "}")
                .replace('\'', '"');
        return new CaseRunner().run(CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static void passes(String given, String when, String expect) {
        assertThat(run(given, when, expect)).isEqualTo(new Result("x", Verdict.PASSED, ""));
    }

    private static void fails(String given, String when, String expect) {
        assertThat(run(given, when, expect).verdict()).isEqualTo(Verdict.FAILED);
    }

    /** Tryton, scenario_account_tax_cash_reconciliation.rst. */
    @Test
    void an_instalment_is_matched() {
        String given = "{'price':'100','terms':['50%','remainder'],'taxes':[{'rate':'10','exigible':'on payment'}]}";
        String expect = "{'total':'110.00','after_invoice':{'cash_basis':{'base':'0','tax':'0'}},"
                + "'after_first_term':{'cash_basis':{'base':'50.00','tax':'5.00'}}}";
        passes(given, "['post the invoice','reconcile a payment with the first term']", expect);
        passes(given, "['post the invoice','pay 55']", expect);
        fails(given, "['post the invoice','pay 50']", expect);
    }

    @Test
    void payments_are_undone_and_paid_in_full() {
        String given = "{'price':'100','taxes':[{'type':'percent','rate':'10','exigible':'on_payment'}]}";
        passes(
                given,
                "['post','pay 60','pay the rest','un-match','pay again the rest']".replace(",'pay again the rest'", ""),
                "{'after_60':{'base':'54.55','tax':'5.45'},'after_110':{'base':'100','tax':'10','waiting':'0'},"
                        + "'after_unmatch':{'tax':'5.45','waiting':'4.55'}}");
        passes(given, "['post','pay 60','recognise again']", "{'after_replay':{'tax':'5.45'}}");
        passes(
                "{'price':'100','payments':['33.33','33.33','43.34'],'taxes':[{'rate':'10','cash_basis':true}]}",
                "['post']",
                "{'recognised':['3.03','3.03','3.94'],'final':{'tax':'10.00'}}");
        fails(given, "['post','pay 60']", "{'after_60':{'tax':'6.00'}}");
    }

    /** Odoo, test_reconcile_cash_basis_workflow_single_currency, with the payments it splits into. */
    @Test
    void taxes_of_tiny_amounts() {
        passes(
                "{'base':'100','taxes':['33.33','0.01'],'total':'133.34','payments':['33.34','11.11','44.45','44.44']}",
                "['post the invoice']",
                "{'recognised':[['8.33','0.00'],['2.78','0.00'],['11.11','0.01'],['11.11','0.00']],'full':{'tax':'33.34'}}");
    }

    @Test
    void a_supplier_bill_is_the_same_the_other_way() {
        passes(
                "{'type':'supplier','price':'100','taxes':[{'rate':'10','exigible':'on payment'}]}",
                "['post the bill','pay 110']",
                "{'after_110':{'cash_basis':{'base':'100.00','tax':'10.00'}}}");
    }

    @Test
    void days_of_bills_and_payments() {
        passes(
                "{}",
                "[{'bill':'2026-01-31','payment':'2026-02-14','locked_through':'2026-02-28'},"
                        + "{'bill':'2026-01-31','payment':'2026-02-14'}]",
                "{'dates':['2026-03-01','2026-02-14']}");
        fails("{}", "[{'invoice':'2026-01-31','payment':'2026-02-14'}]", "{'dates':['2026-01-31']}");
    }
}
