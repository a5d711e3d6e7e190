package dev.erpkit.inventory.reservation.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.reservation.ReservationRecord;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Reservations in memory. */
public final class MemoryReservationLog implements ReservationLog {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableMap<String, MutableList<ReservationRecord>> byItem = Maps.mutable.empty();
    private final MutableMap<IdempotencyKey, ReservationRecord> byKey = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryReservationLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(ReservationRecord fact) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(fact.key())) {
                        throw new DuplicateKeyException(fact.key().value());
                    }
                    MutableList<ReservationRecord> records = of(fact.item());
                    if (fact.sequence() != records.size() + 1L) {
                        throw new StaleVersionException("reservations of " + fact.item(), fact.sequence() - 1);
                    }
                    records.add(fact);
                    byKey.put(fact.key(), fact);
                },
                () -> {
                    MutableList<ReservationRecord> records = of(fact.item());
                    records.remove(records.size() - 1);
                    byKey.remove(fact.key());
                });
    }

    private MutableList<ReservationRecord> of(String item) {
        return byItem.getIfAbsentPut(item, Lists.mutable::empty);
    }

    @Override
    public Optional<ReservationRecord> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public void forEach(String item, long afterSequence, Consumer<? super ReservationRecord> sink) {
        ImmutableList<ReservationRecord> found = unitOfWork.read(() -> {
            MutableList<ReservationRecord> records = of(item);
            return records.drop((int) Math.min(records.size(), afterSequence)).toImmutable();
        });
        found.forEach(sink);
    }

    @Override
    public long lastSequence(String item) {
        return unitOfWork.read(() -> of(item).size());
    }
}
