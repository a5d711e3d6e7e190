package dev.erpkit.examples.benchmarks;

import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.Expectation;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.ForecastCategory;
import dev.erpkit.crm.pipeline.ForecastPolicy;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.pipeline.StageKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.money.CurrencyUnit;
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

/** What a hundred thousand deals in six currencies are expected to bring, each converted and weighted by itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ForecastBenchmark {
    private static final int DEALS = 100_000;
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final String[] CURRENCIES = {"USD", "EUR", "JPY", "GBP", "CNY", "KRW"};
    /** Minor units of a dollar for so many minor units of each. */
    private static final long[] CENTS = {1, 10_837, 6_649, 12_683, 1_381, 727};

    private static final long[] OF = {1, 10_000, 10_000, 10_000, 10_000, 10_000};

    private final long[] amount = new long[DEALS];
    private final int[] currency = new int[DEALS];
    private final int[] percent = new int[DEALS];
    private final MemoryExchangeRates rates = new MemoryExchangeRates(new MemoryUnitOfWork());
    private final ForecastPolicy policy = ForecastPolicy.in(Amounts.currency("USD"));
    private ImmutableList<Expectation> deals = Lists.immutable.empty();

    /** The same deals as objects and in bare arrays. */
    @Setup(Level.Trial)
    public void deals() {
        for (int i = 1; i < CURRENCIES.length; i++) {
            CurrencyUnit from = Amounts.currency(CURRENCIES[i]);
            BigDecimal rate = BigDecimal.valueOf(CENTS[i], 4).scaleByPowerOfTen(Amounts.digits(from) - 2);
            rates.record(ExchangeRate.of(from, policy.base(), rate, RateType.SPOT, DAY));
        }
        SplittableRandom random = new SplittableRandom(11);
        MutableList<Expectation> made = Lists.mutable.ofInitialCapacity(DEALS);
        BigDecimal[] percents = new BigDecimal[101];
        for (int i = 0; i <= 100; i++) {
            percents[i] = BigDecimal.valueOf(i);
        }
        StageId stage = StageId.of("offer");
        SellerId seller = SellerId.of("aya");
        for (int i = 0; i < DEALS; i++) {
            amount[i] = random.nextInt(1_000, 100_000_000);
            currency[i] = random.nextInt(CURRENCIES.length);
            percent[i] = random.nextInt(1, 100);
            made.add(new Expectation(
                    DealId.of("D" + i),
                    stage,
                    StageKind.OPEN,
                    ForecastCategory.PIPELINE,
                    seller,
                    Amounts.ofMinor(amount[i], Amounts.currency(CURRENCIES[currency[i]])),
                    percents[percent[i]],
                    DAY.plusDays(random.nextInt(90))));
        }
        deals = made.toImmutable();
    }

    /** The floor: each deal converted and weighted, both rounded half up and kept, and their exact sums. */
    @Benchmark
    public long[][] primitiveFold() {
        long[] worth = new long[DEALS];
        long[] weighted = new long[DEALS];
        long[] sums = new long[2];
        for (int i = 0; i < DEALS; i++) {
            long of = OF[currency[i]];
            worth[i] = (Math.multiplyExact(amount[i], CENTS[currency[i]]) + of / 2) / of;
            weighted[i] = (Math.multiplyExact(worth[i], (long) percent[i]) + 50) / 100;
            sums[0] = Math.addExact(sums[0], worth[i]);
            sums[1] = Math.addExact(sums[1], weighted[i]);
        }
        return new long[][] {worth, weighted, sums};
    }

    /** The forecast, with the rate of each deal kept, and both totals. */
    @Benchmark
    public Object forecast() {
        Forecast forecast = Forecast.of(deals, rates, policy, DAY);
        return new Object[] {forecast, forecast.unweighted(), forecast.weighted()};
    }
}
