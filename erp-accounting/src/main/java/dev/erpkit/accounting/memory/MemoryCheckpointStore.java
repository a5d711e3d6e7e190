package dev.erpkit.accounting.memory;

import dev.erpkit.accounting.ledger.Checkpoint;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import java.util.Optional;
import java.util.TreeMap;

/** Checkpoints in memory. */
public final class MemoryCheckpointStore implements CheckpointStore {
    private final MemoryUnitOfWork unitOfWork;
    private final TreeMap<Long, Checkpoint> byPosition = new TreeMap<>();

    /** A store that writes in the given unit of work. */
    public MemoryCheckpointStore(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void save(Checkpoint checkpoint) {
        unitOfWork.execute(() -> {
            Checkpoint known = byPosition.get(checkpoint.position());
            if (known == null) {
                unitOfWork.write(
                        () -> byPosition.put(checkpoint.position(), checkpoint),
                        () -> byPosition.remove(checkpoint.position()));
            } else if (!known.equals(checkpoint)) {
                throw new DuplicateKeyException("checkpoint of " + checkpoint.position());
            }
            return checkpoint;
        });
    }

    @Override
    public Optional<Checkpoint> newestThrough(long position) {
        return unitOfWork.read(
                () -> Optional.ofNullable(byPosition.floorEntry(position)).map(entry -> entry.getValue()));
    }
}
