package dev.erpkit.crm.pipeline;

import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A stage of a pipeline.
 *
 * @param id its id
 * @param kind what it means to be in it
 * @param probability the usual probability to win from here, in percent, exact
 * @param rottingDays after how many days without a move a deal in it counts as rotting; 0 for never
 * @param entry what must be known to hold of a deal to enter it: see {@link Deal#facts}
 */
public record Stage(StageId id, StageKind kind, BigDecimal probability, int rottingDays, Condition entry) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Checks the figures: {@code pipeline.stage}. */
    public Stage {
        boolean sound = switch (kind) {
            case OPEN -> isPercent(probability);
            case WON -> probability.compareTo(HUNDRED) == 0;
            case LOST -> probability.signum() == 0;
        };
        if (!sound || rottingDays < 0) {
            throw new InvalidValueException(
                    "Stage",
                    "probability",
                    "pipeline.stage",
                    "must be 0 to 100, 100 for won and 0 for lost, with rotting days from 0 on");
        }
    }

    static boolean isPercent(BigDecimal percent) {
        return percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0;
    }

    /** A stage on the way. */
    public static Stage open(String id, int probability) {
        return new Stage(StageId.of(id), StageKind.OPEN, BigDecimal.valueOf(probability), 0, Condition.always());
    }

    /** A stage of deals that are won. */
    public static Stage won(String id) {
        return new Stage(StageId.of(id), StageKind.WON, HUNDRED, 0, Condition.always());
    }

    /** A stage of deals that are lost. */
    public static Stage lost(String id) {
        return new Stage(StageId.of(id), StageKind.LOST, BigDecimal.ZERO, 0, Condition.always());
    }

    /** The same stage in which deals rot after some days. */
    public Stage rottingAfter(int days) {
        return new Stage(id, kind, probability, days, entry);
    }

    /** The same stage with a condition to enter it. */
    public Stage enteredIf(Condition condition) {
        return new Stage(id, kind, probability, rottingDays, condition);
    }

    /**
     * For how many whole days of 24 hours a deal has not moved, when it rots: strictly more time than the days allowed.
     *
     * @param since when it came into the stage
     */
    public OptionalLong rottingDays(Instant since, Instant now) {
        Duration still = Duration.between(since, now);
        boolean rots = kind == StageKind.OPEN && rottingDays > 0 && still.compareTo(Duration.ofDays(rottingDays)) > 0;
        return rots ? OptionalLong.of(still.toDays()) : OptionalLong.empty();
    }
}
