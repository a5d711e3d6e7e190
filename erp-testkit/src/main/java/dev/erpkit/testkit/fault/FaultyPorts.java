package dev.erpkit.testkit.fault;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.SeriesId;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/** The ports of the books with faults in their writes. */
public final class FaultyPorts {
    private FaultyPorts() {}

    /** The same stores, in which the armed faults strike. */
    public static BooksStores of(BooksStores sound, Faults faults) {
        return new BooksStores(
                faults.in(sound.unitOfWork()),
                sound.accounts(),
                new FaultyJournal(sound.journal(), faults),
                new FaultyPeriods(sound.periods(), faults),
                new FaultyItems(sound.openItems(), faults),
                sound.reservations(),
                sound.seals(),
                new FaultyNumbers(sound.numbers(), faults),
                event -> {
                    faults.beforeWrite();
                    sound.outbox().add(event);
                });
    }

    private record FaultyNumbers(NumberSeries sound, Faults faults) implements NumberSeries {
        @Override
        public long next(SeriesId series) {
            faults.beforeWrite();
            return sound.next(series);
        }

        @Override
        public long last(SeriesId series) {
            return sound.last(series);
        }
    }

    private record FaultyPeriods(PeriodLog sound, Faults faults) implements PeriodLog {
        @Override
        public long size() {
            return sound.size();
        }

        @Override
        public void append(long expectedSize, ImmutableList<PeriodFact> facts) {
            faults.beforeWrite();
            sound.append(expectedSize, facts);
        }

        @Override
        public void forEach(long afterNumber, Consumer<? super PeriodFact> sink) {
            sound.forEach(afterNumber, sink);
        }
    }

    private record FaultyJournal(JournalStore sound, Faults faults) implements JournalStore {
        @Override
        public Optional<PostedEntry> find(EntryId id) {
            return sound.find(id);
        }

        @Override
        public Optional<EntryId> reversalOf(EntryId id) {
            return sound.reversalOf(id);
        }

        @Override
        public long lastPosition() {
            return sound.lastPosition();
        }

        @Override
        public void append(ImmutableList<PostedEntry> entries) {
            faults.beforeWrite();
            sound.append(entries);
        }

        @Override
        public void forEach(JournalQuery query, Consumer<? super PostedEntry> sink) {
            sound.forEach(query, sink);
        }

        @Override
        public void eraseTexts(EntryId id) {
            faults.beforeWrite();
            sound.eraseTexts(id);
        }
    }

    private record FaultyItems(OpenItemLog sound, Faults faults) implements OpenItemLog {
        @Override
        public void insert(ImmutableList<OpenItem> items) {
            faults.beforeWrite();
            sound.insert(items);
        }

        @Override
        public Optional<ItemHistory> find(ItemId id) {
            return sound.find(id);
        }

        @Override
        public void forEach(OpenItemQuery query, Consumer<? super ItemHistory> sink) {
            sound.forEach(query, sink);
        }

        @Override
        public void append(Match match) {
            faults.beforeWrite();
            sound.append(match);
        }

        @Override
        public Optional<Match> match(MatchId id) {
            return sound.match(id);
        }

        @Override
        public void forEachMatch(long afterSequence, Consumer<? super Match> sink) {
            sound.forEachMatch(afterSequence, sink);
        }

        @Override
        public long lastSequence() {
            return sound.lastSequence();
        }
    }
}
