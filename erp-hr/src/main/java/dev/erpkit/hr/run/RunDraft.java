package dev.erpkit.hr.run;

import dev.erpkit.hr.payroll.PayDates;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is to be paid: the command that drafts a run.
 *
 * @param run names it
 * @param edition of the pack
 * @param dates of the payment
 * @param members everybody who is paid, each employment once
 */
public record RunDraft(RunId run, String edition, PayDates dates, ImmutableList<RunMember> members) {
    /** A draft. */
    public static RunDraft of(String run, String edition, PayDates dates, ImmutableList<RunMember> members) {
        return new RunDraft(RunId.of(run), edition, dates, members);
    }

    /** The order of the members does not matter. */
    String canonical() {
        return run + "\n" + edition + "\n" + dates + "\n"
                + members.collect(RunMember::canonical).toSortedList().makeString("\n");
    }

    /** Without the members. */
    @Override
    public String toString() {
        return "RunDraft " + run;
    }
}
