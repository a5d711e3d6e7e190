package dev.erpkit.crm.sales.memory;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.Slice;
import dev.erpkit.core.port.SliceRequest;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.port.SalesLog;
import dev.erpkit.crm.sales.port.SalesQuery;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Documents of one kind in memory.
 *
 * @param <C> their changes
 */
public final class MemorySalesLog<C> implements SalesLog<C> {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<SalesRecord<C>> records = Lists.mutable.empty();
    private final MutableMap<IdempotencyKey, SalesRecord<C>> byKey = Maps.mutable.empty();
    private final MutableMap<DocumentId, MutableList<SalesRecord<C>>> byDocument = Maps.mutable.empty();
    private final MutableMap<PartyId, MutableList<SalesRecord<C>>> byParty = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemorySalesLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(SalesRecord<C> fact) {
        unitOfWork.write(
                () -> {
                    if (byKey.containsKey(fact.key())) {
                        throw new DuplicateKeyException(fact.key().value());
                    }
                    if (fact.sequence() != records.size() + 1L) {
                        throw new StaleVersionException("sales", fact.sequence() - 1);
                    }
                    records.add(fact);
                    byKey.put(fact.key(), fact);
                    byDocument
                            .getIfAbsentPut(fact.document(), Lists.mutable::empty)
                            .add(fact);
                    byParty.getIfAbsentPut(fact.party(), Lists.mutable::empty).add(fact);
                },
                () -> {
                    records.remove(records.size() - 1);
                    byKey.remove(fact.key());
                    removeLast(byDocument.getIfAbsentPut(fact.document(), Lists.mutable::empty));
                    removeLast(byParty.getIfAbsentPut(fact.party(), Lists.mutable::empty));
                });
    }

    private static <C> void removeLast(MutableList<SalesRecord<C>> list) {
        list.remove(list.size() - 1);
    }

    @Override
    public Optional<SalesRecord<C>> find(IdempotencyKey key) {
        return unitOfWork.read(() -> Optional.ofNullable(byKey.get(key)));
    }

    @Override
    public ImmutableList<SalesRecord<C>> of(DocumentId document) {
        return unitOfWork.read(
                () -> byDocument.getIfAbsent(document, Lists.mutable::empty).toImmutable());
    }

    @Override
    public ImmutableList<SalesRecord<C>> of(PartyId party, long afterSequence) {
        return unitOfWork.read(() -> {
            MutableList<SalesRecord<C>> all = byParty.getIfAbsent(party, Lists.mutable::empty);
            int from = all.size();
            while (from > 0 && all.get(from - 1).sequence() > afterSequence) {
                from--;
            }
            return Lists.immutable.withAll(all.subList(from, all.size()));
        });
    }

    @Override
    public Slice<SalesRecord<C>> begun(SalesQuery query, SliceRequest request) {
        long after = request.after().map(Long::parseLong).orElse(0L);
        return unitOfWork.read(() -> {
            MutableList<SalesRecord<C>> found = Lists.mutable.empty();
            for (long at = after; at < records.size() && found.size() <= request.limit(); at++) {
                SalesRecord<C> fact = records.get(Math.toIntExact(at));
                boolean first = Objects.requireNonNull(byDocument.get(fact.document()))
                                .getFirst()
                                .sequence()
                        == fact.sequence();
                if (first && query.chooses(fact)) {
                    found.add(fact);
                }
            }
            ImmutableList<SalesRecord<C>> some = found.take(request.limit()).toImmutable();
            return new Slice<>(
                    some,
                    found.size() <= request.limit()
                            ? Optional.empty()
                            : Optional.of(SliceRequest.after(
                                    Long.toString(some.getLast().sequence()), request.limit())));
        });
    }

    @Override
    public void forEach(long afterSequence, Consumer<? super SalesRecord<C>> sink) {
        ImmutableList<SalesRecord<C>> found = unitOfWork.read(() ->
                records.drop((int) Math.min(records.size(), afterSequence)).toImmutable());
        found.forEach(sink);
    }

    @Override
    public long lastSequence() {
        return unitOfWork.read(records::size);
    }
}
