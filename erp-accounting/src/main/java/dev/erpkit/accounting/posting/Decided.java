package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.jspecify.annotations.Nullable;

/** What a session has decided to write before the entry that it decides now; in order, and found by id. */
final class Decided {
    /** Of a session of one entry, which has none before it. Never added to. */
    static final Decided NONE = new Decided();

    private final MutableList<Draft> drafts = Lists.mutable.empty();
    private final MutableMap<EntryId, Draft> byId = Maps.mutable.empty();

    void add(Draft draft) {
        drafts.add(draft);
        byId.put(draft.entry().id(), draft);
    }

    @Nullable
    Draft find(EntryId id) {
        return byId.get(id);
    }

    int size() {
        return drafts.size();
    }

    Draft get(int place) {
        return drafts.get(place);
    }

    Iterable<JournalEntry> entries() {
        return drafts.asLazy().collect(Draft::entry);
    }

    /** Goes back to the first so many. */
    void truncate(int size) {
        while (drafts.size() > size) {
            byId.remove(drafts.remove(drafts.size() - 1).entry().id());
        }
    }
}
