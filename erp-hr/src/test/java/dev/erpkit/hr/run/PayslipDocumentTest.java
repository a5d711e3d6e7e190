package dev.erpkit.hr.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.payroll.Derivations;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.TaxTreatment;
import dev.erpkit.hr.us.FederalPack;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class PayslipDocumentTest {
    private static final DateRange MARCH = DateRange.ofClosed(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final DateRange FEBRUARY = DateRange.ofClosed(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));

    private static PaidSlip slip() {
        Payroll payroll = Payroll.of(FederalPack.create());
        PayrollInput input = PayrollInput.of(payroll.pack(), "E-<1>")
                .set("wages", "4000.00")
                .set("pay-frequency", "monthly")
                .carry("income-tax", -5_00, FEBRUARY, TaxTreatment.WHEN_EARNED)
                .build();
        return PaidSlip.of(
                payroll.plan("regular", PayDates.of(MARCH, LocalDate.of(2026, 3, 31)))
                        .orElseThrow()
                        .compute(input)
                        .orElseThrow(),
                Lists.immutable.empty());
    }

    @Test
    void english_text_has_lines_sums_and_derivations() {
        PayslipDocument document = PayslipDocument.of(slip(), Locale.ENGLISH, SlotNames.in(Locale.ENGLISH));
        assertThat(document.text(false)).isEqualTo("""
                        Payslip
                          Employment          E-<1>
                          Period              2026-03-01 - 2026-03-31
                          Paid on             2026-03-31
                          Currency            USD
                          Rules               us-federal 2026.1 / regular

                          Wages                                                     4,000.00
                        Earnings                                                    4,000.00

                          Federal income tax                                          298.33
                          Social security                                             248.00
                          Medicare                                                     58.00
                        Deductions                                                    604.33

                          Federal income tax (2026-02-01 - 2026-02-28)                  5.00
                        Refunds                                                         5.00

                        Net pay                                                     3,400.67

                          Social security                                             248.00
                          Medicare                                                     58.00
                          Federal unemployment tax                                     24.00
                        Borne by the employer                                         330.00

                        Cost of the employer                                        4,330.00
                        """);
        assertThat(document.text(true)).contains("law=IRC 3101(a)", "half-up:2 = 298.33");
        assertThat(document).hasToString("PayslipDocument in en");
    }

    @Test
    void japanese_html_opens_the_derivation_of_each_figure() {
        String html = PayslipDocument.of(slip(), Locale.JAPANESE, SlotNames.in(Locale.JAPANESE))
                .html();
        assertThat(html)
                .contains("<html lang=\"ja\">", "給与明細書", "差引支給額", "連邦所得税", "E-&lt;1&gt;", "<details><summary>")
                .doesNotContain("<script", "E-<1>");
    }

    @Test
    void every_figure_opens_what_it_comes_from_and_the_steps_within_theirs() {
        PayslipDocument document = PayslipDocument.of(slip(), Locale.ENGLISH, SlotNames.in(Locale.ENGLISH));
        String fragment = document.fragment();
        assertThat(document.html()).contains(fragment);
        document.sections().forEach(section -> {
            assertThat(fragment).contains(opening(section.name(), section.sum().toPlainString()));
            section.lines()
                    .forEach(line -> assertThat(fragment)
                            .contains(opening(line.name(), line.amount().toPlainString())));
        });
        assertThat(fragment)
                .contains(opening("Pay in all", "4000.00"))
                .contains(
                        "<p><span>\u2212 Deductions</span><span>604.33</span></p>", "<dt>law</dt><dd>IRC 3101(a)</dd>");
        assertThat(document.sections().toString()).doesNotContain("604");
        assertThat(document.sections().getFirst().lines().toString()).doesNotContain("4000");
    }

    /** Amounts have commas between thousands. */
    private static String opening(String name, String amount) {
        return "<summary><span>" + name + "</span><span>" + amount.replaceFirst("^([0-9])([0-9]{3})", "$1,$2")
                + "</span></summary><div class=\"why\">";
    }

    @Test
    void a_pack_has_a_title_for_what_is_no_monthly_pay() {
        assertThat(title("monthly")).isEqualTo("給与明細書");
        assertThat(title("bonus")).isEqualTo("賞与明細書");
    }

    private static String title(String edition) {
        PaidSlip empty = new PaidSlip(
                "E-1",
                "japan 2026.1",
                "JPY",
                0,
                edition,
                PayDates.of(MARCH, LocalDate.of(2026, 3, 31)),
                Lists.immutable.empty(),
                Derivations.none(),
                Lists.immutable.empty());
        return PayslipDocument.of(empty, Locale.JAPANESE, SlotNames.in(Locale.JAPANESE))
                .title();
    }

    @Test
    void a_host_names_its_own_lines() {
        SlotNames names = SlotNames.in(Locale.ENGLISH).with("us-federal", "wages", "Salary");
        assertThat(names.of("us-federal", "wages")).isEqualTo("Salary");
        assertThat(names.of("elsewhere", "wages")).isEqualTo("wages");
    }
}
