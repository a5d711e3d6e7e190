package dev.erpkit.accounting.recurring.port;

import dev.erpkit.accounting.recurring.RecurringFact;
import dev.erpkit.core.port.StaleVersionException;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/** Port: the facts about the recurring entries of one tenant, append-only; what comes back equals what was appended. */
public interface RecurringLog {
    /** How many facts there are: the number of the newest one. */
    long size();

    /**
     * Appends facts, all or none.
     *
     * @param expectedSize what {@link #size()} was when the facts were decided
     * @param facts facts whose numbers follow {@code expectedSize} one by one
     * @throws StaleVersionException when the log has another size by now, or the numbers do not follow
     */
    void append(long expectedSize, ImmutableList<RecurringFact> facts);

    /** Pushes the facts with a number greater than {@code afterNumber}, in the order of their numbers. */
    void forEach(long afterNumber, Consumer<? super RecurringFact> sink);
}
