package dev.erpkit.examples.benchmarks;

import dev.erpkit.hr.japan.payslip.JapanPack;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A million monthly payslips of Japan in one process: facts read from columns, payslips with their derivations kept.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MillionPayslipsBenchmark {
    private static final int PEOPLE = 1_000_000;

    private final Pack pack = JapanPack.create();
    private final PayrollPlan plan =
            Payroll.of(pack).plan("monthly", JapanPeople.dates()).orElseThrow();
    private final JapanPeople people = new JapanPeople(pack, PEOPLE);

    /** All of them; the figure is for one payslip. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public Payslip[] readAndKept() {
        Payslip[] slips = new Payslip[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            slips[i] = plan.compute(people.input(i)).orElseThrow();
        }
        return slips;
    }
}
