package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Cases of the same kinds as the shipped ones in other shapes: right ones pass, wrong figures fail, the rest claims nothing. */
class NeighbouringCasesTest {
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

    /** The table of TigerBeetle's documentation of two-phase transfers. */
    @Test
    void an_amount_is_reserved_and_posted_in_whole_in_part_or_not_at_all() {
        String full =
                "{'after_pending':{'A':{'debits_pending':'123','debits_posted':'0'},'B':{'credits_pending':'123','credits_posted':'0'}},"
                        + "'after_post':{'A':{'debits_pending':'0','debits_posted':'123'}}}";
        passes("{'pending':'123'}", "['post the full amount']", full);
        fails("{'pending':'123'}", "['void']", full);
        passes(
                "{'pending':'123'}",
                "['reserve','post 100','post again']",
                "{'steps':['reserved','posted','rejected'],'posted':'100','pending':'0'}");
        passes("{'pending':'123'}", "['post 124']", "{'steps':['rejected'],'pending':'123','posted':'0'}");
        passes(
                "{'reserved':'123 USD'}",
                "['void','post']",
                "{'steps':['voided','rejected'],'pending':'0','posted':'0'}");
        passes(
                "{'pending':'5'}",
                "['let it expire','post']",
                "{'steps':['expired','rejected'],'pending':'0','posted':'0'}");
        claimsNothing("{'pending':'5'}", "['pray']", "{'pending':'5'}");
    }

    /** The example of TigerBeetle's documentation of linked events. */
    @Test
    void chains_stand_or_fall_together() {
        String batch =
                "{'batch':[{'id':'A','linked':false},{'id':'B','linked':true},{'id':'C','linked':true,'fails':'account not found'},{'id':'D'},{'id':'E'}]}";
        passes(
                batch,
                "['submit']",
                "{'posted':['A','E'],'errors':{'B':'linked event failed','C':'debit account not found','D':'linked_event_failed'}}");
        fails(
                batch,
                "['submit']",
                "{'posted':['A','E'],'errors':{'B':'linked event failed','C':'unbalanced','D':'linked event failed'}}");
        fails(batch, "['submit']", "{'posted':['A','D','E']}");
        passes(
                "{'batch':[{'id':'A','linked_to_next':true},{'id':'B','linked_to_next':false,'invalid':true}]}",
                "['post']",
                "{'posted':[],'error':{'A':'failed with its chain','B':'its own error'}}");
        claimsNothing(batch, "['submit']", "{'posted':['A','E'],'errors':{'B':'bad luck','C':'x','D':'y'}}");
    }

    @Test
    void a_year_is_closed_to_equity() {
        String given = "{'balances':{'cash':'300','capital':'-200','sales':'-500','rent':'400'}}";
        passes(
                given,
                "['close the year']",
                "{'postings':[{'account':'sales','amount':'500'},{'account':'rent','amount':'-400'},{'account':'retained-earnings','amount':'-100'}],'net_income':'100','after':{'sales':'0','cash':'300'},'sum':'0'}");
        fails(given, "['close the year']", "{'net_income':'-100'}");
        claimsNothing("{'balances':{'cash':'1'}}", "['close']", "{'net_income':'0'}");
    }

    @Test
    void layers_of_other_kinds_and_dates_of_several_entries() {
        passes(
                "{'purchases':[{'units':'3 A','total_cost':'7 B'},{'units':'2 A','cost':'1.50 B'}],'sales':[{'units':'-1 A','cost':'1.5 B'}]}",
                "['close with cost layers','close ignoring costs']",
                "{'with_costs':['-3 A for 7 B','-1 A @ 1.5 B'],'without_costs':['-4 A']}");
        passes(
                "{'entries':[{'date':'2020-01-01','postings':[{'account':'a','amount':'1 EUR','value_date':'2020-03-01'},{'account':'b','amount':'-1 EUR'}]},{'date':'2020-01-02','postings':[{'account':'a','amount':'2 EUR'},{'account':'b','amount':'-2 EUR'}]}]}",
                "['take it by posting dates as of 2020-02-01']",
                "{'a_posting':'2','b_posting':'-3','by_posting_date_sum':'-1'}");
    }

