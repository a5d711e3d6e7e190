package dev.erpkit.crm.sales.billing;

import dev.erpkit.core.calendar.ClosingDay;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import java.time.LocalDate;
import javax.money.CurrencyUnit;

/**
 * When a customer is billed and pays, such as closed on the 20th and collected at the end of the next month
 * (20日締め翌月末払い).
 *
 * @param closing the closing day
 * @param monthsLater months from the month of the closing day to that of the collection, 0 to 12
 * @param collectedOn the day of that month, 1 to 31
 * @param currency the currency of the account
 * @param tax how the tax of a rate is rounded, once on each statement
 */
public record BillingTerms(
        ClosingDay closing, int monthsLater, int collectedOn, CurrencyUnit currency, RoundingPolicy tax) {
    /** Checks that what is closed is not collected before: {@code closing-day.collection}. */
    public BillingTerms {
        // a month of 31 days, so that every day of a month is there
        closing.collection(closing.closing(LocalDate.of(2000, 1, 1)), monthsLater, collectedOn);
    }

    /** Terms in a currency, with a rule to round the tax to its minor unit. */
    public static BillingTerms of(
            ClosingDay closing, int monthsLater, int collectedOn, String currency, RoundingRule tax) {
        return new BillingTerms(
                closing, monthsLater, collectedOn, Amounts.currency(currency), RoundingPolicy.toCurrency(tax));
    }

    /** The day on which what is closed on a day is collected. */
    public LocalDate collection(LocalDate closed) {
        return closing.collection(closed, monthsLater, collectedOn);
    }
}
