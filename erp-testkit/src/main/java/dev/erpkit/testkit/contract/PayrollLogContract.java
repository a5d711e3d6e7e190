package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.payroll.AppliedRule;
import dev.erpkit.hr.payroll.Derivations;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.ReadInput;
import dev.erpkit.hr.payroll.RuleNote;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollRecord;
import dev.erpkit.hr.run.RunChange;
import dev.erpkit.hr.run.RunId;
import dev.erpkit.hr.run.port.PayrollLog;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code PayrollLog} must do: one record for each command in its order, each key once. */
public abstract class PayrollLogContract extends PortContract<PayrollHarness> {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    /** For adapters. */
    protected PayrollLogContract() {}

    private PayrollLog log() {
        return harness().payroll();
    }

    private static PayDates dates() {
        return PayDates.of(DateRange.ofClosed(LocalDate.of(2024, 2, 1), DAY), LocalDate.of(2024, 3, 25));
    }

    /** Derivations with and without law, layer, inputs, figures that they rest on, notes; in an order of their own. */
    private static Derivations derivations(String layer) {
        ImmutableList<String> none = Lists.immutable.empty();
        return new Derivations(
                Lists.immutable.of(
                        new AppliedRule("b", "", KeyDate.CLOSING, "", none, none),
                        new AppliedRule(
                                "所得税 \"x\"",
                                "所得税法 185",
                                KeyDate.PAYMENT,
                                layer,
                                Lists.immutable.of("扶養", "dependants"),
                                Lists.immutable.of("b", "a")),
                        new AppliedRule("a", "", KeyDate.NOTICE_YEAR, layer, none, Lists.immutable.of("b"))),
                Lists.immutable.of(new ReadInput("扶養", "3 'x'"), new ReadInput("dependants", "")),
                Lists.immutable.of(
                        new RuleNote("b", "half-up:0", "1", Optional.of(new ReadInput("of", "3/2"))),
                        new RuleNote("b", "a", "-2", Optional.empty()),
                        new RuleNote("a", "b", "2", Optional.empty())));
    }

    /** A payslip with every kind of line, dates that are missing and given, derivations. */
    private static PaidSlip full() {
        ImmutableList<PayslipLine> lines = Lists.immutable
                .of(SlotKind.values())
                .flatCollect(kind -> Lists.immutable.of(
                        new PayslipLine(
                                "項目-" + kind,
                                kind,
                                Long.MAX_VALUE / 16,
                                KeyDate.PAYMENT,
                                Optional.of(DAY),
                                Optional.empty()),
                        new PayslipLine(
                                "b", kind, 1, KeyDate.NOTICE_YEAR, Optional.empty(), Optional.of(dates().period()))));
        return new PaidSlip(
                "雇用 № 1",
                "us-federal 2026.1",
                "KWD",
                3,
                "monthly",
                dates().closedOn(LocalDate.of(2024, 2, 25))
                        .premium(YearMonth.of(2024, 1))
                        .notice(2023),
                lines,
                derivations("statute us-federal 2026.1"),
                Lists.immutable.of(CostShare.of("200", 3), CostShare.of("100", Long.MAX_VALUE)));
    }

    private static PaidSlip bare(String employment) {
        return new PaidSlip(
                employment,
                "p 1",
                "JPY",
                0,
                "bonus",
                dates(),
                Lists.immutable.empty(),
                employment.equals("a") ? derivations("contract over statute us-federal 2026.1") : Derivations.none(),
                Lists.immutable.empty());
    }

    /** A record for each kind of change. */
    private static ImmutableList<RunChange> everything() {
        RunId run = RunId.of("給与 2024-02");
        return Lists.immutable.of(
                new RunChange.Drafted(run, "monthly", dates(), Lists.immutable.of(full(), bare("z"), bare("a"))),
                new RunChange.Drafted(RunId.of("empty"), "bonus", dates().notice(2024), Lists.immutable.empty()),
                new RunChange.Approved(run),
                new RunChange.Abandoned(run),
                new RunChange.Committed(run),
                new RunChange.Reversed(run, "雇用 № 1", "誤り; wrong 'wage'"));
    }

    private static PayrollRecord record(PayrollLog log, RunChange change) {
        String key = Fresh.key("payroll");
        return new PayrollRecord(
                log.lastSequence() + 1,
                IdempotencyKey.of(key),
                "0f".repeat(32),
                Fresh.instant(),
                Actor.of("給与係"),
                change);
    }

