package dev.erpkit.crm.pipeline;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.Instant;

/** The refusals of the pipeline, each with its code and the sentence that says what to do. */
final class DealRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("deal.key-reused");
    private static final RefusalCode UNKNOWN = RefusalCode.of("deal.unknown");
    private static final RefusalCode EXISTS = RefusalCode.of("deal.exists");
    private static final RefusalCode OUT_OF_ORDER = RefusalCode.of("deal.out-of-order");
    private static final RefusalCode CLOSED = RefusalCode.of("deal.closed");
    private static final RefusalCode PIPELINE_UNKNOWN = RefusalCode.of("pipeline.unknown");
    private static final RefusalCode STAGE_UNKNOWN = RefusalCode.of("deal.stage-unknown");
    private static final RefusalCode TRANSITION = RefusalCode.of("deal.transition");
    private static final RefusalCode ENTRY = RefusalCode.of("deal.entry-condition");

    private DealRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a command with other content; take another key")
                .with("key", key);
    }

    static Refusal unknown(DealId id) {
        return Refusal.of(UNKNOWN, "There is no deal " + id + "; open it first").with("deal", id);
    }

    static Refusal exists(DealId id) {
        return Refusal.of(EXISTS, "Deal " + id + " is there already; take another id")
                .with("deal", id);
    }

    static Refusal outOfOrder(Deal deal, Instant at) {
        return Refusal.of(
                        OUT_OF_ORDER,
                        "Deal " + deal.id() + " has a fact of " + deal.lastAt() + ", later than " + at
                                + "; tell what happened in order")
                .with("deal", deal.id())
                .with("at", at)
                .with("lastAt", deal.lastAt());
    }

    static Refusal closed(Deal deal) {
        return Refusal.of(
                        CLOSED,
                        "Deal " + deal.id() + " is closed in stage " + deal.stage()
                                + "; move it back first if its pipeline allows that")
                .with("deal", deal.id())
                .with("stage", deal.stage());
    }

    static Refusal pipelineUnknown(PipelineId id) {
        return Refusal.of(PIPELINE_UNKNOWN, "There is no pipeline " + id + "; name one that there is")
                .with("pipeline", id);
    }

    static Refusal stageUnknown(Pipeline pipeline, StageId stage) {
        return Refusal.of(
                        STAGE_UNKNOWN,
                        "Pipeline " + pipeline.id() + " has no stage " + stage + "; name one of its stages")
                .with("pipeline", pipeline.id())
                .with("stage", stage);
    }

    static Refusal transition(Deal deal, StageId to) {
        return Refusal.of(
                        TRANSITION,
                        "Deal " + deal.id() + " may not move from stage " + deal.stage() + " to stage " + to
                                + "; take a move that its pipeline allows")
                .with("deal", deal.id())
                .with("from", deal.stage())
                .with("to", to);
    }

    static Refusal entry(Deal deal, Stage to) {
        String condition = to.entry().text();
        return Refusal.of(
                        ENTRY,
                        "Deal " + deal.id() + " does not meet the condition of stage " + to.id() + ", " + condition
                                + "; note what is missing first")
                .with("deal", deal.id())
                .with("stage", to.id())
                .with("condition", condition);
    }
}
