package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.core.event.ErpEvent;
import java.time.Instant;

/**
 * An entry was posted.
 *
 * @param subject the id of the entry
 * @param position its position
 * @param number its legal number
 * @param recordedAt when
 */
public record EntryPosted(String subject, long position, EntryNumber number, Instant recordedAt) implements ErpEvent {
    @Override
    public String type() {
        return "journal.entry-posted";
    }
}
