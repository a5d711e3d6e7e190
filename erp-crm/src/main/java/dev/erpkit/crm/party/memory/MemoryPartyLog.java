package dev.erpkit.crm.party.memory;

import dev.erpkit.core.memory.MemoryRecords;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.party.PartyRecord;
import dev.erpkit.crm.party.port.PartyLog;
import java.util.Optional;
import java.util.function.Consumer;

/** What happened to parties in memory. */
public final class MemoryPartyLog implements PartyLog {
    private final MemoryRecords<PartyRecord> records;

    /** A log that writes in the given unit of work. */
    public MemoryPartyLog(MemoryUnitOfWork unitOfWork) {
        this.records = new MemoryRecords<>(
                unitOfWork, "parties", PartyRecord::sequence, PartyRecord::key, PartyRecord::parties);
    }

    @Override
    public void append(PartyRecord fact) {
        records.append(fact);
    }

    @Override
    public Optional<PartyRecord> find(IdempotencyKey key) {
        return records.find(key);
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super PartyRecord> sink) {
        records.forEach(afterSequence, sink);
    }

    @Override
    public void forEachOf(PartyId party, Consumer<? super PartyRecord> sink) {
        records.forEachOf(party, sink);
    }

    @Override
    public long lastSequence() {
        return records.lastSequence();
    }
}
