package dev.erpkit.crm.pipeline;

import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;
import org.immutables.value.Value;

/** The stages of one kind of sale, and how deals may move between them. */
@ErpValue
@Value.Immutable
public sealed interface Pipeline permits ImmutablePipeline {
    /**
     * A move.
     *
     * @param from the stage that is left
     * @param to the stage that is entered
     */
    record Move(StageId from, StageId to) {}

    /** The pipeline. */
    PipelineId id();

    /** The stages in their order. */
    @NotEmpty
    @Size(max = 100)
    ImmutableList<Stage> stages();

    /** The moves that are allowed. */
    ImmutableSet<Move> moves();

    /**
     * Enforces the declared constraints, that stages are distinct ({@code pipeline.stages}), and that moves lead from one of
     * them to another ({@code pipeline.moves}).
     */
    @Value.Check
    default void check() {
        Constraints.check("Pipeline", this);
        ImmutableSet<StageId> ids = stages().collect(Stage::id).toImmutableSet();
        if (ids.size() < stages().size()) {
            throw new InvalidValueException("Pipeline", "stages", "pipeline.stages", "must not repeat an id");
        }
        if (moves().anySatisfy(move -> !ids.contains(move.from())
                || !ids.contains(move.to())
                || move.from().equals(move.to()))) {
            throw new InvalidValueException(
                    "Pipeline", "moves", "pipeline.moves", "must lead from one stage to another");
        }
    }

    /** The stage with an id. */
    default Optional<Stage> stage(StageId id) {
        return stages().detectOptional(stage -> stage.id().equals(id));
    }

    /** Tells whether a move is allowed. */
    default boolean allows(StageId from, StageId to) {
        return moves().contains(new Move(from, to));
    }

    /** A builder; unless moves are named, every stage may be reached from every open one, and nothing leaves a closed one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a pipeline. */
    final class Builder extends ImmutablePipeline.Builder {
        private final MutableList<Stage> added = Lists.mutable.empty();
        private final MutableSet<Move> named = Sets.mutable.empty();

        Builder() {}

        /** The pipeline's id. */
        public Builder id(String id) {
            id(PipelineId.of(id));
            return this;
        }

        /** One more stage. */
        public Builder add(Stage stage) {
            added.add(stage);
            return this;
        }

        /** One more move that is allowed. */
        public Builder move(String from, String to) {
            named.add(new Move(StageId.of(from), StageId.of(to)));
            return this;
        }

        @Override
        public Pipeline build() {
            stages(added.toImmutable());
            moves(named.isEmpty() ? everyMove() : named.toImmutable());
            return super.build();
        }

        private ImmutableSet<Move> everyMove() {
            return added.select(stage -> stage.kind() == StageKind.OPEN)
                    .flatCollect(from -> added.reject(from::equals).collect(to -> new Move(from.id(), to.id())))
                    .toImmutableSet();
        }
    }
}
