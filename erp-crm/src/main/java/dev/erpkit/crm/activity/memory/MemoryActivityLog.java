package dev.erpkit.crm.activity.memory;

import dev.erpkit.core.memory.MemoryRecords;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.activity.ActivityRecord;
import dev.erpkit.crm.activity.port.ActivityLog;
import java.util.Optional;
import java.util.function.Consumer;

/** What was said and planned in memory. */
public final class MemoryActivityLog implements ActivityLog {
    private final MemoryRecords<ActivityRecord> records;

    /** A log that writes in the given unit of work. */
    public MemoryActivityLog(MemoryUnitOfWork unitOfWork) {
        this.records = new MemoryRecords<>(
                unitOfWork, "activities", ActivityRecord::sequence, ActivityRecord::key, ActivityRecord::parties);
    }

    @Override
    public void append(ActivityRecord fact) {
        records.append(fact);
    }

    @Override
    public Optional<ActivityRecord> find(IdempotencyKey key) {
        return records.find(key);
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super ActivityRecord> sink) {
        records.forEach(afterSequence, sink);
    }

    @Override
    public void forEachOf(PartyId party, Consumer<? super ActivityRecord> sink) {
        records.forEachOf(party, sink);
    }

    @Override
    public long lastSequence() {
        return records.lastSequence();
    }
}
