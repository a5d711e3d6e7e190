package dev.erpkit.accounting.allocation;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Steps in their order.
 *
 * @param id 1 to 64 characters; part of the ids of its entries
 * @param book the book
 * @param journal where its entries are numbered
 * @param steps in the order in which they are taken
 * @param remainder who gets the units that are left
 */
public record AllocationCycle(
        String id, BookId book, JournalId journal, ImmutableList<AllocationStep> steps, RemainderRule remainder) {
    /** Checks the id: {@code key.form}. */
    public AllocationCycle {
        if (id.isBlank() || id.length() > 64 || !Texts.isLabel(id)) {
            throw new InvalidValueException(
                    "AllocationCycle", "id", "key.form", "must have 1 to 64 characters and no control characters");
        }
    }

    /** A cycle in the general journal, units by largest remainder. */
    public static AllocationCycle of(String id, BookId book, AllocationStep... steps) {
        return new AllocationCycle(
                id, book, JournalId.GENERAL, Lists.immutable.with(steps), RemainderRule.LARGEST_REMAINDER);
    }
}
