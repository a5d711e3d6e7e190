package dev.erpkit.inventory.count.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.count.CountRecord;
import dev.erpkit.inventory.count.port.CountLog;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Sheets of stock-taking in memory. */
public final class MemoryCountLog implements CountLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableMap<String, MutableList<CountRecord>> bySheet = Maps.mutable.empty();
    private final MutableMap<IdempotencyKey, CountRecord> byKey = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryCountLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(CountRecord fact) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(fact.key())) {
                        throw new DuplicateKeyException(fact.key().value());
                    }
                    MutableList<CountRecord> records = of(fact.sheet());
                    if (fact.sequence() != records.size() + 1L) {
                        throw new StaleVersionException("sheet " + fact.sheet(), fact.sequence() - 1);
                    }
                    records.add(fact);
                    byKey.put(fact.key(), fact);
                },
                () -> {
                    MutableList<CountRecord> records = of(fact.sheet());
                    records.remove(records.size() - 1);
                    byKey.remove(fact.key());
                });
    }

    private MutableList<CountRecord> of(String sheet) {
        return bySheet.getIfAbsentPut(sheet, Lists.mutable::empty);
    }

    @Override
    public Optional<CountRecord> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public void forEach(String sheet, long afterSequence, Consumer<? super CountRecord> sink) {
        ImmutableList<CountRecord> found = unitOfWork.read(() -> {
            MutableList<CountRecord> records = of(sheet);
            return records.drop((int) Math.min(records.size(), afterSequence)).toImmutable();
        });
        found.forEach(sink);
    }

    @Override
    public long lastSequence(String sheet) {
        return unitOfWork.read(() -> of(sheet).size());
    }
}
