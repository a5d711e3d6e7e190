package dev.erpkit.accounting.dunning.memory;

import dev.erpkit.accounting.dunning.DunningRecord;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.core.memory.MemoryRecords;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Optional;
import java.util.function.Consumer;

/** Dunning in memory. */
public final class MemoryDunningLog implements DunningLog {
    private final MemoryRecords<DunningRecord> records;

    /** A log that writes in the given unit of work. */
    public MemoryDunningLog(MemoryUnitOfWork unitOfWork) {
        this.records = new MemoryRecords<>(unitOfWork, "dunning", DunningRecord::sequence, DunningRecord::key);
    }

    @Override
    public void append(DunningRecord fact) {
        records.append(fact);
    }

    @Override
    public Optional<DunningRecord> find(IdempotencyKey key) {
        return records.find(key);
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super DunningRecord> sink) {
        records.forEach(afterSequence, sink);
    }

    @Override
    public long lastSequence() {
        return records.lastSequence();
    }
}
