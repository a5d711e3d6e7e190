package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxRequest;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The tax of a million lines at two rates, with all that the result keeps to explain itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TaxBenchmark {
    private static final int LINES = 1_000_000;
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Taxes TAXES = Taxes.of(
            Tax.percent("standard", "21").build(), Tax.percent("reduced", "6").build());

    private final long[] quantity = new long[LINES];
    private final long[] price = new long[LINES];
    private final int[] rate = new int[LINES];
    private TaxRequest byLine = request(Lists.immutable.empty(), TaxGranularity.LINE);
    private TaxRequest byRate = byLine;

    /** The same lines as a document and in bare arrays. */
    @Setup(Level.Trial)
    public void lines() {
        SplittableRandom random = new SplittableRandom(3);
        ImmutableList<String> standard = Lists.immutable.of("standard");
        ImmutableList<String> reduced = Lists.immutable.of("reduced");
        MutableList<TaxedLine> lines = Lists.mutable.withInitialCapacity(LINES);
        for (int i = 0; i < LINES; i++) {
            quantity[i] = random.nextInt(1, 100);
            price[i] = random.nextInt(1, 100_000);
            rate[i] = random.nextInt(4) == 0 ? 6 : 21;
            lines.add(TaxedLine.builder()
                    .id(Integer.toString(i))
                    .quantity(Rational.of(quantity[i]))
                    .unitPrice(Rational.of(price[i], 100))
                    .taxes(rate[i] == 21 ? standard : reduced)
                    .build());
        }
        byLine = request(lines.toImmutable(), TaxGranularity.LINE);
        byRate = request(lines.toImmutable(), TaxGranularity.RATE);
    }

    private static TaxRequest request(ImmutableList<TaxedLine> lines, TaxGranularity granularity) {
        return TaxRequest.builder()
                .lines(lines)
                .policy(TaxPolicy.of(granularity, RoundingRule.HALF_UP))
                .taxPoint(DAY)
                .currency("EUR")
                .build();
    }

    /** The floor: price, tax rounded half up, net and gross of each line, and their exact sums. */
    @Benchmark
    public long[][] sameArithmetic() {
        long[] net = new long[LINES];
        long[] tax = new long[LINES];
        long[] gross = new long[LINES];
        long[] sums = new long[3];
        for (int i = 0; i < LINES; i++) {
            net[i] = Math.multiplyExact(quantity[i], price[i]);
            tax[i] = (Math.multiplyExact(net[i], (long) rate[i]) + 50) / 100;
            gross[i] = Math.addExact(net[i], tax[i]);
            sums[0] = Math.addExact(sums[0], net[i]);
            sums[1] = Math.addExact(sums[1], tax[i]);
            sums[2] = Math.addExact(sums[2], gross[i]);
        }
        return new long[][] {net, tax, gross, sums};
    }

    /** Tax rounded by line. */
    @Benchmark
    public Object byLine() {
        return totals(byLine);
    }

    /** Tax rounded once for each rate and shared out over the lines. */
    @Benchmark
    public Object byRate() {
        return totals(byRate);
    }

    private static Object totals(TaxRequest request) {
        TaxResult result = TaxEngine.compute(request, TAXES).orElseThrow();
        return new Object[] {result, result.net(), result.tax(), result.total()};
    }
}