    private PayrollRecord append(RunChange change) {
        return inUnitOfWork(() -> {
            PayrollRecord fact = record(log(), change);
            log().append(fact);
            return fact;
        });
    }

    private ImmutableList<PayrollRecord> after(long sequence) {
        MutableList<PayrollRecord> found = Lists.mutable.empty();
        log().forEach(sequence, found::add);
        return found.toImmutable();
    }

    @Test
    void payroll_1_1_a_record_comes_back_as_it_was_appended() {
        everything().forEach(change -> {
            PayrollRecord fact = append(change);
            assertThat(log().find(fact.key())).contains(fact);
            assertThat(log().lastSequence()).isEqualTo(fact.sequence());
        });
        assertThat(log().find(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
    }

    @Test
    void payroll_1_2_records_are_pushed_in_the_order_of_their_sequence() {
        PayrollRecord one = append(everything().getFirst());
        PayrollRecord two = append(everything().getLast());
        PayrollRecord three = append(everything().get(2));
        assertThat(after(one.sequence() - 1)).containsExactly(one, two, three);
        assertThat(after(two.sequence())).containsExactly(three);
        assertThat(after(three.sequence())).isEmpty();
        assertThat(after(0).collect(PayrollRecord::sequence).castToList())
                .isSorted()
                .endsWith(three.sequence());
    }

    @Test
    void payroll_2_1_a_taken_key_is_refused() {
        PayrollRecord first = append(everything().getFirst());
        PayrollRecord twin = new PayrollRecord(
                first.sequence() + 1,
                first.key(),
                first.fingerprint(),
                Fresh.instant(),
                first.actor(),
                everything().getFirst());
        assertThatThrownBy(() -> log().append(twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(log().find(first.key())).contains(first);
        assertThat(log().lastSequence()).isEqualTo(first.sequence());
    }

    @Test
    void payroll_2_2_only_the_next_sequence_is_taken() {
        PayrollRecord last = append(everything().getFirst());
        for (long sequence : new long[] {last.sequence(), last.sequence() - 1, last.sequence() + 2}) {
            PayrollRecord wrong = new PayrollRecord(
                    sequence,
                    IdempotencyKey.of(Fresh.key("payroll")),
                    last.fingerprint(),
                    Fresh.instant(),
                    last.actor(),
                    everything().getFirst());
            assertThatThrownBy(() -> log().append(wrong)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(log().lastSequence()).isEqualTo(last.sequence());
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void payroll_3_1_a_failed_unit_of_work_leaves_no_record_and_no_gap() {
        PayrollRecord kept = append(everything().getFirst());
        PayrollRecord[] lost = new PayrollRecord[1];
        rolledBack(() -> {
            lost[0] = record(log(), everything().getFirst());
            log().append(lost[0]);
        });
        assertThat(log().find(lost[0].key())).isEmpty();
        assertThat(log().lastSequence()).isEqualTo(kept.sequence());
        assertThat(append(everything().getFirst()).sequence()).isEqualTo(kept.sequence() + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void payroll_4_1_of_racers_for_one_sequence_exactly_one_wins() {
        PayrollRecord before = append(everything().getFirst());
        ImmutableList<AtOnce.Ended<PayrollRecord>> ends = AtOnce.run(4, i -> {
            PayrollRecord racer = new PayrollRecord(
                    before.sequence() + 1,
                    IdempotencyKey.of(Fresh.key("racer")),
                    before.fingerprint(),
                    Fresh.instant(),
                    before.actor(),
                    everything().getFirst());
            log().append(racer);
            return racer;
        });
        assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
        assertThat(after(before.sequence()))
                .containsExactly(ends.detect(e -> !e.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void payroll_5_1_records_survive_a_restart() {
        PayrollRecord fact = append(everything().getFirst());
        assertThat(harness().reopened().payroll().find(fact.key())).contains(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void payroll_6_1_tenants_never_see_each_other() {
        PayrollLog other = harness().otherTenant().payroll();
        PayrollRecord mine = append(everything().getFirst());
        assertThat(other.find(mine.key())).isEmpty();
        PayrollRecord theirs = new PayrollRecord(
                other.lastSequence() + 1,
                mine.key(),
                mine.fingerprint(),
                Fresh.instant(),
                mine.actor(),
                everything().getFirst());
        other.append(theirs);
        assertThat(log().find(mine.key())).contains(mine);
    }
}
