package dev.erpkit.accounting.memory;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** The journal in memory. */
public final class MemoryJournalStore implements JournalStore {
    private final MemoryUnitOfWork unitOfWork;
    private final Chunks<PostedEntry> entries = new Chunks<>();
    private final EntryIndex byId = new EntryIndex(entries);
    private final MutableMap<EntryId, EntryId> reversals = Maps.mutable.empty();

    /** Takes back an append of one entry, the usual one; what came behind it is gone by then. */
    private final Runnable takeBackOne = this::removeNewest;

    /** A journal that writes in the given unit of work. */
    public MemoryJournalStore(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<PostedEntry> find(EntryId id) {
        return unitOfWork.active()
                ? Optional.ofNullable(byId.find(id))
                : unitOfWork.read(() -> Optional.ofNullable(byId.find(id)));
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        return unitOfWork.active()
                ? Optional.ofNullable(reversals.get(id))
                : unitOfWork.read(() -> Optional.ofNullable(reversals.get(id)));
    }

    @Override
    public long lastPosition() {
        return unitOfWork.active() ? entries.size() : unitOfWork.read(() -> (long) entries.size());
    }

    @Override
    public void append(ImmutableList<PostedEntry> appended) {
        if (unitOfWork.active()) {
            add(appended);
            return;
        }
        unitOfWork.execute(() -> {
            add(appended);
            return appended;
        });
    }

    private void add(ImmutableList<PostedEntry> appended) {
        // under the lock: what others append meanwhile must not be undone with a refused batch
        int before = entries.size();
        addAll(appended, before);
        unitOfWork.written(appended.size() == 1 ? takeBackOne : () -> truncate(before));
    }

    private void addAll(ImmutableList<PostedEntry> appended, int before) {
        try {
            for (int i = 0; i < appended.size(); i++) {
                add(appended.get(i));
            }
        } catch (RuntimeException e) {
            truncate(before);
            throw e;
        }
    }

    private void add(PostedEntry posted) {
        JournalEntry entry = posted.entry();
        if (posted.position() != entries.size() + 1L) {
            throw new StaleVersionException("journal", posted.position() - 1);
        }
        EntryId original = entry.reverses().orElse(null);
        if (original != null && byId.find(entry.id()) == null && reversals.containsKey(original)) {
            throw new DuplicateKeyException("reversal of " + original);
        }
        if (!byId.add(entry.id(), entries.size())) {
            throw new DuplicateKeyException(entry.id().value());
        }
        entries.add(posted);
        if (original != null) {
            reversals.put(original, entry.id());
        }
    }

    private void truncate(int size) {
        while (entries.size() > size) {
            removeNewest();
        }
    }

    private void removeNewest() {
        JournalEntry entry = entries.get(entries.size() - 1).entry();
        byId.remove(entry.id());
        entries.removeLast();
        entry.reverses().ifPresent(reversals::remove);
    }

    @Override
    public void forEach(JournalQuery query, Consumer<? super PostedEntry> sink) {
        int through = (int) Math.min(query.throughPosition(), lastPosition());
        for (int from = (int) Math.max(0, Math.min(query.afterPosition(), through)); from < through; ) {
            int start = from;
            int end = Math.min(through, from + 1_000);
            ImmutableList<PostedEntry> batch = unitOfWork.read(() -> entries.copy(start, end));
            for (PostedEntry posted : batch) {
                if (query.chooses(posted)) {
                    sink.accept(posted);
                }
            }
            from = end;
        }
    }

    @Override
    public void eraseTexts(EntryId id) {
        unitOfWork.execute(() -> {
            PostedEntry before = byId.find(id);
            if (before == null) {
                throw new NotFoundException(id.value());
            }
            PostedEntry after = before.withoutTexts();
            unitOfWork.write(() -> put(after), () -> put(before));
            return after;
        });
    }

    private void put(PostedEntry posted) {
        entries.set((int) posted.position() - 1, posted);
    }
}
