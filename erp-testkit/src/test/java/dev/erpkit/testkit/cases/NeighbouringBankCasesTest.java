package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Cases of bank and payments in other shapes than the shipped ones. */
class NeighbouringBankCasesTest {
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

    /** Tryton's scenario of payment clearing: 30 of 50 paid, failed, 50 paid and on the statement, and back. */
    @Test
    void a_payment_stands_on_the_clearing_account_until_the_bank_books_it() {
        passes(
                "{'payable':'-50.00','payment':'30.00'}",
                "['succeed payment','fail payment']",
                "{'after_succeed':{'payable':'-20.00','clearing':'-30.00'},'after_fail':{'payable':'-50.00','clearing':'0.00','state':'failed'}}");
        passes(
                "{'payable':'50','payment':'50'}",
                "['process the payment','validate statement','reimburse']",
                "{'steps':[{'bank_clearing':'-50','state':'processing'},{'bank_clearing':'0','bank':'-50','state':'succeeded'},{'payable':'-50','bank':'0','state':'failed'}]}");
        passes(
                "{'invoice':'100','payment':'100','bounce_fee':'5'}",
                "['receive the payment','the bank books it','the check bounces']",
                "{'invoice_open':'100','bank':'-5','fee':'5','payment_state':'bounced'}");
        fails(
                "{'payable':'50','payment':'30'}",
                "['succeed payment','fail payment']",
                "{'after_fail':{'payable':'-20'}}");
    }

    @Test
    void small_differences_are_written_off_within_the_limit() {
        passes(
                "{'invoice':'100','payment':'99','write_off_limit':'1'}",
                "['allocate']",
                "{'open':'0','written_off':'1','state':'paid'}");
        passes(
                "{'invoice':'100','payment':'98','write_off_limit':'1'}",
                "['allocate']",
                "{'open':'2','write_off':'0'}");
        passes("{'bill':'100','payment':'101','tolerance_percent':'1'}", "['pay']", "{'open':'0','payment_open':'0'}");
        fails("{'invoice':'100','payment':'99','tolerance':'1'}", "['pay']", "{'open':'1'}");
    }

    @Test
    void claims_are_netted_against_debts() {
        passes(
                "{'receivable':['100','20'],'payable':'110'}",
                "['net the party']",
                "{'receivable_open':['0','10'],'payable_open':'0','netted':'110'}");
        fails("{'invoice':'100','bill':'70'}", "['offset']", "{'invoice_open':'0'}");
    }

    @Test
    void statements_add_up_or_not() {
        passes(
                "{'start_balance':'100','lines':['-20','5.50'],'end_balance':'85.50'}",
                "['validate the statement']",
                "{'difference':'0','valid':true,'sum':'-14.50'}");
        passes(
                "{'opening':{'amount':'10','indicator':'DBIT'},'entries':[{'date':'2026-01-02','amount':'3','indicator':'CRDT','description':'x'}],'closing':{'amount':'6','indicator':'DBIT'}}",
                "['import']",
                "{'difference':'1','result':'refused','computed_closing':'-7'}");
        fails("{'opening':'1','entries':[],'closing':'2'}", "['check']", "{'balanced':true}");
    }

    @Test
    void references_and_occurrences_tell_lines_apart() {
        passes(
                "{'file_1':[{'date':'2026-06-01','amount':'-10','text':'a','reference':'r1'},{'date':'2026-06-01','amount':'-10','text':'a','reference':'r2'}],'file_2':[{'date':'2026-06-01','amount':'-10','text':'a"
                        + " changed','reference':'r1'}]}",
                "['import file 1 twice','import file 2']",
                "{'added':['2','0','0'],'total_lines':'2'}");
        fails(
                "{'file_1':[{'date':'2026-06-01','amount':'-10','text':'a'}]}",
                "['import file 1','import file 1 again']",
                "{'lines_after':['1','2']}");
    }
}
