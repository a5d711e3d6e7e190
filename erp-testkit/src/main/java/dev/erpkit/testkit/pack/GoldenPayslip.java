package dev.erpkit.testkit.pack;

import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.PayrollInput;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * A payslip whose figures are known from a source outside the pack.
 *
 * @param name names it in findings
 * @param edition of the pack
 * @param dates of the payment
 * @param input what is known
 * @param expected minor units by slot
 */
public record GoldenPayslip(
        String name, String edition, PayDates dates, PayrollInput input, ImmutableSortedMap<String, Long> expected) {
    /** A payslip of which nothing is expected yet. */
    public static GoldenPayslip of(String name, String edition, PayDates dates, PayrollInput input) {
        return new GoldenPayslip(name, edition, dates, input, SortedMaps.immutable.empty());
    }

    /** With the figure of a slot, in minor units. */
    public GoldenPayslip expect(String slot, long minor) {
        return new GoldenPayslip(name, edition, dates, input, expected.newWithKeyValue(slot, minor));
    }

    /** Without what is known of the person. */
    @Override
    public String toString() {
        return "GoldenPayslip " + name;
    }
}
