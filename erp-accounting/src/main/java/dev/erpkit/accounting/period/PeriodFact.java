package dev.erpkit.accounting.period;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.security.Actor;
import java.time.Instant;

/**
 * A fact about the periods of a book, recorded once and never edited. What is locked is a fold of these facts, so that it
 * can be told for any moment of the past.
 *
 * @param number its place in the log of the tenant, 1, 2, 3 ... without gaps
 * @param book the book
 * @param change what happened
 * @param afterEntry the last position of the journal when it was recorded: entries with a greater position came later
 * @param recordedAt when it was recorded; never earlier than the fact before, nor than the entry at {@code afterEntry}
 * @param actor who did it
 */
public record PeriodFact(
        long number, BookId book, PeriodChange change, long afterEntry, Instant recordedAt, Actor actor) {}
