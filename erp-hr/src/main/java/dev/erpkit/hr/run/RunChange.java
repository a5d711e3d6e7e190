package dev.erpkit.hr.run;

import dev.erpkit.hr.payroll.PayDates;
import org.eclipse.collections.api.list.ImmutableList;

/** What happened to a run. */
public sealed interface RunChange {
    /** The run. */
    RunId run();

    /**
     * Payslips were computed; nothing counts yet.
     *
     * @param slips in the order of their employments
     */
    record Drafted(RunId run, String edition, PayDates dates, ImmutableList<PaidSlip> slips) implements RunChange {
        /** Without the payslips. */
        @Override
        public String toString() {
            return "Drafted " + run;
        }
    }

    /** A draft was given up; it leaves nothing behind. */
    record Abandoned(RunId run) implements RunChange {}

    /** Somebody else than who drafted it approved it. */
    record Approved(RunId run) implements RunChange {}

    /** Its payslips count from now on. */
    record Committed(RunId run) implements RunChange {}

    /**
     * The payslip of an employment counts no more.
     *
     * @param reason why, without personal content
     */
    record Reversed(RunId run, String employment, String reason) implements RunChange {}
}
