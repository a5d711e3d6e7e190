package dev.erpkit.accounting.bank;

import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What the matching says about a line.
 *
 * @param line the line
 * @param verdict what may be done without asking
 * @param rule the rule that was met first, if any
 * @param suggestions the best first, at most five
 */
public record LineMatch(
        BankLine line, Verdict verdict, Optional<BankRule> rule, ImmutableList<Suggestion> suggestions) {
    /** What may be done without asking. */
    public enum Verdict {
        /** The first suggestion. */
        AUTOMATIC,
        /** What the rule says. */
        BY_RULE,
        /** Nothing: somebody has to confirm one of the suggestions, or what the rule suggests. */
        PROPOSED,
        /** Nothing: several suggestions are equally good, or another line has an equal claim. */
        AMBIGUOUS,
        /** Nothing: nothing is known about it. */
        UNKNOWN
    }
}
