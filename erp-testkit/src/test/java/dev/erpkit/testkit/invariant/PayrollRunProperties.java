package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayrollEvents;
import dev.erpkit.hr.run.PayrollRecord;
import dev.erpkit.hr.run.PayrollRuns;
import dev.erpkit.hr.run.RunComputation;
import dev.erpkit.hr.run.RunDraft;
import dev.erpkit.hr.run.RunId;
import dev.erpkit.hr.run.RunMember;
import dev.erpkit.hr.run.memory.MemoryPayrollLog;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.generate.PayrollArbitraries;
import dev.erpkit.testkit.pack.Islandia;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

class PayrollRunProperties {
    private static final Islandia ISLANDIA = Islandia.create();
    private static final Payroll PAYROLL = Payroll.of(ISLANDIA.pack);
    private static final PayrollPlan JANUARY =
            PAYROLL.plan("monthly", Islandia.month(2026, 1)).orElseThrow();
    private static final ImmutableList<Actor> ACTORS = Lists.immutable.of(Actor.of("a"), Actor.of("b"));

    @Provide
    Arbitrary<ImmutableList<RunMember>> members() {
        Arbitrary<ImmutableList<CostShare>> costs = Arbitraries.longs()
                .between(1, 9)
                .list()
                .ofMaxSize(3)
                .map(weights -> Lists.immutable
                        .withAll(weights)
                        .collectWithIndex((weight, i) -> CostShare.of("c" + i, weight)));
        return Combinators.combine(PayrollArbitraries.inputs(ISLANDIA.pack), costs)
                .as((input, shares) -> new RunMember(input, shares))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> Lists.immutable.withAll(list).collectWithIndex(PayrollRunProperties::named));
    }

    /** The same facts for an employment of its own. */
    private static RunMember named(RunMember member, int number) {
        var input = PayrollInput.of(ISLANDIA.pack, "E-" + number);
        ISLANDIA.pack.facts().forEach(fact -> input.set(fact, value(member, fact.name())));
        return new RunMember(input.build(), member.costs());
    }

    private static long value(RunMember member, String fact) {
        var slip = JANUARY.compute(member.input()).orElseThrow();
        return switch (fact) {
            case "wage" -> slip.minor("pay");
            case "church" -> slip.minor("church-fee") == 0 ? 0 : 1;
            default -> 1;
        };
    }

    @Property(tries = 30)
    void any_split_over_threads_gives_equal_payslips(
            @ForAll("members") ImmutableList<RunMember> members, @ForAll @IntRange(min = 1, max = 5) int size)
            throws Exception {
        ImmutableList<RunComputation> one =
                RunComputation.join(Lists.immutable.of(RunComputation.of(JANUARY, members)));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<ImmutableList<RunComputation>>> work = new ArrayList<>();
            members.toReversed()
                    .chunk(size)
                    .forEach(part -> work.add(() -> RunComputation.of(JANUARY, Lists.immutable.withAll(part))));
            List<ImmutableList<RunComputation>> parts = new ArrayList<>();
            for (Future<ImmutableList<RunComputation>> done : threads.invokeAll(work)) {
                parts.add(done.get());
            }
            assertThat(RunComputation.join(parts)).isEqualTo(one);
        } finally {
            threads.shutdown();
        }
    }

    /** Draft, approve, commit, abandon and reverse in any order, some refused: what stands is sound, and so are the books. */
    @Property(tries = 40)
    void runs_keep_what_they_promise(
            @ForAll("members") ImmutableList<RunMember> members, @ForAll("steps") List<int[]> steps) {
        BooksStores stores = BooksStores.inMemory();
        Books books = Books.over(stores, BooksSetup.of("USD"));
        Lists.immutable
                .of(
                        Account.of("6000", "Pay", AccountClass.EXPENSE),
                        Account.of("6100", "Contributions", AccountClass.EXPENSE),
                        Account.of("2100", "Owed to others", AccountClass.LIABILITY),
                        Account.of("2200", "Owed to people", AccountClass.LIABILITY))
                .forEach(books::open);
        AccountingEvents posting = books.events(
                PostingRules.of(rule(PayrollEvents.COMMITTED, Side.DEBIT), rule(PayrollEvents.REVERSED, Side.CREDIT)));
        List<AccountingEvent> told = new ArrayList<>();
        AccountingEvents events = (event, actor) -> {
            Outcome<ImmutableList<String>> outcome = posting.record(event, actor);
            told.add(event);
            return outcome;
        };
        MemoryPayrollLog log = new MemoryPayrollLog((MemoryUnitOfWork) stores.unitOfWork());
        PayrollRuns runs = new PayrollRuns(
                PAYROLL,
                log,
                events,
                stores.unitOfWork(),
                AccessPolicy.allowAll(),
                new KitClock(Instant.parse("2026-01-01T00:00:00Z")));
        int key = 0;
        for (int[] step : steps) {
            step(runs, members, step, IdempotencyKey.of("k" + key++));
        }
        ImmutableList<PayrollRecord> records = PayrollRunInvariants.records(log);
        assertThat(PayrollRunInvariants.nobodyIsPaidTwice(records)).isEmpty();
        assertThat(PayrollRunInvariants.fourEyes(records)).isEmpty();
        assertThat(PayrollRunInvariants.accumulatorsFoldWhatStands(records, ISLANDIA.pack))
                .isEmpty();
        assertThat(told)
                .allSatisfy(event ->
                        assertThat(PayrollRunInvariants.journalBalances(event)).isEmpty());
        ImmutableList<PaidSlip> standing =
                members.flatCollect(member -> runs.state().of(member.employment()));
        assertThat(Amounts.minor(books.balance("6000", Islandia.COVERAGE.lastDay())))
                .isEqualTo(
                        standing.collectLong(slip -> slip.sum(SlotKind.EARNING)).sum());
        assertThat(Amounts.minor(books.balance("2200", Islandia.COVERAGE.lastDay())))
                .isEqualTo(-standing.collectLong(PaidSlip::netMinor).sum());
    }

    private static void step(PayrollRuns runs, ImmutableList<RunMember> members, int[] step, IdempotencyKey key) {
        Actor actor = ACTORS.get(step[2]);
        RunId run = RunId.of("r" + step[1]);
        PayDates dates = Islandia.month(2026, 1 + step[1] % 2);
        switch (step[0]) {
            case 0 -> runs.draft(key, new RunDraft(run, "monthly", dates, members.take(1 + step[3])), actor);
            case 1 -> runs.approve(key, run, actor);
            case 2 -> runs.commit(key, run, actor);
            case 3 -> runs.abandon(key, run, actor);
            default -> runs.reverse(key, run, "E-" + step[3], "wrong", actor);
        }
    }

    @Provide
    Arbitrary<List<int[]>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 3))
                .as((what, run, actor, who) -> new int[] {what, run, actor, who})
                .list()
                .ofMaxSize(30);
    }

    private static PostingRule rule(String event, Side side) {
        Side other = side == Side.DEBIT ? Side.CREDIT : Side.DEBIT;
        PostingRule.Builder rule = PostingRule.builder();
        rule.eventType(event);
        return rule.add(line(PayrollEvents.EARNING, "6000", side))
                .add(line(PayrollEvents.EMPLOYER_COST, "6100", side))
                .add(line(PayrollEvents.CREDIT, "2100", side))
                .add(line(PayrollEvents.OVERDRAWN, "2200", side))
                .add(line(PayrollEvents.DEDUCTION, "2100", other))
                .add(line(PayrollEvents.EMPLOYER_OWED, "2100", other))
                .add(line(PayrollEvents.NET, "2200", other))
                .build();
    }

    private static LineRule line(String role, String account, Side side) {
        LineRule.Builder line = LineRule.builder();
        line.role(role).side(side);
        return line.account(account).build();
    }

    @Property(tries = 50)
    void the_journal_is_the_sum_of_the_payslips(@ForAll("members") ImmutableList<RunMember> members) {
        List<AccountingEvent> told = new ArrayList<>();
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        PayrollRuns runs = new PayrollRuns(
                PAYROLL,
                new MemoryPayrollLog(unitOfWork),
                (event, actor) -> {
                    told.add(event);
                    return Outcome.accepted(Lists.immutable.empty());
                },
                unitOfWork,
                AccessPolicy.allowAll(),
                new KitClock(Instant.parse("2026-01-01T00:00:00Z")));
        RunDraft draft = RunDraft.of("r", "monthly", Islandia.month(2026, 1), members);
        runs.draft(IdempotencyKey.of("1"), draft, ACTORS.get(0)).orElseThrow();
        runs.approve(IdempotencyKey.of("2"), draft.run(), ACTORS.get(1)).orElseThrow();
        runs.commit(IdempotencyKey.of("3"), draft.run(), ACTORS.get(0)).orElseThrow();
        ImmutableList<PaidSlip> slips =
                runs.state().run(draft.run()).orElseThrow().standing();
        boolean nothing = slips.flatCollect(PaidSlip::lines).allSatisfy(line -> line.kind() == SlotKind.BASE);
        assertThat(told).hasSize(nothing ? 0 : 1);
        told.forEach(event -> {
            assertThat(PayrollRunInvariants.journalIsTheSumOfThePayslips(event, slips))
                    .isEmpty();
            assertThat(PayrollRunInvariants.journalBalances(event)).isEmpty();
        });
    }
}
