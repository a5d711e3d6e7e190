package dev.erpkit.accounting.declaration.memory;

import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.declaration.port.TaxFactQuery;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Tax facts in memory. */
public final class MemoryTaxFactLog implements TaxFactLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<TaxFact> facts = Lists.mutable.empty();
    private final MutableMap<IdempotencyKey, ImmutableList<TaxFact>> byKey = Maps.mutable.empty();

    /** An empty log that is written in the given unit of work. */
    public MemoryTaxFactLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public long size() {
        return unitOfWork.read(facts::size);
    }

    @Override
    public void append(long expectedSize, ImmutableList<TaxFact> added) {
        unitOfWork.execute(() -> {
            checkFollows(expectedSize, added);
            int before = facts.size();
            ImmutableList<IdempotencyKey> keys = added.collect(TaxFact::key).distinct();
            unitOfWork.write(
                    () -> {
                        facts.addAllIterable(added);
                        keys.forEach(key -> byKey.put(key, added.select(fact -> fact.key().equals(key))));
                    },
                    () -> {
                        keys.forEach(byKey::remove);
                        while (facts.size() > before) {
                            facts.remove(facts.size() - 1);
                        }
                    });
            return before;
        });
    }

    private void checkFollows(long expectedSize, ImmutableList<TaxFact> added) {
        if (facts.size() != expectedSize) {
            throw new StaleVersionException("tax fact log", expectedSize);
        }
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).number() != expectedSize + i + 1) {
                throw new StaleVersionException("tax fact log", added.get(i).number() - 1);
            }
            if (byKey.containsKey(added.get(i).key())) {
                throw new DuplicateKeyException(added.get(i).key().value());
            }
        }
    }

    @Override
    public ImmutableList<TaxFact> find(IdempotencyKey key) {
        return unitOfWork.read(() -> byKey.getIfAbsentValue(key, Lists.immutable.empty()));
    }

    @Override
    public void forEach(TaxFactQuery query, Consumer<? super TaxFact> sink) {
        ImmutableList<TaxFact> found =
                unitOfWork.read(() -> facts.select(query::matches).toImmutable());
        found.forEach(sink);
    }
}
