package dev.erpkit.accounting.port;

import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.core.port.StaleVersionException;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: the facts about the periods of one tenant, append-only. What comes back equals what was appended, instants to the
 * microsecond.
 */
public interface PeriodLog {
    /**
     * How many facts there are: the number of the newest one. Asked once for every entry that is posted, inside its unit
     * of work, so it takes the same short time however many facts there are.
     */
    long size();

    /**
     * Appends facts, all or none.
     *
     * @param expectedSize what {@link #size()} was when the facts were decided
     * @param facts facts whose numbers follow {@code expectedSize} one by one
     * @throws StaleVersionException when the log has another size by now, or the numbers do not follow
     */
    void append(long expectedSize, ImmutableList<PeriodFact> facts);

    /** Pushes the facts with a number greater than {@code afterNumber}, in the order of their numbers. */
    void forEach(long afterNumber, Consumer<? super PeriodFact> sink);
}
