package dev.erpkit.accounting.journal;

import dev.erpkit.core.value.Violation;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Tells all that is wrong with the form of an entry. */
final class EntryForm {
    private EntryForm() {}

    static ImmutableList<Violation> violations(JournalEntry entry) {
        MutableList<Violation> found = Lists.mutable.empty();
        if (entry.lines().size() > 10_000) {
            found.add(Violation.size("lines", 0, 10_000));
        }
        entry.narrative().ifPresent(text -> LineRules.text(found, "narrative", text, 0, 500));
        if ((entry.kind() == EntryKind.REVERSAL) != entry.reverses().isPresent()) {
            found.add(new Violation("reverses", "entry.reverses", "must be given for a reversal and for nothing else"));
        }
        return found.toImmutable();
    }
}
