package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Cases of customers in other shapes than the shipped ones. */
class NeighbouringCustomerCasesTest {
    private static Result run(String id, String given, String expect) {
        String json =
                ("{'id':'" + id + "','topic':'x','given':" + given + ",'expect':" + expect + "}").replace('\'', '"');
        return new CaseRunner().run(CaseFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static void passes(String id, String given, String expect) {
        assertThat(run(id, given, expect)).isEqualTo(new Result(id, Verdict.PASSED, ""));
    }

    private static void fails(String id, String given, String expect) {
        assertThat(run(id, given, expect).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void measures_of_similarity_by_the_name_of_the_case() {
        passes("sim-levenshtein", "{'pairs':[['','a'],['frog','fog'],['elephant','hippo']]}", "[1,1,7]");
        passes("sim-lcs", "{'pairs':[['frog','fog'],['','']]}", "[3,0]");
        passes("sim-cosine-distance", "{'pairs':[['the house','da house'],['AB','AB']]}", "[0.5,0]");
        passes("x", "{'metric':'jaccard distance','pairs':[['left','right']]}", "[0.875]");
        passes("x", "{'pairs':[['frog','fog']]}", "{'jaro_winkler':[0.925],'levenshtein':[1]}");
        fails("sim-levenshtein", "{'pairs':[['frog','fog']]}", "[2]");
    }

    @Test
    void phones_in_international_form() {
        passes("x", "{'region':'JP','numbers':['03-1234-5678','12']}", "['+81312345678',null]");
        passes("x", "{'region':'US','numbers':['650-253-0000']}", "{'e164':['+16502530000'],'valid':[true]}");
    }

    @Test
    void groups_of_leads_are_symmetric() {
        passes(
                "x",
                "{'leads':{'1':{'contact':'ann'},'2':{'contact':'Ann"
                        + " Lee'},'3':{'email':'x@gmail.com'},'4':{'email':'y@gmail.com'},'5':{'company':'ACME"
                        + " Inc.'},'6':{'company':'acme'}}}",
                "{'1':[1,2],'2':[1,2],'3':[3],'4':[4],'5':[6,5],'6':[5,6]}");
        fails("x", "{'leads':{'1':{'email':'x@gmail.com'},'2':{'email':'y@gmail.com'}}}", "{'1':[1,2],'2':[1,2]}");
    }

    @Test
    void merges_follow_each_other() {
        passes("x", "{'merged':{'A':'B','B':'C'}}", "{'target_of_A':'C','reply':'moved to C'}");
        passes(
                "x",
                "{'people':{'a':{'activities':1},'b':{'activities':2,'tasks':1},'c':{'notes':4}},'merge':['c into"
                        + " b','b into a']}",
                "{'a':{'activities':3,'tasks':1,'notes':4},'c':{'notes':0,'alias_of':'a','merge_note_on_both':false}}");
        passes("x", "{'winner':1,'loser':2}", "{'merged':true}");
        passes("x", "{'rows':[{'newer':'a','older':null},{'newer':null,'older':null}]}", "['a','no change']");
    }

    @Test
    void evidence_sums_up() {
        passes("x", "{'fields':[{'agree':true,'m':0.8,'u':0.1}],'prior':0.5}", "{'total':3.0,'posterior':0.888889}");
        fails("x", "{'fields':[{'agree':true,'m':0.8,'u':0.1}],'prior':0.5}", "{'posterior':0.7}");
    }

    @Test
    void credit_by_other_rules_and_shapes_of_paths() {
        passes(
                "x",
                "{'paths':[{'path':'c1 > c2 > c3','conversions':1},{'path':'c1','no_conversion':1},{'path':'c2 >"
                        + " c3','no_conversion':1}]}",
                "{'removal_effects':{'c1':0.5,'c2':1,'c3':1},'markov':{'c1':0.2,'c2':0.4,'c3':0.4},'transitions':{'start>c1':0.666667,'c2>c3':1}}");
        passes(
                "x",
                "{'half_life_days':7,'paths':[{'touches':[{'channel':'a','days_before':7},{'channel':'b','days_before':0}],'value':300}]}",
                "{'time_decay':{'a':100,'b':200},'shapley':{'a':150,'b':150},'last':{'b':300}}");
        fails("x", "{'paths':[{'path':['a','b'],'conversions':1}]}", "{'linear':{'a':0.5}}");
    }

    @Test
    void repeats_in_other_periods() {
        passes(
                "x",
                "{'transactions':'as rfm-01','end':'2015-02-07','unit':'day'}",
                "{'4':{'frequency':2,'recency':20,'T':22,'monetary_value':4},'2':{'frequency':0,'monetary_value':0}}");
        passes(
                "x",
                "{'transactions':[[1,'2024-01-31',5],[1,'2024-02-01',7]],'end':'2024-03-31','freq':'M'}",
                "{'frequency':1,'recency':1,'T':2,'monetary_value':7}");
    }

    /** lifetimes' test of calibration and holdout (MIT). */
    @Test
    void what_follows_the_observation_is_counted_apart() {
        passes(
                "x",
                "{'transactions':'as rfm-01','calibration_end':'2015-02-01','end':'2015-02-07'}",
                "{'1':{'T_cal':31,'frequency_cal':0,'frequency_holdout':1,'duration_holdout':6},'3':{'frequency_cal':2,'frequency_holdout':0},'4':{'T_cal':16,'frequency_holdout':2}}");
    }

    @Test
    void models_answer_other_questions() {
        passes(
                "x",
                "{'data':'cdnow_customers_summary.csv','model':'BG/NBD'}",
                "{'r':0.243,'alpha':4.414,'a':0.793,'b':2.426}");
        passes("x", "{'model':'BG/NBD fitted','t':39,'x':2,'t_x':30.43,'T':38.86}", "{'expected':1.226}");
        passes(
                "x",
                "{'model':'BG/NBD fitted','times':[0.1429,1.0,3.0,31.8571,32.0,78.0]}",
                "{'expected':[0.0078,0.0532,0.1506,1.0405,1.0437,1.8576]}");
        passes(
                "x",
                "{'model':'Gamma-Gamma fitted'}",
                "{'expected':[24.65,18.91,35.17,35.17,35.17,71.46,18.91,35.17,27.28,35.17]}");
        passes(
                "x",
                "{'data':'donations.csv','model':'BG/BB'}",
                "{'alpha':1.204,'beta':0.75,'gamma':0.657,'delta':2.783,'log_likelihood':-33225.6}");
        fails("x", "{'model':'BG/NBD fitted','t':39,'x':2,'t_x':30.43,'T':38.86}", "{'expected':1.3}");
    }

    @Test
    void survival_of_one_group() {
        passes(
                "x",
                "{'durations':[6,7,10,15,23],'events':[1,0,1,1,0]}",
                "{'survival':{'6':0.8,'10':0.533333,'15':0.266667},'median':15}");
        passes("x", "{'a':[{'t':1,'event':0}],'b':[{'t':2,'event':1}]}", "{'a':{'1':1},'logrank_p':1}");
        fails("x", "{'durations':[1,2],'events':[1,1]}", "{'survival':{'1':0.4}}");
    }

    @Test
    void sets_of_items_and_other_measures() {
        passes(
                "x",
                "{'baskets':[['a','b'],['a'],['a','b','c']],'min_support':0.6}",
                "[{'items':['a'],'support':1.0},{'items':['b'],'support':0.666667},{'items':['a','b'],'count':2}]");
        passes(
                "x",
                "{'baskets':[['a','b'],['a'],['b'],['a','b']],'min_support':0.5,'metric':'lift','min_threshold':0.5}",
                "{'rules':[{'antecedents':['a'],'consequents':['b'],'lift':0.888889,'conviction':0.75},{'antecedents':['b'],'consequents':['a'],'zhangs_metric':-0.333333}]}");
        fails("x", "{'baskets':[['a'],['b']],'min_support':0.5}", "[{'items':['a'],'support':0.5}]");
    }
}
