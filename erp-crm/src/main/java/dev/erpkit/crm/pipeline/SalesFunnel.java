package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How many of some opportunities came to be orders, and how many of those were confirmed. All amounts are of one currency; those
 * of several are converted before, as {@link Forecast} does.
 *
 * @param currency of all amounts
 * @param opportunities of which it tells
 */
public record SalesFunnel(CurrencyUnit currency, ImmutableList<Opportunity> opportunities) {
    /** Checks the currencies: {@code pipeline.funnel-currency}. */
    public SalesFunnel {
        if (opportunities.anySatisfy(one -> !one.worth().getCurrency().equals(currency))) {
            throw new InvalidValueException(
                    "SalesFunnel",
                    "opportunities",
                    "pipeline.funnel-currency",
                    "must be in the currency of the funnel; convert them first");
        }
    }

    /**
     * What became of an opportunity.
     *
     * @param kind whether it is open, became an order, or was lost
     * @param amount what it was thought to be worth
     * @param confirmed what its order comes to, once that is confirmed
     */
    public record Opportunity(StageKind kind, MonetaryAmount amount, Optional<MonetaryAmount> confirmed) {
        /** Checks that only what became an order has one: {@code pipeline.funnel-order}. */
        public Opportunity {
            if (confirmed.isPresent() && kind != StageKind.WON) {
                throw new InvalidValueException(
                        "Opportunity", "confirmed", "pipeline.funnel-order", "must be empty for what became no order");
            }
        }

        /** A deal as it is, with the order that came of it if that is confirmed. */
        public static Opportunity of(Deal deal, Pipeline pipeline, Optional<MonetaryAmount> confirmed) {
            return new Opportunity(pipeline.stage(deal.stage()).orElseThrow().kind(), deal.amount(), confirmed);
        }

        /** What it is worth: the order once that is confirmed. */
        public MonetaryAmount worth() {
            return confirmed.orElse(amount);
        }
    }

    /** How many there are. */
    public int number() {
        return opportunities.size();
    }

    /** What all are worth. */
    public MonetaryAmount amount() {
        return sum(opportunities);
    }

    private ImmutableList<Opportunity> of(StageKind kind) {
        return opportunities.select(one -> one.kind() == kind);
    }

    private ImmutableList<Opportunity> confirmed() {
        return opportunities.select(one -> one.confirmed().isPresent());
    }

    /** How many became orders. */
    public int converted() {
        return of(StageKind.WON).size();
    }

    /** What those are worth that became orders. */
    public MonetaryAmount convertedAmount() {
        return sum(of(StageKind.WON));
    }

    /** The share that became orders; nothing of none. */
    public Optional<Rational> conversionRate() {
        return share(converted(), number());
    }

    /** How many ended, as orders or lost. */
    public int closed() {
        return converted() + lost();
    }

    /** How many were lost. */
    public int lost() {
        return of(StageKind.LOST).size();
    }

    /** How many orders are confirmed. */
    public int won() {
        return confirmed().size();
    }

    /** What the confirmed orders come to. */
    public MonetaryAmount wonAmount() {
        return sum(confirmed());
    }

    /** The share of those that ended whose order is confirmed; nothing where none ended. */
    public Optional<Rational> winningRate() {
        return share(won(), closed());
    }

    private static Optional<Rational> share(int part, int whole) {
        return whole == 0 ? Optional.empty() : Optional.of(Rational.of(part, whole));
    }

    private MonetaryAmount sum(ImmutableList<Opportunity> some) {
        return some.collect(Opportunity::worth).injectInto(Amounts.zero(currency), MonetaryAmount::add);
    }
}
