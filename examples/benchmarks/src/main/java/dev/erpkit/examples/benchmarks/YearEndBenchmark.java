package dev.erpkit.examples.benchmarks;

import dev.erpkit.hr.japan.yearend.Family;
import dev.erpkit.hr.japan.yearend.LifeInsurance;
import dev.erpkit.hr.japan.yearend.YearEnd;
import dev.erpkit.hr.japan.yearend.YearEndFacts;
import java.util.Optional;
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

/**
 * The year-end adjustment of 100,000 people in Japan for 2026, beside the same rules by hand; a figure is for all of
 * them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class YearEndBenchmark {
    private static final int PEOPLE = 100_000;
    private static final long[] BASIC_TO = {4_890_000, 6_550_000, 23_500_000};
    private static final long[] BASIC = {1_040_000, 670_000, 620_000};
    private static final long[] TAX_TO = {1_950_000, 3_300_000, 6_950_000, 9_000_000, 18_000_000};
    private static final long[] PERCENT = {5, 10, 20, 23, 33};
    private static final long[] LESS = {0, 97_500, 427_500, 636_000, 1_536_000};

    private final YearEndFacts[] facts = new YearEndFacts[PEOPLE];
    private final long[] pay = new long[PEOPLE];
    private final long[] withheld = new long[PEOPLE];
    private final long[] social = new long[PEOPLE];
    private final long[] life = new long[PEOPLE];
    private final boolean[] spouse = new boolean[PEOPLE];
    private final int[] dependants = new int[PEOPLE];

    /**
     * The same people as facts and in bare arrays; spouses have no income and whoever has one earns at most 9,000,000.
     */
    @Setup(Level.Trial)
    public void people() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < PEOPLE; i++) {
            pay[i] = random.nextLong(2_200_000, 9_000_000);
            withheld[i] = random.nextLong(300_000);
            social[i] = pay[i] * 15 / 100;
            life[i] = random.nextLong(100_000);
            spouse[i] = random.nextBoolean();
            dependants[i] = random.nextInt(4);
            YearEndFacts.Builder person = YearEndFacts.builder();
            person.year(2026)
                    .totalPay(pay[i])
                    .withheldTax(withheld[i])
                    .socialInsurance(social[i])
                    .lifeInsurance(new LifeInsurance(life[i], 0, 0, 0, 0))
                    .spouseIncome(spouse[i] ? Optional.of(0L) : Optional.empty())
                    .family(new Family(dependants[i], 0, 0, 0, 0, 0, 0));
            facts[i] = person.build();
            if (YearEnd.of(facts[i]).orElseThrow().difference() != byHand(i)) {
                throw new IllegalStateException("the floor does other work");
            }
        }
    }

    /** Adjustments, kept with all that their derivations need. */
    @Benchmark
    public YearEnd[] adjusted() {
        YearEnd[] adjusted = new YearEnd[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            adjusted[i] = YearEnd.of(facts[i]).orElseThrow();
        }
        return adjusted;
    }

    /** The floor: the same rules written by hand in longs, differences kept. */
    @Benchmark
    public long[] byHandInLongs() {
        long[] differences = new long[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            differences[i] = byHand(i);
        }
        return differences;
    }

    private long byHand(int i) {
        long edge = pay[i] / 4_000 * 4_000;
        long after;
        if (pay[i] < 3_600_000) {
            after = edge * 7 / 10 - 80_000;
        } else if (pay[i] < 6_600_000) {
            after = edge * 8 / 10 - 440_000;
        } else {
            after = pay[i] < 8_500_000 ? pay[i] * 9 / 10 - 1_100_000 : pay[i] - 1_950_000;
        }
        long deductions = social[i] + life(life[i]) + (spouse[i] ? 380_000 : 0) + 380_000L * dependants[i];
        long taxable = Math.max(0, after - deductions - BASIC[step(BASIC_TO, after)]) / 1_000 * 1_000;
        int step = step(TAX_TO, taxable);
        long tax = taxable * PERCENT[step] / 100 - LESS[step];
        return tax * 1_021 / 1_000 / 100 * 100 - withheld[i];
    }

    private static long life(long premium) {
        if (premium <= 20_000) {
            return premium;
        }
        if (premium <= 40_000) {
            return (premium + 1) / 2 + 10_000;
        }
        return premium <= 80_000 ? (premium + 3) / 4 + 20_000 : 40_000;
    }

    private static int step(long[] upTo, long amount) {
        int step = 0;
        while (amount > upTo[step]) {
            step++;
        }
        return step;
    }
}
