package dev.erpkit.hr.japan.payslip;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.PaidSlip;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The wage ledger of one employment (賃金台帳, Labour Standards Act article 108, Enforcement Order article 54), from committed
 * payslips; name and sex the host adds from the person's file.
 *
 * @param employment the host's id of the employment
 * @param rows one for each payslip, in their order of payment
 */
public record WageLedger(String employment, ImmutableList<Row> rows) {
    /**
     * A payment and the work it is for.
     *
     * @param payslip the payment
     * @param time the work
     */
    public record Entry(PaidSlip payslip, WorkedTime time) {}

    /**
     * A line of a row.
     *
     * @param name of the payslip's slot
     * @param yen the amount
     */
    public record Amount(String name, long yen) {
        /** Without the amount. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A payment.
     *
     * @param period the days that are paid
     * @param payment the day of payment
     * @param time the work
     * @param earnings basic pay, allowances, bonus
     * @param deductions what was deducted
     * @param credits what was given back
     * @param net what was paid out
     */
    public record Row(
            DateRange period,
            LocalDate payment,
            WorkedTime time,
            ImmutableList<Amount> earnings,
            ImmutableList<Amount> deductions,
            ImmutableList<Amount> credits,
            long net) {
        /** Without the amounts. */
        @Override
        public String toString() {
            return "Row paid " + payment;
        }
    }

    /** The ledger of an employment over what of the entries belongs to it. */
    public static WageLedger of(String employment, ImmutableList<Entry> entries) {
        return new WageLedger(
                employment,
                entries.select(entry -> entry.payslip().employment().equals(employment))
                        .toSortedListBy(entry -> entry.payslip().dates().payment())
                        .collect(WageLedger::row)
                        .toImmutable());
    }

    private static Row row(Entry entry) {
        PaidSlip slip = entry.payslip();
        return new Row(
                slip.dates().period(),
                slip.dates().payment(),
                entry.time(),
                amounts(slip, SlotKind.EARNING),
                amounts(slip, SlotKind.DEDUCTION),
                amounts(slip, SlotKind.CREDIT),
                slip.netMinor());
    }

    private static ImmutableList<Amount> amounts(PaidSlip slip, SlotKind kind) {
        return slip.lines().select(line -> line.kind() == kind).collect(WageLedger::amount);
    }

    private static Amount amount(PayslipLine line) {
        return new Amount(line.slot(), line.minor());
    }
}
