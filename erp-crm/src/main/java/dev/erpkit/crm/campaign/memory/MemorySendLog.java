package dev.erpkit.crm.campaign.memory;

import dev.erpkit.core.memory.MemoryRecords;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.campaign.SendRecord;
import dev.erpkit.crm.campaign.port.SendLog;
import java.util.Optional;
import java.util.function.Consumer;

/** Messages in memory. */
public final class MemorySendLog implements SendLog {
    private final MemoryRecords<SendRecord> records;

    /** A log that writes in the given unit of work. */
    public MemorySendLog(MemoryUnitOfWork unitOfWork) {
        this.records =
                new MemoryRecords<>(unitOfWork, "messages", SendRecord::sequence, SendRecord::key, SendRecord::parties);
    }

    @Override
    public void append(SendRecord fact) {
        records.append(fact);
    }

    @Override
    public Optional<SendRecord> find(IdempotencyKey key) {
        return records.find(key);
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super SendRecord> sink) {
        records.forEach(afterSequence, sink);
    }

    @Override
    public void forEachOf(PartyId party, Consumer<? super SendRecord> sink) {
        records.forEachOf(party, sink);
    }

    @Override
    public long lastSequence() {
        return records.lastSequence();
    }
}
