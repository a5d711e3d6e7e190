package dev.erpkit.accounting.consolidation.port;

import dev.erpkit.accounting.consolidation.ConsolidationRun;
import dev.erpkit.core.port.StaleVersionException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Port: the frozen consolidations of one tenant, append-only; of each group a chain of periods in their order. What comes
 * back equals what was appended, instants to the microsecond.
 */
public interface ConsolidationLog {
    /** The run of a group whose period ends last. */
    Optional<ConsolidationRun> newest(String group);

    /** The run of a group whose period ends on a day. */
    Optional<ConsolidationRun> find(String group, LocalDate lastDay);

    /**
     * Appends a run.
     *
     * @throws StaleVersionException when a run of the group ends on the same day or later
     */
    void append(ConsolidationRun run);
}
