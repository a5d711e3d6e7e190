package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Neighbours of the shipped cases of terms, discount, cash rounding and dunning, with the figures of peers' own tests. */
class CollectionCasesTest {
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

    private static void claimsNothing(String given, String when, String expect) {
        assertThat(run(given, when, expect).verdict()).isEqualTo(Verdict.UNSUPPORTED);
    }

    /** tryton account_invoice test_module.py. */
    @Test
    void instalments_of_tryton() {
        String lines =
                "'lines':[{'type':'percent','ratio':'0.25','divisor':'4','of':'rest','relativedelta':{'days':30}},"
                        + "{'type':'percent_on_total','ratio':'0.25','relativedelta':{'months':1}},"
                        + "{'type':'fixed','amount':'%s','relativedelta':{'months':1,'days':30}},"
                        + "{'type':'remainder','relativedelta':{'months':2,'days':30,'day':15}}]";
        String expected =
                "{'instalments':[{'date':'2011-10-31','amount':'396.84'},{'date':'2011-11-01','amount':'396.84'},"
                        + "{'date':'2011-12-01','amount':'396.84'},{'date':'2012-01-14','amount':'%s'}],'sum':'1587.35'}";
        String given = "{'amount':'1587.35','date':'2011-10-01'," + lines.formatted("396.84") + "}";
        passes(given, "['compute']", expected.formatted("396.83"));
        fails(given, "['compute']", expected.formatted("396.84"));
        passes(
                "{'amount':'-10.00','date':'2011-10-01'," + lines.formatted("4.0") + "}",
                "['compute']",
                "{'instalments':['-2.5','-2.5','-4.0','-1.0']}");
        passes(
                "{'amount':'0','date':'2016-05-17','lines':[{'share':'25','days':1},{'share':'rest','months':1}]}",
                "['compute']",
                "{'instalments':[{'date':'2016-05-17','amount':'0.0'}]}");
    }

    /** odoo test_payment_term.py. */
    @Test
    void instalments_of_odoo() {
        passes(
                "{'total':'0.03','lines':[{'percent':'50'},{'percent':'50'}]}",
                "['compute']",
                "{'amounts':['0.02','0.01']}");
        passes(
                "{'total':'1000','lines':[{'percent':'70'},{'fixed':'x','amount':'200'},{'percent':'30'}]}"
                        .replace("'fixed':'x'", "'type':'fixed'"),
                "['compute']",
                "{'amounts':['700','200','100']}");
        passes(
                "{'total_foreign':'868.35','total_base':'434.18','currency':'EUR','cash_rounding':'0.05',"
                        + "'lines':[{'percent':'50','days':2},{'percent':'50','days':4}],'date':'2016-01-01'}",
                "['compute']",
                "{'lines':[{'date':'2016-01-03','company_amount':'217.10','foreign_amount':'434.20'},"
                        + "{'date':'2016-01-05','company_amount':'217.08','foreign_amount':'434.15'}],"
                        + "'total':'868.35','base_total':'434.18'}");
        passes("{'total':'100','lines':[{'percent':'50'}]}", "['create the term']", "{'refused':true}");
        passes(
                "{'total':'100','lines':[{'percent':'60'},{'percent':'50'}]}",
                "['create']",
                "{'error':'shares above 100 %'}");
        fails("{'total':'100','lines':[{'percent':'50'},{'percent':'50'}]}", "['create']", "{'refused':true}");
        claimsNothing("{'total':'100','lines':[{'net':'50'}]}", "['compute']", "{'tax':'5'}");
    }

    @Test
    void lines_whose_fields_say_what_they_are() {
        passes(
                "{'amount':'1587.35','date':'2011-10-01','lines':[{'percent_of_remaining':'25','due':'+30 days'},"
                        + "{'percent_of_total':'25','due':'+1 month'},{'fixed':'396.84','due':'+1 month +30 days'},"
                        + "{'remainder':true,'due':'+2 months, day 15, +30 days'}]}",
                "['compute']",
                "{'instalments':[['2011-10-31','396.84'],['2011-11-01','396.84'],['2011-12-01','396.84'],['2012-01-14','396.83']]}");
    }

    @Test
    void due_dates_in_words() {
        passes(
                "{'rules':{'A':'net 30','B':'30 days, end of month on the 10th','C':'20日締め翌月末払い',"
                        + "'D':'the 15th of the month, min 31 days from now','E':'10th of the month after next'},"
                        + "'invoice_dates':['2023-12-12','2023-12-31']}",
                "['compute']",
                "{'A':['2024-01-11','2024-01-30'],'B':['2024-02-10','2024-02-10'],'C':['2024-01-31','2024-02-29'],"
                        + "'D':['2024-01-15','2024-02-15'],'E':['2024-02-10','2024-02-10']}");
        passes(
                "{'rule':{'closing_day':20,'months':1,'pay_day':'end'},'invoice_date':'2026-04-21'}",
                "['compute']",
                "{'due':'2026-06-30'}");
        fails("{'rule':'net 30','date':'2023-12-12'}", "['compute']", "{'due':'2024-01-12'}");
        claimsNothing("{'rule':'when the cows come home','date':'2023-12-12'}", "['compute']", "{'due':'2024-01-12'}");
    }

