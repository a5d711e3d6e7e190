package dev.erpkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tax cases in other shapes than the shipped ones; the figures are of the tests of peers that are named. */
class NeighbouringTaxCasesTest {
    private static Result run(String given, String when, String expect) {
        String json = ("{'id':'x','topic':'tax','given':" + given + ",'when':" + when + ",'expect':" + expect + "}")
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

    private static final String INDIA =
            "'taxes':[{'type':'percent','rate':'6','included':%1$s,'adds_to_base_of_later':true},"
                    + "{'type':'percent','rate':'6','included':%1$s,'adds_to_base_of_later':true,'affected_by_earlier':false},"
                    + "{'type':'percent','rate':'3'}]";

    /** odoo/odoo, addons/account/tests/test_taxes_tax_totals_summary.py, taxes of India, 1 to 6. */
    @Test
    void two_currencies_by_line_and_once() {
        String steps = "['totals with per-line rounding','totals with global rounding']";
        passes(
                "{'document_currency_per_company_currency':'5','lines':[{'price':'15.89'},{'price':'15.89'}],"
                        + INDIA.formatted("false") + "}",
                steps,
                "{'per_line':{'document':{'base':'31.78','tax':'4.86','total':'36.64','taxes':['1.90','1.90','1.06']},"
                        + "'company':{'base':'6.36','tax':'0.98','total':'7.34','taxes':['0.38','0.38','0.22']}},"
                        + "'global':{'document':{'base':'31.78','tax':'4.89','total':'36.67','taxes':['1.91','1.91','1.07']},"
                        + "'company':{'base':'6.36','tax':'0.97','total':'7.33','taxes':['0.38','0.38','0.21']}}}");
        passes(
                "{'document_currency_per_company_currency':'5','lines':[{'price':'17.79'},{'price':'17.79'}],"
                        + INDIA.formatted("true") + "}",
                steps,
                "{'per_line':{'document':{'base':'31.78','tax':'4.86','total':'36.64'},"
                        + "'company':{'base':'6.36','tax':'0.98','total':'7.34'}},"
                        + "'global':{'document':{'base':'31.77','tax':'4.89','total':'36.66'},"
                        + "'company':{'base':'6.35','tax':'0.97','total':'7.32'}}}");
    }

    /** odoo/odoo, addons/account/tests/test_taxes_computation.py, random cases 2, 3, 5, 6 and 8. */
    @Test
    void units_and_figures_before_rounding() {
        String five = "{'included_price':'50','rounding_unit':'0.05','taxes':[{'type':'percent','rate':'5'}]}";
        passes(five, "['per line']", "{'base':'47.60','tax':'2.40'}");
        passes(five, "['compute unrounded']", "{'base':'47.619048','tax':'2.380952'}");
        fails(five, "['per line']", "{'base':'47.62','tax':'2.38'}");
        passes(
                "{'price':'2300','taxes':[{'type':'percent','rate':'15'},{'type':'percent','rate':'5.5','included':true}]}",
                "['per-line rounding','unrounded']",
                "{'per_line':{'total':'2627.01','net':'2180.09','taxes':[{'base':'2180.09','tax':'327.01'},{'base':'2180.09','tax':'119.91'}]},"
                        + "'net':'2180.09'}");
        passes(
                "{'currency':'JPY','taxes':[{'type':'percent','rate':'19'}]}",
                "['compute on excluded price 9176','compute on included price 10920']",
                "{'excluded':{'total':'10919','tax':'1743'},'included':{'total':'10920','base':'9176','tax':'1744'}}");
        passes(
                "{'included_price':'399.999999','precision':'0.000001','tax':{'type':'percent','rate':'20'}}",
                "['per line']",
                "{'total_excluded':'333.333332','tax':'66.666667'}");
        passes(
                "{'price':'50','taxes':[{'rate':'-20'},{'rate':'4','include_base_amount':true},{'rate':'22'}]}",
                "['compute']",
                "{'taxes':['-10.00','2.00','11.44'],'total_included':'53.44'}");
    }

    /** odoo/odoo, the same file, reverse charge; tryton/tryton, modules/account/tests/test_account.py, siblings. */
    @Test
    void legs_groups_and_sequences() {
        passes(
                "{'price':'100','taxes':[{'type':'percent','rate':'21','reverse_charge':true}]}",
                "['compute']",
                "{'taxes':[{'base':'100','tax':'21'},{'base':'100','tax':'-21'}],'total':'100'}");
        passes(
                "{'unit_price':'200','taxes':[{'type':'group','children':[{'type':'fixed','amount':'10','include_base_amount':true},{'type':'percent','rate':'10'}]}]}",
                "['compute']",
                "{'taxes':[{'base':'200','tax':'10'},{'base':'210','tax':'21'}],'total_included':'231'}");
        passes(
                "{'unit_price':'100','quantity':1,'taxes':[{'type':'percent','rate':'10','adds_to_base_of_later':true,'sequence':1},{'type':'fixed per unit','amount':'10','adds_to_base_of_later':true,'sequence':1},{'type':'percent','rate':'10','sequence':2}]}",
                "['compute','reverse from 132']",
                "{'taxes':[{'base':'100','tax':'10'},{'base':'100','tax':'10'},{'base':'120','tax':'12'}],'reverse_unit_price':'100'}");
    }

    /** tryton/tryton, modules/account/tests/test_module.py, taxable mixin: by line, by document, with what is left over. */
    @Test
    void tryton_rounds_by_line_by_document_and_all_taxes_of_a_line() {
        String hundred = "{'unit_price':'1.001','quantity':100,'taxes':[{'type':'percent','rate':'20'}]}";
        passes(
                hundred,
                "['100 lines of one, rounding on line','100 lines of one, rounding on document']",
                "{'tax':['20.00','20.02'],'base':['100.00','100.00']}");
        String two = "'taxes':[{'type':'percent','rate':'10'},{'type':'percent','rate':'10'}]}";
        passes(
                "{'unit_price':'1.0417'," + two,
                "['compute with residual']",
                "{'taxes':[{'base':'1.04','tax':'0.11'},{'base':'1.04','tax':'0.10'}]}");
        passes(
                "{'unit_price':'-2.95'," + two,
                "['compute with residual']",
                "{'taxes':['-0.29','-0.30'],'base':'-2.95'}");
    }

    @Test
    void directions_and_rates_of_lines() {
        passes(
                "{'currency':'JPY','lines':[{'price':'105','rate':'10'},{'price':'105','rate':'10'},{'price':'99','rate':'8'}]}",
                "['once per rate, down','once per rate, half up','per line, up']",
                "{'down':{'10':{'base':'210','tax':'21'},'8':{'base':'99','tax':'7'}},'half_up':{'8':'8'},'per_line':{'10':'22'}}");
        fails(
                "{'currency':'JPY','lines':[{'price':'12345','rate':'10'}]}",
                "['DOWN']",
                "{'down':{'tax':'1234','total':'13580'}}");
        fails(
                "{'currency':'JPY','lines':[{'price':'12345','rate':'10'}]}",
                "['DOWN']",
                "{'forbidden':{'tax':'1234','total':'13579'}}");
        passes(
                "{'lines':[{'price':'100','rate':'10'},{'price':'200','rate':'10'}],'global_discount':'30'}",
                "['compute']",
                "{'net':'270','tax':'27','line_nets':['90','180']}");
    }

    @Test
    void what_nobody_knows_is_not_claimed() {
        claimsNothing("{'price':'100','taxes':[{'type':'percent','rate':'10'}]}", "['pray']", "{'tax':'10'}");
        claimsNothing("{'price':'100','taxes':[{'type':'python','rate':'10'}]}", "['compute']", "{'tax':'10'}");
        claimsNothing("{'price':'100','mood':'good','taxes':[{'rate':'10'}]}", "['compute']", "{'tax':'10'}");
        claimsNothing("{'price':'100','taxes':[{'rate':'10'}]}", "['compute']", "{'tax':'10','luck':'1'}");
    }
}
