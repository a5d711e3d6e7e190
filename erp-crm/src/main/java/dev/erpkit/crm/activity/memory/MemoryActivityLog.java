package dev.erpkit.crm.activity.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.activity.ActivityRecord;
import dev.erpkit.crm.activity.port.ActivityLog;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What was said and planned in memory. */
public final class MemoryActivityLog implements ActivityLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<ActivityRecord> records = Lists.mutable.empty();
    private final MutableMap<IdempotencyKey, ActivityRecord> byKey = Maps.mutable.empty();
    private final MutableMap<PartyId, MutableList<ActivityRecord>> byParty = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryActivityLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(ActivityRecord fact) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(fact.key())) {
                        throw new DuplicateKeyException(fact.key().value());
                    }
                    if (fact.sequence() != records.size() + 1L) {
                        throw new StaleVersionException("activities", fact.sequence() - 1);
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
    public Optional<ActivityRecord> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super ActivityRecord> sink) {
        ImmutableList<ActivityRecord> found = unitOfWork.read(() ->
                records.drop((int) Math.min(records.size(), afterSequence)).toImmutable());
        found.forEach(sink);
    }

    @Override
    public void forEachOf(PartyId party, Consumer<? super ActivityRecord> sink) {
        ImmutableList<ActivityRecord> found = unitOfWork.read(
                () -> byParty.getIfAbsentValue(party, Lists.mutable.empty()).toImmutable());
        found.forEach(sink);
    }

    @Override
    public long lastSequence() {
        return unitOfWork.read(records::size);
    }
}
