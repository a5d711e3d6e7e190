package dev.erpkit.accounting.document;

import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.immutables.value.Value;

/**
 * What a host wants to issue: a command, which is not stored. Its id is the key of the command. The package shows the
 * lines of one.
 */
@ErpValue
@Value.Immutable
public sealed interface DocumentDraft permits ImmutableDocumentDraft {
    /** The client's id. */
    DocumentId id();

    /** What it is. */
    DocumentKind kind();

    /** Customer or supplier. */
    PartyId party();

    /** The date on it. */
    LocalDate documentDate();

    /** The day on which it counts in the books, where it is not the date on it. */
    Optional<LocalDate> accountingDate();

    /** The day whose tax rates hold, where it is not the date on it. A credit note takes that of its original. */
    Optional<LocalDate> taxPoint();

    /** Its currency. */
    CurrencyUnit currency();

    /** What is sold or bought; of a down payment, what is ordered. None in a credit note that has an original. */
    @Size(max = 5_000)
    ImmutableList<DocumentLine> lines();

    /** What is taken off all lines together, in per cent. */
    Optional<Rational> globalDiscountPercent();

    /**
     * What is taken off all lines together, as an amount above zero in the currency of the document, without taxes or with
     * them as the prices are. It is shared out over the lines by their prices, exactly, so that the tax of each rate falls
     * with it; more than the prices is refused with {@code tax.discount-exceeds}.
     */
    Optional<MonetaryAmount> globalDiscountAmount();

    /** How taxes are worked out. A credit note takes the policy of its original. */
    TaxPolicy taxPolicy();

    /** How the total is rounded, such as to coins that there are. */
    Optional<RoundingPolicy> totalRounding();

    /** What is owed when; none when all is due on the date of the document. */
    @Size(max = 500)
    ImmutableList<Instalment> instalments();

    /** What a credit note takes back; without it the note stands free, with lines of its own. */
    Optional<CreditOf> creditOf();

    /** The document to which a debit note adds. */
    Optional<DocumentId> addsTo();

    /** How much of the lines an advance invoice or bill asks for. */
    Optional<AdvanceTerms> advance();

    /** The advance invoices or bills that a final one takes off. */
    @Size(max = 100)
    ImmutableList<DocumentId> deducts();

    /** The number that the supplier gave the bill. */
    Optional<@Size(min = 1, max = 64) String> supplierNumber();

    /** The taxes that the supplier printed. */
    Optional<PrintedTaxes> printedTaxes();

    /** What must be printed on it and is nobody's figure, by name: a registration number, an address. */
    @Value.Redacted
    ImmutableSortedMap<String, String> facts();

    /** Free text for the document and its entry; may be personal. */
    @Value.Redacted
    Optional<@Size(max = 500) String> narrative();

    /** The day on which it counts in the books. */
    default LocalDate effectiveDate() {
        return accountingDate().orElse(documentDate());
    }

    /**
     * Enforces the declared constraints, and that texts can be stored.
     *
     * @throws InvalidValueException also {@code text.not-storable}
     */
    @Value.Check
    default void check() {
        Constraints.check("DocumentDraft", this);
        boolean storable = supplierNumber().map(Texts::isLabel).orElse(true)
                && narrative().map(Texts::isStorable).orElse(true)
                && facts().keysView().allSatisfy(name -> !name.isBlank() && name.length() <= 64 && Texts.isLabel(name))
                && facts().allSatisfy(fact -> fact.length() <= 500 && Texts.isStorable(fact));
        if (!storable) {
            throw new InvalidValueException(
                    "DocumentDraft",
                    "facts",
                    "text.not-storable",
                    "must have names of at most 64 and texts of at most 500 characters that can be stored");
        }
    }

    /**
     * The draft that credits all that remains of a document, in its words, on a day.
     *
     * @param id the id of the credit note
     */
    static DocumentDraft credit(String id, IssuedDocument original, LocalDate date) {
        return crediting(id, original, date)
                .creditOf(CreditOf.all(original.id()))
                .build();
    }

    /** The draft that credits parts of the lines of a document. */
    static DocumentDraft credit(String id, IssuedDocument original, LocalDate date, CreditLine... lines) {
        return crediting(id, original, date)
                .creditOf(CreditOf.of(original.id(), lines))
                .build();
    }

    private static Builder crediting(String id, IssuedDocument original, LocalDate date) {
        return builder()
                .id(id)
                .kind(original.kind().credit())
                .party(original.party())
                .documentDate(date)
                .currency(original.currency())
                .taxPolicy(TaxPolicy.parse(original.figures().taxPolicy()));
    }

    /** A builder; no lines, one instalment on the date of the document. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a draft. */
    final class Builder extends ImmutableDocumentDraft.Builder {
        private final MutableList<DocumentLine> collected = Lists.mutable.empty();
        private final MutableList<Instalment> owed = Lists.mutable.empty();

        Builder() {
            lines(Lists.immutable.empty());
            instalments(Lists.immutable.empty());
            deducts(Lists.immutable.empty());
            facts(SortedMaps.immutable.empty());
        }

        /** The client's id. */
        public Builder id(String key) {
            return id(DocumentId.of(key));
        }

        /** Customer or supplier. */
        public Builder party(String party) {
            return party(PartyId.of(party));
        }

        /** The currency with this ISO 4217 code. */
        public Builder currency(String code) {
            return currency(Amounts.currency(code));
        }

        /** One more line; together with others so added it takes the place of any that were set at once. */
        public Builder add(DocumentLine line) {
            collected.add(line);
            return lines(collected.toImmutable());
        }

        /** One more instalment. */
        public Builder due(LocalDate day, MonetaryAmount amount) {
            owed.add(new Instalment(day, amount));
            return instalments(owed.toImmutable());
        }

        /** The advance invoices or bills that a final one takes off. */
        public Builder deducts(String... advances) {
            return deducts(Lists.immutable.of(advances).collect(DocumentId::of));
        }
    }
}
