package dev.erpkit.hr.time;

import org.eclipse.collections.api.list.ImmutableList;

/**
 * One rule that a shift plan breaks.
 *
 * @param kind which rule
 * @param shifts the ids of the shifts in question; none where a need is not covered
 * @param span when
 * @param facts seconds of rest, or people missing
 */
public record ShiftProblem(Kind kind, ImmutableList<String> shifts, TimeSpan span, long facts) {
    /** The rules of a plan. */
    public enum Kind {
        /** A person is in two places at once. */
        TWO_PLACES("two-places"),
        /** The rest between two shifts of a person is shorter than the rule asks for. */
        REST("rest"),
        /** A need has too few people. */
        NEED("need");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The stable name. */
        public String text() {
            return text;
        }
    }
}
