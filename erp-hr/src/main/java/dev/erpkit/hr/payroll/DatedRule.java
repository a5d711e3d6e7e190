package dev.erpkit.hr.payroll;

import java.util.function.Function;

/** A rule that is made for the dates of a payment. */
record DatedRule(Function<PayDates, Rule> made) implements Rule {
    @Override
    public long amount(Inputs in) {
        return at(in.dates()).amount(in);
    }

    @Override
    public Rule at(PayDates dates) {
        return made.apply(dates);
    }
}
