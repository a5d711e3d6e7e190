package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.count.BlankPolicy;
import dev.erpkit.inventory.count.CountFact;
import dev.erpkit.inventory.count.CountFact.Entered;
import dev.erpkit.inventory.count.CountFact.Finished;
import dev.erpkit.inventory.count.CountFact.Opened;
import dev.erpkit.inventory.count.CountRecord;
import dev.erpkit.inventory.count.port.CountLog;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.valuation.Cost;
import java.time.LocalDateTime;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code CountLog} must do: one record for each command in the order of its sheet, each key once. */
public abstract class CountLogContract extends PortContract<CountHarness> {
    private static final Actor CLERK = Actor.of("棚卸係");
    private static final LocalDateTime AT = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_999);
    private static final Place PLAIN = Place.of(Location.of("棚 1", "main"), "item");
    private static final Place FULL =
            new Place(Location.outside("運送中 '\"", LocationKind.TRANSIT), "品目", "ロット № 1", "預り主");

    /** For adapters. */
    protected CountLogContract() {}

    private CountLog log() {
        return harness().counts();
    }

    /** Every kind of fact, with and without what is optional, in quantities of every size. */
    private static ImmutableList<CountFact> everything() {
        Rational huge = Rational.parse("123456789012345678901234567890/7");
        return Lists.immutable.of(
                new Opened(AT, Lists.immutable.of(FULL, PLAIN)),
                new Entered(PLAIN, Rational.ZERO, Optional.empty(), false),
                new Entered(FULL, huge, Optional.of(new Cost.Each(Rational.of(1, 3))), true),
                new Finished(BlankPolicy.KEEP),
                new Finished(BlankPolicy.EMPTY));
    }

    private static CountRecord record(String sheet, long sequence, String key, CountFact fact) {
        return new CountRecord(sheet, sequence, IdempotencyKey.of(key), Fresh.instant(), CLERK, fact);
    }

    private CountRecord append(String sheet, CountFact fact) {
        return inUnitOfWork(() -> {
            CountRecord entry = record(sheet, log().lastSequence(sheet) + 1, Fresh.key("count"), fact);
            log().append(entry);
            return entry;
        });
    }

    private CountRecord append(String sheet) {
        return append(sheet, everything().getFirst());
    }

    private ImmutableList<CountRecord> after(String sheet, long sequence) {
        MutableList<CountRecord> found = Lists.mutable.empty();
        log().forEach(sheet, sequence, found::add);
        return found.toImmutable();
    }

    @Test
    void counts_1_1_a_record_comes_back_as_it_was_appended() {
        String sheet = Fresh.key("sheet");
        ImmutableList<CountRecord> all = everything().collect(fact -> append(sheet, fact));
        assertThat(after(sheet, 0)).isEqualTo(all);
        all.forEach(entry -> assertThat(log().find(entry.key())).contains(entry));
        assertThat(log().find(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
        assertThat(log().lastSequence(sheet)).isEqualTo(all.size());
    }

    @Test
    void counts_1_2_records_of_a_sheet_come_in_their_order_and_those_of_others_do_not() {
        String sheet = Fresh.key("sheet");
        String other = Fresh.key("sheet");
        CountRecord one = append(sheet);
        CountRecord theirs = append(other);
        CountRecord two = append(sheet);
        assertThat(after(sheet, 0)).containsExactly(one, two);
        assertThat(after(sheet, 1)).containsExactly(two);
        assertThat(after(sheet, 2)).isEmpty();
        assertThat(after(other, 0)).containsExactly(theirs);
        assertThat(log().lastSequence(Fresh.key("sheet"))).isZero();
    }

    @Test
    void counts_2_1_a_key_is_taken_once_whatever_the_sheet() {
        CountRecord first = append(Fresh.key("sheet"));
        String other = Fresh.key("sheet");
        CountRecord twin = record(other, 1, first.key().value(), first.fact());
        assertThatThrownBy(() -> log().append(twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(log().find(first.key())).contains(first);
        assertThat(log().lastSequence(other)).isZero();
    }

    @Test
    void counts_2_2_only_the_next_sequence_of_the_sheet_is_taken() {
        String sheet = Fresh.key("sheet");
        append(sheet);
        append(sheet);
        for (long sequence : new long[] {1, 2, 4}) {
            CountRecord wrong =
                    record(sheet, sequence, Fresh.key("count"), everything().getFirst());
            assertThatThrownBy(() -> log().append(wrong)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(after(sheet, 0)).hasSize(2);
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void counts_3_1_a_failed_unit_of_work_leaves_no_record_and_no_gap() {
        String sheet = Fresh.key("sheet");
        append(sheet);
        CountRecord lost = record(sheet, 2, Fresh.key("count"), everything().getFirst());
        rolledBack(() -> log().append(lost));
        assertThat(log().find(lost.key())).isEmpty();
        assertThat(after(sheet, 1)).isEmpty();
        assertThat(append(sheet).sequence()).isEqualTo(2);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void counts_4_1_of_racers_for_one_sequence_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            String sheet = Fresh.key("sheet");
            ImmutableList<AtOnce.Ended<CountRecord>> ends = AtOnce.run(4, i -> {
                CountRecord racer =
                        record(sheet, 1, Fresh.key("racer"), everything().getFirst());
                log().append(racer);
                return racer;
            });
            assertThat(ends.count(end -> !end.failed())).isEqualTo(1);
            assertThat(after(sheet, 0))
                    .containsExactly(ends.detect(end -> !end.failed()).value());
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void counts_5_1_records_survive_a_restart() {
        CountRecord entry = append(Fresh.key("sheet"));
        assertThat(harness().reopened().counts().find(entry.key())).contains(entry);
    }

    @Test
    @Requires(Capability.TENANTS)
    void counts_6_1_tenants_never_see_each_other() {
        CountLog other = harness().otherTenant().counts();
        CountRecord mine = append(Fresh.key("sheet"));
        assertThat(other.find(mine.key())).isEmpty();
        assertThat(other.lastSequence(mine.sheet())).isZero();
        other.append(record(mine.sheet(), 1, mine.key().value(), new Finished(BlankPolicy.KEEP)));
        assertThat(log().find(mine.key())).contains(mine);
    }
}
