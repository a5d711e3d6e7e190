package dev.erpkit.crm.service.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.service.CaseFact;
import dev.erpkit.crm.service.CaseId;
import dev.erpkit.crm.service.port.CaseLog;
import java.util.Comparator;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** Cases in memory. */
public final class MemoryCaseLog implements CaseLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableSortedMap<CaseId, MutableList<CaseFact>> facts = SortedMaps.mutable.empty();
    private final MutableMap<IdempotencyKey, MutableList<CaseFact>> byKey = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryCaseLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(CaseFact fact) {
        unitOfWork.write(() -> add(fact), () -> remove(fact));
    }

    private void add(CaseFact fact) {
        MutableList<CaseFact> same = byKey.getIfAbsentPut(fact.key(), Lists.mutable::empty);
        if (same.anySatisfy(other -> other.caseId().equals(fact.caseId()))) {
            throw new DuplicateKeyException(fact.key().value());
        }
        MutableList<CaseFact> of = facts.getIfAbsentPut(fact.caseId(), Lists.mutable::empty);
        if (fact.number() != of.size() + 1L) {
            throw new StaleVersionException("case " + fact.caseId(), fact.number() - 1);
        }
        of.add(fact);
        same.add(fact);
    }

    private void remove(CaseFact fact) {
        MutableList<CaseFact> of = facts.getIfAbsent(fact.caseId(), Lists.mutable::empty);
        of.remove(of.size() - 1);
        byKey.getIfAbsent(fact.key(), Lists.mutable::empty).remove(fact);
    }

    @Override
    public ImmutableList<CaseFact> of(CaseId id) {
        return unitOfWork.read(() -> facts.getIfAbsent(id, Lists.mutable::empty).toImmutable());
    }

    @Override
    public ImmutableList<CaseFact> of(IdempotencyKey key) {
        return unitOfWork.read(() -> byKey.getIfAbsent(key, Lists.mutable::empty)
                .toSortedList(Comparator.comparing(CaseFact::caseId))
                .toImmutable());
    }

    @Override
    public void forEach(Consumer<? super CaseFact> sink) {
        ImmutableList<CaseFact> all = unitOfWork.read(
                () -> Lists.immutable.fromStream(facts.values().stream().flatMap(MutableList::stream)));
        all.forEach(sink);
    }
}
