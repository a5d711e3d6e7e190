package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import java.util.Optional;
import java.util.function.Function;

/** Harnesses of one sound unit of work whose journal is broken. */
public final class BrokenHarness {
    private BrokenHarness() {}

    public static BooksHarness losingAUnitOfEachHundredthEntry() {
        return with(work -> new ListJournal(work) {
            @Override
            void write(PostedEntry posted) {
                super.write(posted.position() % 100 == 0 ? rounded(posted) : posted);
            }
        });
    }

    public static BooksHarness forgettingIds() {
        return with(work -> new ListJournal(work) {
            @Override
            public Optional<PostedEntry> find(EntryId id) {
                return Optional.empty();
            }
        });
    }

    private static BooksHarness with(Function<MemoryUnitOfWork, JournalStore> journal) {
        MemoryUnitOfWork work = new MemoryUnitOfWork();
        return new MemoryHarness(work, journal.apply(work));
    }

    private static PostedEntry rounded(PostedEntry posted) {
        JournalLine first = posted.entry().lines().getFirst();
        JournalLine other = JournalLine.builder()
                .from(first)
                .base(first.base()
                        .add(Amounts.ofMinor(
                                first.baseMinor() > 0 ? 1 : -1, first.base().getCurrency())))
                .adjustment(true)
                .build();
        return new PostedEntry(
                JournalEntry.builder()
                        .from(posted.entry())
                        .lines(posted.entry().lines().drop(1).newWith(other))
                        .build(),
                posted.position(),
                posted.recordedAt(),
                posted.number(),
                posted.postedBy(),
                posted.approvedBy());
    }
}
