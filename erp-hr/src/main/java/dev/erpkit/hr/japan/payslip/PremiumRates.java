package dev.erpkit.hr.japan.payslip;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.insurance.InsuranceRates;
import dev.erpkit.hr.payroll.Rate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The total rates of a time of premium months, ready for rules: health by prefecture, in the order of their codes. */
record PremiumRates(
        YearMonth from,
        ImmutableList<Rate> health,
        ImmutableList<Rate> healthWithCare,
        Rate support,
        Rate pension,
        Rate child) {
    static final ImmutableList<String> PREFECTURES = Lists.immutable.ofAll(IntStream.rangeClosed(1, 47)
            .mapToObj(code -> String.format(Locale.ROOT, "%02d", code))
            .toList());

    static PremiumRates of(YearMonth month) {
        return new PremiumRates(
                month,
                PREFECTURES.collect(code -> rate(InsuranceRates.health(code, month))),
                PREFECTURES.collect(code -> rate(InsuranceRates.healthWithCare(code, month))),
                rate(InsuranceRates.support(month)),
                rate(InsuranceRates.pension(month)),
                rate(InsuranceRates.childContribution(month)));
    }

    private static Rate rate(Outcome<Rate> known) {
        return known.orElseThrow();
    }

    /** How derivations name it. */
    @Override
    public String toString() {
        return "premium rates from " + from;
    }
}
