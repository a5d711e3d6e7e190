package dev.erpkit.accounting.journal;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/**
 * An entry as a client proposes it: what is posted together or not at all. Immutable, also after posting; a mistake is
 * corrected by a reversal.
 *
 * <pre>{@code
 * JournalEntry.builder()
 *     .id("invoice-42").date(LocalDate.of(2026, 4, 1)).narrative("Consulting in March")
 *     .debit("1130", Amounts.of("110000", "JPY"))
 *     .credit("4000", Amounts.of("100000", "JPY"))
 *     .credit("2150", Amounts.of("10000", "JPY"))
 *     .build();
 * }</pre>
 *
 * <p>Whether it balances is decided when it is posted.
 */
@ErpValue
@Value.Immutable
public sealed interface JournalEntry permits ImmutableJournalEntry {
    /** The client's id, also the idempotency key. */
    EntryId id();

    /** The book. */
    BookId book();

    /** The journal in which it is numbered. */
    JournalId journal();

    /** The effective date: when it counts in the business. */
    LocalDate date();

    /** The date of the document, where it differs from the effective date. */
    Optional<LocalDate> documentDate();

    /** Why it exists. */
    EntryKind kind();

    /** The lines, in the client's order. */
    @Size(max = 10_000)
    ImmutableList<JournalLine> lines();

    /** Free text; may be personal, so it stands outside the tamper-evident content and of logs, and can be erased. */
    @Value.Redacted
    Optional<@Size(max = 500) String> narrative();

    /** The document that caused it. */
    Optional<SourceDocument> source();

    /** The digest of the event it came from, as 64 lower-case hexadecimal digits: tells the event from another one. */
    Optional<String> eventDigest();

    /** The entry that this one reverses. */
    Optional<EntryId> reverses();

    /** What balances must be once this entry is posted. */
    ImmutableList<BalanceAssertion> assertions();

    /**
     * Enforces the declared constraints by hand (an entry is a hot fact), and that the text can be stored.
     *
     * @throws InvalidValueException all of {@code Size}, {@code text.not-storable}, {@code entry.reverses},
     *     {@code entry.event-digest} that apply
     */
    @Value.Check
    default void check() {
        boolean sound = lines().size() <= 10_000
                && LineRules.fits(narrative().orElse(""), 0, 500)
                && (kind() == EntryKind.REVERSAL) == reverses().isPresent()
                && EntryForm.isDigest(eventDigest());
        if (!sound) {
            throw new InvalidValueException("JournalEntry", EntryForm.violations(this));
        }
    }

    /** The same entry without its narrative and the notes of its lines. */
    default JournalEntry withoutTexts() {
        boolean none =
                narrative().isEmpty() && lines().noneSatisfy(l -> l.note().isPresent());
        return none
                ? this
                : builder()
                        .from(this)
                        .narrative(Optional.empty())
                        .lines(lines().collect(JournalLine::withoutNote))
                        .build();
    }

    /** A builder; book, journal and kind are the usual ones unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an entry. What is added one by one comes behind what is set at once or copied from another entry. */
    final class Builder extends ImmutableJournalEntry.Builder {
        private final MutableList<JournalLine> collected = Lists.mutable.ofInitialCapacity(4);
        private final MutableList<BalanceAssertion> asserted = Lists.mutable.ofInitialCapacity(0);

        Builder() {
            book(BookId.MAIN);
            journal(JournalId.GENERAL);
            kind(EntryKind.NORMAL);
            lines(Lists.immutable.empty());
            assertions(Lists.immutable.empty());
        }

        /** The client's id. */
        public Builder id(String key) {
            return id(EntryId.of(key));
        }

        /** One more line. */
        public Builder add(JournalLine line) {
            collected.add(line);
            return this;
        }

        /** One more line on the debit side, in the base currency. */
        public Builder debit(String account, MonetaryAmount amount) {
            return add(JournalLine.of(account, amount));
        }

        /** One more line on the credit side, in the base currency. */
        public Builder credit(String account, MonetaryAmount amount) {
            return add(JournalLine.of(account, Amounts.negate(amount)));
        }

        /** One more assertion. */
        public Builder assertBalance(BalanceAssertion assertion) {
            asserted.add(assertion);
            return this;
        }

        @Override
        public JournalEntry build() {
            if (collected.notEmpty() || asserted.notEmpty()) {
                // what was set at once is known only to the generated builder
                JournalEntry set = super.build();
                lines(set.lines().newWithAll(collected));
                assertions(set.assertions().newWithAll(asserted));
                collected.clear();
                asserted.clear();
            }
            return super.build();
        }
    }
}
