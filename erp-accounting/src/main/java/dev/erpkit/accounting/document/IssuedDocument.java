package dev.erpkit.accounting.document;

import dev.erpkit.accounting.evidence.Digest;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.immutables.value.Value;

/**
 * A fact: a document as it was issued. Everything that decided its figures is frozen in it, so that nothing that changes
 * later changes them; whether it is paid or credited is a fold over other facts, see {@link DocumentState}.
 *
 * <p>Amounts are positive as they are printed: a credit note over 100 has a total of 100, and {@link DocumentKind#reduces}
 * says that it is posted with the other sign. In the currency of the document and in base currency alike, the total is the
 * net plus the taxes plus the rounding, exactly.
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

    /** The day whose rates hold for its taxes. */
    LocalDate taxPoint();

    /** Its currency. */
    CurrencyUnit currency();

    /** The base currency of the books. */
    CurrencyUnit baseCurrency();

    /** The rate at which it was translated; none when it is in base currency. */
    Optional<ExchangeRate> rate();

    /** The name of the policy by which its taxes were worked out. */
    @Size(max = 200)
    String taxPolicy();

    /** The name of the policy by which its total was rounded. */
    Optional<@Size(max = 64) String> totalRounding();

    /** The lines, numbered from 1. */
    @NotEmpty
    @Size(max = 5_000)
    ImmutableList<IssuedLine> lines();

    /** The taxes, each once: what its lines bear together. */
    ImmutableList<DocumentTax> taxes();

    /** Where a supplier's printed tax was taken in place of the one that was worked out. */
    ImmutableList<TaxDifference> taxDifferences();

    /** What the total was rounded by, in minor units of the currency. */
    long roundingMinor();

    /** The same in minor units of the base currency. */
    long roundingBaseMinor();

    /** What is owed when; together the total. */
    @Size(max = 500)
    ImmutableList<Instalment> instalments();

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

    /** The lines together, without taxes. */
    default long netMinor() {
        return lines().injectInto(0L, (sum, line) -> Math.addExact(sum, line.netMinor()));
    }

    /** The taxes together. */
    default long taxMinor() {
        return taxes().injectInto(0L, (sum, tax) -> Math.addExact(sum, tax.taxMinor()));
    }

    /** What is owed. */
    default long totalMinor() {
        return Math.addExact(Math.addExact(netMinor(), taxMinor()), roundingMinor());
    }

    /** The lines together, without taxes, in base currency. */
    default long netBaseMinor() {
        return lines().injectInto(0L, (sum, line) -> Math.addExact(sum, line.netBaseMinor()));
    }

    /** The taxes together in base currency. */
    default long taxBaseMinor() {
        return taxes().injectInto(0L, (sum, tax) -> Math.addExact(sum, tax.taxBaseMinor()));
    }

    /** What is owed, in base currency: what the books show of it. */
    default long totalBaseMinor() {
        return Math.addExact(Math.addExact(netBaseMinor(), taxBaseMinor()), roundingBaseMinor());
    }

    /** {@link #netMinor()} as an amount. */
    default MonetaryAmount net() {
        return Amounts.ofMinor(netMinor(), currency());
    }

    /** {@link #taxMinor()} as an amount. */
    default MonetaryAmount tax() {
        return Amounts.ofMinor(taxMinor(), currency());
    }

    /** {@link #totalMinor()} as an amount. */
    default MonetaryAmount total() {
        return Amounts.ofMinor(totalMinor(), currency());
    }

    /** {@link #totalBaseMinor()} as an amount. */
    default MonetaryAmount totalBase() {
        return Amounts.ofMinor(totalBaseMinor(), baseCurrency());
    }

    /** The tax of a code: all its accounts and boxes together. */
    default MonetaryAmount tax(String code) {
        return Amounts.ofMinor(
                taxes().select(tax -> tax.tax().code().equals(code))
                        .injectInto(0L, (sum, tax) -> Math.addExact(sum, tax.taxMinor())),
                currency());
    }

    /** The line with a number. */
    default Optional<IssuedLine> line(int number) {
        return number < 1 || number > lines().size()
                ? Optional.empty()
                : Optional.of(lines().get(number - 1));
    }

    /**
     * Enforces the declared constraints, then that lines are numbered, that the taxes are those of the lines and that the
     * instalments sum to the total.
     *
     * @throws InvalidValueException also {@code document.line-numbers}, {@code document.tax-sum},
     *     {@code document.instalment-sum}
     */
    @Value.Check
    default void check() {
        Constraints.check("IssuedDocument", this);
        for (int i = 0; i < lines().size(); i++) {
            if (lines().get(i).number() != i + 1) {
                throw new InvalidValueException(
                        "IssuedDocument", "lines", "document.line-numbers", "must be numbered from 1 without gaps");
            }
        }
        if (!TaxSums.agree(lines(), taxes())) {
            throw new InvalidValueException(
                    "IssuedDocument", "taxes", "document.tax-sum", "must be what the lines bear together");
        }
        long owed = instalments()
                .injectInto(0L, (sum, part) -> Math.addExact(sum, Amounts.minor(part.amount())));
        if (owed != totalMinor()) {
            throw new InvalidValueException(
                    "IssuedDocument", "instalments", "document.instalment-sum", "must sum to the total");
        }
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an issued document: for adapters. Documents are issued by {@link Documents}. */
    final class Builder extends ImmutableIssuedDocument.Builder {
        Builder() {
            taxes(Lists.immutable.empty());
            taxDifferences(Lists.immutable.empty());
            facts(SortedMaps.immutable.empty());
            roundingMinor(0);
            roundingBaseMinor(0);
        }
    }
}
