package dev.erpkit.crm.campaign;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How customers were touched, in the order of time, and what came of it.
 *
 * @param touches the touches
 * @param value what the conversions on this path are worth together, or how many there are; not below zero
 * @param conversions how many customers converted on this path
 * @param lost how many took this path and did not convert
 */
public record TouchPath(ImmutableList<Touch> touches, Rational value, long conversions, long lost) {
    /**
     * One touch.
     *
     * @param channel where, or by which campaign
     * @param daysBefore how many days before the conversion
     */
    public record Touch(String channel, Rational daysBefore) {
        /** Checks the name and the days: {@code campaign.touch}. */
        public Touch {
            if (channel.isBlank() || daysBefore.signum() < 0) {
                throw new InvalidValueException(
                        "Touch", "channel", "campaign.touch", "must have a channel, and days that are not below zero");
            }
        }
    }

    /** Checks the figures: {@code campaign.path}. */
    public TouchPath {
        if (value.signum() < 0 || conversions < 0 || lost < 0 || conversions == 0 && !value.isZero()) {
            throw new InvalidValueException(
                    "TouchPath",
                    "value",
                    "campaign.path",
                    "must have figures that are not below zero, and no value without a conversion");
        }
    }

    /** A path of channels whose times do not matter, each conversion worth one. */
    public static TouchPath of(ImmutableList<String> channels, long conversions, long lost) {
        return new TouchPath(
                channels.collect(channel -> new Touch(channel, Rational.ZERO)),
                Rational.of(conversions),
                conversions,
                lost);
    }
}
