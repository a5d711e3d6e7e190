package dev.erpkit.testkit.invariant;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.matching.DuplicateFinder;
import dev.erpkit.crm.matching.DuplicateScore;
import dev.erpkit.crm.matching.FieldScore;
import dev.erpkit.crm.matching.Folding;
import dev.erpkit.crm.matching.MatchCard;
import dev.erpkit.crm.matching.MatchModel;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of duplicates and of folded texts. */
public final class MatchInvariants {
    private MatchInvariants() {}

    /** A pair has one score, whoever is asked about, and it is the sum of what its fields say. */
    public static ImmutableList<Finding> scoresAreSymmetric(MatchModel model, ImmutableList<MatchCard> cards) {
        MutableList<Finding> found = Lists.mutable.empty();
        cards.forEachWithIndex((one, i) -> cards.drop(i + 1).forEach(other -> {
            DuplicateScore score = DuplicateFinder.score(model, one, other);
            if (!score.equals(DuplicateFinder.score(model, other, one))) {
                found.add(new Finding("scores-are-symmetric", one.party() + ", " + other.party(), "differs"));
            }
            if (score.weight() != score.fields().sumOfLong(FieldScore::weight)) {
                found.add(new Finding("scores-are-sums", one.party() + ", " + other.party(), "is no sum"));
            }
        }));
        return found.toImmutable();
    }

    /** Nobody is more like a party than its own copy. */
    public static ImmutableList<Finding> copiesScoreHighest(MatchModel model, ImmutableList<MatchCard> cards) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (MatchCard one : cards) {
            long highest = DuplicateFinder.score(model, one, copy(one)).weight();
            cards.reject(other -> other.party().equals(one.party()))
                    .select(other -> DuplicateFinder.score(model, one, other).weight() > highest)
                    .forEach(other -> found.add(new Finding(
                            "copies-score-highest", one.party() + ", " + other.party(), "is more than " + highest)));
        }
        return found.toImmutable();
    }

    private static MatchCard copy(MatchCard card) {
        return new MatchCard(
                PartyId.of("copy-of-another-party"),
                card.person(),
                card.organisation(),
                card.reading(),
                card.emails(),
                card.phones(),
                card.addresses(),
                card.identifiers());
    }

    /** If one finds another, the other finds the one, and nobody finds themselves. */
    public static ImmutableList<Finding> relationIsSymmetric(DuplicateFinder finder, ImmutableList<MatchCard> cards) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (MatchCard one : cards) {
            for (DuplicateScore score : finder.duplicates(one)) {
                MatchCard other = cards.detect(card -> card.party().equals(score.other(one.party())));
                if (other == null || other.party().equals(one.party())) {
                    found.add(new Finding("relation-is-irreflexive", one.party().value(), score.toString()));
                } else if (!finder.duplicates(other).contains(score)) {
                    found.add(new Finding("relation-is-symmetric", one.party() + ", " + other.party(), "only one way"));
                }
            }
        }
        return found.toImmutable();
    }

    /** Folding what is folded changes nothing. */
    public static ImmutableList<Finding> foldingIsIdempotent(Folding folding, String text) {
        MutableList<Finding> found = Lists.mutable.empty();
        check(found, "person", folding::person, text);
        check(found, "organisation", folding::organisation, text);
        check(found, "reading", folding::reading, text);
        check(found, "address", folding::address, text);
        return found.toImmutable();
    }

    private static void check(MutableList<Finding> found, String what, UnaryOperator<String> fold, String text) {
        String once = fold.apply(text);
        String twice = fold.apply(once);
        if (!once.equals(twice)) {
            found.add(new Finding("folding-is-idempotent", what, "[" + once + "] becomes [" + twice + "]"));
        }
    }
}
