package dev.erpkit.crm.service;

import dev.erpkit.core.quantity.Rational;
import java.util.Optional;
import org.eclipse.collections.api.list.primitive.IntList;

/** What a customer is asked after a case, and what the answers come to. */
public enum Survey {
    /** How content, 1 to 5; the figure is the share of 4 and 5. */
    SATISFACTION("satisfaction", 1, 5),
    /** Whether they would recommend us, 0 to 10; the figure is the share of 9 and 10 less that of 0 to 6. */
    RECOMMENDATION("recommendation", 0, 10);

    private final String text;
    private final int lowest;
    private final int highest;

    Survey(String text, int lowest, int highest) {
        this.text = text;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The stable name, such as {@code satisfaction}. */
    public String text() {
        return text;
    }

    /** The worst score. */
    public int lowest() {
        return lowest;
    }

    /** The best score. */
    public int highest() {
        return highest;
    }

    /** The figure of all scores (CSAT, NPS) as an exact share, -1 to 1; nothing without an answer. */
    public Optional<Rational> figure(IntList scores) {
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        int figure = this == SATISFACTION
                ? scores.count(score -> score >= 4)
                : scores.count(score -> score >= 9) - scores.count(score -> score <= 6);
        return Optional.of(Rational.of(figure, scores.size()));
    }
}
