/**
 * The rule pack of Japan for the payroll engine: editions {@code monthly}, {@code bonus}, {@code retirement} and the year-end
 * settlements {@code year-end-2025} to {@code year-end-2027}; and what an employer keeps and hands out beside payslips, as data:
 * wage ledger (賃金台帳) and withholding slip (源泉徴収票).
 *
 * <pre>{@code
 * Pack japan = JapanPack.create();
 * DateRange april = DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
 * PayDates dates = new PayPolicy(When.NEXT_MONTH, When.NEXT_MONTH).dates(april, LocalDate.of(2026, 5, 25));
 * PayrollPlan plan = Payroll.of(japan).plan("monthly", dates).orElseThrow();
 * PayrollInput input = PayrollInput.of(japan, "E-1")
 *         .set("pay", 300_000)
 *         .set("born", LocalDate.of(1990, 5, 10))
 *         .set("joined", LocalDate.of(2020, 4, 1))
 *         .set("prefecture", "13")
 *         .set("social-insured", true)
 *         .set("standard-remuneration", 300_000)
 *         .set("employment-insured", true)
 *         .set("business", "general")
 *         .set("accident-insured", true)
 *         .set("accident-business", "94")
 *         .set("tax-column", "kou")
 *         .set("dependants", 1)
 *         .set("method", "table")
 *         .set("resident-collected", false)
 *         .build();
 * Payslip slip = plan.compute(input).orElseThrow();
 * long net = slip.netMinor();
 * String why = slip.explain("income-tax").orElseThrow().render();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.japan.payslip;

import org.jspecify.annotations.NullMarked;
