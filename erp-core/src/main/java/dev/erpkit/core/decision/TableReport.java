package dev.erpkit.core.decision;

import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.outcome.Refusal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is wrong with a table, found without trying it out.
 *
 * @param gaps inputs that no rule matches, at most {@value #MAX_GAPS}; without any the table is complete
 * @param overlaps pairs of rules that match the same input
 * @param masked rules, counted from 1, all of whose inputs an earlier rule matches: never used under the policy first
 */
public record TableReport(ImmutableList<Gap> gaps, ImmutableList<Overlap> overlaps, ImmutableList<Integer> masked) {
    /** More gaps than anybody would read at once. */
    public static final int MAX_GAPS = 100;

    /**
     * A part of the inputs that no rule matches.
     *
     * @param description the part, such as {@code amount < 100, customer = "new"}
     * @param example facts in it
     */
    public record Gap(String description, Facts example) {}

    /**
     * Two rules that match the same input.
     *
     * @param first the earlier rule, counted from 1
     * @param second the later rule
     * @param agree whether both say the same
     * @param description a part that both match
     * @param example facts in it
     */
    public record Overlap(int first, int second, boolean agree, String description, Facts example) {}

    /** What makes the table unfit under its policy. */
    Optional<Refusal> fault(DecisionTable table) {
        if (table.hitPolicy().isSingle() && !table.hasFallback() && gaps.notEmpty()) {
            return Optional.of(
                    DecisionRefusals.gap(table, gaps.getFirst().description()));
        }
        return overlaps.detectOptional(overlap -> table.hitPolicy() == HitPolicy.UNIQUE
                        || (table.hitPolicy() == HitPolicy.ANY && !overlap.agree()))
                .map(overlap -> {
                    ImmutableList<Integer> pair = Lists.immutable.of(overlap.first() - 1, overlap.second() - 1);
                    return table.hitPolicy() == HitPolicy.UNIQUE
                            ? DecisionRefusals.overlap(table, pair, overlap.description())
                            : DecisionRefusals.contradiction(table, pair);
                });
    }
}
