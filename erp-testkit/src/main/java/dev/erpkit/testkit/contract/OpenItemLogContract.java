package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.StaleVersionException;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code OpenItemLog} must do: items and matches come back whole, and nobody consumes twice what is open. */
public abstract class OpenItemLogContract extends JournalPortContract {
    /** For adapters. */
    protected OpenItemLogContract() {}

    private OpenItemLog log() {
        return harness().openItems();
    }

    private OpenItem item(long minor, LocalDate date, String party) {
        OpenItem item = ItemSample.item(append(Sample.entry(Fresh.key("item"), date, Math.abs(minor))), minor, party);
        log().insert(Lists.immutable.of(item));
        return item;
    }

    private OpenItem item(long minor) {
        return item(minor, DAY, Fresh.key("p"));
    }

    private Match match(OpenItem a, OpenItem b, long minor) {
        return ItemSample.match(
                Fresh.key("match"), log().lastSequence() + 1, journal().lastPosition() + 1, a, b, minor);
    }

    private Match append(Match match) {
        log().append(match);
        return match;
    }

    private ImmutableList<ItemHistory> choose(OpenItemQuery query) {
        MutableList<ItemHistory> found = Lists.mutable.empty();
        log().forEach(query, found::add);
        return found.toImmutable();
    }

    private Residual open(OpenItem item) {
        return log().find(item.id()).orElseThrow().residual();
    }

    @Test
    void items_1_1_an_item_comes_back_as_it_was_inserted() {
        OpenItem plain = item(12_345);
        OpenItem full = ItemSample.full(append(Sample.full(Fresh.key("full"))));
        log().insert(Lists.immutable.of(full));
        assertThat(log().find(plain.id())).contains(ItemHistory.of(plain));
        assertThat(log().find(full.id())).contains(ItemHistory.of(full));
        assertThat(log().find(ItemId.of(Fresh.key("unknown"), 0))).isEmpty();
    }

    @Test
    void items_1_2_a_match_comes_back_as_it_was_appended() {
        OpenItem a = item(100);
        OpenItem b = item(-60);
        Match match = append(match(a, b, 60));
        assertThat(log().match(match.id())).contains(match);
        assertThat(log().match(MatchId.of(Fresh.key("unknown")))).isEmpty();
        MutableList<Match> found = Lists.mutable.empty();
        log().forEachMatch(match.sequence() - 1, found::add);
        assertThat(found).containsExactly(match);
    }

    @Test
    void items_1_3_an_item_has_its_matches_in_their_order() {
        OpenItem a = item(100);
        OpenItem b = item(-60);
        OpenItem c = item(-40);
        append(match(a, b, 60));
        append(match(a, c, 40));
        assertThat(log().find(a.id()).orElseThrow().consumptions().collect(x -> x.amountMinor()))
                .containsExactly(60L, 40L);
        assertThat(open(a)).isEqualTo(Residual.NONE);
        assertThat(open(b)).isEqualTo(Residual.NONE);
    }

