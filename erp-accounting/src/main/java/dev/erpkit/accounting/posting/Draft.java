package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.port.SeriesId;

/**
 * An entry that may be written; only its number is missing.
 *
 * @param entry the entry, on the day that it gets
 * @param series where the number comes from
 * @param place its place among those that the session writes, from 0
 */
record Draft(JournalEntry entry, SeriesId series, int place) {}
