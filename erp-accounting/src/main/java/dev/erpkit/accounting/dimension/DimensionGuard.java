package dev.erpkit.accounting.dimension;

import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.posting.PostingGuard;
import dev.erpkit.core.outcome.Refusal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Holds the lines that are posted against the catalogue. What takes back the past is let through: reversals and closing
 * entries, also where a member has ended since.
 */
public final class DimensionGuard implements PostingGuard {
    private final Supplier<DimensionCatalogue> catalogue;

    /** A guard by the catalogue as it stands when an entry is posted. */
    public DimensionGuard(Supplier<DimensionCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Refusal> objection(JournalEntry entry, Moment moment) {
        if (entry.kind() == EntryKind.REVERSAL || entry.kind() == EntryKind.CLOSING) {
            return Optional.empty();
        }
        DimensionCatalogue now = catalogue.get();
        for (JournalLine line : entry.lines()) {
            if (!line.dimensions().isEmpty()) {
                Optional<Refusal> refusal = now.check(line.dimensions(), entry.date());
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }
}
