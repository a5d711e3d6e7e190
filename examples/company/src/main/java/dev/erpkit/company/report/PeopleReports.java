package dev.erpkit.company.report;

import dev.erpkit.hr.japan.payslip.WageLedger;
import dev.erpkit.hr.japan.yearend.WithholdingSlip;
import dev.erpkit.hr.run.PayslipDocument;
import dev.erpkit.hr.run.RunComparison;
import dev.erpkit.hr.run.SlotNames;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is to be told of people and their pay.
 *
 * @param person the name of the person shown
 * @param payslip a payslip of the person
 * @param wages 賃金台帳 of the person
 * @param slip 源泉徴収票 of the person
 * @param runs the payroll runs in their order
 * @param costs what cost centres bear
 * @param transfers the bank file of a month
 * @param staff organisation, time and leave
 */
public record PeopleReports(
        String person,
        PayslipDocument payslip,
        WageLedger wages,
        WithholdingSlip slip,
        ImmutableList<Run> runs,
        ImmutableList<Cost> costs,
        Transfers transfers,
        StaffReport staff) {
    /**
     * A payroll run.
     *
     * @param name its name
     * @param payment when people got it
     * @param preparer who drafted it
     * @param approver who approved it
     * @param people how many it paid
     * @param gross what they earned, in yen
     * @param deductions what was deducted, less what was given back
     * @param net what was paid out
     * @param cost what it cost the company
     * @param before the net of the run before of the same kind, 0 when there is none
     * @param comparison what differs from that run
     */
    public record Run(
            String name,
            LocalDate payment,
            String preparer,
            String approver,
            int people,
            long gross,
            long deductions,
            long net,
            long cost,
            long before,
            RunComparison comparison) {
        /** Without the amounts. */
        @Override
        public String toString() {
            return "Run " + name;
        }
    }

    /**
     * What a cost centre bears on an account.
     *
     * @param account the account
     * @param centre the cost centre
     * @param yen the amount of the year
     */
    public record Cost(String account, String centre, long yen) {}

    /**
     * A bank file.
     *
     * @param file its name
     * @param day when the money arrives
     * @param count the transfers by its trailer
     * @param total their sum by its trailer
     */
    public record Transfers(String file, LocalDate day, int count, long total) {}

    /** What the company calls the lines of its payslips. */
    public static SlotNames names() {
        return SlotNames.in(Locale.JAPANESE)
                .with("japan", "pay", "基本給")
                .with("japan", "overtime", "時間外手当")
                .with("japan", "full-pay", "月額の基本給")
                .with("japan", "overtime-minutes", "時間外の分");
    }

    /** Without people and pay. */
    @Override
    public String toString() {
        return "PeopleReports of " + runs.size() + " runs";
    }
}
