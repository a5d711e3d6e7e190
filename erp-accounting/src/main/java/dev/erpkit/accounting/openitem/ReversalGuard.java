package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Stands before the reversal of entries whose items are matched: a settled invoice does not disappear under its payment.
 * Called inside the unit of work that reverses, before anything is appended.
 */
public final class ReversalGuard {
    private final OpenItemLog log;
    private final MatchingService matching;
    private final MatchedItemsRule rule;

    /** A guard with a rule; the service undoes matches where the rule says so. */
    public ReversalGuard(OpenItemLog log, MatchingService matching, MatchedItemsRule rule) {
        this.log = log;
        this.matching = matching;
        this.rule = rule;
    }

    /**
     * Decides whether an entry may be reversed, and undoes matches of its items by the rule. Where an undoing is refused
     * the unit of work has to roll back what was undone before.
     *
     * @param date the effective date of the reversal
     * @return why not: {@code openitem.matched}, {@code openitem.belongs-to-match}, or what refuses an undoing
     */
    public Optional<Refusal> check(PostedEntry original, LocalDate date, Actor actor) {
        if (original.entry().kind() == EntryKind.EXCHANGE_DIFFERENCE) {
            return Optional.of(Refusal.of(
                            MatchRefusals.BELONGS_TO_MATCH,
                            "Entry " + original.id() + " belongs to a match; undo the match instead")
                    .with("entry", original.id()));
        }
        ImmutableList<MatchId> matches = matches(original);
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        if (rule == MatchedItemsRule.REFUSE) {
            return Optional.of(Refusal.of(
                            MatchRefusals.MATCHED,
                            "Items of entry " + original.id() + " are matched; undo these matches first: "
                                    + matches.makeString(", "))
                    .with("entry", original.id())
                    .with("matches", matches.makeString(", ")));
        }
        for (MatchId id : matches) {
            Optional<Refusal> refusal = undo(id, original, date, actor).refusal();
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private ImmutableList<MatchId> matches(PostedEntry original) {
        MutableList<MatchId> matches = Lists.mutable.empty();
        for (int line = 0; line < original.entry().lines().size(); line++) {
            log.find(new ItemId(original.id(), line)).ifPresent(item -> matches.addAllIterable(item.matches()));
        }
        return matches.distinct().toImmutable();
    }

    private Outcome<Match> undo(MatchId id, PostedEntry original, LocalDate date, Actor actor) {
        LocalDate matched = log.match(id).map(Match::date).orElse(date);
        MatchId undoing = MatchId.of("undo-" + Fingerprints.of(original.id() + "\n" + id));
        return matching.undo(undoing, id, date.isBefore(matched) ? matched : date, actor);
    }
}
