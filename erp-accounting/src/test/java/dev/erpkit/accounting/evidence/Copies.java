package dev.erpkit.accounting.evidence;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.SealLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/** Copies of a journal, its seals and its checkpoints that a test may tamper with, as lists behind the ports. */
final class Copies {
    final List<PostedEntry> entries = new ArrayList<>();
    final List<Seal> seals = new ArrayList<>();
    final List<MerkleCheckpoint> checkpoints = new ArrayList<>();

    Copies(JournalStore journal, SealLog log) {
        journal.forEach(JournalQuery.all(), entries::add);
        log.forEach(0, Long.MAX_VALUE, seals::add);
        log.forEachCheckpoint(checkpoints::add);
    }

    Verification verify() {
        return Verifier.verify(new Entries(), new Log());
    }

    private final class Entries implements JournalStore {
        @Override
        public Optional<PostedEntry> find(EntryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<EntryId> reversalOf(EntryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long lastPosition() {
            return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).position();
        }

        @Override
        public void append(ImmutableList<PostedEntry> added) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forEach(JournalQuery query, Consumer<? super PostedEntry> sink) {
            entries.stream().filter(query::chooses).forEach(sink);
        }

        @Override
        public void eraseTexts(EntryId id) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Log implements SealLog {
        @Override
        public Optional<Seal> last() {
            return seals.isEmpty() ? Optional.empty() : Optional.of(seals.get(seals.size() - 1));
        }

        @Override
        public void append(Seal seal) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forEach(long afterPosition, long throughPosition, Consumer<? super Seal> sink) {
            seals.stream()
                    .filter(seal -> seal.position() > afterPosition && seal.position() <= throughPosition)
                    .forEach(sink);
        }

        @Override
        public void eraseSalt(long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void append(MerkleCheckpoint checkpoint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forEachCheckpoint(Consumer<? super MerkleCheckpoint> sink) {
            checkpoints.forEach(sink);
        }
    }
}
