package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.testkit.generate.ChartArbitraries;
import dev.erpkit.testkit.generate.HistoryArbitraries;
import dev.erpkit.testkit.generate.JournalArbitraries.Ground;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 1 to 8, 13 and 15 over generated journals with backdating and reversals. */
class JournalInvariantProperties {
    private static final LocalDate FROM = LocalDate.of(2022, 2, 28);
    private static final LocalDate TO = LocalDate.of(2026, 2, 28);

    @Provide
    Arbitrary<ImmutableList<PostedEntry>> journals() {
        return HistoryArbitraries.journals(Ground.small(), 12);
    }

    private static ImmutableList<LocalDate> days(ReferenceLedger ledger) {
        return ledger.days().newWith(FROM).newWith(TO).newWith(LocalDate.MAX);
    }

    @Property
    void a_generated_journal_breaks_no_invariant(@ForAll("journals") ImmutableList<PostedEntry> journal) {
        assertThat(JournalInvariants.all(journal)).isEmpty();
    }

    @Property
    void balances_hold_on_every_day_as_known_at_every_position(
            @ForAll("journals") ImmutableList<PostedEntry> journal, @ForAll @IntRange(max = 12) int position) {
        ReferenceLedger known = new ReferenceLedger(journal).asKnownAt(position);
        assertThat(LedgerInvariants.trialBalanceIsZero(known, days(known))).isEmpty();
        assertThat(LedgerInvariants.equationHolds(known, ChartArbitraries.small(), days(known)))
                .isEmpty();
        assertThat(LedgerInvariants.parentsSumTheirChildren(known, ChartArbitraries.small(), TO))
                .isEmpty();
        assertThat(LedgerInvariants.balancesAddUp(known, FROM, TO, "cost-centre"))
                .isEmpty();
    }

    @Property
    void the_index_agrees_with_the_list_whatever_the_order_of_independent_entries(
            @ForAll("journals") ImmutableList<PostedEntry> journal, @ForAll long seed) {
        ReferenceLedger ledger = new ReferenceLedger(journal);
        assertThat(LedgerInvariants.indexAgrees(index(journal), ledger, days(ledger)))
                .isEmpty();
        MutableList<PostedEntry> shuffled = journal.toList();
        java.util.Collections.shuffle(shuffled, new Random(seed));
        ImmutableList<PostedEntry> renumbered =
                Lists.immutable.ofAll(shuffled.collectWithIndex((p, i) -> new PostedEntry(
                        p.entry(), i + 1L, journal.getLast().recordedAt(), p.number(), p.postedBy(), p.approvedBy())));
        assertThat(LedgerInvariants.indexAgrees(index(renumbered), ledger, days(ledger)))
                .isEmpty();
    }

    @Property
    void a_checkpoint_and_what_follows_it_equal_a_fold_from_empty(
            @ForAll("journals") ImmutableList<PostedEntry> journal, @ForAll @IntRange(max = 12) int position) {
        LedgerIndex restored =
                LedgerIndex.restored(index(journal.take(position)).checkpoint());
        journal.drop(position).forEach(restored::advance);
        ReferenceLedger ledger = new ReferenceLedger(journal);
        assertThat(LedgerInvariants.indexAgrees(restored, ledger, days(ledger))).isEmpty();
    }

    @Property
    void what_was_known_stays_a_prefix(
            @ForAll("journals") ImmutableList<PostedEntry> journal, @ForAll @IntRange(max = 12) int position) {
        assertThat(JournalInvariants.prefixIsKept(journal.take(position), journal))
                .isEmpty();
        assertThat(JournalInvariants.prefixIsKept(journal, journal.collect(PostedEntry::withoutTexts)))
                .isEmpty();
        ReferenceLedger before = new ReferenceLedger(journal.take(position));
        ReferenceLedger asKnownThen = new ReferenceLedger(journal).asKnownAt(position);
        assertThat(asKnownThen).isEqualTo(before);
    }

    @Property
    void an_entry_and_its_reversal_change_no_balance_from_the_day_of_the_reversal_on(
            @ForAll("journals") ImmutableList<PostedEntry> journal) {
        ReferenceLedger ledger = new ReferenceLedger(journal);
        for (PostedEntry reversal : journal.select(p -> p.entry().reverses().isPresent())) {
            PostedEntry original =
                    journal.detect(p -> reversal.entry().reverses().get().equals(p.id()));
            ReferenceLedger without =
                    new ReferenceLedger(journal.newWithout(reversal).newWithout(original));
            for (LocalDate day :
                    days(ledger).reject(d -> d.isBefore(reversal.entry().date()))) {
                ledger.accounts()
                        .forEach(account -> assertThat(without.base(BookId.MAIN, account, day))
                                .isEqualTo(ledger.base(BookId.MAIN, account, day)));
            }
        }
    }

    @Property
    void a_broken_journal_is_found_out(@ForAll("journals") ImmutableList<PostedEntry> journal) {
        if (journal.isEmpty()) {
            return;
        }
        PostedEntry last = journal.getLast();
        ImmutableList<JournalLine> lines = last.entry().lines();
        assertThat(JournalInvariants.entriesBalance(journal.newWithout(last).newWith(with(last, lines.drop(1)))))
                .isNotEmpty();
        assertThat(JournalInvariants.linesAreSound(Lists.immutable.of(with(last, lines.take(1)))))
                .isNotEmpty();
        assertThat(JournalInvariants.positionsFollow(journal.newWith(last))).isNotEmpty();
        assertThat(JournalInvariants.numbersAreGapless(journal.newWith(last))).isNotEmpty();
        assertThat(JournalInvariants.prefixIsKept(journal, journal.take(journal.size() - 1)))
                .isNotEmpty();
        ReferenceLedger broken = new ReferenceLedger(Lists.immutable.of(with(last, lines.take(1))));
        assertThat(LedgerInvariants.trialBalanceIsZero(broken, days(broken))).isNotEmpty();
        ReferenceLedger shorter = new ReferenceLedger(journal.take(journal.size() - 1));
        assertThat(LedgerInvariants.indexAgrees(index(journal), shorter, days(shorter)))
                .isNotEmpty();
    }

    private static PostedEntry with(PostedEntry posted, ImmutableList<JournalLine> lines) {
        return new PostedEntry(
                dev.erpkit.accounting.journal.JournalEntry.builder()
                        .from(posted.entry())
                        .lines(lines)
                        .build(),
                posted.position(),
                posted.recordedAt(),
                posted.number(),
                posted.postedBy(),
                posted.approvedBy());
    }

    private static LedgerIndex index(ImmutableList<PostedEntry> journal) {
        LedgerIndex index = new LedgerIndex();
        journal.forEach(index::advance);
        return index;
    }
}
