package dev.erpkit.hr.japan.payslip;

import dev.erpkit.hr.japan.retirement.RetirementKind;
import dev.erpkit.hr.japan.retirement.RetirementTax;
import dev.erpkit.hr.japan.retirement.ServiceYears;
import dev.erpkit.hr.payroll.Edition;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Inputs;
import dev.erpkit.hr.payroll.Slot;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** A retirement pay. */
final class RetirementRules {
    private static final String NAME = "retirement";
    private static final ImmutableList<RetirementKind> KINDS = Lists.immutable.with(RetirementKind.values());

    private final Parts parts;
    private final Fact pay;
    private final Fact years;
    private final Fact overlapping;
    private final Fact kind;
    private final Fact disabled;
    private final Fact declared;

    RetirementRules(Parts parts) {
        this.parts = parts;
        pay = parts.pack.fact(Fact.amount("retirement-pay"));
        years = parts.pack.fact(Fact.count("service-years"));
        overlapping = parts.pack.fact(Fact.count("overlapping-years").byLaw(0, "no earlier retirement pay declared"));
        kind = parts.pack.fact(
                Fact.code("retirement-kind", Parts.texts(RetirementKind.values(), RetirementKind::text)));
        disabled = parts.pack.fact(Fact.flag("retired-by-disability").byLaw(0, "Income Tax Act art. 30 (6) iii"));
        declared = parts.pack.fact(Fact.flag("retirement-declared")
                .byLaw(0, "Income Tax Act art. 201 (3): without the declaration 20.42 %"));
        Slot line = parts.pack.slot(Slot.earning("retirement-pay").cites("Income Tax Act art. 30 (1)"));
        Slot income = parts.pack.slot(Slot.deduction("retirement-income-tax").cites("Income Tax Act art. 201"));
        Slot municipal =
                parts.pack.slot(Slot.deduction("retirement-municipal-tax").cites("Local Tax Act art. 328-3"));
        Slot prefectural =
                parts.pack.slot(Slot.deduction("retirement-prefectural-tax").cites("Local Tax Act art. 50-4"));
        parts.pack.rule(NAME, line, in -> in.get(pay), pay);
        rule(income, RetirementTax::incomeTax);
        rule(municipal, RetirementTax::municipal);
        rule(prefectural, RetirementTax::prefectural);
        parts.pack.edition(Edition.payment(NAME, Parts.COVERAGE).computing(line, income, municipal, prefectural));
    }

    private void rule(Slot slot, ToLongFunction<RetirementTax> part) {
        parts.pack.rule(NAME, slot, in -> part.applyAsLong(tax(in)), pay, years, overlapping, kind, disabled, declared);
    }

    private RetirementTax tax(Inputs in) {
        RetirementTax tax = in.orRefuse(RetirementTax.of(
                in.get(pay),
                new ServiceYears(Math.toIntExact(in.get(years)), Math.toIntExact(in.get(overlapping))),
                KINDS.get((int) in.get(kind)),
                in.flag(disabled),
                in.flag(declared)));
        in.note("deduction by service", tax.deduction());
        in.note("retirement income, down to 1000", tax.taxable());
        return tax;
    }
}
