package dev.erpkit.crm.service;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.worktime.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How old the open cases are, in working time outside their pauses.
 *
 * @param ages the ages, the youngest first
 */
public record Backlog(ImmutableList<Duration> ages) {
    /** The backlog of cases at an instant, none of them opened later; those that are solved by then are none. */
    public static Backlog of(ImmutableList<ServiceCase> cases, WorkTime time, Instant now) {
        return new Backlog(cases.select(ServiceCase::isOpen)
                .collect(open -> time.between(open.openedAt(), now, open.pauses()))
                .toSortedList()
                .toImmutable());
    }

    /** The age that half of the cases do not exceed, of two in the middle the lesser; nothing without a case. */
    public Optional<Duration> median() {
        return ages.isEmpty() ? Optional.empty() : Optional.of(ages.get((ages.size() - 1) / 2));
    }

    /** The greatest age. */
    public Optional<Duration> oldest() {
        return ages.getLastOptional();
    }

    /** How many cases are older. */
    public int olderThan(Duration age) {
        return ages.count(one -> one.compareTo(age) > 0);
    }

    /** The share of the solved cases that were opened again at least once; nothing without a solved case. */
    public static Optional<Rational> reopenRate(ImmutableList<ServiceCase> cases) {
        int solved = cases.count(one -> one.resolvedAt().isPresent() || one.reopenings() > 0);
        int reopened = cases.count(one -> one.reopenings() > 0);
        return solved == 0 ? Optional.empty() : Optional.of(Rational.of(reopened, solved));
    }
}
