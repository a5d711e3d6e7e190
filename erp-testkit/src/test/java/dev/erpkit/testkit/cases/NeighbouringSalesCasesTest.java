package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Cases of sales of the same kinds as the shipped ones in other shapes. */
class NeighbouringSalesCasesTest {
    private static Result run(String given, String expect) {
        String json = ("{'id':'x','topic':'quotes, orders','given':" + given + ",'expect':" + expect + "}")
                .replace('\'', '"');
        return new CaseRunner().run(CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static void passes(String given, String expect) {
        assertThat(run(given, expect)).isEqualTo(new Result("x", Verdict.PASSED, ""));
    }

    private static void fails(String given, String expect) {
        assertThat(run(given, expect).verdict()).isEqualTo(Verdict.FAILED);
    }

    private static void claimsNothing(String given, String expect) {
        assertThat(run(given, expect).verdict()).isEqualTo(Verdict.UNSUPPORTED);
    }

    /** Further figures of OCA sale_triple_discount. */
    @Test
    void discounts_stack_on_one_line_and_on_several() {
        passes(
                "{'price':600,'quantity':1,'discounts':[50,50,50],'mode':'multiplicative','tax_percent':15}",
                "{'net':75,'tax':11.25,'total':86.25}");
        passes("{'price':600,'quantity':1,'discounts':[0,-50,50],'tax_percent':15}", "{'net':450,'tax':67.5}");
        fails("{'price':600,'quantity':1,'discounts':[0,-50,50],'tax_percent':15}", "{'net':450,'tax':67.51}");
        passes("{'price':600,'quantity':2,'discount':50}", "{'net':600,'discount':600,'discount_percent':50}");
        passes(
                "{'lines':[{'price':600,'quantity':1,'discounts':[50,50,50]},{'price':60,'quantity':10,'discounts':[0,0,50]}],"
                        + "'tax_percent':15}",
                "{'net':375,'tax':56.25,'line_nets':[75,300]}");
        passes(
                "{'lines':[{'price':600,'quantity':1,'discount1':50,'discount2':50,'discount3':50},"
                        + "{'price':60,'quantity':10,'discount2':10,'discount3':50,'mode':'additive'}],'tax_percent':15}",
                "{'net':315,'tax':47.25}");
        claimsNothing("{'price':600,'discount':10}", "{'net':540,'mood':'good'}");
        claimsNothing("{'price':600,'discount':10,'weather':'fine'}", "{'net':540}");
    }

    /** Further figures of OCA sale_fixed_discount. */
    @Test
    void a_fixed_discount_is_off_each_unit() {
        passes(
                "{'price':200,'quantity':2,'fixed_discount':20,'tax_percent':15}",
                "{'discount_percent':10,'net':360,'total':414}");
        passes("{'price':200,'quantity':1,'fixed_discount':20,'discount_percent':5}", "{'refused':true}");
        fails("{'price':200,'quantity':1,'fixed_discount':20,'discount_percent':10}", "{'refused':true}");
        passes(
                "{'lines':[{'price':200,'quantity':1,'discount':50},{'price':100,'quantity':1,'fixed_discount':5}],"
                        + "'taxes_percent':[15]}",
                "{'net':195,'total':224.25}");
    }

    /** Further figures of OCA sale_global_discount. */
    @Test
    void discounts_of_the_order_come_after_those_of_the_lines() {
        String lines = "{'lines':[{'price':75,'quantity':2},{'price':33.33,'quantity':3}],'taxes_percent':[15,5],";
        passes(
                lines + "'order_discounts':[20,30]}",
                "{'discount':110.0,'net':139.99,'tax':28.0,'total':167.99,'net_before_discount':249.99}");
        passes(lines + "'order_discounts':[30,50]}", "{'discount':162.49,'net':87.5,'tax':17.51,'total':105.01}");
        fails(lines + "'order_discounts':[30,50]}", "{'discount':162.50,'net':87.5,'tax':17.51,'total':105.01}");
        passes(
                "{'lines':[{'price':75,'quantity':2,'taxes_percent':[15,5]},{'price':33.33,'quantity':3,'taxes_percent':[5]}],"
                        + "'order_discounts':[20]}",
                "{'error':'refused: incompatible taxes'}");
    }

    @Test
    void what_is_invoiced_and_what_is_not_is_the_total() {
        String lines =
                "{'lines':[{'price':10,'quantity':10},{'price':4,'quantity':25},{'price':5,'quantity':20}],'tax_percent':21,";
        passes(lines + "'invoiced_lines':[1,2,3]}", "{'invoiced':363.0,'uninvoiced':0,'total':363.0}");
        passes(lines + "'invoiced_lines':[]}", "{'invoiced':0,'uninvoiced':363.0}");
        passes(lines + "'invoiced_quantities':[5,0,10]}", "{'invoiced':121,'uninvoiced':242}");
    }

    @Test
    void revisions_are_counted_or_told() {
        passes(
                "{'quote':'Q7','revise':0}",
                "{'names':['Q7'],'states':['draft'],'current':'Q7','history_of_current':[]}");
        passes(
                "{'quote':'Q7','revise':1}",
                "{'names':['Q7','Q7-01'],'states':['cancelled','draft'],'order_from_superseded':'refused'}");
        fails("{'quote':'Q7','revise':1}", "{'current':'Q7'}");
        passes(
                "{'quote':'A sent, revision B drafted'}",
                "{'while_draft':'A is current, B is draft','order_from_current':'accepted'}");
        fails("{'quote':'A sent, revision B drafted'}", "{'while_draft':'B is current'}");
        claimsNothing("{'quote':'A sent, revision B drafted'}", "{'while_draft':'who knows'}");
        passes("{'valid_until':'2026-04-30','accepted_on':'2026-05-01'}", "{'state':'expired','accepted':false}");
        passes("{'valid_until':'2026-04-30','accepted_on':'2026-04-30'}", "{'accepted':true}");
        fails("{'valid_until':'2026-04-30','accepted_on':'2026-05-01'}", "{'accepted':true}");
    }

    @Test
    void progress_of_a_line() {
        passes("{'ordered':10,'delivered':6,'invoiced':5}", "{'to_invoice':5,'backorder':4}");
        passes(
                "{'ordered':10,'delivered':6,'invoiced':5,'invoice_policy':'delivery'}",
                "{'to_invoice':1,'backorder':4}");
        passes("{'ordered':10,'delivered':[4,4],'cancelled':2}", "{'backorder':0,'wanted':8,'to_invoice':8}");
        passes("{'ordered':10,'delivered':11}", "{'refused':true}");
        passes("{'ordered':10,'delivered':11,'tolerance_percent':10}", "{'refused':false,'backorder':0}");
        fails("{'ordered':10,'delivered':11,'tolerance_percent':10}", "{'refused':true}");
    }

    @Test
    void frames_and_credit() {
        passes(
                "{'frame_quantity':20,'call_offs':[12,9,8]}",
                "{'results':['accepted','refused','accepted'],'remaining':0}");
        passes(
                "{'credit_limit':1000,'open_orders':300,'open_invoices':600,'new_order':101}",
                "{'used':900,'available':100,'allowed':false}");
        passes("{'credit_limit':1000,'open_orders':300,'open_invoices':600,'new_order':100}", "{'refused':false}");
        fails("{'credit_limit':1000,'open_invoices':900,'new_order':101}", "{'allowed':true}");
    }

    @Test
    void down_payments_milestones_and_retention() {
        passes(
                "{'order_total':1000,'down_payment_percent':30}",
                "{'down_payment':300,'final_invoice':700,'total_invoiced':1000}");
        passes(
                "{'order_total':100,'milestones':[33.3,33.3,33.4]}",
                "{'milestone_amounts':[33.30,33.30,33.40],'sum':100}");
        passes(
                "{'order_total':1000,'retention_percent':5,'invoice_percents':[40,60]}",
                "{'retained':[20,30],'released':50,'invoices':[380,570,50]}");
        fails("{'order_total':1000,'down_payment_percent':30}", "{'final_invoice':1000}");
    }

    @Test
    void closing_days() {
        passes(
                "{'closing_day':20,'date':'2026-03-21','collection_months':1,'collection_day':'末'}",
                "{'closing':'2026-04-20','due':'2026-05-31'}");
        passes(
                "{'closing_day':'末','date':'2026-04-01','previous_balance':110000,'receipts':[100000],'sales':[12345],"
                        + "'tax_percent':10}",
                "{'carried_over':10000,'tax':1234,'total':23579}");
    }
}
