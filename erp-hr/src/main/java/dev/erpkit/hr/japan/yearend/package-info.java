/**
 * Year-end adjustment (年末調整, Income Tax Act articles 190 to 193): what the tax of the year comes to, and what of it was
 * withheld too much or too little. 2025 by its own tables, 2026 and 2027 by those of the reform of 2026.
 *
 * <pre>{@code
 * YearEndFacts facts = YearEndFacts.builder()
 *         .year(2026)
 *         .totalPay(3_000_000)
 *         .withheldTax(52_300)
 *         .socialInsurance(123)
 *         .build();
 * YearEnd adjustment = YearEnd.of(facts).orElseThrow();
 * long refund = -adjustment.difference();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.japan.yearend;

import org.jspecify.annotations.NullMarked;
