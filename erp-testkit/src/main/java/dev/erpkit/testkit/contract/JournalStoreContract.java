package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.testkit.generate.JournalArbitraries;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/**
 * What every {@code JournalStore} must do. Groups of rules: 1 what is appended comes back, 2 positions, 3 ids and
 * reversals, 4 units of work, 5 erasure of texts, 6 restarts and tenants. Choosing entries is proven by
 * {@link JournalQueryContract}, racing threads by {@link JournalRaceContract}.
 */
public abstract class JournalStoreContract extends JournalPortContract {
    /** For adapters. */
    protected JournalStoreContract() {}

    @Provide
    Arbitrary<JournalEntry> entries() {
        return JournalArbitraries.entries();
    }

    @Property(tries = 40)
    void journal_1_1_an_entry_comes_back_as_it_was_appended(@ForAll("entries") JournalEntry any) {
        PostedEntry posted = append(renamed(any, Fresh.key("any")));
        assertThat(journal().find(posted.id())).contains(posted);
        assertThat(scan(JournalQuery.after(posted.position() - 1))).containsExactly(posted);
    }

    @Test
    void journal_1_2_an_unknown_id_is_not_found() {
        EntryId unknown = EntryId.of(Fresh.key("unknown"));
        assertThat(journal().find(unknown)).isEmpty();
        assertThat(journal().reversalOf(unknown)).isEmpty();
    }

    @Test
    void journal_1_3_amounts_come_back_to_the_last_minor_unit() {
        JournalEntry entry = JournalEntry.builder()
                .id(Fresh.key("extreme"))
                .date(LocalDate.of(2026, 1, 1))
                .debit("1000", Amounts.ofMinor(Long.MAX_VALUE, KWD))
                .credit("1010", Amounts.ofMinor(Long.MAX_VALUE, KWD))
                .debit("1000", Amounts.ofMinor(1, KWD))
                .credit("1010", Amounts.ofMinor(1, KWD))
                .build();
        PostedEntry posted = append(entry);
        assertThat(journal().find(posted.id())).contains(posted);
    }

    @Test
    void journal_1_4_instants_and_far_dates_come_back() {
        JournalEntry entry = Sample.entry(Fresh.key("far"), LocalDate.of(1583, 2, 28), 1);
        PostedEntry first = append(entry);
        PostedEntry second = append(Sample.entry(Fresh.key("far"), LocalDate.of(9999, 12, 31), 1));
        assertThat(journal().find(first.id()).orElseThrow().recordedAt()).isEqualTo(first.recordedAt());
        assertThat(journal().find(second.id())).contains(second);
        assertThat(second.recordedAt().getNano() % 1_000).isZero();
    }

    @Test
    void journal_1_5_every_optional_part_comes_back() {
        PostedEntry full = append(Sample.full(Fresh.key("full")));
        assertThat(journal().find(full.id())).contains(full);
        PostedEntry approved = inUnitOfWork(() -> {
            PostedEntry next = Sample.approved(stamp(Sample.entry(Fresh.key("approved"), DAY, 5), 1));
            journal().append(Lists.immutable.of(next));
            return next;
        });
        assertThat(journal().find(approved.id())).contains(approved);
    }

    @Test
    void journal_1_6_many_lines_keep_their_order() {
        PostedEntry posted = append(Sample.ofManyLines(Fresh.key("long"), 1_000));
        assertThat(journal().find(posted.id()).orElseThrow().entry().lines())
                .isEqualTo(posted.entry().lines());
    }

    @Test
    void journal_2_1_positions_follow_one_by_one() {
        long before = journal().lastPosition();
        PostedEntry one = append(simple());
        PostedEntry two = append(simple());
        assertThat(one.position()).isEqualTo(before + 1);
        assertThat(two.position()).isEqualTo(before + 2);
        assertThat(journal().lastPosition()).isEqualTo(before + 2);
    }

