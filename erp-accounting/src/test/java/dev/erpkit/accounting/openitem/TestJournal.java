package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A journal as a list. */
public final class TestJournal implements JournalStore {
    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<PostedEntry> entries = Lists.mutable.empty();

    TestJournal(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<PostedEntry> find(EntryId id) {
        return unitOfWork.read(() -> entries.detectOptional(e -> e.id().equals(id)));
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        return unitOfWork.read(() -> entries.detectOptional(
                        e -> e.entry().reverses().equals(Optional.of(id)))
                .map(PostedEntry::id));
    }

    @Override
    public long lastPosition() {
        return unitOfWork.read(() -> (long) entries.size());
    }

    @Override
    public void append(ImmutableList<PostedEntry> added) {
        added.forEach(entry -> unitOfWork.write(
                () -> {
                    if (find(entry.id()).isPresent()) {
                        throw new DuplicateKeyException(entry.id().value());
                    }
                    entries.add(entry);
                },
                () -> entries.remove(entries.size() - 1)));
    }

    @Override
    public void forEach(JournalQuery query, Consumer<? super PostedEntry> sink) {
        unitOfWork
                .read(() -> entries.select(e -> e.position() > query.afterPosition()
                        && e.position() <= query.throughPosition()
                        && query.book().map(e.entry().book()::equals).orElse(true)
                        && query.account()
                                .map(a -> e.entry().lines().anySatisfy(l -> l.account().equals(a)))
                                .orElse(true)))
                .forEach(sink);
    }

    @Override
    public void eraseTexts(EntryId id) {
        throw new UnsupportedOperationException();
    }
}
