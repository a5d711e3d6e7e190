package dev.erpkit.company.people;

import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.run.PaidSlip;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * January to March 2025, which another system paid by the same rules: what it handed over are the opening balances of
 * the accumulators, and in the books of what was withheld in March.
 */
public final class EarlierPay {
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final YearMonth LAST = PayCalendar.FIRST.minusMonths(1);

    private final PayInputs inputs;
    private final ImmutableList<Payslip> slips;

    private EarlierPay(PayInputs inputs, ImmutableList<Payslip> slips) {
        this.inputs = inputs;
        this.slips = slips;
    }

    /** What the other system paid. */
    public static EarlierPay handedOver() {
        return of(CompanyPack.create());
    }

    static EarlierPay of(Pack pack) {
        PayInputs inputs = new PayInputs(pack);
        Payroll payroll = Payroll.of(pack);
        MutableList<Payslip> slips = Lists.mutable.empty();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            YearMonth paid = month;
            PayrollPlan plan =
                    payroll.plan(PayRun.MONTHLY, PayCalendar.monthly(month)).orElseThrow();
            Staff.ALL.forEach(employee -> Wage.of(employee, employee.joiningFile(), paid)
                    .ifPresent(wage -> slips.add(plan.compute(inputs.monthly(
                                            employee,
                                            wage,
                                            new StandardPay(employee, employee.joiningFile(), Optional.empty()),
                                            paid)
                                    .build())
                            .orElseThrow())));
        }
        return new EarlierPay(inputs, slips.toImmutable());
    }

    /** Where the year of somebody stands when it is taken over. */
    AccumulatorState opening(Employee employee) {
        AccumulatorState before = inputs.before(employee);
        return slips.select(slip -> slip.employment().equals(employee.id())).injectInto(before, AccumulatorState::plus);
    }

    /** The payslips of March. */
    ImmutableList<PaidSlip> last() {
        return slips.select(slip -> YearMonth.from(slip.dates().payment()).equals(LAST))
                .collect(slip -> PaidSlip.of(slip, Lists.immutable.empty()));
    }

    /** What was withheld in March and is to be paid in April. */
    public Paid march() {
        return new Paid(last());
    }
}
