package dev.erpkit.hr.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.run.PayrollRuns;
import dev.erpkit.hr.run.RunDraft;
import dev.erpkit.hr.run.RunMember;
import dev.erpkit.hr.run.memory.MemoryPayrollLog;
import dev.erpkit.hr.run.port.PayrollLog;
import dev.erpkit.hr.us.FederalPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** The code that the README and the packages of payroll show compiles, runs and is the code here. */
class PayrollSnippetsTest {
    private static final Path HERE = Path.of("src/test/java/dev/erpkit/hr/payroll/PayrollSnippetsTest.java");

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static void shows(String shown, String name) throws IOException {
        String run = between(Files.readString(HERE), "// begin " + name + "\n", "// end " + name);
        assertThat(run.replaceAll("\\s", "")).isEqualTo(shown.replaceAll("\\s", ""));
    }

    private static String packageOf(String room) throws IOException {
        String info = Files.readString(Path.of("src/main/java/dev/erpkit/hr/" + room + "/package-info.java"));
        return between(info, "<pre>{@code\n", "}</pre>").replaceAll("(?m)^ \\*", "");
    }

    @Test
    void a_pack_is_written() throws IOException {
        Source source = Islandia.SOURCE;
        DateRange january = DateRange.ofClosed(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
        // begin payroll
        PackBuilder rules = Pack.define("islandia", "1", Amounts.currency("USD"));
        Fact wage = rules.fact(Fact.amount("wage"));
        Slot pay = rules.slot(Slot.earning("pay").cites("Wages Act 1"));
        Slot levy = rules.slot(Slot.deduction("levy").cites("Levy Act 3"));
        Parameter<Rate> rate = rules.parameter(Parameter.<Rate>of("levy-rate", KeyDate.PAYMENT)
                .version(
                        "2026",
                        DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)),
                        Rate.percent("5"),
                        source));
        rules.rule(pay, in -> in.get(wage), wage);
        rules.rule(
                levy,
                in -> in.share(in.amount(pay), in.get(rate), RoundingPolicy.parse("half-up:currency")),
                pay,
                rate);
        rules.edition(Edition.payment("monthly", DateRange.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))));
        Payroll payroll = Payroll.of(rules.build());
        PayrollPlan plan = payroll.plan("monthly", PayDates.of(january, LocalDate.of(2026, 1, 31)))
                .orElseThrow();
        Payslip slip = plan.compute(PayrollInput.of(payroll.pack(), "E-1")
                        .set("wage", 200_000)
                        .build())
                .orElseThrow();
        // end payroll
        assertThat(slip.netMinor()).isEqualTo(190_000);
        shows(packageOf("payroll"), "payroll");
    }

    @Test
    void a_federal_payslip_is_computed() throws IOException {
        // begin us
        Payroll payroll = Payroll.of(FederalPack.create());
        PayDates dates = PayDates.of(
                DateRange.ofClosed(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)), LocalDate.of(2026, 3, 31));
        PayrollInput input = PayrollInput.of(payroll.pack(), "E-1")
                .set("wages", "4000.00")
                .set("pay-frequency", "monthly")
                .set("filing-status", "single")
                .build();
        Payslip slip =
                payroll.plan("regular", dates).orElseThrow().compute(input).orElseThrow();
        // end us
        assertThat(slip.netMinor()).isEqualTo(3_395_67);
        shows(packageOf("us"), "us");
    }

    @Test
    void a_run_pays() throws IOException {
        Payroll payroll = Payroll.of(FederalPack.create());
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        PayrollLog log = new MemoryPayrollLog(unitOfWork);
        AccountingEvents events = (event, actor) -> Outcome.accepted(Lists.immutable.of("entry"));
        Actor clerk = Actor.of("clerk");
        Actor chief = Actor.of("chief");
        PayDates dates = PayDates.of(DateRange.ofDay(LocalDate.of(2026, 3, 31)), LocalDate.of(2026, 3, 31));
        PayrollInput input = PayrollInput.of(payroll.pack(), "E-1")
                .set("wages", "4000.00")
                .set("pay-frequency", "monthly")
                .build();
        PayrollRuns paid = runs(payroll, log, events, unitOfWork, dates, input, clerk, chief);
        assertThat(paid.state().of("E-1")).hasSize(1);
        shows(packageOf("run"), "run");
    }

    private static PayrollRuns runs(
            Payroll payroll,
            PayrollLog log,
            AccountingEvents events,
            UnitOfWork unitOfWork,
            PayDates dates,
            PayrollInput input,
            Actor clerk,
            Actor chief) {
        AccessPolicy access = AccessPolicy.allowAll();
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        // begin run
        PayrollRuns runs = new PayrollRuns(payroll, log, events, unitOfWork, access, clock);
        RunDraft draft = RunDraft.of(
                "2026-03",
                "regular",
                dates,
                Lists.immutable.of(RunMember.of(input, CostShare.of("100", 2), CostShare.of("200", 1))));
        runs.draft(IdempotencyKey.of("d-1"), draft, clerk).orElseThrow();
        runs.approve(IdempotencyKey.of("a-1"), draft.run(), chief).orElseThrow();
        runs.commit(IdempotencyKey.of("c-1"), draft.run(), clerk).orElseThrow();
        // end run
        return runs;
    }

    @Test
    void the_readme_computes_a_payslip() throws IOException {
        // begin readme
        Payroll payroll = Payroll.of(FederalPack.create());
        DateRange march = DateRange.ofClosed(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        PayrollPlan plan = payroll.plan("regular", PayDates.of(march, LocalDate.of(2026, 3, 31)))
                .orElseThrow();
        PayrollInput input = PayrollInput.of(payroll.pack(), "E-1042")
                .set("wages", "4000.00")
                .set("pay-frequency", "monthly")
                .set("filing-status", "single")
                .build();
        Payslip slip = plan.compute(input).orElseThrow();
        MonetaryAmount net = slip.net(); // USD 3395.67
        String why = slip.explain("income-tax").orElseThrow().render();
        // end readme
        assertThat(Amounts.canonical(net)).isEqualTo("USD 3395.67");
        assertThat(why).contains("Publication 15-T");
        shows(between(Files.readString(Path.of("README.md")), "```java\n", "```"), "readme");
    }
}
