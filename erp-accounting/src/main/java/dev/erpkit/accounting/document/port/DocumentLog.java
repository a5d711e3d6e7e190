package dev.erpkit.accounting.document.port;

import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentNumber;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: the issued documents of one tenant, insert-only. What comes back equals what was appended: minor units, fractions and
 * dates exactly, texts to the character, instants to the microsecond.
 */
public interface DocumentLog {
    /**
     * Adds a document.
     *
     * @throws DuplicateKeyException when its id or its number is taken, or its supplier's number by one of its kind from the same supplier
     */
    void append(IssuedDocument document);

    /** The document with this id. */
    Optional<IssuedDocument> find(DocumentId id);

    /** The document with this number. */
    Optional<IssuedDocument> find(DocumentNumber number);

    /** The document of a kind to which a supplier gave a number. */
    Optional<IssuedDocument> find(DocumentKind kind, PartyId supplier, String supplierNumber);

    /** The documents of which a line takes something back of a document, in the order in which they were added. */
    ImmutableList<IssuedDocument> referringTo(DocumentId id);

    /** Pushes the chosen documents in the order in which they were added; the adapter owns the cursor. */
    void forEach(DocumentQuery query, Consumer<? super IssuedDocument> sink);
}
