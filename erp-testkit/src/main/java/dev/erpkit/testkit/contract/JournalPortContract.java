package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What the contracts of the journal share: appending without a service, and reading everything a query chooses. */
abstract class JournalPortContract extends PortContract<BooksHarness> {
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    static final CurrencyUnit KWD = Amounts.currency("KWD");

    final JournalStore journal() {
        return harness().journal();
    }

    /** The fact that an entry becomes at a distance behind the newest one; 1 is the next position. */
    final PostedEntry stamp(JournalEntry entry, int offset) {
        return Stamps.after(journal().lastPosition() + offset - 1, entry);
    }

    final PostedEntry append(JournalEntry entry) {
        return inUnitOfWork(() -> {
            PostedEntry posted = stamp(entry, 1);
            journal().append(Lists.immutable.of(posted));
            return posted;
        });
    }

    final JournalEntry simple() {
        return Sample.entry(Fresh.key("entry"), DAY, 100);
    }

    static JournalEntry renamed(JournalEntry entry, String id) {
        return JournalEntry.builder().from(entry).id(id).build();
    }

    final ImmutableList<PostedEntry> scan(JournalQuery query) {
        MutableList<PostedEntry> found = Lists.mutable.empty();
        journal().forEach(query, found::add);
        return found.toImmutable();
    }
}
