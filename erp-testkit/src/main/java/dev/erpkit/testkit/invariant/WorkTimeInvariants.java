package dev.erpkit.testkit.invariant;

import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of working time, whatever the calendar. */
public final class WorkTimeInvariants {
    private WorkTimeInvariants() {}

    private static void check(MutableList<Finding> found, String name, Object where, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            found.add(new Finding(name, where.toString(), "expected " + expected + ", got " + actual));
        }
    }

    /** Adding and taking away undo each other, add up, and count exactly what was asked for. */
    public static ImmutableList<Finding> arithmetic(WorkTime time, Instant start, Duration some, Duration more) {
        MutableList<Finding> found = Lists.mutable.empty();
        Instant landed = time.add(start, Duration.ZERO);
        check(found, "work-time-lands", start, landed, time.add(landed, Duration.ZERO));
        check(found, "work-time-lands", start, Duration.ZERO, time.between(start, landed));
        Instant after = time.add(start, some);
        check(found, "work-time-between", start, some, time.between(start, after));
        check(found, "work-time-associative", start, time.add(start, some.plus(more)), time.add(after, more));
        if (time.isWorking(start)) {
            check(found, "work-time-inverse", start, start, time.subtract(after, some));
        }
        if (time.add(start.plusSeconds(1), some).isBefore(after)
                || time.add(start, some.plusSeconds(1)).isBefore(after)) {
            found.add(new Finding("work-time-monotone", start.toString(), "a later start or more work ends earlier"));
        }
        return found.toImmutable();
    }

    /** Pauses delay by the work they take and by nothing else, in whatever order they are told. */
    public static ImmutableList<Finding> pauses(WorkTime time, Instant start, Duration work, Pauses pauses) {
        MutableList<Finding> found = Lists.mutable.empty();
        Instant plain = time.add(start, work);
        Optional<Instant> due = time.add(start, work, pauses);
        if (due.isEmpty()) {
            return found.toImmutable();
        }
        if (due.get().isBefore(plain)) {
            found.add(new Finding("pause-delays", start.toString(), due.get() + " is before " + plain));
        }
        check(found, "pause-between", start, work, time.between(start, due.get(), pauses));
        Pauses turned = new Pauses(pauses.spans().toReversed());
        check(found, "pause-order", start, due, time.add(start, work, turned));
        Duration counted =
                time.spans(start, due.get(), pauses).injectInto(Duration.ZERO, (so, span) -> so.plus(span.length()));
        check(found, "pause-ledger", start, work, counted);
        if (time.isWorking(start) && !pauses.contains(start)) {
            check(found, "pause-inverse", start, start, time.subtract(due.get(), work, pauses));
        }
        return found.toImmutable();
    }
}
