package dev.erpkit.crm.campaign;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;

/** By which rule a conversion is credited to the touches before it. */
public sealed interface AttributionModel {
    /** The stable name. */
    String text();

    /** All to the first touch. */
    record First() implements AttributionModel {
        @Override
        public String text() {
            return "first";
        }
    }

    /** All to the last touch. */
    record Last() implements AttributionModel {
        @Override
        public String text() {
            return "last";
        }
    }

    /**
     * All to the last touch that is not of a channel that tells nothing, such as a direct visit; to the last one where all are.
     *
     * @param ignored the channel
     */
    record LastOther(String ignored) implements AttributionModel {
        @Override
        public String text() {
            return "last-other-than " + ignored;
        }
    }

    /** The same to every touch. */
    record Linear() implements AttributionModel {
        @Override
        public String text() {
            return "linear";
        }
    }

    /**
     * Half as much to a touch for every so many days that it is older. Weights that are no fraction are taken to thirty digits.
     *
     * @param halfLifeDays how many days; above zero
     */
    record TimeDecay(Rational halfLifeDays) implements AttributionModel {
        /** Checks the days: {@code campaign.half-life}. */
        public TimeDecay {
            if (halfLifeDays.signum() <= 0) {
                throw new InvalidValueException(
                        "TimeDecay", "halfLifeDays", "campaign.half-life", "must be above zero");
            }
        }

        @Override
        public String text() {
            return "time-decay " + halfLifeDays;
        }
    }

    /**
     * Shares to the first and the last touch, the rest evenly to those between; without any between, in proportion.
     *
     * @param first the share of the first touch
     * @param last the share of the last touch
     */
    record Position(Rational first, Rational last) implements AttributionModel {
        /** Checks the shares: {@code campaign.shares}. */
        public Position {
            Rational both = first.add(last);
            if (first.signum() < 0 || last.signum() < 0 || both.isZero() || both.compareTo(Rational.ONE) > 0) {
                throw new InvalidValueException(
                        "Position", "first", "campaign.shares", "must not be below zero nor more than one together");
            }
        }

        @Override
        public String text() {
            return "position " + first + " " + last;
        }
    }

    /**
     * By how many conversions would be lost without a channel, customers moving from touch to touch as a Markov chain of order
     * one (E. Anderl and others, Mapping the Customer Journey, 2016).
     */
    record Markov() implements AttributionModel {
        @Override
        public String text() {
            return "markov";
        }
    }

    /**
     * By L. Shapley's value of the game in which channels together earn what came by paths of these channels alone: what a path
     * brought goes evenly to its different channels.
     */
    record Shapley() implements AttributionModel {
        @Override
        public String text() {
            return "shapley";
        }
    }

    /** 40 % to the first touch, 40 % to the last. */
    static AttributionModel position() {
        return new Position(Rational.of(2, 5), Rational.of(2, 5));
    }
}
