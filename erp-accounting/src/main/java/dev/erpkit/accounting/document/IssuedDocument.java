package dev.erpkit.accounting.document;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.immutables.value.Value;

/**
 * A fact: a document as it was issued. Everything that decided its figures is frozen in it, so that nothing that changes
 * later changes them; whether it is paid or credited is a fold over other facts, see {@link DocumentState}.
 *
 * <p>Amounts are positive as they are printed: a credit note over 100 has a total of 100, and {@link DocumentKind#reduces}
 * says that it is posted with the other sign.
 */
@ErpValue
@Value.Immutable
public sealed interface IssuedDocument permits ImmutableIssuedDocument {
    /** The client's id. */
    DocumentId id();

    /** What it is. */
    DocumentKind kind();

    /** Its legal number. */
    DocumentNumber number();

    /** Customer or supplier. */
    PartyId party();

    /** The date on it. */
    LocalDate documentDate();

    /** The day on which it counts in the books. */
    LocalDate effectiveDate();

    /** Its figures and what decided them. */
    DocumentFigures figures();

    /** The document that it credits, or charges more for. */
    Optional<DocumentId> original();

    /** The number that the supplier gave it. */
    Optional<@Size(min = 1, max = 64) String> supplierNumber();

    /** What must be printed on it and is nobody's figure, by name: a registration number, an address. */
    @Value.Redacted
    ImmutableSortedMap<String, String> facts();

    /** Free text; may be personal. */
    @Value.Redacted
    Optional<@Size(max = 500) String> narrative();

    /** When it was issued. */
    Instant issuedAt();

    /** Who issued it. */
    Actor issuedBy();

    /** The fingerprint of the draft, to tell the same command from another under the same id. */
    Digest fingerprint();

    /** The lines, numbered from 1. */
    default ImmutableList<IssuedLine> lines() {
        return figures().lines();
    }

    /** The taxes, each once. */
    default ImmutableList<DocumentTax> taxes() {
        return figures().taxes();
    }

    /** Its currency. */
    default CurrencyUnit currency() {
        return figures().currency();
    }

    /** What is owed. */
    default MonetaryAmount total() {
        return figures().total();
    }

    /** The key of its accounting event. */
    default IdempotencyKey event() {
        return eventOf(id());
    }

    /** The key of the accounting event of a document. */
    static IdempotencyKey eventOf(DocumentId id) {
        return IdempotencyKey.of("document:" + id);
    }

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("IssuedDocument", this);
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an issued document: for adapters. Documents are issued by {@link Documents}. */
    final class Builder extends ImmutableIssuedDocument.Builder {
        Builder() {
            facts(SortedMaps.immutable.empty());
        }
    }
}
