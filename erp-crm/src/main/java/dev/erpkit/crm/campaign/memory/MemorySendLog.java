package dev.erpkit.crm.campaign.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.campaign.SendRecord;
import dev.erpkit.crm.campaign.port.SendLog;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Messages in memory. */
public final class MemorySendLog implements SendLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<SendRecord> records = Lists.mutable.empty();
    private final MutableMap<IdempotencyKey, SendRecord> byKey = Maps.mutable.empty();
    private final MutableMap<PartyId, MutableList<SendRecord>> byParty = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemorySendLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(SendRecord fact) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(fact.key())) {
                        throw new DuplicateKeyException(fact.key().value());
                    }
                    if (fact.sequence() != records.size() + 1L) {
                        throw new StaleVersionException("messages", fact.sequence() - 1);
                    }
                    records.add(fact);
                    byKey.put(fact.key(), fact);
                    fact.parties()
                            .forEach(party -> byParty.getIfAbsentPut(party, Lists.mutable::empty)
                                    .add(fact));
                },
                () -> {
                    records.remove(records.size() - 1);
                    byKey.remove(fact.key());
                    fact.parties()
                            .forEach(party -> byParty.computeIfPresent(party, (p, own) -> own.take(own.size() - 1)));
                });
    }

    @Override
    public Optional<SendRecord> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super SendRecord> sink) {
        ImmutableList<SendRecord> found = unitOfWork.read(() ->
                records.drop((int) Math.min(records.size(), afterSequence)).toImmutable());
        found.forEach(sink);
    }

    @Override
    public void forEachOf(PartyId party, Consumer<? super SendRecord> sink) {
        ImmutableList<SendRecord> found = unitOfWork.read(
                () -> byParty.getIfAbsentValue(party, Lists.mutable.empty()).toImmutable());
        found.forEach(sink);
    }

    @Override
    public long lastSequence() {
        return unitOfWork.read(records::size);
    }
}
