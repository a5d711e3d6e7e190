/**
 * Conformance of payroll packs: with it the author of a pack for another country proves the pack.
 *
 * <pre>{@code
 * ImmutableList<Finding> findings = PackConformance.of(pack)
 *         .reviewedBy(LocalDate.of(2026, 12, 1))
 *         .table("brackets", shipped, derived)
 *         .golden(GoldenPayslip.of("January", "monthly", dates, input).expect("tax", 196_00))
 *         .findings();
 * }</pre>
 */
@NullMarked
package dev.erpkit.testkit.pack;

import org.jspecify.annotations.NullMarked;
