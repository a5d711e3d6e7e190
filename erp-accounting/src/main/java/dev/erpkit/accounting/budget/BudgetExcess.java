package dev.erpkit.accounting.budget;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import javax.money.CurrencyUnit;

/**
 * A plan that does not suffice for what would be posted or ordered.
 *
 * @param budget which version
 * @param scope which line
 * @param rule the horizon and what happens
 * @param days the days of the horizon
 * @param before what was left before
 * @param wantedMinor what is wanted, above zero
 * @param currency the currency of the budget
 */
public record BudgetExcess(
        BudgetId budget,
        BudgetScope scope,
        ControlPolicy.Rule rule,
        DateRange days,
        Availability before,
        long wantedMinor,
        CurrencyUnit currency) {
    /** The refusal {@code budget.exceeded}. */
    public Refusal refusal() {
        String available = text(before.availableMinor());
        return BudgetRefusals.of(
                        "budget.exceeded",
                        "Budget " + budget + " has " + available + " left for " + scope + " in " + days + ", not "
                                + text(wantedMinor) + "; spend less, or transfer or approve more")
                .with("budget", budget)
                .with("scope", scope)
                .with("horizon", rule.horizon().text())
                .with("days", days)
                .with("available", available)
                .with("wanted", text(wantedMinor));
    }

    private String text(long minor) {
        return Amounts.canonical(Amounts.ofMinor(minor, currency));
    }
}
