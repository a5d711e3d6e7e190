package dev.erpkit.crm.behaviour;

/**
 * What a customer is expected to bring: purchases to come by a {@link RepeatModel}, each worth what a {@link GammaGamma}
 * model expects, discounted to today.
 *
 * @param purchases how often
 * @param values for how much
 */
public record LifetimeValue(RepeatModel purchases, GammaGamma values) {
    /**
     * The value of the purchases of some months, those of each month taken at its end.
     *
     * @param months how many months to look ahead
     * @param periodsPerMonth how many periods of the models a month has, such as 30 days or 4.345 weeks
     * @param monthlyRate the rate of discount for a month, such as 0.01
     */
    public double of(RepeatPurchases customer, int months, double periodsPerMonth, double monthlyRate) {
        return discounted(
                customer,
                values.expectedValue(customer.frequency(), customer.meanValue()),
                months,
                periodsPerMonth,
                monthlyRate);
    }

    /** The same where a purchase is known to be worth so much. */
    public double discounted(
            RepeatPurchases customer, double value, int months, double periodsPerMonth, double monthlyRate) {
        double sum = 0;
        double before = 0;
        for (int month = 1; month <= months; month++) {
            double until = purchases.expected(
                    month * periodsPerMonth, customer.frequency(), customer.recency(), customer.age());
            sum += value * (until - before) / Math.pow(1 + monthlyRate, month);
            before = until;
        }
        return sum;
    }
}
