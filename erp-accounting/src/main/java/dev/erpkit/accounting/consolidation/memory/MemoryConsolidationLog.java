package dev.erpkit.accounting.consolidation.memory;

import dev.erpkit.accounting.consolidation.ConsolidationRun;
import dev.erpkit.accounting.consolidation.port.ConsolidationLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.StaleVersionException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Frozen consolidations in memory. */
public final class MemoryConsolidationLog implements ConsolidationLog {
    private final MemoryUnitOfWork unitOfWork;
    private final Map<String, NavigableMap<LocalDate, ConsolidationRun>> runs = new HashMap<>();

    /** A log that writes in the given unit of work. */
    public MemoryConsolidationLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<ConsolidationRun> newest(String group) {
        return unitOfWork.read(() -> Optional.ofNullable(of(group).lastEntry()).map(Map.Entry::getValue));
    }

    @Override
    public Optional<ConsolidationRun> find(String group, LocalDate lastDay) {
        return unitOfWork.read(() -> Optional.ofNullable(of(group).get(lastDay)));
    }

    @Override
    public void append(ConsolidationRun run) {
        String group = run.frozen().group();
        LocalDate lastDay = run.frozen().period().lastDay();
        unitOfWork.write(
                () -> {
                    if (of(group).ceilingKey(lastDay) != null) {
                        throw new StaleVersionException("consolidations of " + group, lastDay.toEpochDay());
                    }
                    of(group).put(lastDay, run);
                },
                () -> of(group).remove(lastDay));
    }

    private NavigableMap<LocalDate, ConsolidationRun> of(String group) {
        return runs.computeIfAbsent(group, name -> new TreeMap<>());
    }
}
