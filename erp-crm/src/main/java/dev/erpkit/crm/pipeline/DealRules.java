package dev.erpkit.crm.pipeline;

import dev.erpkit.core.outcome.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What may happen to a deal in its pipeline. */
final class DealRules {
    private DealRules() {}

    /** Why a deal may not be opened so. */
    static Optional<Refusal> opening(Pipeline pipeline, DealChange.Opened opened) {
        return pipeline.stage(opened.stage()).isEmpty()
                ? Optional.of(DealRefusals.stageUnknown(pipeline, opened.stage()))
                : Optional.empty();
    }

    /** Why a change may not happen. */
    static Optional<Refusal> refusal(Deal deal, Pipeline pipeline, DealChange change, Instant at) {
        if (at.isBefore(deal.lastAt())) {
            return Optional.of(DealRefusals.outOfOrder(deal, at));
        }
        if (change instanceof DealChange.Opened) {
            return Optional.of(DealRefusals.exists(deal.id()));
        }
        if (change instanceof DealChange.Moved moved) {
            return move(deal, pipeline, moved.to(), at);
        }
        boolean closed = pipeline.stage(deal.stage())
                .filter(stage -> stage.kind() != StageKind.OPEN)
                .isPresent();
        return closed && !(change instanceof DealChange.Noted)
                ? Optional.of(DealRefusals.closed(deal))
                : Optional.empty();
    }

    private static Optional<Refusal> move(Deal deal, Pipeline pipeline, StageId to, Instant at) {
        Optional<Stage> target = pipeline.stage(to);
        if (target.isEmpty()) {
            return Optional.of(DealRefusals.stageUnknown(pipeline, to));
        }
        if (!pipeline.allows(deal.stage(), to)) {
            return Optional.of(DealRefusals.transition(deal, to));
        }
        return target.get().entry().holds(deal.facts(at))
                ? Optional.empty()
                : Optional.of(DealRefusals.entry(deal, target.get()));
    }
}
