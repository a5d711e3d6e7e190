package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.consolidation.ConsolidationRun;
import dev.erpkit.accounting.consolidation.FrozenMember;
import dev.erpkit.accounting.consolidation.FrozenPeriod;
import dev.erpkit.accounting.consolidation.MemberId;
import dev.erpkit.accounting.consolidation.port.ConsolidationLog;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** What every {@code ConsolidationLog} must do: runs come back whole, and of a group only later periods are appended. */
public abstract class ConsolidationLogContract extends PortContract<ConsolidationHarness> {
    private static final Actor ACTOR = Actor.of("連結担当");

    /** For adapters. */
    protected ConsolidationLogContract() {}

    private ConsolidationLog log() {
        return harness().consolidations();
    }

    private static ConsolidationRun run(String group, int year) {
        LocalDate start = LocalDate.of(year, 1, 1);
        FrozenMember full = new FrozenMember(
                MemberId.of("アメリカ"),
                Rational.of(454_111, 3),
                Long.MIN_VALUE + 1,
                7,
                Lists.immutable.of(
                        new FrozenMember.Balance(AccountId.of("3110"), Long.MAX_VALUE, -1),
                        new FrozenMember.Balance(AccountId.of("利益"), 0, 5)));
        FrozenMember empty = new FrozenMember(MemberId.of("empty"), Rational.ONE, 0, 0, Lists.immutable.empty());
        return new ConsolidationRun(
                new FrozenPeriod(
                        group,
                        DateRange.of(start, start.plusYears(1)),
                        Amounts.currency("JPY"),
                        "d".repeat(64),
                        Lists.immutable.of(empty, full)),
                Fresh.instant(),
                ACTOR);
    }

    @Test
    void consolidations_1_1_a_run_comes_back_as_it_was_appended() {
        ConsolidationRun run = run(Fresh.key("group"), 2026);
        log().append(run);
        assertThat(log().newest(run.frozen().group())).contains(run);
        assertThat(log().find(run.frozen().group(), LocalDate.of(2026, 12, 31))).contains(run);
        assertThat(log().find(run.frozen().group(), LocalDate.of(2026, 12, 30))).isEmpty();
        assertThat(log().newest(Fresh.key("group"))).isEmpty();
    }

    @Test
    void consolidations_1_2_the_newest_ends_last_and_older_ones_stay() {
        String group = Fresh.key("group");
        ConsolidationRun older = run(group, 2025);
        ConsolidationRun newer = run(group, 2026);
        log().append(older);
        log().append(newer);
        assertThat(log().newest(group)).contains(newer);
        assertThat(log().find(group, LocalDate.of(2025, 12, 31))).contains(older);
    }

    @Test
    void consolidations_2_1_the_same_period_again_or_an_earlier_one_is_stale() {
        String group = Fresh.key("group");
        ConsolidationRun run = run(group, 2026);
        log().append(run);
        assertThatThrownBy(() -> log().append(run(group, 2026))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> log().append(run(group, 2025))).isInstanceOf(StaleVersionException.class);
        assertThat(log().newest(group)).contains(run);
        assertThat(log().find(group, LocalDate.of(2025, 12, 31))).isEmpty();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void consolidations_3_1_a_failed_unit_of_work_keeps_nothing() {
        ConsolidationRun run = run(Fresh.key("group"), 2026);
        rolledBack(() -> log().append(run));
        assertThat(log().newest(run.frozen().group())).isEmpty();
        log().append(run);
        assertThat(log().newest(run.frozen().group())).contains(run);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void consolidations_3_2_of_two_that_freeze_one_period_at_once_one_succeeds() {
        String group = Fresh.key("group");
        long stale = AtOnce.run(4, i -> {
                    log().append(run(group, 2026));
                    return i;
                })
                .count(ended -> ended.failedWith(StaleVersionException.class));
        assertThat(stale).isEqualTo(3);
    }

    @Test
    @Requires(Capability.DURABLE)
    void consolidations_4_1_runs_survive_a_restart() {
        ConsolidationRun run = run(Fresh.key("group"), 2026);
        log().append(run);
        assertThat(harness().reopened().consolidations().newest(run.frozen().group()))
                .contains(run);
    }

    @Test
    @Requires(Capability.TENANTS)
    void consolidations_5_1_tenants_never_see_each_other() {
        ConsolidationRun run = run(Fresh.key("group"), 2026);
        log().append(run);
        ConsolidationLog other = harness().otherTenant().consolidations();
        assertThat(other.newest(run.frozen().group())).isEmpty();
        other.append(run);
        assertThat(other.newest(run.frozen().group())).contains(run);
    }
}
