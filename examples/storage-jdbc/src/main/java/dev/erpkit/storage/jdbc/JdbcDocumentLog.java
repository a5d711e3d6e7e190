package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentNumber;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.storage.jdbc.DocumentReading.Placed;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Documents in tables of their own, in the order of their positions. */
final class JdbcDocumentLog implements DocumentLog {
    private final JdbcUnitOfWork work;
    private final DocumentReading reading;

    JdbcDocumentLog(JdbcUnitOfWork work) {
        this.work = work;
        this.reading = new DocumentReading(work.tenant());
    }

    @Override
    public void append(IssuedDocument document) {
        work.write(connection -> {
            requireFree(connection, document);
            long position = Row.last(connection, "document", "position", work.tenant()) + 1;
            new DocumentWriting(connection, work.tenant(), position).write(document);
            return position;
        });
    }

    private void requireFree(Connection connection, IssuedDocument document) throws SQLException {
        if (reading.first(connection, withId(document.id())).isPresent()) {
            throw new DuplicateKeyException(document.id().value());
        }
        if (reading.first(connection, numbered(document.number())).isPresent()) {
            throw new DuplicateKeyException(document.number().toString());
        }
        Optional<String> supplied = document.supplierNumber();
        if (supplied.isPresent()
                && reading.first(connection, supplied(document.kind(), document.party(), supplied.get()))
                        .isPresent()) {
            throw new DuplicateKeyException(document.party() + " " + supplied.get());
        }
    }

    private Where withId(DocumentId id) {
        return Where.of(work.tenant()).and("id = ?", id.value());
    }

    private Where numbered(DocumentNumber number) {
        return Where.of(work.tenant())
                .and("series = ?", number.series().name())
                .and("fiscal_year = ?", number.series().year())
                .and("number = ?", number.number());
    }

    private Where supplied(DocumentKind kind, PartyId supplier, String supplierNumber) {
        return Where.of(work.tenant())
                .and("kind = ?", kind.text())
                .and("party = ?", supplier.value())
                .and("supplier_number = ?", supplierNumber);
    }

    @Override
    public Optional<IssuedDocument> find(DocumentId id) {
        return work.read(connection -> reading.first(connection, withId(id)));
    }

    @Override
    public Optional<IssuedDocument> find(DocumentNumber number) {
        return work.read(connection -> reading.first(connection, numbered(number)));
    }

    @Override
    public Optional<IssuedDocument> find(DocumentKind kind, PartyId supplier, String supplierNumber) {
        return work.read(connection -> reading.first(connection, supplied(kind, supplier, supplierNumber)));
    }

    @Override
    public ImmutableList<IssuedDocument> referringTo(DocumentId id) {
        return work.read(connection -> reading.select(
                        connection,
                        Where.of(work.tenant())
                                .and(
                                        "position in (select position from document_line where tenant = ?"
                                                + " and takes_document = ?)",
                                        work.tenant(),
                                        id.value())
                                .ordered("tenant, position"))
                .collect(Placed::document)
                .toImmutable());
    }

    @Override
    public void forEach(DocumentQuery query, Consumer<? super IssuedDocument> sink) {
        Pages.forEach(
                work,
                0L,
                (connection, after) -> page(connection, after, query),
                (Placed placed) -> sink.accept(placed.document()));
    }

    private Page<Long, Placed> page(Connection connection, long after, DocumentQuery query) throws SQLException {
        LocalDate start = query.dates().startInclusive();
        LocalDate end = query.dates().endExclusive();
        MutableList<Placed> found = reading.select(
                connection,
                Where.of(work.tenant())
                        .and("position > ?", after)
                        .and("party = ?", query.party().map(PartyId::value))
                        .and("kind = ?", query.kind().map(DocumentKind::text))
                        .and("document_date >= ?", Optional.of(start).filter(day -> !day.equals(LocalDate.MIN)))
                        .and("document_date < ?", Optional.of(end).filter(day -> !day.equals(LocalDate.MAX)))
                        .ordered("tenant, position")
                        .first(work.pageRows()));
        return Page.of(found, after, work.pageRows(), Placed::position);
    }
}
