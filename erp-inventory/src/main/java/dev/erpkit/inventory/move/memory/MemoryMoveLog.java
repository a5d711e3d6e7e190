package dev.erpkit.inventory.move.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.move.port.MoveLog;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Moves in memory. */
public final class MemoryMoveLog implements MoveLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<StockRecord> records = Lists.mutable.empty();
    private final MutableMap<IdempotencyKey, StockRecord> byKey = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryMoveLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(StockRecord fact) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(fact.key())) {
                        throw new DuplicateKeyException(fact.key().value());
                    }
                    if (fact.first() != last() + 1) {
                        throw new StaleVersionException("moves", fact.first() - 1);
                    }
                    records.add(fact);
                    byKey.put(fact.key(), fact);
                },
                () -> {
                    records.remove(records.size() - 1);
                    byKey.remove(fact.key());
                });
    }

    private long last() {
        return records.isEmpty() ? 0 : records.getLast().last();
    }

    @Override
    public Optional<StockRecord> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public void forEach(long afterNumber, Consumer<? super StockRecord> sink) {
        ImmutableList<StockRecord> found = unitOfWork.read(
                () -> records.subList(firstAfter(afterNumber), records.size()).toImmutable());
        found.forEach(sink);
    }

    /** The place of the first record behind a number: numbers ascend. */
    private int firstAfter(long number) {
        int low = 0;
        int high = records.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (records.get(middle).first() > number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public long lastNumber() {
        return unitOfWork.read(this::last);
    }
}
