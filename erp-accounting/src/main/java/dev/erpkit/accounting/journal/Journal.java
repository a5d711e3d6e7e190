package dev.erpkit.accounting.journal;

import dev.erpkit.accounting.period.LockScope;

/**
 * A journal of a book: entries of one origin, numbered together and locked together.
 *
 * @param id its name
 * @param scope what locks cover it, besides those of {@link LockScope#ALL}
 */
public record Journal(JournalId id, LockScope scope) {
    /** The journal for entries that belong to no other. */
    public static final Journal GENERAL = new Journal(JournalId.GENERAL, LockScope.of("general"));

    /** A journal that is locked by the scope of the same name. */
    public static Journal of(String name) {
        return new Journal(JournalId.of(name), LockScope.of(name));
    }
}
