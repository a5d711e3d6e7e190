package dev.erpkit.hr.fact.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.hr.fact.Fact;
import dev.erpkit.hr.fact.port.FactLog;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * The facts of one area in memory.
 *
 * @param <C> the changes of the area
 */
public final class MemoryFactLog<C> implements FactLog<C> {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableMap<PartyId, MutableList<Fact<C>>> streams = Maps.mutable.empty();
    private final MutableMap<IdempotencyKey, Fact<C>> byKey = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryFactLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(Fact<C> fact) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(fact.key())) {
                        throw new DuplicateKeyException(fact.key().value());
                    }
                    MutableList<Fact<C>> stream = stream(fact.about());
                    if (fact.sequence() != stream.size() + 1L) {
                        throw new StaleVersionException(fact.about().value(), fact.sequence() - 1);
                    }
                    stream.add(fact);
                    byKey.put(fact.key(), fact);
                },
                () -> {
                    MutableList<Fact<C>> stream = stream(fact.about());
                    stream.remove(stream.size() - 1);
                    byKey.remove(fact.key());
                });
    }

    private MutableList<Fact<C>> stream(PartyId about) {
        return streams.getIfAbsentPut(about, Lists.mutable::empty);
    }

    @Override
    public Optional<Fact<C>> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public void forEach(PartyId about, long afterSequence, Consumer<? super Fact<C>> sink) {
        ImmutableList<Fact<C>> found = unitOfWork.read(() -> {
            MutableList<Fact<C>> stream = streams.getIfAbsentValue(about, Lists.mutable.empty());
            return stream.drop((int) Math.min(stream.size(), afterSequence)).toImmutable();
        });
        found.forEach(sink);
    }

    @Override
    public long lastSequence(PartyId about) {
        return unitOfWork.read(
                () -> streams.getIfAbsentValue(about, Lists.mutable.empty()).size());
    }
}
