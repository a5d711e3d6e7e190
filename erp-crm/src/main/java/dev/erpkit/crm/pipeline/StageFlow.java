package dev.erpkit.crm.pipeline;

import dev.erpkit.core.quantity.Rational;
import java.util.Optional;
import org.eclipse.collections.api.bag.ImmutableBag;
import org.eclipse.collections.api.factory.Bags;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How deals went from stage to stage: the conversion matrix.
 *
 * @param moves every move that was made, as often as it was
 * @param visited every stage as often as a deal came there, each deal once
 * @param went every ordered pair of stages as often as a deal came to the second after the first, each deal once
 */
public record StageFlow(
        ImmutableBag<Pipeline.Move> moves, ImmutableBag<StageId> visited, ImmutableBag<Pipeline.Move> went) {
    /** The flow of the histories of some deals. */
    public static StageFlow of(ImmutableList<Deal> deals) {
        ImmutableList<ImmutableList<StageId>> paths =
                deals.collect(deal -> deal.visits().collect(StageVisit::stage));
        return new StageFlow(
                Bags.immutable.withAll(paths.flatCollect(StageFlow::steps)),
                Bags.immutable.withAll(paths.flatCollect(ImmutableList::distinct)),
                Bags.immutable.withAll(paths.flatCollect(StageFlow::later)));
    }

    private static ImmutableList<Pipeline.Move> steps(ImmutableList<StageId> path) {
        return path.zip(path.drop(1)).collect(step -> new Pipeline.Move(step.getOne(), step.getTwo()));
    }

    private static ImmutableList<Pipeline.Move> later(ImmutableList<StageId> path) {
        return path.collectWithIndex((from, i) -> path.drop(i + 1).collect(to -> new Pipeline.Move(from, to)))
                .flatCollect(moves -> moves)
                .distinct();
    }

    /** The share of the deals that were in a stage and came to another afterwards; nothing when none was in it. */
    public Optional<Rational> conversion(StageId from, StageId to) {
        int came = visited.occurrencesOf(from);
        return came == 0
                ? Optional.empty()
                : Optional.of(Rational.of(went.occurrencesOf(new Pipeline.Move(from, to)), came));
    }
}
