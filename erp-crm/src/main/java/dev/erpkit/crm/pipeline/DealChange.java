package dev.erpkit.crm.pipeline;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/** One thing that happened to a deal. */
public sealed interface DealChange {
    /**
     * It was opened; the first fact of every deal.
     *
     * @param pipeline in which pipeline
     * @param stage in which stage
     * @param party with whom
     * @param amount what it is worth, in whole minor units
     * @param expectedClose when it is expected to be closed
     * @param seller who sells
     */
    record Opened(
            PipelineId pipeline,
            StageId stage,
            PartyId party,
            MonetaryAmount amount,
            LocalDate expectedClose,
            SellerId seller)
            implements DealChange {
        /** Checks the amount: {@code deal.amount}. */
        public Opened {
            amount = checked(amount);
        }
    }

    /**
     * It moved to another stage of its pipeline.
     *
     * @param to which
     */
    record Moved(StageId to) implements DealChange {}

    /**
     * It is worth something else.
     *
     * @param amount what, in whole minor units
     */
    record Valued(MonetaryAmount amount) implements DealChange {
        /** Checks the amount: {@code deal.amount}. */
        public Valued {
            amount = checked(amount);
        }
    }

    /**
     * It is expected at another time.
     *
     * @param expectedClose when
     */
    record Rescheduled(LocalDate expectedClose) implements DealChange {}

    /**
     * The seller is more or less sure of it.
     *
     * @param category how sure
     */
    record Judged(ForecastCategory category) implements DealChange {}

    /**
     * It has a probability of its own, in place of its stage's.
     *
     * @param probability in percent, exact
     */
    record Weighed(BigDecimal probability) implements DealChange {
        /** Checks the probability: {@code deal.probability}. */
        public Weighed {
            if (!Stage.isPercent(probability)) {
                throw new InvalidValueException(
                        "Weighed", "probability", "deal.probability", "must be 0 to 100: " + probability);
            }
            probability = probability.signum() == 0 ? BigDecimal.ZERO : probability.stripTrailingZeros();
        }
    }

    /**
     * Somebody else sells.
     *
     * @param seller who
     */
    record Handed(SellerId seller) implements DealChange {}

    /**
     * Something is known of it that conditions may ask for.
     *
     * @param field what
     * @param value its value, not personal
     */
    record Noted(String field, FactValue value) implements DealChange {}

    /** An opening. */
    static DealChange opened(
            Pipeline pipeline,
            String stage,
            PartyId party,
            MonetaryAmount amount,
            LocalDate expectedClose,
            SellerId seller) {
        return new Opened(pipeline.id(), StageId.of(stage), party, amount, expectedClose, seller);
    }

    private static MonetaryAmount checked(MonetaryAmount amount) {
        MonetaryAmount ours = Amounts.normalise(amount);
        long minor = Amounts.minor(ours);
        if (minor < 0) {
            throw new InvalidValueException("DealChange", "amount", "deal.amount", "must not be below zero");
        }
        return Amounts.ofMinor(minor, ours.getCurrency());
    }
}