    @Test
    void journal_2_2_a_position_that_does_not_follow_is_stale_and_changes_nothing() {
        append(simple());
        long before = journal().lastPosition();
        for (int offset : new int[] {-1, 0, 2, 100}) {
            PostedEntry wrong = stamp(simple(), offset);
            assertThatThrownBy(() -> journal().append(Lists.immutable.of(wrong)))
                    .isInstanceOf(StaleVersionException.class);
            assertThat(journal().find(wrong.id())).isEmpty();
        }
        assertThat(journal().lastPosition()).isEqualTo(before);
    }

    @Test
    void journal_2_3_positions_inside_a_batch_follow_too() {
        long before = journal().lastPosition();
        assertThatThrownBy(() -> journal().append(Lists.immutable.of(stamp(simple(), 2), stamp(simple(), 1))))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> journal().append(Lists.immutable.of(stamp(simple(), 1), stamp(simple(), 3))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(journal().lastPosition()).isEqualTo(before);
        journal().append(Lists.immutable.of(stamp(simple(), 1), stamp(simple(), 2)));
        assertThat(journal().lastPosition()).isEqualTo(before + 2);
    }

    @Test
    void journal_2_4_appending_nothing_changes_nothing() {
        long before = journal().lastPosition();
        journal().append(Lists.immutable.empty());
        assertThat(journal().lastPosition()).isEqualTo(before);
    }

    @Test
    void journal_3_1_a_taken_id_is_refused_and_the_first_stays() {
        PostedEntry first = append(simple());
        PostedEntry twin =
                stamp(renamed(Sample.entry("twin", DAY, 999), first.id().value()), 1);
        assertThatThrownBy(() -> journal().append(Lists.immutable.of(twin))).isInstanceOf(DuplicateKeyException.class);
        assertThat(journal().find(first.id())).contains(first);
        assertThat(journal().lastPosition()).isEqualTo(first.position());
    }

    @Test
    void journal_3_2_a_batch_is_appended_whole_or_not_at_all() {
        PostedEntry first = append(simple());
        PostedEntry fresh = stamp(simple(), 1);
        PostedEntry twin = stamp(first.entry(), 2);
        assertThatThrownBy(() -> journal().append(Lists.immutable.of(fresh, twin)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(journal().find(fresh.id())).isEmpty();
        JournalEntry same = simple();
        assertThatThrownBy(() -> journal().append(Lists.immutable.of(stamp(same, 1), stamp(same, 2))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(journal().find(same.id())).isEmpty();
        assertThat(journal().lastPosition()).isEqualTo(first.position());
    }

    @Test
    void journal_3_3_ids_that_differ_by_case_blank_or_accent_are_different() {
        String key = Fresh.key("id");
        ImmutableList<String> ids = Lists.immutable.of(
                key, key + " ", key.toUpperCase(java.util.Locale.ROOT), key + "é", key + "e\u0301", key + "ｅ");
        ids.forEach(id -> append(renamed(simple(), id)));
        ids.forEach(id -> assertThat(journal().find(EntryId.of(id)).map(p -> p.id().value()))
                .contains(id));
    }

    @Test
    void journal_3_4_a_reversal_is_found_from_the_reversed_entry() {
        PostedEntry original = append(simple());
        assertThat(journal().reversalOf(original.id())).isEmpty();
        PostedEntry reversal = append(Sample.reversal(original.entry(), Fresh.key("reversal")));
        assertThat(journal().reversalOf(original.id())).contains(reversal.id());
        assertThat(journal().find(original.id())).contains(original);
    }

    @Test
    void journal_3_5_an_entry_is_reversed_at_most_once() {
        PostedEntry original = append(simple());
        PostedEntry reversal = append(Sample.reversal(original.entry(), Fresh.key("reversal")));
        PostedEntry second = stamp(Sample.reversal(original.entry(), Fresh.key("second")), 1);
        assertThatThrownBy(() -> journal().append(Lists.immutable.of(second)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(journal().reversalOf(original.id())).contains(reversal.id());
        assertThat(journal().find(second.id())).isEmpty();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void journal_4_1_a_failed_unit_of_work_leaves_nothing_and_its_positions_are_free() {
        PostedEntry original = append(simple());
        JournalEntry lost = simple();
        rolledBack(() -> {
            append(lost);
            append(Sample.reversal(original.entry(), Fresh.key("reversal")));
        });
        assertThat(journal().find(lost.id())).isEmpty();
        assertThat(journal().reversalOf(original.id())).isEmpty();
        assertThat(journal().lastPosition()).isEqualTo(original.position());
        assertThat(scan(JournalQuery.after(original.position()))).isEmpty();
        assertThat(append(lost).position()).isEqualTo(original.position() + 1);
    }

    @Test
    void journal_4_2_a_unit_of_work_sees_its_own_entries() {
        inUnitOfWork(() -> {
            PostedEntry posted = append(simple());
            assertThat(journal().find(posted.id())).contains(posted);
            assertThat(journal().lastPosition()).isEqualTo(posted.position());
            assertThat(scan(JournalQuery.after(posted.position() - 1))).containsExactly(posted);
        });
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void journal_4_3_a_refused_append_can_be_caught_and_the_unit_of_work_goes_on() {
        PostedEntry first = append(simple());
        PostedEntry second = inUnitOfWork(() -> {
            assertThatThrownBy(() -> journal().append(Lists.immutable.of(stamp(simple(), 7))))
                    .isInstanceOf(StaleVersionException.class);
            return append(simple());
        });
        assertThat(second.position()).isEqualTo(first.position() + 1);
    }

    @Test
    void journal_5_1_erasing_removes_the_texts_and_nothing_else() {
        PostedEntry full = append(Sample.full(Fresh.key("personal")));
        PostedEntry other = append(Sample.full(Fresh.key("other")));
        journal().eraseTexts(full.id());
        assertThat(journal().find(full.id())).contains(Sample.withoutTexts(full));
        assertThat(scan(JournalQuery.after(full.position() - 1))).containsExactly(Sample.withoutTexts(full), other);
        journal().eraseTexts(full.id());
        assertThat(journal().find(full.id())).contains(Sample.withoutTexts(full));
    }

    @Test
    void journal_5_2_texts_of_an_unknown_entry_cannot_be_erased() {
        EntryId unknown = EntryId.of(Fresh.key("unknown"));
        assertThatThrownBy(() -> journal().eraseTexts(unknown)).isInstanceOf(NotFoundException.class);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void journal_5_3_an_erasure_that_was_rolled_back_did_not_happen() {
        PostedEntry full = append(Sample.full(Fresh.key("personal")));
        rolledBack(() -> journal().eraseTexts(full.id()));
        assertThat(journal().find(full.id())).contains(full);
    }

    @Test
    @Requires(Capability.DURABLE)
    void journal_6_1_everything_is_there_after_a_restart() {
        PostedEntry original = append(Sample.full(Fresh.key("kept")));
        PostedEntry reversal = append(Sample.reversal(original.entry(), Fresh.key("reversal")));
        BooksHarness again = harness().reopened();
        assertThat(again.journal().find(original.id())).contains(original);
        assertThat(again.journal().reversalOf(original.id())).contains(reversal.id());
        assertThat(again.journal().lastPosition()).isEqualTo(reversal.position());
    }

    @Test
    @Requires(Capability.TENANTS)
    void journal_6_2_tenants_never_see_each_other() {
        PostedEntry mine = append(simple());
        BooksHarness other = harness().otherTenant();
        long before = other.journal().lastPosition();
        assertThat(other.journal().find(mine.id())).isEmpty();
        assertThatThrownBy(() -> other.journal().eraseTexts(mine.id())).isInstanceOf(NotFoundException.class);
        PostedEntry theirs = Stamps.after(before, Sample.entry(mine.id().value(), DAY, 77));
        other.journal().append(Lists.immutable.of(theirs));
        assertThat(other.journal().lastPosition()).isEqualTo(before + 1);
        assertThat(other.journal().find(mine.id())).contains(theirs);
        assertThat(journal().find(mine.id())).contains(mine);
        assertThat(journal().lastPosition()).isEqualTo(mine.position());
        assertThat(scan(JournalQuery.all().on(AccountId.of("1000")))).doesNotContain(theirs);
    }
}