    /** odoo test_early_payment_discount.py. */
    @Test
    void discounts_of_odoo() {
        passes(
                "{'policy':'included','lines':[{'net':'1000','taxes':['15%']},{'net':'2000','taxes':[]}],'discount_percent':'10'}",
                "['pay the bill in time']",
                "{'invoice_total':'3150','payment':'2835','postings':[{'account':'payable','amount':'3150'},"
                        + "{'account':'bank','amount':'-2835'},{'account':'discount-received','amount':'-200'},"
                        + "{'account':'discount-received-taxed','amount':'-100'},{'account':'input-tax','amount':'-15'}]}");
        String two =
                "'invoices':[{'net':'1000','taxes':['15%'],'date':'FIRST'},{'net':'2000','taxes':[],'date':'2019-01-01'}],"
                        + "'discount_percent':'10','discount_days':'10','payment_date':'2019-01-01'}";
        passes(
                "{'policy':'excluded'," + two.replace("FIRST", "2019-01-01"),
                "['pay both']",
                "{'total':'3150','discount':'300','payment':'2850'}");
        passes(
                "{'policy':'mixed'," + two.replace("FIRST", "2019-01-01"),
                "['pay both']",
                "{'total':'3135','discount':'300','payment':'2835'}");
        passes(
                "{'policy':'mixed'," + two.replace("FIRST", "2017-01-01"),
                "['pay both']",
                "{'total':'3135','postings':[{'account':'receivable','amount':'-3135'},{'account':'discount','amount':'200'},"
                        + "{'account':'bank','amount':'2935'}]}");
        passes(
                "{'policy':'mixed','lines':[{'price':'121','taxes':['21% included']}],'discount_percent':'2'}",
                "['post']", "{'untaxed':'100','tax':'20.58','total':'120.58','tax_base':'98'}");
        passes(
                "{'policy':'included','lines':[{'net':'1000','taxes':['20% reverse charge']}],'discount_percent':'2'}",
                "['pay the bill']",
                "{'invoice_total':'1000','payment':'980','postings':[{'account':'payable','amount':'1000'},"
                        + "{'account':'bank','amount':'-980'},{'account':'discount-received','amount':'-20'},"
                        + "{'account':'input-tax','amount':'-4'},{'account':'output-tax','amount':'4'}]}");
        passes(
                "{'lines':[{'net':'1000','taxes':[{'rate':'15'}]}],'terms':'10/10 net 30'}",
                "['pay in time under each policy']",
                "{'included':'1035','excluded':{'payment':'1050'},'mixed':{'total':'1135','payment':'1035'}}");
        passes(
                "{'lines':[{'net':'1000','taxes':[{'rate':'20','reverse_charge':true}]}],'terms':'2% within 7 days'}",
                "['pay the bill']",
                "{'postings':[{'account':'payable','amount':'1000'},{'account':'bank','amount':'-980'},"
                        + "{'account':'cash-discount','amount':'-20'},{'account':'tax','amount':'-4'},"
                        + "{'account':'tax-due','amount':'4'}]}");
        fails(
                "{'policy':'excluded','lines':[{'net':'1000','taxes':['15%']}],'discount_percent':'10'}",
                "['pay']", "{'payment':'1035'}");
        claimsNothing("{'lines':[{'net':'1000','taxes':['15%']}]}", "['pay']", "{'total':'1150'}");
    }

    /** odoo test_account_move_out_invoice.py, and credit notes as the invoice negated. */
    @Test
    void cash_rounding_of_odoo() {
        passes(
                "{'total':'1409.99','unit':'0.05','mode':'DOWN','taxes':['180','30'],'strategy':'biggest_tax'}",
                "['round']",
                "{'total':'1409.95','difference':'-0.04','taxes':['179.96','30'],'tax':'209.96'}");
        passes(
                "{'total':'1409.99','rounding':'0.05','method':'UP','strategy':'add_invoice_line'}",
                "['round']",
                "{'total':'1410','difference':'0.01','posted_as':'gain'}");
        passes(
                "{'total':'-1409.99','rounding':'0.05','method':'UP'}",
                "['round']",
                "{'total':'-1410','difference':'-0.01','posted_as':'loss'}");
        fails("{'total':'-1409.99','rounding':'0.05','method':'UP'}", "['round']", "{'total':'-1409.95'}");
        claimsNothing("{'total':'1','rounding':'0.05','method':'BY EYE'}", "['round']", "{'total':'1'}");
    }

    /** tryton account_dunning_fee, erpnext test_dunning.py. */
    @Test
    void dunning_charges() {
        String given =
                "{'levels':[{'overdue_days':5,'fee':'10'},{'overdue_days':10,'fee_percent':'15'}],'amount':'100'}";
        passes(
                given,
                "['run D+5','send','run D+10','send']",
                "{'receivable':['100','110','110','125'],'steps':['level 1 draft','level 1 sent','level 2 draft','level 2 sent']}");
        fails(given, "['run D+5','send']", "{'receivable':['100','111']}");
        passes(
                "{'outstanding':'100','overdue_days':15,'rate_of_interest':'10','dunning_fee':'10'}",
                "['create the dunning']",
                "{'total_interest':'0.41','dunning_fee':'10.00','dunning_amount':'10.41','grand_total':'110.41'}");
        claimsNothing(given, "['sue']", "{'steps':['none']}");
    }

    @Test
    void shares_of_a_total_are_settled_oldest_first() {
        passes(
                "{'invoice':'200','schedule':[{'share':'30','due':'+30'},{'share':'50','due':'+60'},{'share':'20','due':'+90'}]}",
                "['pay 80']",
                "{'rows':[{'invoiced':'60','paid':'60','open':'0'},{'invoiced':'100','paid':'20','open':'80'},"
                        + "{'invoiced':'40','paid':'0','open':'40'}],'open':'120'}");
    }
}
