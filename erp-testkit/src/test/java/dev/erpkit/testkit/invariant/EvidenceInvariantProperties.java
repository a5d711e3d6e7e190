package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.evidence.JournalSealing;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.evidence.Verifier;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.contract.MemoryHarness;
import dev.erpkit.testkit.generate.HistoryArbitraries;
import dev.erpkit.testkit.generate.JournalArbitraries.Ground;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariant 12: a sealed journal verifies, and whatever was tampered with is named by its first position. */
class EvidenceInvariantProperties {
    @Provide
    Arbitrary<ImmutableList<PostedEntry>> journals() {
        return HistoryArbitraries.journals(Ground.small(), 8).filter(journal -> journal.size() > 1);
    }

    /** Seals of a journal, beside a journal that may be another one. */
    private static MemoryHarness sealed(ImmutableList<PostedEntry> journal, ImmutableList<PostedEntry> shown) {
        MemoryHarness harness = new MemoryHarness();
        JournalSealing sealing = new JournalSealing(harness.seals(), () -> new byte[32]);
        harness.unitOfWork().execute(() -> {
            journal.forEach(sealing::posted);
            if (shown.notEmpty()) {
                harness.journal().append(shown);
            }
            return journal;
        });
        return harness;
    }

    private static long broken(ImmutableList<PostedEntry> journal, ImmutableList<PostedEntry> shown) {
        MemoryHarness harness = sealed(journal, shown);
        Verification verification = Verifier.verify(harness.journal(), harness.seals());
        assertThat(EvidenceInvariants.chainIsSound(harness.journal(), harness.seals())
                        .isEmpty())
                .isEqualTo(verification.sound());
        return verification.broken().map(Verification.Break::position).orElse(0L);
    }

    private static PostedEntry at(PostedEntry posted, JournalEntry entry, long position) {
        return new PostedEntry(
                entry, position, posted.recordedAt(), posted.number(), posted.postedBy(), posted.approvedBy());
    }

    private static PostedEntry changed(PostedEntry posted, int field) {
        JournalEntry.Builder entry = JournalEntry.builder().from(posted.entry());
        EntryNumber number = posted.number();
        return switch (field) {
            case 0 -> at(posted, entry.date(posted.entry().date().plusDays(1)).build(), posted.position());
            case 1 -> at(posted, entry.id("other").build(), posted.position());
            case 2 ->
                at(posted, entry.lines(posted.entry().lines().toReversed()).build(), posted.position());
            case 3 ->
                at(
                        posted,
                        entry.lines(posted.entry()
                                        .lines()
                                        .collect(line -> line.withoutNote().negated()))
                                .build(),
                        posted.position());
            case 4 ->
                new PostedEntry(
                        posted.entry(),
                        posted.position(),
                        posted.recordedAt(),
                        new EntryNumber(number.journal(), number.fiscalYear(), number.number() + 100),
                        posted.postedBy(),
                        posted.approvedBy());
            default ->
                new PostedEntry(
                        posted.entry(),
                        posted.position(),
                        posted.recordedAt(),
                        number,
                        Actor.of("somebody"),
                        Optional.of(Actor.of("else")));
        };
    }

    @Property(tries = 200)
    void a_changed_entry_is_named(
            @ForAll("journals") ImmutableList<PostedEntry> journal,
            @ForAll @IntRange(max = 7) int place,
            @ForAll @IntRange(max = 5) int field) {
        int i = place % journal.size();
        PostedEntry other = changed(journal.get(i), field);
        boolean reversed = journal.anySatisfy(
                p -> p.entry().reverses().equals(Optional.of(journal.get(i).id())));
        if (reversed && field == 1 || other.equals(journal.get(i))) {
            return;
        }
        MutableList<PostedEntry> shown = journal.toList();
        shown.set(i, other);
        assertThat(broken(journal, shown.toImmutable())).isEqualTo(i + 1L);
    }

    @Property(tries = 100)
    void what_is_missing_inserted_or_in_another_order_is_named(
            @ForAll("journals") ImmutableList<PostedEntry> journal, @ForAll @IntRange(max = 7) int place) {
        assertThat(broken(journal, journal)).isZero();
        assertThat(broken(journal, journal.take(journal.size() - 1))).isEqualTo(journal.size());
        assertThat(broken(journal.take(journal.size() - 1), journal)).isEqualTo(journal.size());
        int i = place % (journal.size() - 1);
        ImmutableList<PostedEntry> plain =
                journal.reject(p -> p.entry().reverses().isPresent());
        if (plain.size() == journal.size()) {
            MutableList<PostedEntry> shown = journal.toList();
            shown.set(i, at(journal.get(i), journal.get(i + 1).entry(), i + 1L));
            shown.set(i + 1, at(journal.get(i + 1), journal.get(i).entry(), i + 2L));
            assertThat(broken(journal, shown.toImmutable())).isEqualTo(i + 1L);
        }
    }

    @Property(tries = 100)
    void texts_may_go_and_nothing_depends_on_how_amounts_are_written(
            @ForAll("journals") ImmutableList<PostedEntry> journal) {
        MemoryHarness harness = sealed(journal, journal);
        journal.forEach(posted -> harness.unitOfWork().execute(() -> {
            harness.journal().eraseTexts(posted.id());
            harness.seals().eraseSalt(posted.position());
            return posted;
        }));
        assertThat(EvidenceInvariants.chainIsSound(harness.journal(), harness.seals()))
                .isEmpty();
        ImmutableList<PostedEntry> rewritten = journal.collect(posted -> at(
                posted,
                JournalEntry.builder()
                        .from(posted.entry())
                        .lines(posted.entry()
                                .lines()
                                .collect(line -> dev.erpkit.accounting.journal.JournalLine.builder()
                                        .from(line)
                                        .amount(Amounts.of(
                                                Amounts.decimal(line.amount()).setScale(6),
                                                line.amount().getCurrency()))
                                        .build()))
                        .build(),
                posted.position()));
        assertThat(broken(journal, rewritten)).isZero();
    }

    @Property(tries = 50)
    void the_chain_depends_on_the_order_of_recording(
            @ForAll("journals") ImmutableList<PostedEntry> journal, @ForAll long seed) {
        MutableList<PostedEntry> shuffled = journal.toList();
        Collections.shuffle(shuffled, new Random(seed));
        ImmutableList<PostedEntry> other =
                Lists.immutable.ofAll(shuffled.collectWithIndex((posted, i) -> at(posted, posted.entry(), i + 1L)));
        assertThat(head(journal).equals(head(other))).isEqualTo(journal.equals(other));
    }

    private static Object head(ImmutableList<PostedEntry> journal) {
        return sealed(journal, Lists.immutable.empty())
                .seals()
                .last()
                .map(Seal::chain)
                .orElseThrow();
    }
}
