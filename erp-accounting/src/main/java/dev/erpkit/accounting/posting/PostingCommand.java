package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.util.Optional;

/**
 * Who wants something of posting, and how.
 *
 * @param action what is wanted, {@code journal.post} or {@code journal.reserve}
 * @param poster who wants it
 * @param approver who has approved it
 * @param policy the choices that hold
 * @param nested whether it runs in a unit of work of the host, which may still roll back
 * @param many whether more than one entry may come
 */
record PostingCommand(
        String action, Actor poster, Optional<Actor> approver, PostingPolicy policy, boolean nested, boolean many) {
    Permission permission(BookId book) {
        return new Permission(action, book.value());
    }
}
