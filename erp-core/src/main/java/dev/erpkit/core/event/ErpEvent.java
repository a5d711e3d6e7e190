package dev.erpkit.core.event;

import java.time.Instant;

/** Something that happened in the domain, past tense; a value without personal or pay data. */
public interface ErpEvent {
    /** A stable name, such as {@code journal.entry-posted}. */
    String type();

    /** What it is about, such as the id of an entry. */
    String subject();

    /** When it was recorded. */
    Instant recordedAt();
}
