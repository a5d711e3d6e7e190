package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.document.memory.MemoryDocumentLog;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** The in-memory documents of one tenant as a harness, beside its books. */
public final class MemoryDocumentHarness implements DocumentHarness {
    private final MemoryHarness books;
    private final DocumentLog documents;
    private final MemoryUnitOfWork work;

    /** No documents beside empty books. */
    public MemoryDocumentHarness() {
        this(new MemoryHarness());
    }

    private MemoryDocumentHarness(MemoryHarness books) {
        this.books = books;
        this.work = (MemoryUnitOfWork) books.unitOfWork();
        this.documents = new MemoryDocumentLog(work);
    }

    @Override
    public DocumentLog documents() {
        return documents;
    }

    @Override
    public BooksHarness books() {
        return books;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return work;
    }

    @Override
    public NumberSeries numberSeries() {
        return books.numberSeries();
    }

    @Override
    public Outbox outbox() {
        return books.outbox();
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return books.told();
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return books.capabilities();
    }

    @Override
    public MemoryDocumentHarness otherTenant() {
        return new MemoryDocumentHarness(books.otherTenant());
    }

    @Override
    public MemoryDocumentHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
