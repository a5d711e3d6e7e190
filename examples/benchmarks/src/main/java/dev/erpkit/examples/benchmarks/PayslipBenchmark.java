package dev.erpkit.examples.benchmarks;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.us.FederalPack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A federal payslip of some twenty figures with its trace recorded, a thousand people over, beside the same rules by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PayslipBenchmark {
    /** People; a figure is for all of them. */
    static final int PEOPLE = 1_000;

    /** Lower edges and bases of the percentage method for single persons in 2026, in cents, and percents. */
    private static final long[] FROM = {
        0, 7_500_00, 19_900_00, 57_900_00, 113_200_00, 209_275_00, 263_725_00, 648_100_00
    };

    private static final long[] BASE = {0, 0, 1_240_00, 5_800_00, 17_966_00, 41_024_00, 58_448_00, 192_979_25};
    private static final int[] PERCENT = {0, 10, 12, 22, 24, 32, 35, 37};

    private final long[] wages = new long[PEOPLE];
    private final PayrollInput[] inputs = new PayrollInput[PEOPLE];
    private final Pack pack = FederalPack.create();
    private final PayrollPlan plan = plan(pack);

    private static PayrollPlan plan(Pack pack) {
        LocalDate day = LocalDate.of(2026, 3, 31);
        return Payroll.of(pack)
                .plan("regular", PayDates.of(DateRange.ofDay(day), day))
                .orElseThrow();
    }

    /** The same wages as inputs and in a bare array. */
    @Setup(Level.Trial)
    public void people() {
        SplittableRandom random = new SplittableRandom(5);
        Fact wage = pack.fact("wages").orElseThrow();
        for (int i = 0; i < PEOPLE; i++) {
            wages[i] = random.nextLong(100_000, 2_000_000);
            inputs[i] = PayrollInput.of(pack, "E-" + i)
                    .set(wage, wages[i])
                    .set("pay-frequency", "monthly")
                    .build();
        }
    }

    /** Payslips, kept. */
    @Benchmark
    public Payslip[] withTrace() {
        Payslip[] slips = new Payslip[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            slips[i] = plan.compute(inputs[i]).orElseThrow();
        }
        return slips;
    }

    /** The floor: the same rules written by hand in longs, figures kept, no trace. */
    @Benchmark
    public long[][] byHandInLongs() {
        long[][] slips = new long[PEOPLE][];
        for (int i = 0; i < PEOPLE; i++) {
            long wage = wages[i];
            long adjusted = Math.max(0, Math.multiplyExact(wage, 12L) - 8_600_00);
            int row = FROM.length - 1;
            while (FROM[row] > adjusted) {
                row--;
            }
            long tax = (BASE[row] * 100 + (adjusted - FROM[row]) * PERCENT[row] + 600) / 1_200;
            long security = (Math.min(wage, 184_500_00) * 62 + 500) / 1_000;
            long medicare = (wage * 145 + 5_000) / 10_000;
            long additional = (Math.max(0, wage - 200_000_00) * 9 + 500) / 1_000;
            long unemployment = (Math.min(wage, 7_000_00) * 6 + 500) / 1_000;
            long disposable = wage - tax - security - medicare - additional;
            slips[i] = new long[] {
                wage,
                adjusted,
                tax,
                security,
                medicare,
                additional,
                unemployment,
                disposable,
                wage + security + medicare
            };
        }
        return slips;
    }

    /** The same by hand in decimals, figures kept, no trace. */
    @Benchmark
    public BigDecimal[][] byHandInDecimals() {
        BigDecimal[][] slips = new BigDecimal[PEOPLE][];
        for (int i = 0; i < PEOPLE; i++) {
            BigDecimal wage = BigDecimal.valueOf(wages[i], 2);
            BigDecimal adjusted = wage.multiply(BigDecimal.valueOf(12))
                    .subtract(BigDecimal.valueOf(8_600))
                    .max(BigDecimal.ZERO);
            int row = FROM.length - 1;
            while (BigDecimal.valueOf(FROM[row], 2).compareTo(adjusted) > 0) {
                row--;
            }
            BigDecimal tax = adjusted.subtract(BigDecimal.valueOf(FROM[row], 2))
                    .multiply(BigDecimal.valueOf(PERCENT[row], 2))
                    .add(BigDecimal.valueOf(BASE[row], 2))
                    .divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP);
            BigDecimal security = share(wage.min(BigDecimal.valueOf(184_500)), 62, 3);
            BigDecimal medicare = share(wage, 145, 4);
            BigDecimal additional =
                    share(wage.subtract(BigDecimal.valueOf(200_000)).max(BigDecimal.ZERO), 9, 3);
            BigDecimal unemployment = share(wage.min(BigDecimal.valueOf(7_000)), 6, 3);
            BigDecimal disposable =
                    wage.subtract(tax).subtract(security).subtract(medicare).subtract(additional);
            slips[i] = new BigDecimal[] {
                wage,
                adjusted,
                tax,
                security,
                medicare,
                additional,
                unemployment,
                disposable,
                wage.add(security).add(medicare)
            };
        }
        return slips;
    }

    private static BigDecimal share(BigDecimal amount, long rate, int scale) {
        return amount.multiply(BigDecimal.valueOf(rate, scale)).setScale(2, RoundingMode.HALF_UP);
    }
}
