package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.dunning.DunningChange;
import dev.erpkit.accounting.dunning.DunningChange.Blocked;
import dev.erpkit.accounting.dunning.DunningChange.Drafted;
import dev.erpkit.accounting.dunning.DunningChange.Removed;
import dev.erpkit.accounting.dunning.DunningChange.Sent;
import dev.erpkit.accounting.dunning.DunningChange.Unblocked;
import dev.erpkit.accounting.dunning.DunningProposal;
import dev.erpkit.accounting.dunning.DunningRecord;
import dev.erpkit.accounting.dunning.DunningScope;
import dev.erpkit.accounting.dunning.RemovalReason;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code DunningLog} must do: one record for each command in its order, each key once. */
public abstract class DunningLogContract extends PortContract<DunningHarness> {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    /** For adapters. */
    protected DunningLogContract() {}

    private DunningLog log() {
        return harness().dunning();
    }

    private static DunningProposal proposal(CurrencyUnit currency, Optional<String> document) {
        DunningProposal.Builder proposal = DunningProposal.builder();
        return proposal.item(ItemId.of("売掛 № 1@main", 12))
                .book(BookId.of("ifrs"))
                .party(PartyId.of("取引先"))
                .document(document)
                .due(LocalDate.of(2023, 12, 31))
                .day(DAY)
                .procedure("標準")
                .level(20)
                .textKey("last warning — ü€")
                .currency(currency)
                .openMinor(Long.MAX_VALUE / 8)
                .feeMinor(1_050)
                .interestMinor(1)
                .build();
    }

    /** Every kind of change, with and without what is optional. */
    private static ImmutableList<DunningChange> everything() {
        ItemId item = ItemId.of("i", 0);
        return Lists.immutable.of(
                new Drafted(proposal(Amounts.currency("KWD"), Optional.of("請求書 № 42 '\""))),
                new Drafted(proposal(Amounts.currency("JPY"), Optional.empty())),
                new Drafted(proposal(Amounts.unit("POINTS", 3), Optional.empty())),
                new Sent(item),
                new Removed(item, RemovalReason.SETTLED),
                new Removed(item, RemovalReason.WITHDRAWN),
                new Blocked(new DunningScope.OfItem(item), Optional.of(DAY), "disputed; 争い"),
                new Blocked(new DunningScope.OfParty(PartyId.of("C-1")), Optional.empty(), "x"),
                new Unblocked(new DunningScope.OfItem(item)),
                new Unblocked(new DunningScope.OfParty(PartyId.of("C-1"))));
    }

    private static DunningRecord record(DunningLog log, ImmutableList<DunningChange> changes) {
        String key = Fresh.key("dunning");
        return new DunningRecord(
                log.lastSequence() + 1,
                IdempotencyKey.of(key),
                Digest.ofText(key),
                DAY,
                Fresh.instant(),
                Actor.of("督促係"),
                changes);
    }

    private DunningRecord append(ImmutableList<DunningChange> changes) {
        return inUnitOfWork(() -> {
            DunningRecord fact = record(log(), changes);
            log().append(fact);
            return fact;
        });
    }

    private ImmutableList<DunningRecord> after(long sequence) {
        MutableList<DunningRecord> found = Lists.mutable.empty();
        log().forEach(sequence, found::add);
        return found.toImmutable();
    }

    @Test
    void dunning_1_1_a_record_comes_back_as_it_was_appended() {
        DunningRecord full = append(everything());
        DunningRecord empty = append(Lists.immutable.empty());
        assertThat(log().find(full.key())).contains(full);
        assertThat(log().find(empty.key())).contains(empty);
        assertThat(log().find(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
        assertThat(log().lastSequence()).isEqualTo(empty.sequence());
    }

    @Test
    void dunning_1_2_records_are_pushed_in_the_order_of_their_sequence() {
        DunningRecord one = append(everything());
        DunningRecord two = append(Lists.immutable.empty());
        DunningRecord three = append(everything().take(3));
        assertThat(after(one.sequence() - 1)).containsExactly(one, two, three);
        assertThat(after(two.sequence())).containsExactly(three);
        assertThat(after(three.sequence())).isEmpty();
        assertThat(after(0).collect(DunningRecord::sequence).castToList())
                .isSorted()
                .endsWith(three.sequence());
    }

    @Test
    void dunning_2_1_a_taken_key_is_refused() {
        DunningRecord first = append(everything());
        DunningRecord twin = new DunningRecord(
                first.sequence() + 1,
                first.key(),
                first.fingerprint(),
                DAY,
                Fresh.instant(),
                first.actor(),
                Lists.immutable.empty());
        assertThatThrownBy(() -> log().append(twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(log().find(first.key())).contains(first);
        assertThat(log().lastSequence()).isEqualTo(first.sequence());
    }

    @Test
    void dunning_2_2_only_the_next_sequence_is_taken() {
        DunningRecord last = append(everything());
        for (long sequence : new long[] {last.sequence(), last.sequence() - 1, last.sequence() + 2}) {
            DunningRecord wrong = new DunningRecord(
                    sequence,
                    IdempotencyKey.of(Fresh.key("dunning")),
                    last.fingerprint(),
                    DAY,
                    Fresh.instant(),
                    last.actor(),
                    everything());
            assertThatThrownBy(() -> log().append(wrong)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(log().lastSequence()).isEqualTo(last.sequence());
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void dunning_3_1_a_failed_unit_of_work_leaves_no_record_and_no_gap() {
        DunningRecord kept = append(everything());
        DunningRecord[] lost = new DunningRecord[1];
        rolledBack(() -> {
            lost[0] = record(log(), everything());
            log().append(lost[0]);
        });
        assertThat(log().find(lost[0].key())).isEmpty();
        assertThat(log().lastSequence()).isEqualTo(kept.sequence());
        assertThat(append(everything()).sequence()).isEqualTo(kept.sequence() + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void dunning_4_1_of_racers_for_one_sequence_exactly_one_wins() {
        DunningRecord before = append(everything());
        ImmutableList<AtOnce.Ended<DunningRecord>> ends = AtOnce.run(4, i -> {
            DunningRecord racer = new DunningRecord(
                    before.sequence() + 1,
                    IdempotencyKey.of(Fresh.key("racer")),
                    before.fingerprint(),
                    DAY,
                    Fresh.instant(),
                    before.actor(),
                    everything());
            log().append(racer);
            return racer;
        });
        assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
        assertThat(after(before.sequence()))
                .containsExactly(ends.detect(e -> !e.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void dunning_5_1_records_survive_a_restart() {
        DunningRecord fact = append(everything());
        assertThat(harness().reopened().dunning().find(fact.key())).contains(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void dunning_6_1_tenants_never_see_each_other() {
        DunningLog other = harness().otherTenant().dunning();
        DunningRecord mine = append(everything());
        assertThat(other.find(mine.key())).isEmpty();
        DunningRecord theirs = new DunningRecord(
                other.lastSequence() + 1,
                mine.key(),
                mine.fingerprint(),
                DAY,
                Fresh.instant(),
                mine.actor(),
                Lists.immutable.empty());
        other.append(theirs);
        assertThat(log().find(mine.key())).contains(mine);
    }
}