    @Test
    void a_balance_is_valued_on_several_days() {
        String given =
                "{'prices':[{'date':'2000-01-15','USD':'5 EUR'},{'date':'2000-02-01','USD':'2 EUR'}],'balance':'3 USD'}";
        passes(
                given,
                "['value on 2000-01-31','value on 2000-02-29']",
                "{'2000-01-31':{'EUR':'15'},'2000-02-29':{'EUR':'6'}}");
        fails(
                given,
                "['value on 2000-01-31','value on 2000-02-29']",
                "{'2000-01-31':{'EUR':'15'},'2000-02-29':{'EUR':'15'}}");
    }

    @Test
    void a_document_is_paid_in_parts_with_allowances_or_more_than_it_is_worth() {
        passes(
                "{'invoice':'100','payments':['30','20']}",
                "['allocate']",
                "{'open':'50','payment_open':'0','state':'open'}");
        passes(
                "{'bill_open':'-8000','payment':'-5000','discount':'-100'}",
                "['allocate the payment']",
                "{'open':'-2900'}");
        passes("{'invoice':'100','payment':'120'}", "['pay']", "{'open':'0','overpayment':'20','fully_paid':true}");
        fails("{'invoice':'100','payment':'120'}", "['pay']", "{'open':'-20'}");
        claimsNothing("{'invoice':'100','payment':'120','bonus':'1'}", "['pay']", "{'open':'0'}");
    }

    /** Figures of ERPNext, in shapes beside that of the shipped case. */
    @Test
    void an_amount_is_deferred_over_its_service() {
        passes(
                "{'amount':'50000','service_start_date':'2019-01-16','service_end_date':'2019-03-31','based_on':'months'}",
                "['process deferred accounting']",
                "{'months':'2.5','parts':[{'date':'2019-01-31','amount':'10000'},{'date':'2019-02-28','amount':'20000'},{'date':'2019-03-31','amount':'20000','deferred':'0'}],'deferred':'0'}");
        passes(
                "{'amount':'300','start':'2021-05-01','end':'2021-08-01','by':'months'}",
                "['recognise']",
                "{'may_2021':'100','2021-06':'100','2021-07-31':'100','aug_2021':'0','sum':'300'}");
        passes(
                "{'amount':'300','start':'2021-05-01','months':'0'}",
                "['recognise']",
                "{'may_2021':'300','jun_2021':'0'}");
        String frozen =
                "{'amount':'3000','service_from':'2023-05-01','service_to':'2023-07-31','basis':'months','frozen_upto':'2023-05-31'}";
        passes(
                frozen,
                "['run through 2023-06-30']",
                "{'parts':[{'date':'2023-06-30','amount':'1000'},{'date':'2023-06-30','amount':'1000'}],'left_deferred':'1000'}");
        passes(
                frozen.replace("'frozen_upto'", "'locked_through'"),
                "['run through 2023-06-30, on the first open day where locked']",
                "{'parts':[{'date':'2023-06-01','amount':'1000'},{'date':'2023-06-30','amount':'1000'}]}");
        passes(
                "{'total':'365','from':'2026-01-01','to':'2026-12-31','stop_date':'2026-01-31'}",
                "['recognise']",
                "{'recognised':'31','deferred':'334'}");
        fails(
                "{'amount':'100','service_from':'2019-01-10','service_to':'2019-03-15'}",
                "['recognise month by month']",
                "{'parts':['33.85','43.07','23.08']}");
        passes(
                "{'amount':'100','service_from':'2019-01-10','service_to':'2019-03-15'}",
                "['recognise month by month, cumulative']",
                "{'parts':['33.85','43.07','23.08']}");
        claimsNothing("{'amount':'100','service_from':'2019-01-10'}", "['recognise']", "{'sum':'100'}");
    }

