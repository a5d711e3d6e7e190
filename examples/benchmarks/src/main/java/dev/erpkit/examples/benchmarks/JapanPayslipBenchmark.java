package dev.erpkit.examples.benchmarks;

import dev.erpkit.hr.japan.payslip.JapanPack;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A monthly payslip of Japan with its whole derivation recorded, beside the same rules by hand; figures are for one
 * payslip.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JapanPayslipBenchmark {
    private static final int PEOPLE = 1_000;

    private final Pack pack = JapanPack.create();
    private final PayrollPlan plan =
            Payroll.of(pack).plan("monthly", JapanPeople.dates()).orElseThrow();
    private final JapanPeople people = new JapanPeople(pack, PEOPLE);
    private final JapanByHand byHand = new JapanByHand(people);
    private final PayrollInput[] inputs = new PayrollInput[PEOPLE];

    /** Inputs; what is done by hand comes to the same to the yen. */
    @Setup(Level.Trial)
    public void people() {
        for (int i = 0; i < PEOPLE; i++) {
            inputs[i] = people.input(i);
            Payslip slip = plan.compute(inputs[i]).orElseThrow();
            long[] longs = byHand.inLongs(i);
            BigDecimal[] decimals = byHand.inDecimals(i);
            for (int figure = 0; figure < longs.length; figure++) {
                boolean net = figure == JapanByHand.FIGURES.length;
                long yen = net ? slip.netMinor() : slip.minor(JapanByHand.FIGURES[figure]);
                if (yen != longs[figure] || yen != decimals[figure].longValueExact()) {
                    throw new IllegalStateException("the floor does other work, figure " + figure);
                }
            }
        }
    }

    /** Payslips, kept. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public Payslip[] withTrace() {
        Payslip[] slips = new Payslip[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            slips[i] = plan.compute(inputs[i]).orElseThrow();
        }
        return slips;
    }

    /** The floor: the same rules written by hand in longs, figures kept, no trace. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public long[][] byHandInLongs() {
        long[][] slips = new long[PEOPLE][];
        for (int i = 0; i < PEOPLE; i++) {
            slips[i] = byHand.inLongs(i);
        }
        return slips;
    }

    /** The same by hand in decimals that can be asked for by name, as the lines of a payslip are; no trace. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public List<Map<String, BigDecimal>> byHandInDecimalsByName() {
        List<Map<String, BigDecimal>> slips = new ArrayList<>(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            slips.add(byHand.inDecimalsByName(i));
        }
        return slips;
    }

    /** The same in decimals that only who wrote it can tell apart. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public BigDecimal[][] byHandInDecimals() {
        BigDecimal[][] slips = new BigDecimal[PEOPLE][];
        for (int i = 0; i < PEOPLE; i++) {
            slips[i] = byHand.inDecimals(i);
        }
        return slips;
    }
}
