package dev.erpkit.accounting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.evidence.Verification.Break;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.memory.MemoryJournalStore;
import dev.erpkit.accounting.memory.MemorySealLog;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal and its seals as a thief finds them: two lists, of which one or both are written anew. */
class VerifierTest {
    private static final int SIZE = 9;

    private final List<PostedEntry> entries = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();
    private final List<MerkleCheckpoint> checkpoints = new ArrayList<>();

    VerifierTest() {
        for (int i = 1; i <= SIZE; i++) {
            JournalEntry entry =
                    i % 3 == 0 ? Samples.invoice().id("invoice-" + i).build() : Samples.plain("sale-" + i);
            entries.add(Samples.posted(entry, i));
        }
        seals.addAll(sealed(entries));
    }

    /** The chain that sealing these entries gives. */
    private static List<Seal> sealed(List<PostedEntry> entries) {
        MemoryUnitOfWork work = new MemoryUnitOfWork();
        MemorySealLog log = new MemorySealLog(work);
        int[] seed = {0};
        JournalSealing sealing = new JournalSealing(log, () -> Samples.salt(seed[0]++));
        entries.forEach(sealing::posted);
        List<Seal> seals = new ArrayList<>();
        log.forEach(0, Long.MAX_VALUE, seals::add);
        return seals;
    }

    private Verification verify() {
        MemoryUnitOfWork work = new MemoryUnitOfWork();
        MemoryJournalStore journal = new MemoryJournalStore(work);
        MemorySealLog log = new MemorySealLog(work);
        journal.append(Lists.immutable.withAll(entries));
        seals.forEach(log::append);
        checkpoints.forEach(log::append);
        return Verifier.verify(journal, log);
    }

    private Optional<Break> broken() {
        Verification verification = verify();
        assertThat(verification.sound()).isEqualTo(verification.broken().isEmpty());
        verification.broken().ifPresent(b -> assertThat(verification.entries()).isLessThanOrEqualTo(b.position()));
        return verification.broken();
    }

    private static Optional<Break> at(long position, String code) {
        return Optional.of(new Break(position, code));
    }

    /** The entry at its new place, as somebody who rewrites a table would leave it. */
    private static PostedEntry moved(PostedEntry posted, long position) {
        return new PostedEntry(
                posted.entry(), position, posted.recordedAt(), posted.number(), posted.postedBy(), posted.approvedBy());
    }

    private void renumber() {
        for (int i = 0; i < entries.size(); i++) {
            entries.set(i, moved(entries.get(i), i + 1));
        }
    }

    private static Seal moved(Seal seal, long position) {
        return new Seal(position, seal.version(), seal.content(), seal.chain(), seal.texts());
    }

    private static PostedEntry dearer(PostedEntry posted) {
        JournalEntry other = JournalEntry.builder()
                .from(posted.entry())
                .lines(Lists.immutable.empty())
                .debit("1110", Amounts.of("2200", "JPY"))
                .credit("4000", Amounts.of("2200", "JPY"))
                .build();
        return Samples.posted(other, posted.position());
    }

    @Test
    void an_untouched_journal_is_sound_and_its_head_is_the_last_link_of_the_chain() {
        assertThat(verify())
                .isEqualTo(new Verification(SIZE, seals.get(SIZE - 1).chain(), Optional.empty()));
        entries.clear();
        seals.clear();
        assertThat(verify()).isEqualTo(new Verification(0, Digest.ZERO, Optional.empty()));
    }

