package dev.erpkit.accounting.interchange;

import dev.erpkit.core.value.ErpValue;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** A transaction of a plain-text journal, as written. */
@ErpValue
@Value.Immutable
public sealed interface PlainTransaction extends JournalItem permits ImmutablePlainTransaction {
    /** The date that balances go by. */
    LocalDate date();

    /** A second date, which no balance goes by. */
    Optional<LocalDate> secondaryDate();

    /** The mark. */
    @Value.Default
    default TransactionStatus status() {
        return TransactionStatus.UNMARKED;
    }

    /** A number or text such as that of a cheque. */
    Optional<String> code();

    /** The text of the first line; may be empty. */
    @Value.Default
    default String description() {
        return "";
    }

    /** The comment lines of the transaction, which may hold tags. */
    ImmutableList<String> comments();

    /** The postings; may be empty. */
    ImmutableList<PlainPosting> postings();

    /** What stands before the bar of the description; all of it without a bar. */
    default String payee() {
        int bar = description().indexOf('|');
        return bar < 0 ? description() : description().substring(0, bar).strip();
    }

    /** What stands after the bar of the description; all of it without a bar. */
    default String note() {
        int bar = description().indexOf('|');
        return bar < 0 ? description() : description().substring(bar + 1).strip();
    }

    /** The tags of the transaction's own comments. */
    default ImmutableList<PlainTag> tags() {
        return comments().flatCollect(Comments::tags);
    }

    /** Checks the texts, by hand: a file has millions of transactions. */
    @Value.Check
    default void check() {
        PlainText.date("PlainTransaction", date());
        secondaryDate().ifPresent(d -> PlainText.date("PlainTransaction", d));
        PlainText.line("PlainTransaction", "description", description());
        PlainText.comments("PlainTransaction", comments());
        code().ifPresent(c -> PlainText.line("PlainTransaction", "code", c));
        boolean codeCloses = code().isPresent() && code().get().indexOf(')') >= 0;
        char first = description().isEmpty() ? ' ' : description().charAt(0);
        boolean looksLikeMark =
                code().isEmpty() && status() == TransactionStatus.UNMARKED && (first == '*' || first == '!');
        boolean looksLikeCode = code().isEmpty() && first == '(';
        if (codeCloses || looksLikeMark || looksLikeCode || description().indexOf(';') >= 0) {
            throw PlainText.invalid(
                    "PlainTransaction",
                    "description",
                    "text.ambiguous",
                    "code or description would read back as something else: no ) in a code, no ; in a description, no mark or ( at its start");
        }
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a transaction. */
    final class Builder extends ImmutablePlainTransaction.Builder {
        private final MutableList<String> lines = Lists.mutable.empty();
        private final MutableList<PlainPosting> collected = Lists.mutable.empty();

        Builder() {
            comments(Lists.immutable.empty());
            postings(Lists.immutable.empty());
        }

        /** Adds a comment line. */
        public Builder addComment(String line) {
            lines.add(line);
            comments(lines.toImmutable());
            return this;
        }

        /** Adds a posting. */
        public Builder add(PlainPosting posting) {
            collected.add(posting);
            postings(collected.toImmutable());
            return this;
        }

        /** Adds a posting of an amount, such as {@code add("assets:cash", "10.00", "EUR")}. */
        public Builder add(String account, String quantity, String commodity) {
            return add(PlainPosting.of(account, PlainAmount.of(quantity, commodity)));
        }
    }
}
