package dev.erpkit.testkit.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.hr.japan.payslip.JapanPack;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PackBuilder;
import dev.erpkit.hr.payroll.Parameter;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.Slot;
import dev.erpkit.hr.payroll.Source;
import dev.erpkit.hr.us.FederalPack;
import dev.erpkit.testkit.invariant.Finding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** A country that the library has never heard of passes the kit, and so does a real one; broken ones are caught. */
class PackConformanceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static GoldenPayslip january(Islandia islandia) {
        PayrollInput input = PayrollInput.of(islandia.pack, "E-1")
                .set("wage", "2000.00")
                .set("children", 2)
                .set("church", true)
                .build();
        return GoldenPayslip.of("January", "monthly", Islandia.month(2026, 1), input)
                .expect("levy", 100_00)
                .expect("tax", 196_00);
    }

    @Test
    void a_sound_pack_has_no_findings() {
        Islandia islandia = Islandia.create();
        assertThat(PackConformance.of(islandia.pack)
                        .reviewedBy(TODAY)
                        .table(
                                "t",
                                Lists.immutable.of(Lists.immutable.of(1, 2)),
                                Lists.immutable.of(Lists.immutable.of(1, 2)))
                        .golden(january(islandia))
                        .findings())
                .isEmpty();
    }

    @Test
    void the_federal_pack_conforms() {
        Pack pack = FederalPack.create();
        LocalDate day = LocalDate.of(2026, 3, 31);
        PayrollInput input = PayrollInput.of(pack, "E-1")
                .set("wages", "4000.00")
                .set("pay-frequency", "monthly")
                .set("filing-status", "single")
                .build();
        assertThat(PackConformance.of(pack)
                        .reviewedBy(TODAY)
                        .golden(GoldenPayslip.of("stored", "regular", PayDates.of(DateRange.ofDay(day), day), input)
                                .expect("income-tax", 298_33)
                                .expect("social-security", 248_00))
                        .findings())
                .isEmpty();
    }

    @Test
    void the_pack_of_japan_conforms() {
        Pack pack = JapanPack.create();
        LocalDate day = LocalDate.of(2026, 5, 25);
        PayrollInput input = PayrollInput.of(pack, "E-1")
                .set("pay", 410_000)
                .set("born", LocalDate.of(1980, 1, 1))
                .set("joined", LocalDate.of(2020, 4, 1))
                .set("prefecture", "13")
                .set("social-insured", true)
                .set("standard-remuneration", 410_000)
                .set("employment-insured", true)
                .set("business", "general")
                .set("accident-insured", true)
                .set("accident-business", "94")
                .set("resident-collected", false)
                .build();
        PayDates dates = PayDates.of(DateRange.ofDay(day), day).premium(YearMonth.of(2026, 4));
        assertThat(PackConformance.of(pack)
                        .reviewedBy(TODAY)
                        .golden(GoldenPayslip.of("first month of the levy", "monthly", dates, input)
                                .expect("health", 23_513)
                                .expect("child-support-employer", 472)
                                .expect("income-tax", 67_800))
                        .findings())
                .isEmpty();
    }

    @Test
    void wrong_figures_stale_sources_and_missing_goldens_are_found() {
        Islandia islandia = Islandia.create();
        assertThat(PackConformance.of(islandia.pack).findings().collect(Finding::invariant))
                .containsExactly("pack-golden");
        assertThat(PackConformance.of(islandia.pack)
                        .reviewedBy(LocalDate.of(2028, 1, 1))
                        .table(
                                "t",
                                Lists.immutable.of(Lists.immutable.of(1, 2)),
                                Lists.immutable.of(Lists.immutable.of(1, 3)))
                        .table("u", Lists.immutable.of(Lists.immutable.of(1)), Lists.immutable.empty())
                        .golden(january(islandia).expect("tax", 1))
                        .golden(new GoldenPayslip(
                                "early",
                                "monthly",
                                Islandia.month(2025, 1),
                                january(islandia).input(),
                                january(islandia).expected()))
                        .findings()
                        .collect(Finding::invariant)
                        .distinct())
                .containsExactlyInAnyOrder("pack-review", "pack-table", "pack-golden");
    }

    @Test
    void a_rule_that_hides_what_it_reads_remembers_or_cites_nothing_is_found() {
        PackBuilder b = Pack.define("bad", "1", Amounts.currency("USD"));
        Fact wage = b.fact(Fact.amount("wage"));
        Slot pay = b.slot(Slot.earning("pay"));
        Slot hidden = b.slot(Slot.deduction("a-hidden"));
        Slot forgetful = b.slot(Slot.deduction("b-counts").cites("x"));
        Parameter<Long> figure = b.parameter(Parameter.<Long>of("figure", KeyDate.PAYMENT)
                .version("1", Islandia.COVERAGE, 1L, new Source(" ", TODAY, TODAY.plusYears(1))));
        AtomicInteger calls = new AtomicInteger();
        b.rule(pay, in -> in.get(wage), wage);
        b.rule(hidden, in -> in.get(wage) / 10 + in.get(figure));
        b.rule(forgetful, in -> calls.incrementAndGet());
        b.edition(Edition.payment("monthly", Islandia.COVERAGE));
        Pack pack = b.build();
        PayrollInput input = PayrollInput.of(pack, "E").set("wage", 100).build();
        assertThat(PackConformance.of(pack)
                        .golden(GoldenPayslip.of("g", "monthly", Islandia.month(2026, 1), input))
                        .findings()
                        .collect(finding -> finding.invariant() + " " + finding.where()))
                .contains(
                        "pack-cites a-hidden",
                        "pack-source figure 1",
                        "payslip-trace a-hidden",
                        "payslip-trace b-counts");
    }
}