    @Test
    void each_seal_is_what_the_definition_says() {
        Digest chain = Digest.ZERO;
        for (int i = 0; i < SIZE; i++) {
            Seal seal = seals.get(i);
            byte[] texts = seal.texts().map(t -> t.digest().bytes()).orElse(new byte[0]);
            byte[] content = Samples.sha256(
                    new byte[] {CanonicalForm.VERSION},
                    Samples.canonical(entries.get(i)),
                    new byte[] {(byte) (seal.texts().isPresent() ? 1 : 0)},
                    texts);
            chain = Digest.of(Samples.sha256(chain.bytes(), content));
            assertThat(seal.position()).isEqualTo(i + 1);
            assertThat(seal.version()).isEqualTo(CanonicalForm.VERSION);
            assertThat(seal.content()).isEqualTo(Digest.of(content));
            assertThat(seal.chain()).isEqualTo(chain);
            assertThat(seal.texts().isPresent()).isEqualTo((i + 1) % 3 == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, SIZE})
    void names_the_first_entry_that_was_changed(int position) {
        entries.set(position - 1, dearer(entries.get(position - 1)));
        entries.set(SIZE - 1, dearer(entries.get(SIZE - 1)));

        assertThat(broken()).isEqualTo(at(position, "evidence.content"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, SIZE - 1})
    void names_the_place_of_an_entry_that_was_removed(int position) {
        entries.remove(position - 1);
        renumber();

        assertThat(broken()).isEqualTo(at(position, "evidence.content"));
    }

    @Test
    void the_last_entry_cannot_be_removed_without_its_seal_nor_the_seal_without_the_entry() {
        PostedEntry last = entries.remove(SIZE - 1);
        assertThat(broken()).isEqualTo(at(SIZE, "evidence.entry-missing"));
        entries.add(last);
        seals.remove(SIZE - 1);
        assertThat(broken()).isEqualTo(at(SIZE, "evidence.seal-missing"));
    }

    @Test
    void the_end_of_both_can_be_removed_only_where_no_checkpoint_or_head_was_kept() {
        Digest head = verify().head();
        MerkleTree tree = new MerkleTree();
        seals.forEach(seal -> tree.add(seal.content()));
        entries.remove(SIZE - 1);
        seals.remove(SIZE - 1);
        assertThat(broken()).isEmpty();
        assertThat(verify().head()).isNotEqualTo(head);
        checkpoints.add(tree.checkpoint(SIZE));
        assertThat(broken()).isEqualTo(at(SIZE, "evidence.checkpoint"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, SIZE})
    void names_the_place_of_an_entry_that_was_inserted(int position) {
        entries.add(position - 1, Samples.posted(Samples.plain("forged"), position));
        renumber();

        assertThat(broken()).isEqualTo(at(position, "evidence.content"));
    }

    @Test
    void an_entry_behind_the_last_seal_was_inserted() {
        entries.add(Samples.posted(Samples.plain("forged"), SIZE + 1));

        assertThat(broken()).isEqualTo(at(SIZE + 1, "evidence.seal-missing"));
    }

    @Test
    void names_the_first_of_two_entries_that_were_swapped() {
        Collections.swap(entries, 3, 6);
        renumber();

        assertThat(broken()).isEqualTo(at(4, "evidence.content"));
    }

    @Test
    void swapping_their_seals_with_them_does_not_help() {
        Collections.swap(seals, 3, 6);
        for (int i = 0; i < SIZE; i++) {
            seals.set(i, moved(seals.get(i), i + 1));
        }

        assertThat(broken()).isEqualTo(at(4, "evidence.content"));
    }

    @Test
    void an_entry_whose_seal_was_made_to_fit_breaks_the_chain() {
        entries.set(3, dearer(entries.get(3)));
        Digest forged = new Sealer().content(CanonicalForm.VERSION, entries.get(3), Optional.empty());
        Seal before = seals.get(3);
        seals.set(3, new Seal(4, CanonicalForm.VERSION, forged, before.chain(), before.texts()));
        assertThat(broken()).isEqualTo(at(4, "evidence.chain"));

        Digest chain = new Sealer().chain(seals.get(2).chain(), forged);
        seals.set(3, new Seal(4, CanonicalForm.VERSION, forged, chain, before.texts()));
        assertThat(broken()).isEqualTo(at(5, "evidence.chain"));
    }

    @Test
    void a_chain_that_was_written_anew_is_caught_by_a_checkpoint() {
        MerkleTree tree = new MerkleTree();
        seals.forEach(seal -> tree.add(seal.content()));
        checkpoints.add(tree.checkpoint(2));
        checkpoints.add(tree.checkpoint(6));
        assertThat(broken()).isEmpty();

        entries.set(3, dearer(entries.get(3)));
        seals.clear();
        seals.addAll(sealed(entries));
        assertThat(broken()).isEqualTo(at(6, "evidence.checkpoint"));
    }

    @Test
    void entries_sealed_by_an_earlier_version_stay_sound_and_none_comes_after_a_newer_one() {
        Digest chain = Digest.ZERO;
        for (int i = 0; i < SIZE; i++) {
            Seal seal = seals.get(i);
            int version = i < 4 ? 1 : 2;
            Digest content = new Sealer().content(version, entries.get(i), seal.texts());
            chain = new Sealer().chain(chain, content);
            seals.set(i, new Seal(i + 1, version, content, chain, seal.texts()));
        }
        assertThat(broken()).isEmpty();

        Seal sixth = seals.get(5);
        seals.set(5, new Seal(6, 1, sixth.content(), sixth.chain(), sixth.texts()));
        assertThat(broken()).isEqualTo(at(6, "evidence.version"));
    }

    @Test
    void the_version_never_decreases_and_none_is_unknown() {
        Seal fifth = seals.get(4);
        for (int version : new int[] {0, -1, CanonicalForm.VERSION + 1}) {
            seals.set(4, new Seal(5, version, fifth.content(), fifth.chain(), fifth.texts()));
            assertThat(broken()).isEqualTo(at(5, "evidence.version"));
        }
    }

    @Test
    void erased_texts_leave_the_chain_sound() {
        seals.set(2, seals.get(2).withoutSalt());
        entries.set(2, entries.get(2).withoutTexts());
        assertThat(entries.get(2).entry().narrative()).isEmpty();

        assertThat(broken()).isEmpty();
    }

    @Test
    void texts_that_were_altered_added_or_taken_in_part_break_it() {
        PostedEntry third = entries.get(2);
        for (JournalEntry altered : List.of(
                JournalEntry.builder().from(third.entry()).narrative("other").build(),
                JournalEntry.builder()
                        .from(third.entry())
                        .narrative(Optional.empty())
                        .build(),
                JournalEntry.builder()
                        .from(third.entry())
                        .lines(third.entry().lines().collect(line -> line.withoutNote()))
                        .build())) {
            entries.set(2, Samples.posted(altered, 3));
            assertThat(broken()).isEqualTo(at(3, "evidence.text"));
        }
        entries.set(2, third);
        JournalEntry plain = entries.get(3).entry();
        entries.set(
                3,
                Samples.posted(
                        JournalEntry.builder().from(plain).narrative("added").build(), 4));
        assertThat(broken()).isEqualTo(at(4, "evidence.text"));
    }

    @Test
    void texts_cannot_come_back_once_the_salt_is_gone() {
        seals.set(2, seals.get(2).withoutSalt());

        assertThat(broken()).isEqualTo(at(3, "evidence.text"));
    }

    @Test
    void the_digest_of_texts_is_protected_itself() {
        Seal third = seals.get(2);
        TextSeal forged = new TextSeal(Digest.of(Samples.salt(99)), Optional.empty());
        seals.set(2, new Seal(3, CanonicalForm.VERSION, third.content(), third.chain(), Optional.of(forged)));
        entries.set(2, entries.get(2).withoutTexts());
        assertThat(broken()).isEqualTo(at(3, "evidence.content"));
        seals.set(2, new Seal(3, CanonicalForm.VERSION, third.content(), third.chain(), Optional.empty()));
        assertThat(broken()).isEqualTo(at(3, "evidence.content"));
    }

    @Test
    void what_lies_behind_a_batch_of_the_reader_is_verified_too() {
        entries.clear();
        for (int i = 1; i <= 2_500; i++) {
            entries.add(Samples.posted(Samples.plain("sale-" + i), i));
        }
        seals.clear();
        seals.addAll(sealed(entries));
        assertThat(verify().entries()).isEqualTo(2_500);

        entries.set(2_000, dearer(entries.get(2_000)));
        assertThat(broken()).isEqualTo(at(2_001, "evidence.content"));
    }

    @Test
    void sealing_erases_text_and_salt_together() {
        MemoryUnitOfWork work = new MemoryUnitOfWork();
        MemoryJournalStore journal = new MemoryJournalStore(work);
        MemorySealLog log = new MemorySealLog(work);
        JournalSealing sealing = new JournalSealing(log, () -> Samples.salt(7));
        journal.append(Lists.immutable.withAll(entries));
        entries.forEach(sealing::posted);
        MerkleCheckpoint checkpoint = sealing.checkpoint(work);

        sealing.eraseTexts(EntryId.of("invoice-3"), journal, work);

        assertThat(journal.find(EntryId.of("invoice-3")).orElseThrow())
                .isEqualTo(entries.get(2).withoutTexts());
        log.forEach(2, 3, seal -> assertThat(seal.texts().orElseThrow().salt()).isEmpty());
        assertThat(Verifier.verify(journal, log).sound()).isTrue();
        log.forEach(
                2,
                3,
                seal -> assertThat(sealing.tree().inclusionProof(3, SIZE).proves(seal.content(), checkpoint))
                        .isTrue());
    }
}
