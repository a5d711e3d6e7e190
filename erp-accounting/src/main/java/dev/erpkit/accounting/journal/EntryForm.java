package dev.erpkit.accounting.journal;

import dev.erpkit.core.value.Violation;
import java.util.Optional;
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
        if (!isDigest(entry.eventDigest())) {
            found.add(new Violation(
                    "eventDigest", "entry.event-digest", "must have 64 digits of 0 to 9 and a to f, or be left out"));
        }
        return found.toImmutable();
    }

    static boolean isDigest(Optional<String> digest) {
        if (digest.isEmpty()) {
            return true;
        }
        String text = digest.get();
        boolean sound = text.length() == 64;
        for (int i = 0; sound && i < 64; i++) {
            char c = text.charAt(i);
            sound = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        return sound;
    }
}
