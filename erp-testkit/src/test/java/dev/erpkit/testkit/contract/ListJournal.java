package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.testkit.model.JournalFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/** A journal as a list: right, and open to be broken by the mutants. */
class ListJournal implements JournalStore {
    final MemoryUnitOfWork unitOfWork;
    final List<PostedEntry> entries = new ArrayList<>();

    ListJournal(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<PostedEntry> find(EntryId id) {
        return unitOfWork.read(
                () -> entries.stream().filter(p -> p.id().equals(id)).findFirst());
    }

    @Override
    public Optional<EntryId> reversalOf(EntryId id) {
        return unitOfWork.read(() -> entries.stream()
                .filter(p -> p.entry().reverses().equals(Optional.of(id)))
                .map(PostedEntry::id)
                .findFirst());
    }

    @Override
    public long lastPosition() {
        return unitOfWork.read(() -> (long) entries.size());
    }

    @Override
    public void append(ImmutableList<PostedEntry> added) {
        unitOfWork.execute(() -> {
            added.forEach(this::appendOne);
            return this;
        });
    }

    void appendOne(PostedEntry posted) {
        if (posted.position() != entries.size() + 1) {
            throw new StaleVersionException("journal", posted.position() - 1);
        }
        if (find(posted.id()).isPresent()
                || posted.entry().reverses().flatMap(this::reversalOf).isPresent()) {
            throw new DuplicateKeyException(posted.id().value());
        }
        write(posted);
    }

    void write(PostedEntry posted) {
        unitOfWork.write(() -> entries.add(posted), () -> entries.remove(entries.size() - 1));
    }

    @Override
    public void forEach(JournalQuery query, Consumer<? super PostedEntry> sink) {
        List<PostedEntry> found = unitOfWork.read(() ->
                entries.stream().filter(p -> JournalFilter.accepts(query, p)).toList());
        found.forEach(sink);
    }

    @Override
    public void eraseTexts(EntryId id) {
        unitOfWork.execute(() -> {
            PostedEntry before = find(id).orElseThrow(() -> new NotFoundException(id.value()));
            int index = entries.indexOf(before);
            unitOfWork.write(() -> entries.set(index, Sample.withoutTexts(before)), () -> entries.set(index, before));
            return this;
        });
    }
}
