package dev.erpkit.accounting.terms;

/**
 * One line of payment terms.
 *
 * @param part how much
 * @param due when
 */
public record TermLine(TermPart part, DateRule due) {
    /** The text, such as {@code 30% +14d}. */
    public String text() {
        return part.text() + " " + due.text();
    }
}
