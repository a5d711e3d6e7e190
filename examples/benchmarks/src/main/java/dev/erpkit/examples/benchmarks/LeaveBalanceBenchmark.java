package dev.erpkit.examples.benchmarks;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveBalance;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LotOrder;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The leave of a person with twenty years of facts: a grant of twenty days a year that expires after two, fifteen days
 * taken a year of which every fifth is half a day, every tenth taking cancelled again.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LeaveBalanceBenchmark {
    private static final int YEARS = 20;
    private static final int TAKINGS = 15;
    private static final String ANNUAL = "annual";
    private static final LocalDate FIRST = LocalDate.of(2006, 4, 1);
    private static final LocalDate ASKED = FIRST.plusYears(YEARS).minusDays(1);

    private final MutableList<LeaveChange> changes = Lists.mutable.empty();
    private final LeaveAccount account = new LeaveAccount();

    /** By part of a taking that stands: lot, day and half days. */
    private int[] lots = {};

    private long[] days = {};
    private int[] halves = {};

    /** The same facts as changes and in bare arrays. */
    @Setup(Level.Trial)
    public void facts() {
        for (int year = 0; year < YEARS; year++) {
            LocalDate granted = FIRST.plusYears(year);
            LeaveId lot = LeaveId.of("lot-" + year);
            add(account.grant(new LeaveLot(lot, ANNUAL, granted, granted.plusYears(2), Rational.of(20)))
                    .orElseThrow());
            for (int taking = 0; taking < TAKINGS; taking++) {
                take(LeaveId.of("taking-" + year + "-" + taking), granted.plusDays(20L * taking), taking);
            }
        }
        MutableList<LeaveChange.Taken> standing = account.takings(ANNUAL).toList();
        var parts = standing.flatCollect(LeaveChange.Taken::parts);
        lots = parts.collectInt(part -> Integer.parseInt(part.lot().value().substring("lot-".length())))
                .toArray();
        days = parts.collectLong(part -> part.day().toEpochDay()).toArray();
        halves = parts.collectInt(part ->
                        Math.toIntExact(part.days().multiply(Rational.of(2)).longNumerator()))
                .toArray();
        long left = account.balance(ANNUAL, ASKED)
                .remaining()
                .multiply(Rational.of(2))
                .longNumerator();
        if (left != inHalfDays()) {
            throw new IllegalStateException("the floor does other work");
        }
    }

    private void take(LeaveId id, LocalDate day, int taking) {
        LeaveDay taken = taking % 5 == 0 ? LeaveDay.half(day) : LeaveDay.full(day);
        add(account.take(LeaveRequest.of(id, ANNUAL, taken), LotOrder.EARLIEST_EXPIRY)
                .orElseThrow());
        if (taking % 10 == 9) {
            add(account.cancel(id).orElseThrow());
        }
    }

    private void add(LeaveChange change) {
        account.apply(change);
        changes.add(change);
    }

    /** Folded from all facts, and the balance of the last day. */
    @Benchmark
    public LeaveBalance folded() {
        LeaveAccount folded = new LeaveAccount();
        changes.forEach(folded::apply);
        return folded.balance(ANNUAL, ASKED);
    }

    /** The balance alone, of an account that is at hand. */
    @Benchmark
    public LeaveBalance balance() {
        return account.balance(ANNUAL, ASKED);
    }

    /** The floor: what remains in half days, summed over arrays. */
    @Benchmark
    public long inHalfDays() {
        long asked = ASKED.toEpochDay();
        long[] left = new long[YEARS];
        for (int i = 0; i < lots.length; i++) {
            left[lots[i]] -= days[i] <= asked ? halves[i] : 0;
        }
        long remaining = 0;
        for (int year = YEARS - 2; year < YEARS; year++) {
            remaining = Math.addExact(remaining, 40 + left[year]);
        }
        return remaining;
    }
}
