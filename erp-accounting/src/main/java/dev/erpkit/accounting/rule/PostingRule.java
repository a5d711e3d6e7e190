package dev.erpkit.accounting.rule;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/**
 * What one kind of event comes to in one book, as data.
 *
 * <pre>{@code
 * PostingRule.builder()
 *     .eventType("goods-issued").book(BookId.of("ifrs"))
 *     .add(LineRule.debit("cost", "5000"))
 *     .add(LineRule.credit("cost", "1310"))
 *     .build();
 * }</pre>
 */
@ErpValue
@Value.Immutable
public sealed interface PostingRule permits ImmutablePostingRule {
    /** The kind of event. */
    @NotBlank
    @Size(max = 64)
    String eventType();

    /** The book. */
    BookId book();

    /** The journal in which the entry is numbered. */
    JournalId journal();

    /** The effective dates on which the rule holds. */
    DateRange validity();

    /** Where the amounts go, by role. */
    @NotEmpty
    ImmutableList<LineRule> lines();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("PostingRule", this);
    }

    /** A builder; the main book, the general journal and all dates unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a rule. */
    final class Builder extends ImmutablePostingRule.Builder {
        private final MutableList<LineRule> collected = Lists.mutable.empty();

        Builder() {
            book(BookId.MAIN);
            journal(JournalId.GENERAL);
            validity(DateRange.all());
        }

        /** One more place for the amounts of a role. */
        public Builder add(LineRule line) {
            collected.add(line);
            return lines(collected.toImmutable());
        }
    }
}