    @Test
    void items_2_1_an_item_of_a_line_is_inserted_once_and_a_batch_whole_or_not_at_all() {
        OpenItem first = item(100);
        OpenItem fresh = ItemSample.item(append(simple()), 100, "p");
        assertThatThrownBy(() -> log().insert(Lists.immutable.of(fresh, first)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(log().find(fresh.id())).isEmpty();
        assertThat(log().find(first.id())).contains(ItemHistory.of(first));
    }

    @Test
    void items_2_2_a_sequence_that_does_not_follow_is_stale_and_changes_nothing() {
        OpenItem a = item(100);
        OpenItem b = item(-100);
        append(match(a, b, 10));
        long last = log().lastSequence();
        for (long wrong : new long[] {last, last + 2}) {
            Match stale = ItemSample.match(Fresh.key("stale"), wrong, journal().lastPosition() + 1, a, b, 10);
            assertThatThrownBy(() -> log().append(stale)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(log().lastSequence()).isEqualTo(last);
        assertThat(open(a).amountMinor()).isEqualTo(90);
    }

    @Test
    void items_2_3_a_taken_id_and_a_second_undoing_are_refused() {
        OpenItem a = item(100);
        OpenItem b = item(-100);
        Match first = append(match(a, b, 10));
        Match twin = ItemSample.match(first.id().value(), log().lastSequence() + 1, first.position(), a, b, 20);
        assertThatThrownBy(() -> log().append(twin)).isInstanceOf(DuplicateKeyException.class);
        append(ItemSample.undoing(Fresh.key("undo"), log().lastSequence() + 1, first));
        assertThat(open(a).amountMinor()).isEqualTo(100);
        Match second = ItemSample.undoing(Fresh.key("undo"), log().lastSequence() + 1, first);
        assertThatThrownBy(() -> log().append(second)).isInstanceOf(DuplicateKeyException.class);
        assertThat(open(a).amountMinor()).isEqualTo(100);
    }

    @Test
    void items_2_4_a_match_of_unknown_items_or_of_an_unknown_match_is_refused() {
        OpenItem a = item(100);
        OpenItem absent = ItemSample.item(append(simple()), -100, "p");
        Match match = match(a, absent, 10);
        assertThatThrownBy(() -> log().append(match)).isInstanceOf(NotFoundException.class);
        assertThat(log().match(match.id())).isEmpty();
        Match never = ItemSample.match(Fresh.key("never"), log().lastSequence() + 1, 1, a, item(-100), 10);
        Match undoing = ItemSample.undoing(Fresh.key("undo"), log().lastSequence() + 1, never);
        assertThatThrownBy(() -> log().append(undoing)).isInstanceOf(NotFoundException.class);
        assertThat(open(a).amountMinor()).isEqualTo(100);
    }

    @Test
    void items_3_1_items_are_chosen_by_account_party_and_book_in_the_order_of_recording() {
        String party = Fresh.key("party");
        OpenItem one = item(100, DAY.plusDays(5), party);
        OpenItem two = item(-100, DAY, party);
        item(100);
        OpenItemQuery query = OpenItemQuery.all().of(PartyId.of(party));
        assertThat(choose(query).collect(ItemHistory::item)).containsExactly(one, two);
        assertThat(choose(query.in(one.book()).on(one.account()))).hasSize(2);
        assertThat(choose(query.in(dev.erpkit.accounting.journal.BookId.of("none"))))
                .isEmpty();
        assertThat(choose(query.on(dev.erpkit.accounting.chart.AccountId.of("none"))))
                .isEmpty();
    }

    @Test
    void items_3_2_what_was_open_on_a_day_as_known_at_a_position_is_chosen() {
        String party = Fresh.key("party");
        OpenItem one = item(100, DAY, party);
        OpenItem two = item(-100, DAY, party);
        long before = journal().lastPosition();
        append(simple());
        Match match = append(ItemSample.match(
                Fresh.key("match"), log().lastSequence() + 1, journal().lastPosition(), one, two, 100));
        OpenItemQuery query = OpenItemQuery.all().of(PartyId.of(party));
        assertThat(choose(query.openAsOf(match.date()))).isEmpty();
        assertThat(choose(query.openAsOf(match.date().minusDays(1)))).hasSize(2);
        assertThat(choose(query.openAsOf(match.date()).knownAt(before)))
                .containsExactly(ItemHistory.of(one), ItemHistory.of(two));
        assertThat(choose(query.knownAt(one.position()))).containsExactly(ItemHistory.of(one));
        assertThat(choose(query)).hasSize(2);
    }

    @Test
    void items_3_3_an_instant_hides_what_was_recorded_after_it() {
        String party = Fresh.key("party");
        OpenItem one = item(100, DAY, party);
        OpenItem two = item(-100, DAY, party);
        Match match = append(match(one, two, 100));
        OpenItemQuery query = OpenItemQuery.all().of(PartyId.of(party));
        assertThat(choose(query.openAsOf(match.date()).knownAt(match.recordedAt())))
                .isEmpty();
        assertThat(choose(query.knownAt(match.recordedAt())))
                .allSatisfy(history -> assertThat(history.consumptions())
                        .singleElement()
                        .satisfies(c -> assertThat(c.recordedAt()).isEqualTo(match.recordedAt())));
        assertThat(choose(query.knownAt(one.recordedAt().minusMillis(1)))).isEmpty();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void items_4_1_a_failed_unit_of_work_leaves_neither_items_nor_matches() {
        OpenItem a = item(100);
        OpenItem b = item(-100);
        long last = log().lastSequence();
        OpenItem[] lost = new OpenItem[1];
        rolledBack(() -> {
            lost[0] = item(7);
            append(match(a, b, 100));
            append(match(a, lost[0], 1));
        });
        assertThat(log().lastSequence()).isEqualTo(last);
        assertThat(log().find(lost[0].id())).isEmpty();
        assertThat(open(a).amountMinor()).isEqualTo(100);
        assertThat(log().find(b.id())).contains(ItemHistory.of(b));
    }

    @Test
    @Requires({Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS})
    void items_5_1_of_racers_that_match_one_item_exactly_one_consumes_it() {
        for (int round = 0; round < 5; round++) {
            OpenItem contested = item(100);
            ImmutableList<OpenItem> rivals = Lists.immutable.of(item(-100), item(-100), item(-100));
            ImmutableList<AtOnce.Ended<Boolean>> ends = AtOnce.run(3, i -> consume(contested, rivals.get(i)));
            assertThat(open(contested)).isEqualTo(Residual.NONE);
            assertThat(rivals.count(r -> !open(r).open())).isEqualTo(1);
            assertThat(ends.count(e -> Boolean.TRUE.equals(e.value()))).isEqualTo(1);
        }
    }

    /** As the service does: what was read is decided on, a stale sequence is decided again. */
    private boolean consume(OpenItem contested, OpenItem rival) {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return inUnitOfWork(() -> {
                    boolean open = open(contested).open();
                    if (open) {
                        append(match(contested, rival, 100));
                    }
                    return open;
                });
            } catch (StaleVersionException readAgain) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("100 tries lost the race");
    }

    @Test
    @Requires(Capability.DURABLE)
    void items_6_1_items_and_matches_survive_a_restart() {
        OpenItem a = item(100);
        Match match = append(match(a, item(-100), 40));
        OpenItemLog again = harness().reopened().openItems();
        assertThat(again.find(a.id())).isEqualTo(log().find(a.id()));
        assertThat(again.match(match.id())).contains(match);
        assertThat(again.lastSequence()).isEqualTo(match.sequence());
    }

    @Test
    @Requires(Capability.TENANTS)
    void items_7_1_tenants_never_see_each_other() {
        OpenItem mine = item(100);
        OpenItemLog other = harness().otherTenant().openItems();
        long theirs = other.lastSequence();
        Match match = append(match(mine, item(-100), 40));
        assertThat(other.find(mine.id())).isEmpty();
        assertThat(other.match(match.id())).isEmpty();
        assertThat(other.lastSequence()).isEqualTo(theirs);
    }
}
