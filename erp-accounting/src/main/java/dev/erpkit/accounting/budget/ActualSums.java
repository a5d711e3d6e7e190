package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;

/** What was posted, by line and period of a plan: a fold of the journal, advanced by what is committed for good. */
final class ActualSums {
    private final BudgetPlan plan;
    private final JournalStore journal;
    private final long[][] sums;
    private long position;

    ActualSums(BudgetPlan plan, JournalStore journal) {
        this.plan = plan;
        this.journal = journal;
        this.sums = new long[plan.lines().size()][plan.periods()];
    }

    BudgetPlan plan() {
        return plan;
    }

    void advance(long committed) {
        if (committed > position) {
            journal.forEach(JournalQuery.after(position).through(committed), this::take);
            position = committed;
        }
    }

    private void take(PostedEntry posted) {
        add(posted.entry(), sums);
    }

    /** The sums with what lies behind and with entries that are not in the journal yet. */
    long[][] with(Iterable<JournalEntry> decided) {
        long[][] all = new long[sums.length][];
        for (int i = 0; i < sums.length; i++) {
            all[i] = sums[i].clone();
        }
        if (journal.lastPosition() > position) {
            journal.forEach(JournalQuery.after(position), posted -> add(posted.entry(), all));
        }
        decided.forEach(entry -> add(entry, all));
        return all;
    }

    /** Adds what an entry posts to the lines that it counts in. Entries that close a year count nowhere. */
    void add(JournalEntry entry, long[][] into) {
        int period = entry.book().equals(plan.budget().book()) ? plan.budget().periodOf(entry.date()) : -1;
        if (period < 0 || closes(entry, journal)) {
            return;
        }
        for (JournalLine line : entry.lines()) {
            for (int i : plan.covering(line.account(), line.dimensions())) {
                into[i][period] = Math.addExact(into[i][period], line.baseMinor());
            }
        }
    }

    /** Whether an entry closes a year, or reverses one that does. */
    static boolean closes(JournalEntry entry, JournalStore journal) {
        JournalEntry origin = entry;
        while (origin.reverses().isPresent()) {
            PostedEntry reversed = journal.find(origin.reverses().get()).orElse(null);
            if (reversed == null) {
                return false;
            }
            origin = reversed.entry();
        }
        return origin.kind() == EntryKind.CLOSING;
    }
}
