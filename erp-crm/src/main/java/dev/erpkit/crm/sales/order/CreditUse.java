package dev.erpkit.crm.sales.order;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.trade.Receivables.Standing;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How much of its credit a party uses: what it owes by invoices and what is on order and not invoiced. Tax counts, since it is
 * owed too.
 *
 * @param party the party
 * @param invoices what is open of invoices, less what is paid in advance
 * @param orders what is on order and not invoiced
 * @param limit the most; none, no limit
 */
public record CreditUse(PartyId party, MonetaryAmount invoices, MonetaryAmount orders, Optional<MonetaryAmount> limit) {
    /** What a party uses, with all its orders; those of another currency than its invoices are not counted. */
    public static CreditUse of(PartyId party, Standing standing, ImmutableList<Order> orders) {
        CurrencyUnit currency = standing.owed().getCurrency();
        long open = orders.select(order -> order.currency().equals(currency))
                .sumOfLong(order -> Amounts.minor(order.open()));
        return new CreditUse(party, standing.owed(), Amounts.ofMinor(open, currency), standing.limit());
    }

    /** All together. */
    public MonetaryAmount used() {
        return Amounts.ofMinor(Math.addExact(Amounts.minor(invoices), Amounts.minor(orders)), invoices.getCurrency());
    }

    /**
     * Whether one more order fits: {@code order.credit-exceeded}, {@code order.credit-currency} where there is a limit in
     * another currency.
     */
    public Optional<Refusal> refusal(MonetaryAmount asked) {
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        MonetaryAmount most = limit.get();
        if (!asked.getCurrency().equals(most.getCurrency())) {
            return Optional.of(OrderRefusals.creditCurrency(party, asked.getCurrency(), most.getCurrency()));
        }
        long after = Math.addExact(Amounts.minor(used()), Amounts.minor(asked));
        return after > Amounts.minor(most)
                ? Optional.of(OrderRefusals.creditExceeded(party, used(), asked, most))
                : Optional.empty();
    }
}
