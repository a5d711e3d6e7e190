package dev.erpkit.accounting.memory;

import dev.erpkit.accounting.evidence.MerkleCheckpoint;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** Seals in memory. */
public final class MemorySealLog implements SealLog {
    private static final int BATCH = 1_000;

    private final MemoryUnitOfWork unitOfWork;
    private final Chunks<Seal> seals = new Chunks<>();
    private final Runnable takeBack = seals::removeLast;
    private final MutableSortedMap<Long, MerkleCheckpoint> checkpoints = SortedMaps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemorySealLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Seal> last() {
        return unitOfWork.active() ? newest() : unitOfWork.read(this::newest);
    }

    private Optional<Seal> newest() {
        return seals.size() == 0 ? Optional.empty() : Optional.of(seals.get(seals.size() - 1));
    }

    @Override
    public void append(Seal seal) {
        if (!unitOfWork.active()) {
            unitOfWork.execute(() -> {
                add(seal);
                return seal;
            });
            return;
        }
        add(seal);
    }

    private void add(Seal seal) {
        if (seal.position() != seals.size() + 1) {
            throw new StaleVersionException("seals", seal.position() - 1);
        }
        seals.add(seal);
        unitOfWork.written(takeBack);
    }

    @Override
    public void forEach(long afterPosition, long throughPosition, Consumer<? super Seal> sink) {
        int through = (int) Math.min(throughPosition, unitOfWork.read(seals::size));
        for (int from = (int) Math.min(afterPosition, through); from < through; from += BATCH) {
            int start = from;
            int end = Math.min(through, from + BATCH);
            unitOfWork.read(() -> seals.copy(start, end)).forEach(sink);
        }
    }

    @Override
    public void eraseSalt(long position) {
        int index = (int) position - 1;
        unitOfWork.execute(() -> {
            Seal before = seals.get(index);
            unitOfWork.write(() -> seals.set(index, before.withoutSalt()), () -> seals.set(index, before));
            return before;
        });
    }

    @Override
    public void append(MerkleCheckpoint checkpoint) {
        unitOfWork.write(
                () -> {
                    if (checkpoints.containsKey(checkpoint.size())) {
                        throw new DuplicateKeyException("checkpoint of " + checkpoint.size());
                    }
                    checkpoints.put(checkpoint.size(), checkpoint);
                },
                () -> checkpoints.remove(checkpoint.size()));
    }

    @Override
    public void forEachCheckpoint(Consumer<? super MerkleCheckpoint> sink) {
        unitOfWork.read(checkpoints::toList).forEach(sink);
    }
}
