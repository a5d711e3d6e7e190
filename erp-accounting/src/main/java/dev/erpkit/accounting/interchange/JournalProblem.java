package dev.erpkit.accounting.interchange;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/**
 * One thing that is wrong with a journal, and where.
 *
 * @param source the name of the source
 * @param line the line, counted from 1; 0 when it concerns the source as a whole
 * @param code the stable code, one of {@link JournalCodes}
 * @param message what is wrong and, where it helps, what to do
 */
public record JournalProblem(String source, int line, RefusalCode code, String message) {
    /** The problem as a refusal, with source and line as facts. */
    public Refusal refusal() {
        return Refusal.of(code, message).with("source", source).with("line", line);
    }

    /** {@code FILE:LINE: what is wrong}. */
    @Override
    public String toString() {
        return source + ":" + line + ": " + message;
    }
}
