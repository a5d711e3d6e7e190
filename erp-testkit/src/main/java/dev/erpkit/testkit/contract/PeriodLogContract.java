package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodChange;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code PeriodLog} must do: facts of every kind come back in their order, numbers follow without gaps. */
public abstract class PeriodLogContract extends PortContract<BooksHarness> {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final Actor ACTOR = Actor.of("経理");

    /** For adapters. */
    protected PeriodLogContract() {}

    private PeriodLog log() {
        return harness().periods();
    }

    private static PeriodFact fact(long number, PeriodChange change) {
        return new PeriodFact(number, BookId.of("book-帳"), change, 7, Fresh.instant(), ACTOR);
    }

    private static PeriodChange lock() {
        return new PeriodChange.Locked(LockScope.ALL, DAY);
    }

    private static ImmutableList<PeriodChange> everyKind() {
        IdempotencyKey key = IdempotencyKey.of(Fresh.key("exception"));
        ImmutableList<EntryId> entries =
                Lists.immutable.of(EntryId.of("close:1"), EntryId.of("close:2"), EntryId.of("決算"));
        LocalDate end = DAY.plusDays(1);
        return Lists.immutable.of(
                new PeriodChange.Locked(LockScope.of("売上"), LocalDate.of(9999, 12, 31)),
                new PeriodChange.Unlocked(LockScope.of("売上"), LocalDate.of(9999, 12, 31), "理由 '\" \\ \n ü€😀"),
                new PeriodChange.ExceptionGranted(
                        key, LockScope.ALL, DAY, end, Optional.of(Actor.of("auditor")), Fresh.instant(), "late bill"),
                new PeriodChange.ExceptionGranted(
                        IdempotencyKey.of(key.value() + "x"),
                        LockScope.ALL,
                        DAY,
                        end,
                        Optional.empty(),
                        Fresh.instant(),
                        "anybody"),
                new PeriodChange.ExceptionEnded(key),
                new PeriodChange.YearClosed("2025", DAY.minusYears(1), end, 2, entries),
                new PeriodChange.YearClosed("2026", DAY, end, 1, Lists.immutable.empty()),
                new PeriodChange.YearReopened("2026", 1, entries, "forgotten bill"));
    }

    private ImmutableList<PeriodFact> after(long number) {
        MutableList<PeriodFact> facts = Lists.mutable.empty();
        log().forEach(number, facts::add);
        return facts.toImmutable();
    }

    private PeriodFact append(PeriodChange change) {
        return inUnitOfWork(() -> {
            PeriodFact fact = fact(log().size() + 1, change);
            log().append(fact.number() - 1, Lists.immutable.of(fact));
            return fact;
        });
    }

    @Test
    void periods_1_1_facts_of_every_kind_come_back_as_they_were_appended() {
        long before = log().size();
        ImmutableList<PeriodFact> facts =
                Lists.immutable.ofAll(everyKind().collectWithIndex((change, i) -> fact(before + i + 1, change)));
        log().append(before, facts);
        assertThat(after(before)).containsExactlyElementsOf(facts);
        assertThat(log().size()).isEqualTo(before + facts.size());
    }

    @Test
    void periods_1_2_facts_come_in_the_order_of_their_numbers_from_any_number_on() {
        PeriodFact one = append(lock());
        PeriodFact two = append(new PeriodChange.Unlocked(LockScope.ALL, DAY, "again"));
        assertThat(after(one.number() - 1)).containsExactly(one, two);
        assertThat(after(one.number())).containsExactly(two);
        assertThat(after(two.number())).isEmpty();
        assertThat(after(two.number() + 100)).isEmpty();
    }

    @Test
    void periods_1_3_instants_come_back_to_the_microsecond() {
        PeriodFact fact = append(lock());
        assertThat(after(fact.number() - 1).getFirst().recordedAt())
                .isEqualTo(fact.recordedAt())
                .isEqualTo(fact.recordedAt().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void periods_2_1_another_size_than_expected_is_stale_and_changes_nothing() {
        append(lock());
        long before = log().size();
        for (long expected : new long[] {before - 1, before + 1}) {
            assertThatThrownBy(() -> log().append(expected, Lists.immutable.of(fact(expected + 1, lock()))))
                    .isInstanceOf(StaleVersionException.class);
        }
        assertThat(log().size()).isEqualTo(before);
    }

    @Test
    void periods_2_2_numbers_that_do_not_follow_are_stale_and_nothing_of_them_stays() {
        long before = log().size();
        assertThatThrownBy(() ->
                        log().append(before, Lists.immutable.of(fact(before + 1, lock()), fact(before + 3, lock()))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(log().size()).isEqualTo(before);
        assertThat(after(before)).isEmpty();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void periods_3_1_facts_of_a_failed_unit_of_work_are_gone_and_their_numbers_free() {
        PeriodFact kept = append(lock());
        rolledBack(() -> append(lock()));
        assertThat(log().size()).isEqualTo(kept.number());
        assertThat(append(lock()).number()).isEqualTo(kept.number() + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void periods_4_1_of_racers_from_one_size_exactly_one_wins() {
        for (int round = 0; round < 5; round++) {
            long before = log().size();
            ImmutableList<AtOnce.Ended<Integer>> ends = AtOnce.run(4, i -> {
                log().append(before, Lists.immutable.of(fact(before + 1, lock())));
                return i;
            });
            assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
            assertThat(ends.count(e -> e.failedWith(StaleVersionException.class)))
                    .isEqualTo(3);
            assertThat(log().size()).isEqualTo(before + 1);
        }
    }

    @Test
    @Requires(Capability.DURABLE)
    void periods_5_1_facts_survive_a_restart() {
        PeriodFact fact = append(everyKind().get(5));
        MutableList<PeriodFact> again = Lists.mutable.empty();
        harness().reopened().periods().forEach(fact.number() - 1, again::add);
        assertThat(again).containsExactly(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void periods_6_1_tenants_never_see_each_other() {
        PeriodLog other = harness().otherTenant().periods();
        long theirs = other.size();
        append(lock());
        assertThat(other.size()).isEqualTo(theirs);
        long mine = log().size();
        other.append(theirs, Lists.immutable.of(fact(theirs + 1, lock())));
        assertThat(log().size()).isEqualTo(mine);
    }
}
