package dev.erpkit.testkit.fault;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentNumber;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.accounting.evidence.MerkleCheckpoint;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.Checkpoint;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.port.Stored;
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
                new FaultyAccounts(sound.accounts(), faults),
                new FaultyJournal(sound.journal(), faults),
                new FaultyPeriods(sound.periods(), faults),
                new FaultyItems(sound.openItems(), faults),
                new FaultyReservations(sound.reservations(), faults),
                new FaultySeals(sound.seals(), faults),
                new FaultyNumbers(sound.numbers(), faults),
                event -> {
                    faults.beforeWrite();
                    sound.outbox().add(event);
                });
    }

    /** The same checkpoints, in which the armed faults strike. */
    public static CheckpointStore of(CheckpointStore sound, Faults faults) {
        return new FaultyCheckpoints(sound, faults);
    }

    /** The same documents, in which the armed faults strike. */
    public static DocumentLog of(DocumentLog sound, Faults faults) {
        return new FaultyDocuments(sound, faults);
    }

    private record FaultyDocuments(DocumentLog sound, Faults faults) implements DocumentLog {
        @Override
        public void append(IssuedDocument document) {
            faults.beforeWrite();
            sound.append(document);
        }

        @Override
        public Optional<IssuedDocument> find(DocumentId id) {
            return sound.find(id);
        }

        @Override
        public Optional<IssuedDocument> find(DocumentNumber number) {
            return sound.find(number);
        }

        @Override
        public Optional<IssuedDocument> find(DocumentKind kind, PartyId supplier, String supplierNumber) {
            return sound.find(kind, supplier, supplierNumber);
        }

        @Override
        public ImmutableList<IssuedDocument> referringTo(DocumentId id) {
            return sound.referringTo(id);
        }

        @Override
        public void forEach(DocumentQuery query, Consumer<? super IssuedDocument> sink) {
            sound.forEach(query, sink);
        }
    }

    private record FaultyAccounts(AccountStore sound, Faults faults) implements AccountStore {
        @Override
        public long revision() {
            return sound.revision();
        }

        @Override
        public Optional<Stored<Account>> find(AccountId id) {
            return sound.find(id);
        }

        @Override
        public Stored<Account> insert(Account account) {
            faults.beforeWrite();
            return sound.insert(account);
        }

        @Override
        public Stored<Account> replace(Account account, long expectedVersion) {
            faults.beforeWrite();
            return sound.replace(account, expectedVersion);
        }

        @Override
        public void forEach(Consumer<? super Stored<Account>> sink) {
            sound.forEach(sink);
        }
    }

    private record FaultyReservations(ReservationLog sound, Faults faults) implements ReservationLog {
        @Override
        public Optional<Reservation> find(EntryId id) {
            return sound.find(id);
        }

        @Override
        public Optional<Resolution> resolutionOf(EntryId id) {
            return sound.resolutionOf(id);
        }

        @Override
        public void append(Reservation reservation) {
            faults.beforeWrite();
            sound.append(reservation);
        }

        @Override
        public void append(Resolution resolution) {
            faults.beforeWrite();
            sound.append(resolution);
        }

        @Override
        public void forEachOpen(Consumer<? super Reservation> sink) {
            sound.forEachOpen(sink);
        }
    }

    private record FaultySeals(SealLog sound, Faults faults) implements SealLog {
        @Override
        public Optional<Seal> last() {
            return sound.last();
        }

        @Override
        public void append(Seal seal) {
            faults.beforeWrite();
            sound.append(seal);
        }

        @Override
        public void forEach(long afterPosition, long throughPosition, Consumer<? super Seal> sink) {
            sound.forEach(afterPosition, throughPosition, sink);
        }

        @Override
        public void eraseSalt(long position) {
            faults.beforeWrite();
            sound.eraseSalt(position);
        }

        @Override
        public void append(MerkleCheckpoint checkpoint) {
            faults.beforeWrite();
            sound.append(checkpoint);
        }

        @Override
        public void forEachCheckpoint(Consumer<? super MerkleCheckpoint> sink) {
            sound.forEachCheckpoint(sink);
        }
    }

    private record FaultyCheckpoints(CheckpointStore sound, Faults faults) implements CheckpointStore {
        @Override
        public void save(Checkpoint checkpoint) {
            faults.beforeWrite();
            sound.save(checkpoint);
        }

        @Override
        public Optional<Checkpoint> newestThrough(long position) {
            return sound.newestThrough(position);
        }
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
