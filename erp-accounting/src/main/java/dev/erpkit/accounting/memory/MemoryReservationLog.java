package dev.erpkit.accounting.memory;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;

/** Reservations in memory. */
public final class MemoryReservationLog implements ReservationLog {
    private final MemoryUnitOfWork unitOfWork;
    private final Map<EntryId, Reservation> reservations = new LinkedHashMap<>();
    private final Map<EntryId, Resolution> resolutions = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryReservationLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Reservation> find(EntryId id) {
        return unitOfWork.read(() -> Optional.ofNullable(reservations.get(id)));
    }

    @Override
    public Optional<Resolution> resolutionOf(EntryId id) {
        return unitOfWork.read(() -> Optional.ofNullable(resolutions.get(id)));
    }

    @Override
    public void append(Reservation reservation) {
        put(reservations, reservation.id(), reservation);
    }

    @Override
    public void append(Resolution resolution) {
        put(resolutions, resolution.reservation(), resolution);
    }

    private <V> void put(Map<EntryId, V> facts, EntryId id, V fact) {
        unitOfWork.write(
                () -> {
                    if (facts.putIfAbsent(id, fact) != null) {
                        throw new DuplicateKeyException(id.value());
                    }
                },
                () -> facts.remove(id));
    }

    @Override
    public void forEachOpen(Consumer<? super Reservation> sink) {
        ImmutableList<Reservation> open = unitOfWork.read(
                () -> Lists.immutable.withAll(reservations.values()).reject(r -> resolutions.containsKey(r.id())));
        open.forEach(sink);
    }
}
