package dev.erpkit.examples.benchmarks;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.TimeSpan;
import dev.erpkit.core.worktime.WorkCalendar;
import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.core.worktime.WorkWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

/** Deadlines in working time over three years with holidays and two periods a day, one after the other of a million. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeadlineBenchmark {
    private static final int DEADLINES = 1_000_000;
    private static final long FIRST = Instant.parse("2025-01-06T00:00:00Z").getEpochSecond();
    private static final int SECONDS = 1_000 * 24 * 3_600;

    private final Instant[] starts = new Instant[DEADLINES];
    private final Duration[] targets = new Duration[DEADLINES];
    private final Pauses[] pauses = new Pauses[DEADLINES];
    private final WorkTime time = WorkCalendar.of(
                    WorkWeek.mondayToFriday("09:00-12:00", "13:00-17:30"), JapaneseHolidays.law())
            .over(DateRange.parse("2025-01-01/2028-01-01"), ZoneId.of("Asia/Tokyo"));
    private int next;

    /** Starts at any second of the week, targets of minutes to two weeks, a pause of up to two days in one of four. */
    @Setup(Level.Trial)
    public void cases() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < DEADLINES; i++) {
            starts[i] = Instant.ofEpochSecond(FIRST + random.nextInt(SECONDS));
            targets[i] = Duration.ofSeconds(random.nextInt(60, 75 * 3_600));
            Instant from = starts[i].plusSeconds(random.nextInt(48 * 3_600));
            pauses[i] = random.nextInt(4) > 0
                    ? Pauses.none()
                    : Pauses.of(TimeSpan.of(from, from.plusSeconds(1 + random.nextInt(48 * 3_600))));
        }
    }

    private int next() {
        next = next + 1 == DEADLINES ? 0 : next + 1;
        return next;
    }

    /** A deadline without a pause. */
    @Benchmark
    public Instant plain() {
        int at = next();
        return time.add(starts[at], targets[at]);
    }

    /** A deadline with the pauses of its case. */
    @Benchmark
    public Optional<Instant> withPauses() {
        int at = next();
        return time.add(starts[at], targets[at], pauses[at]);
    }
}
