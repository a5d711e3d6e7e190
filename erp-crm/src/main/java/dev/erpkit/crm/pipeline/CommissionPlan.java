package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a seller earns on what they won: each part of it at the rate of the tier that it falls into. Exact, rounded once.
 *
 * <p>Worked: a quota of 1,000, 5 % up to it and 8 % beyond; 1,250 won earn 50 + 20 = 70.
 *
 * @param tiers by ascending bounds, the first from 0
 * @param rounding how the sum is rounded
 */
public record CommissionPlan(ImmutableList<Tier> tiers, RoundingPolicy rounding) {
    private static final Rational PERCENT = Rational.of(1, 100);

    /**
     * A tier.
     *
     * @param fromPercent from which share of the quota on, in percent
     * @param ratePercent what is paid on the part that falls into it, in percent, from 0
     */
    public record Tier(BigDecimal fromPercent, BigDecimal ratePercent) {
        /** A tier of whole or decimal percents. */
        public static Tier of(String fromPercent, String ratePercent) {
            return new Tier(new BigDecimal(fromPercent), new BigDecimal(ratePercent));
        }
    }

    /** Checks the tiers: {@code commission.tiers}. */
    public CommissionPlan {
        boolean sound = tiers.notEmpty()
                && tiers.getFirst().fromPercent().signum() == 0
                && tiers.noneSatisfy(tier -> tier.ratePercent().signum() < 0);
        for (int i = 1; i < tiers.size(); i++) {
            sound &= tiers.get(i).fromPercent().compareTo(tiers.get(i - 1).fromPercent()) > 0;
        }
        if (!sound) {
            throw new InvalidValueException(
                    "CommissionPlan", "tiers", "commission.tiers", "must ascend from 0, with rates from 0 on");
        }
    }

    /**
     * The commission on what was won, and how it comes about.
     *
     * @param amount the commission, rounded
     * @param trace the part of each tier
     */
    public record Commission(MonetaryAmount amount, TraceStep trace) {}

    /**
     * The commission of a seller.
     *
     * @param won what the seller won, in the currency of the quota; nothing is earned below zero
     */
    public Commission of(MonetaryAmount won, Quota quota) {
        Rational reached = quota.attainment(won);
        Rational whole = Rational.of(Amounts.decimal(quota.amount()));
        Rational exact = Rational.ZERO;
        TraceStep trace = TraceStep.of("commission", "");
        for (int i = 0; i < tiers.size(); i++) {
            Rational from = Rational.of(tiers.get(i).fromPercent()).multiply(PERCENT);
            Rational to = i + 1 < tiers.size()
                    ? Rational.of(tiers.get(i + 1).fromPercent()).multiply(PERCENT)
                    : reached;
            Rational part = (to.compareTo(reached) < 0 ? to : reached).subtract(from);
            if (part.signum() > 0) {
                Rational earned = part.multiply(whole)
                        .multiply(Rational.of(tiers.get(i).ratePercent()))
                        .multiply(PERCENT);
                exact = exact.add(earned);
                trace = trace.from(TraceStep.of("tier from " + tiers.get(i).fromPercent() + " %", earned)
                        .with("won", part.multiply(whole))
                        .with("rate", tiers.get(i).ratePercent() + " %"));
            }
        }
        MonetaryAmount amount = Amounts.of(
                rounding.in(quota.amount().getCurrency()).round(exact),
                quota.amount().getCurrency());
        TraceStep step = TraceStep.of("commission", Amounts.canonical(amount))
                .with("quota", Amounts.canonical(quota.amount()))
                .with("won", Amounts.canonical(won))
                .with("rounding", rounding.name());
        return new Commission(amount, trace.parts().injectInto(step, TraceStep::from));
    }
}