    @Test
    void a_credit_note_is_split_by_policy() {
        passes(
                "{'invoice':'20000','recognised':'18854.18','credit_note':'19500','policy':'proportional'}",
                "['credit 19500']",
                "{'reverse_income':'18382.83','reverse_deferred':'1117.17','left':'500'}");
        passes(
                "{'total':'1200','service_from':'2026-01-01','service_to':'2026-12-31','basis':'months','recognised_through':'2026-06-30','credit':'700'}",
                "['credit 700, deferred first']",
                "{'reverse_deferred':'600','reverse_income':'100','left_deferred':'0','recognised_after':'500'}");
        fails("{'invoice':'100','recognised':'60','credit_note':'50'}", "['credit']", "{'reverse_deferred':'40'}");
        claimsNothing("{'invoice':'100','credit_note':'50'}", "['credit']", "{'left':'50'}");
    }

    /** Figures of scenarios of Tryton and of tests of hledger. */
    @Test
    void budgets_are_reported_spread_and_copied() {
        passes(
                "{'budget':{'revenue':'-150','expense':'50'},'actual':{'revenue':'-130','expense':'60'}}",
                "['compare']",
                "{'revenue':{'budget':'-150','actual':'-130','percentage':'0.8667'},'expense':{'percentage':'1.2000'},'total':{'budget':'-100','actual':'-70','percentage':'0.7000','available':'-30'}}");
        passes(
                "{'goals':{'expenses:bills':'100','expenses:bills:a':'20'},'spent':{'expenses:bills:a':'10','expenses:bills:d':'50','cash':'-1'}}",
                "['report']",
                "{'expenses:bills':'60 [50% of 120]','expenses:bills:a':'10 of 20 (50%)','expenses:bills:d':'50','unbudgeted':{'actual':'-1'},'all':{'actual':'59','percent':'49'}}");
        passes(
                "{'daily_goal':{'a':'10'},'spent':[{'date':'2018-01-01','a':'1'},{'date':'2018-01-03','a':'1'}]}",
                "['report']",
                "{'a':'2 of 30 (7%)','2018-01-03':{'a':'1 of 10 (10%)'}}");
        passes(
                "{'revenue_budget':'-150','expense_budget':'50','revenue_actual':'-130','expense_actual':'60'}",
                "['compare']",
                "{'revenue_percentage':'0.8667','expense_percentage':'1.2','total_percentage':'0.7','total_budget':'-100'}");
        fails("{'budget':{'a':'100'},'actual':{'a':'60'}}", "['compare']", "{'a':'60 of 100 (61%)'}");
        passes(
                "{'annual_budget':'50','periods':'12'}",
                "['create periods']",
                "{'sum':'50.00','first_period':'4.17','last_period':'4.16'}");
        passes(
                "{'budget':{'revenue':'-150','expense':'50'},'factor':'1.25'}",
                "['copy']",
                "{'revenue':'-187.50','expense':'62.50'}");
        passes("{'budget':'1000','weights':['1','2','1']}", "['spread by season']", "{'parts':['250','500','250']}");
        claimsNothing("{'budget':'1000','mood':'good'}", "['spread']", "{'sum':'1000'}");
    }

