package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetFact;
import dev.erpkit.accounting.asset.AssetHistory;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.BookStart;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.Methods;
import dev.erpkit.accounting.asset.Schedules;
import dev.erpkit.accounting.asset.japan.JapaneseMethods;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.concurrent.TimeUnit;
import org.eclipse.collections.api.factory.SortedMaps;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The schedules of 100,000 assets over their whole lives: by months over five years, and by Japan's 200 % over ten. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DepreciationBenchmark {
    private static final int ASSETS = 100_000;
    private static final int MONTHS = 60;
    private static final int YEARS = 10;
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

    private final AssetHistory[] monthly = new AssetHistory[ASSETS];
    private final AssetHistory[] yearly = new AssetHistory[ASSETS];
    private final long[] cost = new long[ASSETS];
    private final Schedules schedules = Schedules.by(
            Methods.standard().with(JapaneseMethods::find),
            FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR));

    /** The same assets as histories and as bare costs. */
    @Setup(Level.Trial)
    public void assets() {
        DepreciationTerms straight = DepreciationTerms.builder()
                .method("straight-line")
                .lifeMonths(MONTHS)
                .build();
        DepreciationTerms declining = DepreciationTerms.builder()
                .from(JapaneseMethods.terms("jp-declining-200", YEARS))
                .periodMonths(12)
                .build();
        for (int i = 0; i < ASSETS; i++) {
            cost[i] = 100_000 + i * 7919L % 10_000_000;
            LocalDate day = FIRST.plusDays(i % 365);
            monthly[i] = history(i, day, straight);
            yearly[i] = history(i, day, declining);
        }
    }

    private AssetHistory history(int i, LocalDate day, DepreciationTerms terms) {
        AssetId id = AssetId.of("asset-" + i);
        Acquired acquired = new Acquired(
                "asset",
                "machinery",
                Amounts.ofMinor(cost[i], Amounts.currency("JPY")),
                Dimensions.none(),
                SortedMaps.immutable.of(BookId.MAIN, BookStart.of(terms)));
        return AssetHistory.of(
                new AssetFact(IdempotencyKey.of("key-" + i), id, day, acquired, Instant.EPOCH, Actor.of("clerk")));
    }

    /** The floor of straight line: the same rows into an array, half up, the last with the rest. */
    @Benchmark
    public long monthsInLongs() {
        long sum = 0;
        for (int i = 0; i < ASSETS; i++) {
            long[] rows = new long[MONTHS];
            long left = cost[i];
            for (int m = 0; m < MONTHS; m++) {
                rows[m] = m == MONTHS - 1 ? left : (2 * cost[i] + MONTHS) / (2 * MONTHS);
                left -= rows[m];
            }
            sum = Math.addExact(sum, rows[MONTHS - 1]);
        }
        return sum;
    }

    /** Straight line, monthly. */
    @Benchmark
    public long months() {
        return sum(monthly);
    }

    /** The floor of 200 %: rate 0.200, revised 0.250, guarantee 0.06552, down to one yen. */
    @Benchmark
    public long yearsInLongs() {
        long sum = 0;
        for (int i = 0; i < ASSETS; i++) {
            long[] rows = new long[YEARS + 1];
            long left = cost[i];
            long revised = 0;
            int firstMonths = 12 - i % 365 / 31;
            for (int y = 0; y <= YEARS && left > 1; y++) {
                if (revised == 0 && left * 20_000 < cost[i] * 6552) {
                    revised = left;
                }
                long months = y == 0 ? firstMonths : 12;
                long row = revised == 0 ? left * 200 * months / 12_000 : revised * 250 * months / 12_000;
                rows[y] = Math.min(row, left - 1);
                left -= rows[y];
            }
            sum = Math.addExact(sum, rows[YEARS - 1]);
        }
        return sum;
    }

    /** Japan's 200 % declining, yearly. */
    @Benchmark
    public long years() {
        return sum(yearly);
    }

    private long sum(AssetHistory[] assets) {
        long sum = 0;
        for (AssetHistory asset : assets) {
            sum = Math.addExact(sum, schedules.of(asset, BookId.MAIN).sum());
        }
        return sum;
    }
}
