package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.bank.LineMatch.Verdict;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Says what the lines of a statement are about: a pure function of the lines, what they may be about, rules, what was
 * learned, and the weights. The same input gives the same answer, whatever the order of the lines.
 *
 * <p>The first rule that a line meets books it, proposes a purpose or speaks for a party. What is left is scored; a match is
 * automatic only when its score reaches the threshold, no other suggestion is equally good, and no other line has a claim
 * on the same target that is as good or better.
 */
public final class StatementMatching {
    private static final Comparator<BankRule> ORDER =
            Comparator.comparing(BankRule::order).thenComparing(BankRule::name);

    private final CandidateIndex index;
    private final ImmutableList<BankRule> rules;
    private final Associations learned;
    private final ScoringPolicy policy;

    /** The matching of lines against an index. */
    public StatementMatching(
            CandidateIndex index, Iterable<BankRule> rules, Associations learned, ScoringPolicy policy) {
        this.index = index;
        this.rules = Lists.mutable.ofAll(rules).sortThis(ORDER).toImmutable();
        this.learned = learned;
        this.policy = policy;
    }

    /** What each line is about, in the order of the lines. */
    public ImmutableList<LineMatch> match(ImmutableList<BankLine> lines) {
        MutableList<LineMatch> matches = Lists.mutable.withInitialCapacity(lines.size());
        lines.forEach(line -> matches.add(one(line)));
        return uncontested(matches);
    }

    private LineMatch one(BankLine line) {
        Optional<BankRule> rule = rules.detectOptional(r -> r.meets(line, index.form()));
        if (rule.isPresent() && !(rule.get().action() instanceof BankRule.OfParty)) {
            Verdict verdict = rule.get().action() instanceof BankRule.Book ? Verdict.BY_RULE : Verdict.PROPOSED;
            return new LineMatch(line, verdict, rule, Lists.immutable.empty());
        }
        ImmutableList<Suggestion> suggestions = new LineScoring(index, policy, line, rule, learned)
                .suggestions()
                .select(suggestion -> suggestion.score() >= policy.proposal());
        return new LineMatch(line, verdict(suggestions), rule, suggestions);
    }

    private Verdict verdict(ImmutableList<Suggestion> suggestions) {
        if (suggestions.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        int best = suggestions.getFirst().score();
        if (suggestions.size() > 1 && suggestions.get(1).score() == best) {
            return Verdict.AMBIGUOUS;
        }
        boolean sure =
                best >= policy.automatic() && suggestions.getFirst().targets().notEmpty();
        return sure ? Verdict.AUTOMATIC : Verdict.PROPOSED;
    }

    /** Of automatic matches with one target only the single best stays; equal ones take each other's place. */
    private ImmutableList<LineMatch> uncontested(MutableList<LineMatch> matches) {
        MutableMap<MatchTarget, Claim> claims = Maps.mutable.empty();
        for (LineMatch match : matches) {
            if (match.verdict() == Verdict.AUTOMATIC) {
                Suggestion best = match.suggestions().getFirst();
                best.targets().forEach(c -> claims.merge(c.target(), new Claim(best.score(), 1), Claim::against));
            }
        }
        return matches.collect(match -> match.verdict() == Verdict.AUTOMATIC ? judged(match, claims) : match)
                .toImmutable();
    }

    private static LineMatch judged(LineMatch match, MutableMap<MatchTarget, Claim> claims) {
        Suggestion best = match.suggestions().getFirst();
        boolean won = best.targets().allSatisfy(c -> {
            Claim claim = claims.getIfAbsent(c.target(), () -> new Claim(0, 0));
            return claim.score() == best.score() && claim.lines() == 1;
        });
        return won ? match : new LineMatch(match.line(), Verdict.AMBIGUOUS, match.rule(), match.suggestions());
    }

    /** The best score on a target, and how many lines have it. */
    private record Claim(int score, int lines) {
        Claim against(Claim other) {
            if (score == other.score) {
                return new Claim(score, lines + other.lines);
            }
            return score > other.score ? this : other;
        }
    }
}
