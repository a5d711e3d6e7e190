package dev.erpkit.accounting.interchange;

import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * An account that may be posted to.
 *
 * @param account the full name, parts divided by colons
 * @param comments the comment lines, which may hold tags
 */
public record AccountDeclaration(String account, ImmutableList<String> comments) implements JournalItem {
    /** Checks the name and the comments. */
    public AccountDeclaration {
        PlainText.account("AccountDeclaration", account);
        PlainText.comments("AccountDeclaration", comments);
    }

    /** The tags of the comments. */
    public ImmutableList<PlainTag> tags() {
        return comments.flatCollect(Comments::tags);
    }

    /**
     * The type that a {@code type:} tag declares for the account and those below it.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code account-type.unknown}
     */
    public Optional<PlainAccountType> type() {
        PlainTag tag = tags().detect(t -> t.name().equals("type"));
        return tag == null ? Optional.empty() : Optional.of(PlainAccountType.declared(tag.value()));
    }
}
