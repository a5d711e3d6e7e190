package dev.erpkit.crm.matching;

import dev.erpkit.core.party.PartyId;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Finds who may be the same among many: candidates by a {@link BlockingIndex}, each scored by a {@link MatchModel}. A pair is
 * scored alike whoever is asked about. For use by several threads at once.
 */
public final class DuplicateFinder {
    private static final Comparator<DuplicateScore> LIKELIEST_FIRST = Comparator.comparingLong(DuplicateScore::weight)
            .reversed()
            .thenComparing(DuplicateScore::first)
            .thenComparing(DuplicateScore::second);

    private final PairScorer scorer;
    private final BlockingIndex index;
    private final ConcurrentMap<PartyId, MatchCard> cards = new ConcurrentHashMap<>();

    /** A finder that knows nobody yet. */
    public DuplicateFinder(MatchModel model) {
        this.scorer = new PairScorer(model);
        this.index = new BlockingIndex(model);
    }

    /** The score of two parties; {@code match.same-party} when they are one. */
    public static DuplicateScore score(MatchModel model, MatchCard one, MatchCard other) {
        return new PairScorer(model).score(one, other);
    }

    /** Adds a party or its newer card. */
    public void add(MatchCard card) {
        cards.put(card.party(), card);
        index.add(card);
    }

    /** Takes a party out, such as one that was absorbed or erased. */
    public void remove(PartyId party) {
        index.remove(party);
        cards.remove(party);
    }

    /** Who may be the same as a card, whether it was added or not, the likeliest first; two that differ are left out. */
    public ImmutableList<DuplicateScore> duplicates(MatchCard card) {
        MutableList<DuplicateScore> found = Lists.mutable.empty();
        for (PartyId candidate : index.candidates(card)) {
            MatchCard other = cards.get(candidate);
            if (other != null) {
                DuplicateScore score = scorer.score(card, other);
                if (score.verdict() != Verdict.DIFFERENT) {
                    found.add(score);
                }
            }
        }
        return found.sortThis(LIKELIEST_FIRST).toImmutable();
    }

    /** Every pair among those that were added that may be one, each once, the likeliest first. */
    public ImmutableList<DuplicateScore> pairs() {
        return Lists.immutable
                .withAll(cards.values())
                .flatCollect(this::duplicates)
                .distinct()
                .toSortedList(LIKELIEST_FIRST)
                .toImmutable();
    }
}
