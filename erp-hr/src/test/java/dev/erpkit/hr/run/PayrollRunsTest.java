package dev.erpkit.hr.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.Retro;
import dev.erpkit.hr.run.PayrollState.Stage;
import dev.erpkit.hr.run.memory.MemoryPayrollLog;
import dev.erpkit.hr.run.port.PayrollLog;
import dev.erpkit.hr.us.FederalPack;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class PayrollRunsTest {
    private static final Actor CLERK = Actor.of("clerk");
    private static final Actor CHIEF = Actor.of("chief");
    private final Payroll payroll = Payroll.of(FederalPack.create());
    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryPayrollLog log = new MemoryPayrollLog(unitOfWork);
    private final List<AccountingEvent> told = new ArrayList<>();
    private boolean booksRefuse;
    private int keys;
    private final PayrollRuns runs = runs(AccessPolicy.allowAll());

    private PayrollRuns runs(AccessPolicy access) {
        return runs(log, access);
    }

    private PayrollRuns runs(PayrollLog records) {
        return runs(records, AccessPolicy.allowAll());
    }

    private PayrollRuns runs(PayrollLog records, AccessPolicy access) {
        return new PayrollRuns(
                payroll,
                records,
                (event, actor) -> {
                    if (booksRefuse) {
                        return Outcome.refused(Refusal.of(RefusalCode.of("event.no-rule"), "no rule"));
                    }
                    told.add(event);
                    return Outcome.accepted(Lists.immutable.of("entry"));
                },
                unitOfWork,
                access,
                InstantSource.fixed(Instant.parse("2026-03-31T00:00:00Z")));
    }

    private static PayDates month(int month) {
        LocalDate first = LocalDate.of(2026, month, 1);
        DateRange period = DateRange.of(first, first.plusMonths(1));
        return PayDates.of(period, period.lastDay());
    }

    private RunMember member(String employment, String wages) {
        PayrollInput input = PayrollInput.of(payroll.pack(), employment)
                .set("wages", wages)
                .set("pay-frequency", "monthly")
                .build();
        return RunMember.of(input, CostShare.of("100", 2), CostShare.of("200", 1));
    }

    private RunDraft draft(String run, int month, RunMember... members) {
        return RunDraft.of(run, "regular", month(month), Lists.immutable.with(members));
    }

    private IdempotencyKey key() {
        return IdempotencyKey.of("k-" + ++keys);
    }

    private void pay(RunDraft draft) {
        runs.draft(key(), draft, CLERK).orElseThrow();
        runs.approve(key(), draft.run(), CHIEF).orElseThrow();
        runs.commit(key(), draft.run(), CLERK).orElseThrow();
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    private long sum(AccountingEvent event, String... roles) {
        return event.amounts()
                .select(amount -> Lists.immutable.with(roles).contains(amount.role()))
                .collectLong(amount -> Amounts.minor(amount.amount()))
                .sum();
    }

    @Test
    void a_run_is_drafted_approved_by_somebody_else_and_committed() {
        RunDraft march = draft("2026-03", 3, member("E-2", "5000.01"), member("E-1", "4000"));
        PayrollRecord drafted = runs.draft(key(), march, CLERK).orElseThrow();
        assertThat(((RunChange.Drafted) drafted.change()).slips().collect(PaidSlip::employment))
                .containsExactly("E-1", "E-2");
        assertThat(code(runs.commit(key(), march.run(), CLERK))).isEqualTo("run.stage");
        assertThat(code(runs.approve(key(), march.run(), CLERK))).isEqualTo("run.same-person");
        runs.approve(key(), march.run(), CHIEF).orElseThrow();
        assertThat(told).isEmpty();
        runs.commit(key(), march.run(), CLERK).orElseThrow();
        assertThat(runs.state().run(march.run()).orElseThrow().stage()).isEqualTo(Stage.COMMITTED);
        AccountingEvent event = told.get(0);
        assertThat(sum(event, PayrollEvents.EARNING, PayrollEvents.CREDIT, PayrollEvents.EMPLOYER_COST))
                .isEqualTo(sum(event, PayrollEvents.DEDUCTION, PayrollEvents.EMPLOYER_OWED, PayrollEvents.NET));
        assertThat(sum(event, PayrollEvents.EARNING)).isEqualTo(9_000_01);
        assertThat(event.narrative()).contains("Payroll 2026-03: regular, 2026-03-01 to 2026-03-31");
        assertThat(event.amounts()
                        .select(a -> a.role().equals(PayrollEvents.EARNING)
                                && a.qualifier().equals("wages"))
                        .collect(RoleAmount::amount))
                .containsExactly(Amounts.of("6000.01", "USD"), Amounts.of("3000.00", "USD"));
    }

    @Test
    void the_same_command_again_gives_the_same_record() {
        RunDraft march = draft("2026-03", 3, member("E-1", "4000"), member("E-2", "1"));
        PayrollRecord first = runs.draft(IdempotencyKey.of("d"), march, CLERK).orElseThrow();
        RunDraft otherOrder = draft("2026-03", 3, member("E-2", "1"), member("E-1", "4000"));
        assertThat(runs.draft(IdempotencyKey.of("d"), otherOrder, CLERK)).isEqualTo(Outcome.replayed(first));
        assertThat(code(runs.draft(IdempotencyKey.of("d"), draft("2026-03", 3, member("E-1", "4001")), CLERK)))
                .isEqualTo("run.key-reused");
        assertThat(code(runs.draft(key(), march, CLERK))).isEqualTo("run.exists");
        assertThat(log.lastSequence()).isEqualTo(1);
    }

    @Test
    void only_what_is_committed_counts() {
        RunDraft march = draft("2026-03", 3, member("E-1", "100000"));
        runs.draft(key(), march, CLERK).orElseThrow();
        runs.abandon(key(), march.run(), CLERK).orElseThrow();
        assertThat(runs.state().accumulators("E-1", AccumulatorState.none(), payroll.pack()))
                .isEqualTo(AccumulatorState.none());
        pay(march);
        pay(draft("2026-04", 4, member("E-1", "100000")));
        PaidSlip april = runs.state().of("E-1").get(1);
        assertThat(april.minor("social-security-wages")).isEqualTo(84_500_00);
        assertThat(april.explain("social-security").orElseThrow().render()).contains("law=IRC 3101(a)");
    }

    @Test
    void a_wrong_payslip_is_reversed_and_paid_again() {
        pay(draft("2026-03", 3, member("E-1", "4000"), member("E-2", "4000")));
        RunDraft again = draft("2026-03b", 3, member("E-1", "4100"));
        assertThat(code(runs.draft(key(), again, CLERK))).isEqualTo("run.already-paid");
        runs.reverse(key(), RunId.of("2026-03"), "E-1", "wrong wage", CLERK).orElseThrow();
        assertThat(code(runs.reverse(key(), RunId.of("2026-03"), "E-1", "twice", CLERK)))
                .isEqualTo("run.not-paid");
        assertThat(runs.state().accumulators("E-1", AccumulatorState.none(), payroll.pack()))
                .isEqualTo(AccumulatorState.none());
        assertThat(told.get(1).type()).isEqualTo(PayrollEvents.REVERSED);
        assertThat(told.get(1).narrative())
                .as("names nobody")
                .contains("Payroll 2026-03, reversal: regular, 2026-03-01 to 2026-03-31");
        pay(again);
        assertThat(runs.state().of("E-1").collect(slip -> slip.minor("wages"))).containsExactly(4_100_00L);
        assertThat(runs.state()
                        .run(RunId.of("2026-03"))
                        .orElseThrow()
                        .standing()
                        .collect(PaidSlip::employment))
                .containsExactly("E-2");
    }

    @Test
    void kept_payslips_are_compared_and_their_differences_compose() {
        PaidSlip[] kept = new PaidSlip[3];
        for (int i = 0; i < kept.length; i++) {
            RunId run = RunId.of("2026-03-" + i);
            pay(draft(run.value(), 3, member("E-1", String.valueOf(4_000 + 100 * i))));
            kept[i] = runs.state().of("E-1").getOnly();
            runs.reverse(key(), run, "E-1", "wrong wage", CLERK).orElseThrow();
        }
        DateRange march = month(3).period();
        Retro first = Retro.between(march, kept[0].lines(), kept[1].lines());
        assertThat(first.minor().get("wages")).isEqualTo(100_00L);
        assertThat(first.plus(Retro.between(march, kept[1].lines(), kept[2].lines())))
                .isEqualTo(Retro.between(march, kept[0].lines(), kept[2].lines()));
        assertThat(Retro.between(march, kept[0].lines(), kept[0].lines()).isNone())
                .isTrue();
    }

    @Test
    void a_draft_from_before_another_payment_is_stale() {
        RunDraft april = draft("2026-04", 4, member("E-1", "4000"));
        runs.draft(key(), april, CLERK).orElseThrow();
        runs.approve(key(), april.run(), CHIEF).orElseThrow();
        pay(draft("2026-03", 3, member("E-1", "4000")));
        assertThat(code(runs.commit(key(), april.run(), CLERK))).isEqualTo("run.stale");
    }

    @Test
    void what_was_paid_and_taken_back_in_between_makes_no_draft_stale() {
        RunDraft april = draft("2026-04", 4, member("E-1", "4000"));
        runs.draft(key(), april, CLERK).orElseThrow();
        runs.approve(key(), april.run(), CHIEF).orElseThrow();
        pay(draft("2026-03", 3, member("E-1", "4000")));
        runs.reverse(key(), RunId.of("2026-03"), "E-1", "wrong month", CLERK).orElseThrow();
        runs.commit(key(), april.run(), CLERK).orElseThrow();
    }

    @Test
    void what_another_service_writes_to_the_log_is_seen() {
        PayrollRuns other = runs(AccessPolicy.allowAll());
        RunDraft march = draft("2026-03", 3, member("E-1", "4000"));
        runs.draft(key(), march, CLERK).orElseThrow();
        other.approve(key(), march.run(), CHIEF).orElseThrow();
        runs.commit(key(), march.run(), CLERK).orElseThrow();
        assertThat(code(other.draft(key(), draft("2026-03b", 3, member("E-1", "1")), CLERK)))
                .isEqualTo("run.already-paid");
        other.reverse(key(), march.run(), "E-1", "wrong wage", CHIEF).orElseThrow();
        assertThat(runs.state().of("E-1")).isEmpty();
        assertThat(code(runs.reverse(key(), march.run(), "E-1", "wrong wage", CLERK)))
                .isEqualTo("run.not-paid");
    }

    @Test
    void what_is_rolled_back_is_not_kept() {
        RunDraft march = draft("2026-03", 3, member("E-1", "4000"));
        pay(draft("2026-02", 2, member("E-1", "4000")));
        assertThatThrownBy(() -> unitOfWork.execute(() -> {
                    runs.draft(key(), march, CLERK).orElseThrow();
                    assertThat(code(runs.draft(key(), march, CLERK))).isEqualTo("run.exists");
                    throw new IllegalStateException("the host gives up");
                }))
                .hasMessage("the host gives up");
        assertThat(runs.state().run(march.run())).isEmpty();
        runs.draft(key(), draft("2026-03b", 3, member("E-1", "4000")), CLERK).orElseThrow();
        assertThat(runs.state().run(march.run())).isEmpty();
        assertThat(runs.state().run(RunId.of("2026-03b"))).isPresent();
    }

    @Test
    void the_log_is_read_on_from_where_it_was_left() {
        List<Long> readFrom = new ArrayList<>();
        PayrollRuns counting = runs(new CountingLog(log, readFrom));
        RunDraft march = draft("2026-03", 3, member("E-1", "4000"));
        counting.draft(key(), march, CLERK).orElseThrow();
        counting.approve(key(), march.run(), CHIEF).orElseThrow();
        counting.commit(key(), march.run(), CLERK).orElseThrow();
        counting.state();
        counting.state();
        assertThat(readFrom).containsExactly(0L, 1L, 2L);
    }

    private record CountingLog(PayrollLog log, List<Long> readFrom) implements PayrollLog {
        @Override
        public void append(PayrollRecord fact) {
            log.append(fact);
        }

        @Override
        public Optional<PayrollRecord> find(IdempotencyKey key) {
            return log.find(key);
        }

        @Override
        public void forEach(long afterSequence, Consumer<? super PayrollRecord> sink) {
            readFrom.add(afterSequence);
            log.forEach(afterSequence, sink);
        }

        @Override
        public long lastSequence() {
            return log.lastSequence();
        }
    }

    @Test
    void what_cannot_be_paid_is_refused_and_changes_nothing() {
        assertThat(code(runs.draft(key(), draft("r", 3), CLERK))).isEqualTo("run.empty");
        assertThat(code(runs.draft(key(), draft("r", 3, member("E-1", "1"), member("E-1", "2")), CLERK)))
                .isEqualTo("run.duplicate-employment");
        RunMember incomplete = RunMember.of(
                PayrollInput.of(payroll.pack(), "E-0").set("wages", "1").build());
        Outcome<PayrollRecord> refused = runs.draft(key(), draft("r", 3, member("E-1", "1"), incomplete), CLERK);
        assertThat(code(refused)).isEqualTo("run.member-refused");
        assertThat(refused.refusal().orElseThrow().facts().get("cause")).isEqualTo("payroll.fact-missing");
        assertThat(code(runs.approve(key(), RunId.of("x"), CHIEF))).isEqualTo("run.unknown");
        Outcome<PayrollRecord> denied = runs((actor, permission) ->
                        !permission.action().equals("payroll.run"))
                .draft(key(), draft("r", 3, member("E-1", "1")), CLERK);
        assertThat(code(denied)).isEqualTo("access.denied");
        assertThat(log.lastSequence()).isZero();
    }

    @Test
    void what_the_books_refuse_is_not_committed() {
        RunDraft march = draft("2026-03", 3, member("E-1", "4000"));
        runs.draft(key(), march, CLERK).orElseThrow();
        runs.approve(key(), march.run(), CHIEF).orElseThrow();
        booksRefuse = true;
        assertThat(code(runs.commit(key(), march.run(), CLERK))).isEqualTo("event.no-rule");
        assertThat(runs.state().run(march.run()).orElseThrow().stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void two_runs_are_compared() {
        pay(draft("2026-03", 3, member("E-1", "4000"), member("E-2", "4000")));
        pay(draft("2026-04", 4, member("E-1", "4100"), member("E-3", "4000")));
        RunComparison comparison = RunComparison.of(
                runs.state().run(RunId.of("2026-03")).orElseThrow().standing(),
                runs.state().run(RunId.of("2026-04")).orElseThrow().standing());
        assertThat(comparison.joined()).containsExactly("E-3");
        assertThat(comparison.left()).containsExactly("E-2");
        assertThat(comparison.changes()).contains(new RunComparison.Change("E-1", "wages", 4_000_00, 4_100_00));
    }

    @Test
    void a_preview_tells_all_and_keeps_nothing() {
        RunMember incomplete = RunMember.of(
                PayrollInput.of(payroll.pack(), "E-0").set("wages", "1").build());
        assertThat(runs.preview(draft("r", 3, member("E-1", "1"), incomplete))
                        .orElseThrow()
                        .collect(one -> one.slip().isAccepted()))
                .containsExactly(false, true);
        assertThat(log.lastSequence()).isZero();
    }
}
