package dev.erpkit.accounting.dunning;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The dunning of one item so far.
 *
 * @param current the proposal that is drafted, or was sent or removed last
 * @param stage where it stands
 * @param sentLevel the highest level sent, 0 when none
 * @param sentOn the day on which that was
 * @param chargedThrough through which day interest was charged
 */
public record ItemDunning(
        DunningProposal current,
        DunningStage stage,
        int sentLevel,
        Optional<LocalDate> sentOn,
        Optional<LocalDate> chargedThrough) {
    /** Whether it is drafted or sent. */
    public boolean active() {
        return stage != DunningStage.REMOVED;
    }

    ItemDunning sent(LocalDate day) {
        boolean charged = current.interestMinor() > 0;
        return new ItemDunning(
                current,
                DunningStage.SENT,
                current.level(),
                Optional.of(day),
                charged ? Optional.of(current.day()) : chargedThrough);
    }

    ItemDunning at(DunningStage other) {
        return new ItemDunning(current, other, sentLevel, sentOn, chargedThrough);
    }
}
