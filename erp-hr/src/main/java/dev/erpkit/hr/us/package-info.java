/**
 * United States, federal: withholding by the percentage method of Publication 15-T, FICA, FUTA, overtime of the Fair Labor
 * Standards Act, limits on garnishment; and the pack that joins them. 2025 and 2026; everything else is refused. No state.
 *
 * <pre>{@code
 * Payroll payroll = Payroll.of(FederalPack.create());
 * PayDates dates = PayDates.of(DateRange.ofClosed(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)), LocalDate.of(2026, 3, 31));
 * PayrollInput input = PayrollInput.of(payroll.pack(), "E-1")
 *         .set("wages", "4000.00")
 *         .set("pay-frequency", "monthly")
 *         .set("filing-status", "single")
 *         .build();
 * Payslip slip = payroll.plan("regular", dates).orElseThrow().compute(input).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.us;

import org.jspecify.annotations.NullMarked;