    /** Net assets of 600 EUR at 1.20 less 500 at 1.00 and 100 at 1.10 give 110; others have a fifth of 720. */
    @Test
    void a_subsidiary_is_translated_with_the_part_of_others() {
        String given = "{'currency':'EUR','group_currency':'USD','ownership':'80 %',"
                + "'rates':{'closing':'1.20','average':'1.10','historical':'1.00'},"
                + "'balances':{'cash':'600','share_capital':'-500','sales':'-100'}}";
        passes(
                given,
                "['translate and consolidate']",
                "{'USD':{'cash':'720','share_capital':'-500','sales':'-110'},'cta':'-110','minority_interest':'-144',"
                        + "'net_income':'110','sum':'0'}");
        fails(given, "['consolidate']", "{'cta':'110'}");
        passes(
                "{'from':'EUR','to':'USD','rate':'1.5','balances':{'cash':'10','equity':'-10'}}",
                "['convert']",
                "{'cash':'15','equity':'-15','translation_difference':'0'}");
        claimsNothing(given, "['consolidate']", "{'goodwill':'0'}");
        claimsNothing(given.replace("'ownership'", "'weather'"), "['consolidate']", "{'cta':'-110'}");
    }

    /** The journal of hledger's incomestatement and balancesheet tests. */
    @Test
    void statements_are_drawn_up_from_a_journal() {
        String given =
                "{'entries':[{'date':'2015-10-10','postings':{'assets:receivables':'10000','revenue:a':'-10000'}},"
                        + "{'date':'2015-11-02','postings':{'assets:checking':'10000','assets:receivables':'-10000'}},"
                        + "{'date':'2016-02-01','postings':[{'account':'assets:receivables','amount':'10'},{'account':'revenue:b','amount':'-10'}]},"
                        + "{'date':'2016-02-15','postings':{'expense:hosting':'50','assets:checking':'-50'}}]}";
        passes(
                given,
                "['income statement 2016']",
                "{'revenues':{'revenue:b':'10','total':'10'},'expenses':{'expense:hosting':'50','total':'50'},'net':'-40'}");
        passes(given, "['incomestatement from 2015 to 2017-01-01']", "{'revenues':'10010','net':'9960'}");
        passes(given, "['income statement 2015-10']", "{'revenues':'10000','expenses_total':'0','net':'10000'}");
        passes(
                given,
                "['balance sheet 2016-02-01']",
                "{'assets':{'assets:checking':'10000','total':'10010'},'net':'10010'}");
        fails(given, "['income statement 2016']", "{'net':'40'}");
        claimsNothing(given, "['income statement 2016']", "{'weather':'1'}");
    }

    @Test
    void a_period_is_closed_when_nothing_blocks() {
        passes(
                "{'drafts':2,'unmatched_bank_lines':3}",
                "['close the period']",
                "{'closed':false,'blockers':1,'warnings':1}");
        passes("{'drafts':0,'unmatched_bank_lines':3}", "['close the month']", "{'closed':true}");
        fails("{'drafts':1}", "['close the month']", "{'closed':true}");
        claimsNothing("{'mood':1}", "['close the month']", "{'closed':true}");
    }

    /** A year of 200,000 as in tests of ERPNext: a month more than its share, and a year more than it has. */
    @Test
    void a_budget_lets_pass_warns_or_stops() {
        passes(
                "{'annual_budget':'200000','amount':'250000'}",
                "['post the entry']",
                "{'refused':true,'available':'200000','exceeded_by':'50000'}");
        passes(
                "{'annual_budget':'200000','amount':'40000','action':'ignore','horizon':'monthly'}",
                "['post']",
                "{'accepted':true,'available_after':'160000'}");
        passes(
                "{'annual_budget':'120000','spent':'9999','amount':'10002','date':'2026-01-20'}",
                "['post against the accumulated monthly budget']",
                "{'decision':'stop','limit':'10000'}");
        passes(
                "{'budget':'100','actual':'60','committed':'30','order':'11'}",
                "['order']",
                "{'decision':'stopped','available':'10','available_after':'10'}");
        passes("{'budget':'100','amount':'101','action':'warn'}", "['post']", "{'posted':true,'warned':true}");
        fails("{'budget':'100','amount':'100'}", "['post']", "{'refused':true}");
        claimsNothing("{'budget':'100','amount':'100','weather':'fine'}", "['post']", "{'refused':false}");
    }
}
