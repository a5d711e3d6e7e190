package dev.erpkit.company.people;

import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.payroll.Retro;
import dev.erpkit.hr.payroll.TaxTreatment;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollState;
import dev.erpkit.hr.run.PayrollState.RunState;
import dev.erpkit.hr.run.RunId;
import java.time.YearMonth;
import java.util.Optional;

/** What a change of terms adds to months that were paid before it was agreed; it is taxed when it is paid. */
final class RetroPay {
    private final Payroll payroll;
    private final PayInputs inputs;
    private final Personnel personnel;

    RetroPay(Payroll payroll, PayInputs inputs, Personnel personnel) {
        this.payroll = payroll;
        this.inputs = inputs;
        this.personnel = personnel;
    }

    /** Carries what is owed for earlier months into the first pay after the change. */
    PayrollInputBuilder carry(Employee employee, YearMonth month, PayrollState state, PayrollInputBuilder input) {
        personnel
                .agreed(employee)
                .filter(agreed -> agreed.firstPaid().equals(month))
                .ifPresent(agreed -> {
                    for (YearMonth paid = PayCalendar.FIRST; paid.isBefore(month); paid = paid.plusMonths(1)) {
                        if (!PayCalendar.period(paid)
                                .lastDay()
                                .isBefore(agreed.moved().from())) {
                            difference(employee, paid, state).carryInto(input, TaxTreatment.WHEN_PAID);
                        }
                    }
                });
        return input;
    }

    /** What a month comes to by what is known now, more than was paid. */
    private Retro difference(Employee employee, YearMonth month, PayrollState state) {
        PaidSlip paid = slip(state, month, employee).orElseThrow();
        Wage wage = personnel.wage(employee, month).orElseThrow();
        Payslip now = payroll.plan(PayRun.MONTHLY, PayCalendar.monthly(month))
                .then(plan -> plan.compute(inputs.monthly(employee, wage, personnel.standard(employee), month)
                        .build()))
                .orElseThrow();
        return Retro.between(paid.dates().period(), paid.lines(), now.lines());
    }

    /** The payslip of somebody's monthly pay, if one was committed. */
    static Optional<PaidSlip> slip(PayrollState state, YearMonth month, Employee employee) {
        return state.run(RunId.of(month.toString()))
                .map(RunState::standing)
                .flatMap(slips -> slips.detectOptional(slip -> slip.employment().equals(employee.id())));
    }
}
