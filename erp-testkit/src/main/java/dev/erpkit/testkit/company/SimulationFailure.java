package dev.erpkit.testkit.company;

import org.jspecify.annotations.Nullable;

/** A simulated company broke an invariant; the message holds the seed that replays it. */
public final class SimulationFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    SimulationFailure(CompanySettings settings, long step, String what, @Nullable Throwable cause) {
        super("seed " + settings.seed() + ", step " + step + ": " + what + " (replay with " + settings + ")", cause);
    }
}
