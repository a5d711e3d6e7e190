package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.util.Optional;

/** Indexes of as many lines as wanted, without the journal behind them. */
final class IndexedLedger {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor CLERK = Actor.of("clerk");

    private IndexedLedger() {}

    /** The entries of the sample over and over, two lines each; every pass goes through the year. */
    static LedgerIndex of(Sample sample, int lines) {
        LedgerIndex index = new LedgerIndex();
        int entries = lines / 2;
        for (int i = 0; i < entries; i++) {
            // a short journal covers the year too
            int from = entries < Sample.ENTRIES ? (int) ((long) i * Sample.ENTRIES / entries) : i % Sample.ENTRIES;
            index.advance(posted(sample.entry(from), i + 1));
        }
        return index;
    }

    static PostedEntry posted(JournalEntry entry, long position) {
        return new PostedEntry(
                entry,
                position,
                START.plusNanos(1_000 * position),
                new EntryNumber(JournalId.GENERAL, 2025, position),
                CLERK,
                Optional.empty());
    }
}
