package dev.erpkit.crm.pipeline.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.pipeline.DealFact;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.port.DealLog;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** Deals in memory. */
public final class MemoryDealLog implements DealLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableSortedMap<DealId, MutableList<DealFact>> facts = SortedMaps.mutable.empty();
    private final MutableMap<IdempotencyKey, DealFact> byKey = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryDealLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(DealFact fact) {
        unitOfWork.write(() -> add(fact), () -> remove(fact));
    }

    private void add(DealFact fact) {
        if (byKey.containsKey(fact.key())) {
            throw new DuplicateKeyException(fact.key().value());
        }
        MutableList<DealFact> of = facts.getIfAbsentPut(fact.deal(), Lists.mutable::empty);
        if (fact.number() != of.size() + 1L) {
            throw new StaleVersionException("deal " + fact.deal(), fact.number() - 1);
        }
        of.add(fact);
        byKey.put(fact.key(), fact);
    }

    private void remove(DealFact fact) {
        MutableList<DealFact> of = facts.getIfAbsent(fact.deal(), Lists.mutable::empty);
        of.remove(of.size() - 1);
        byKey.remove(fact.key());
    }

    @Override
    public ImmutableList<DealFact> of(DealId id) {
        return unitOfWork.read(() -> facts.getIfAbsent(id, Lists.mutable::empty).toImmutable());
    }

    @Override
    public Optional<DealFact> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public void forEach(Consumer<? super DealFact> sink) {
        ImmutableList<DealFact> all = unitOfWork.read(
                () -> Lists.immutable.fromStream(facts.values().stream().flatMap(MutableList::stream)));
        all.forEach(sink);
    }
}
