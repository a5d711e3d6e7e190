package dev.erpkit.company.people;

import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.PaidSlip;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What payslips came to, in yen.
 *
 * @param slips the payslips
 */
public record Paid(ImmutableList<PaidSlip> slips) {
    /** What people get, less what they owe. */
    public long net() {
        return slips.sumOfLong(PaidSlip::netMinor);
    }

    /** Income tax withheld, less what was given back; below zero when more was given back. */
    public long incomeTax() {
        return deducted("income-tax") + deducted("year-end-collection") - of(SlotKind.CREDIT, "year-end-refund");
    }

    /** Resident tax withheld. */
    public long residentTax() {
        return deducted("resident-tax");
    }

    /** What people bear of health, care and pension insurance. */
    public long insurance() {
        return deducted("health", "child-support", "pension");
    }

    /** What the company bears of it, and of what goes with it. */
    public long companyInsurance() {
        return of(
                SlotKind.EMPLOYER,
                "health-employer",
                "child-support-employer",
                "pension-employer",
                "child-contribution");
    }

    private long deducted(String... slots) {
        return of(SlotKind.DEDUCTION, slots);
    }

    private long of(SlotKind kind, String... slots) {
        ImmutableList<String> wanted = Lists.immutable.of(slots);
        return slips.sumOfLong(slip -> slip.lines()
                .select(line -> line.kind() == kind && wanted.contains(line.slot()))
                .sumOfLong(line -> line.minor()));
    }

    /** Without the payslips. */
    @Override
    public String toString() {
        return slips.size() + " payslips";
    }
}
