package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.BooksHarness;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.DocumentHarness;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** The documents of one tenant of a database, beside its books. */
final class JdbcDocumentHarness implements DocumentHarness {
    private final JdbcHarness books;
    private final DocumentLog documents;

    JdbcDocumentHarness(JdbcHarness books) {
        this.books = books;
        this.documents = new JdbcDocumentLog((JdbcUnitOfWork) books.unitOfWork());
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
        return books.unitOfWork();
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
    public JdbcDocumentHarness otherTenant() {
        return new JdbcDocumentHarness(books.otherTenant());
    }

    @Override
    public JdbcDocumentHarness reopened() {
        return new JdbcDocumentHarness(books.reopened());
    }
}
