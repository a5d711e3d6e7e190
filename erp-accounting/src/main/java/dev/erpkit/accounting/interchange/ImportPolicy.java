package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;
import org.immutables.value.Value;

/** The choices by which transactions of a file become entries. */
@ErpValue
@Value.Immutable
public sealed interface ImportPolicy permits ImmutableImportPolicy {
    /** What ids of entries begin with, so that two sources never mean each other's transactions. */
    @NotBlank
    @Size(max = 64)
    String namespace();

    /** The base currency of the book. */
    CurrencyUnit baseCurrency();

    /** The book. */
    BookId book();

    /** The journal in which entries are numbered. */
    JournalId journal();

    /** The account through which an entry in several currencies balances in each; opened as equity when it is needed. */
    AccountId trading();

    /** The currencies of commodities by their symbols; of others only ISO 4217 codes are known. */
    ImmutableMap<String, CurrencyUnit> commodities();

    /** The accounts of the chart by the names they have in files; others have the same code as name. */
    ImmutableMap<String, AccountId> accounts();

    /**
     * The classes of new accounts by the first part of their names, where files neither declare a {@code type:} nor use the
     * English names.
     */
    ImmutableMap<String, AccountClass> classes();

    /** How a worth in base currency that follows from a unit cost or a price is rounded to its decimals. */
    @Value.Default
    default RoundingRule rounding() {
        return RoundingRule.HALF_EVEN;
    }

    /** What makes a transaction the same one. */
    @Value.Default
    default EntryIdentity identity() {
        return EntryIdentity.CONTENT;
    }

    /** What becomes of virtual postings. */
    @Value.Default
    default VirtualPostings virtualPostings() {
        return VirtualPostings.REFUSE;
    }

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("ImportPolicy", this);
    }

    /** The usual choices: main book, general journal, trading account {@code equity:conversion}. */
    static Builder builder(String namespace, String baseCurrency) {
        Builder builder = new Builder();
        builder.namespace(namespace).baseCurrency(Amounts.currency(baseCurrency));
        return builder;
    }

    /** Builds a policy. */
    final class Builder extends ImmutableImportPolicy.Builder {
        private final MutableMap<String, CurrencyUnit> symbols = Maps.mutable.empty();
        private final MutableMap<String, AccountId> codes = Maps.mutable.empty();
        private final MutableMap<String, AccountClass> tops = Maps.mutable.empty();

        Builder() {
            book(BookId.MAIN);
            journal(JournalId.GENERAL);
            trading(AccountId.of("equity:conversion"));
            commodities(Maps.immutable.empty());
            accounts(Maps.immutable.empty());
            classes(Maps.immutable.empty());
        }

        /** The currency of a symbol, such as {@code commodity("$", Amounts.currency("USD"))}. */
        public Builder commodity(String symbol, CurrencyUnit currency) {
            symbols.put(symbol, currency);
            commodities(symbols.toImmutable());
            return this;
        }

        /** The code of an account that files call by this name. */
        public Builder account(String name, String code) {
            codes.put(name, AccountId.of(code));
            accounts(codes.toImmutable());
            return this;
        }

        /** The class of new accounts whose names begin with this part. */
        public Builder accountClass(String firstPart, AccountClass accountClass) {
            tops.put(firstPart, accountClass);
            classes(tops.toImmutable());
            return this;
        }
    }
}
