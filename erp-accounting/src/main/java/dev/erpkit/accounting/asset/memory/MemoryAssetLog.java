package dev.erpkit.accounting.asset.memory;

import dev.erpkit.accounting.asset.AssetFact;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.BookedRow;
import dev.erpkit.accounting.asset.port.AssetLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Fixed assets in memory. */
public final class MemoryAssetLog implements AssetLog {
    private record RowKey(BookId book, LocalDate periodStart) {}

    private static final class Asset {
        final Map<IdempotencyKey, AssetFact> facts = new LinkedHashMap<>();
        final Map<RowKey, BookedRow> rows = new LinkedHashMap<>();
    }

    private final MemoryUnitOfWork unitOfWork;
    private final Map<AssetId, Asset> assets = new LinkedHashMap<>();
    private final Map<IdempotencyKey, MutableList<AssetFact>> byKey = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryAssetLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(AssetFact fact) {
        unitOfWork.write(
                () -> {
                    Asset asset = assets.computeIfAbsent(fact.asset(), id -> new Asset());
                    if (asset.facts.putIfAbsent(fact.key(), fact) != null) {
                        throw new DuplicateKeyException(fact.key().value());
                    }
                    byKey.computeIfAbsent(fact.key(), key -> Lists.mutable.empty())
                            .add(fact);
                },
                () -> takeBack(fact));
    }

    private void takeBack(AssetFact fact) {
        Asset asset = assets.get(fact.asset());
        if (asset != null && asset.facts.remove(fact.key()) != null && asset.facts.isEmpty()) {
            assets.remove(fact.asset());
        }
        byKey.getOrDefault(fact.key(), Lists.mutable.empty()).remove(fact);
    }

    @Override
    public void append(BookedRow row) {
        RowKey key = new RowKey(row.book(), row.periodStart());
        unitOfWork.write(
                () -> {
                    Asset asset = assets.computeIfAbsent(row.asset(), id -> new Asset());
                    if (asset.rows.putIfAbsent(key, row) != null) {
                        throw new DuplicateKeyException(row.asset() + "/" + row.book() + "/" + row.periodStart());
                    }
                },
                () -> assets.getOrDefault(row.asset(), new Asset()).rows.remove(key));
    }

    @Override
    public ImmutableList<AssetFact> withKey(IdempotencyKey key) {
        return unitOfWork.read(() -> Lists.immutable.withAll(byKey.getOrDefault(key, Lists.mutable.empty())));
    }

    @Override
    public ImmutableList<AssetFact> facts(AssetId asset) {
        return unitOfWork.read(() -> Lists.immutable.withAll(
                assets.getOrDefault(asset, new Asset()).facts.values()));
    }

    @Override
    public ImmutableList<BookedRow> rows(AssetId asset) {
        return unitOfWork.read(() -> Lists.immutable.withAll(
                assets.getOrDefault(asset, new Asset()).rows.values()));
    }

    @Override
    public void forEach(Consumer<? super AssetId> sink) {
        ImmutableList<AssetId> known = unitOfWork.read(() -> Lists.immutable
                .withAll(assets.entrySet())
                .reject(asset -> asset.getValue().facts.isEmpty())
                .collect(Map.Entry::getKey));
        known.forEach(sink);
    }
}
