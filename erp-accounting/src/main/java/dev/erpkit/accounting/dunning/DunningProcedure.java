package dev.erpkit.accounting.dunning;

import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/**
 * How parties are reminded of what is overdue: levels, counted from 1.
 *
 * <pre>{@code
 * DunningProcedure.builder()
 *     .id("standard")
 *     .add(DunningLevel.after(5, "friendly"))
 *     .add(DunningLevel.builder().overdueDays(20).textKey("firm").fee(new DunningFee.Fixed(tenEuros)).build())
 *     .build();
 * }</pre>
 */
@ErpValue
@Value.Immutable
public sealed interface DunningProcedure permits ImmutableDunningProcedure {
    /** The name by which facts know it. */
    @NotBlank
    @Size(max = 64)
    String id();

    /** The levels, each later than the one before. */
    @NotEmpty
    @Size(max = 20)
    ImmutableList<DunningLevel> levels();

    /** Which level an item gets that is overdue enough for several. */
    LevelStep step();

    /** How often a fee is charged. */
    FeePer feePer();

    /** Enforces the declared constraints, and that the days of the levels ascend: {@code dunning.levels}. */
    @Value.Check
    default void check() {
        Constraints.check("DunningProcedure", this);
        for (int i = 1; i < levels().size(); i++) {
            DunningLevel before = levels().get(i - 1);
            DunningLevel level = levels().get(i);
            if (level.overdueDays() < before.overdueDays()
                    || (level.overdueDays() == before.overdueDays() && level.daysSinceLast() == 0)) {
                throw new InvalidValueException(
                        "DunningProcedure",
                        "levels[" + i + "]",
                        "dunning.levels",
                        "must come later than the level before, by days overdue or since the last");
            }
        }
    }

    /** The level of a number from 1. */
    default DunningLevel level(int number) {
        return levels().get(number - 1);
    }

    /** A builder; one by one, fees for every item unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a procedure. */
    final class Builder extends ImmutableDunningProcedure.Builder {
        private final MutableList<DunningLevel> collected = Lists.mutable.empty();

        Builder() {
            step(LevelStep.ONE_BY_ONE);
            feePer(FeePer.ITEM);
        }

        /** One more level. */
        public Builder add(DunningLevel level) {
            collected.add(level);
            return levels(collected.toImmutable());
        }
    }
}
