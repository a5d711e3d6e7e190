/**
 * Paying people: a run drafts the payslips of a population, is compared with the last one, approved by somebody else and
 * committed, which hands the journal to the books. Results are appended and never edited; a wrong payslip is reversed and
 * paid again. What earlier payments come to is a fold of what was committed.
 *
 * <pre>{@code
 * PayrollRuns runs = new PayrollRuns(payroll, log, events, unitOfWork, access, clock);
 * RunDraft draft = RunDraft.of("2026-03", "regular", dates, Lists.immutable.of(
 *         RunMember.of(input, CostShare.of("100", 2), CostShare.of("200", 1))));
 * runs.draft(IdempotencyKey.of("d-1"), draft, clerk).orElseThrow();
 * runs.approve(IdempotencyKey.of("a-1"), draft.run(), chief).orElseThrow();
 * runs.commit(IdempotencyKey.of("c-1"), draft.run(), clerk).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.run;

import org.jspecify.annotations.NullMarked;
