package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.security.Actor;
import java.util.Optional;

/** Makes facts of proposals as a posting service would, for tests of the store alone. */
final class Stamps {
    private static final Actor CLERK = Actor.of("clerk");

    private Stamps() {}

    /** The fact at the position behind the given one; its number is its position, so that numbers never clash. */
    static PostedEntry after(long position, JournalEntry entry) {
        EntryNumber number = new EntryNumber(entry.journal(), entry.date().getYear(), position + 1);
        return new PostedEntry(entry, position + 1, Fresh.instant(), number, CLERK, Optional.empty());
    }
}
