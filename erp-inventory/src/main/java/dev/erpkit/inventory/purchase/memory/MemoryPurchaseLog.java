package dev.erpkit.inventory.purchase.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.purchase.PurchaseRecord;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Purchases in memory. */
public final class MemoryPurchaseLog implements PurchaseLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<PurchaseRecord> records = Lists.mutable.empty();
    private final MutableMap<IdempotencyKey, PurchaseRecord> byKey = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryPurchaseLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(PurchaseRecord entry) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(entry.key())) {
                        throw new DuplicateKeyException(entry.key().value());
                    }
                    if (entry.sequence() != records.size() + 1L) {
                        throw new StaleVersionException("purchases", entry.sequence() - 1);
                    }
                    records.add(entry);
                    byKey.put(entry.key(), entry);
                },
                () -> {
                    records.remove(records.size() - 1);
                    byKey.remove(entry.key());
                });
    }

    @Override
    public Optional<PurchaseRecord> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super PurchaseRecord> sink) {
        ImmutableList<PurchaseRecord> found = unitOfWork.read(() ->
                records.drop((int) Math.min(records.size(), afterSequence)).toImmutable());
        found.forEach(sink);
    }

    @Override
    public long lastSequence() {
        return unitOfWork.read(records::size);
    }
}
