package dev.erpkit.accounting.document.memory;

import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentNumber;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.LineReference;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Issued documents in memory. */
public final class MemoryDocumentLog implements DocumentLog {
    private record Supplied(DocumentKind kind, PartyId supplier, String number) {}

    private final MemoryUnitOfWork unitOfWork;
    private final MutableList<IssuedDocument> documents = Lists.mutable.empty();
    private final MutableMap<DocumentId, IssuedDocument> byId = Maps.mutable.empty();
    private final MutableMap<DocumentNumber, IssuedDocument> byNumber = Maps.mutable.empty();
    private final MutableMap<Supplied, IssuedDocument> bySupplier = Maps.mutable.empty();
    private final MutableMap<DocumentId, MutableList<IssuedDocument>> referring = Maps.mutable.empty();

    /** A log that writes in the given unit of work. */
    public MemoryDocumentLog(MemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void append(IssuedDocument document) {
        unitOfWork.write(() -> put(document), () -> remove(document));
    }

    @Override
    public Optional<IssuedDocument> find(DocumentId id) {
        return unitOfWork.read(() -> Optional.ofNullable(byId.get(id)));
    }

    @Override
    public Optional<IssuedDocument> find(DocumentNumber number) {
        return unitOfWork.read(() -> Optional.ofNullable(byNumber.get(number)));
    }

    @Override
    public Optional<IssuedDocument> find(DocumentKind kind, PartyId supplier, String supplierNumber) {
        return unitOfWork.read(() -> Optional.ofNullable(bySupplier.get(new Supplied(kind, supplier, supplierNumber))));
    }

    @Override
    public ImmutableList<IssuedDocument> referringTo(DocumentId id) {
        return unitOfWork.read(() -> {
            MutableList<IssuedDocument> found = referring.get(id);
            return found == null ? Lists.immutable.empty() : found.toImmutable();
        });
    }

    @Override
    public void forEach(DocumentQuery query, Consumer<? super IssuedDocument> sink) {
        ImmutableList<IssuedDocument> chosen =
                unitOfWork.read(() -> documents.select(query::chooses).toImmutable());
        chosen.forEach(sink);
    }

    private void put(IssuedDocument document) {
        Optional<Supplied> supplied = supplied(document);
        if (byId.containsKey(document.id())) {
            throw new DuplicateKeyException(document.id().value());
        }
        if (byNumber.containsKey(document.number())) {
            throw new DuplicateKeyException(document.number().toString());
        }
        if (supplied.isPresent() && bySupplier.containsKey(supplied.get())) {
            throw new DuplicateKeyException(supplied.get().toString());
        }
        documents.add(document);
        byId.put(document.id(), document);
        byNumber.put(document.number(), document);
        supplied.ifPresent(key -> bySupplier.put(key, document));
        referred(document)
                .forEach(
                        id -> referring.getIfAbsentPut(id, Lists.mutable::empty).add(document));
    }

    private void remove(IssuedDocument document) {
        documents.remove(documents.size() - 1);
        byId.remove(document.id());
        byNumber.remove(document.number());
        supplied(document).ifPresent(bySupplier::remove);
        referred(document).forEach(id -> {
            MutableList<IssuedDocument> list = referring.getIfAbsentPut(id, Lists.mutable::empty);
            list.remove(list.size() - 1);
        });
    }

    private static Optional<Supplied> supplied(IssuedDocument document) {
        return document.supplierNumber().map(number -> new Supplied(document.kind(), document.party(), number));
    }

    private static ImmutableList<DocumentId> referred(IssuedDocument document) {
        return document.lines()
                .flatCollect(line -> Lists.immutable.fromStream(line.takes().stream()))
                .collect(LineReference::document)
                .distinct();
    }
}
