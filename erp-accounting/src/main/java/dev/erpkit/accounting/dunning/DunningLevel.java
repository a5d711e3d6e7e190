package dev.erpkit.accounting.dunning;

import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** One level of a dunning procedure. */
@ErpValue
@Value.Immutable
public sealed interface DunningLevel permits ImmutableDunningLevel {
    /** How many days after it was due an item reaches the level. */
    int overdueDays();

    /** How many days after the level before was sent, besides; none must have passed unless said. */
    int daysSinceLast();

    /** The least that a party has overdue in the currency for the level to be sent; other currencies have no least. */
    Optional<MonetaryAmount> minimum();

    /** The fee. */
    Optional<DunningFee> fee();

    /** The interest, from the day it was due or last charged. */
    Optional<LateInterest> interest();

    /** The key of the letter's text, such as {@code friendly}; what it says is the host's. */
    @NotBlank
    @Size(max = 64)
    String textKey();

    /** Enforces the declared constraints, and that days are 0 to 3,660: {@code dunning.days}. */
    @Value.Check
    default void check() {
        Constraints.check("DunningLevel", this);
        if (Math.min(overdueDays(), daysSinceLast()) < 0 || Math.max(overdueDays(), daysSinceLast()) > 3_660) {
            throw new InvalidValueException("DunningLevel", "overdueDays", "dunning.days", "must be 0 to 3660 days");
        }
    }

    /** A level without minimum, fee and interest. */
    static DunningLevel after(int overdueDays, String textKey) {
        return builder().overdueDays(overdueDays).textKey(textKey).build();
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a level. */
    final class Builder extends ImmutableDunningLevel.Builder {
        Builder() {
            daysSinceLast(0);
        }
    }
}
