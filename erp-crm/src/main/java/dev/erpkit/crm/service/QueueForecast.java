package dev.erpkit.crm.service;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.worktime.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Which cases of an open queue will miss their deadlines when so many people work them off in some order, each case taking
 * the working time that is expected of it. Ask again with one more person or another order for a "what if".
 *
 * @param turns the cases in the order in which they are begun
 */
public record QueueForecast(ImmutableList<Turn> turns) {
    /**
     * A case that waits.
     *
     * @param id the case
     * @param priority how urgent it is
     * @param since since when it waits
     * @param due when it must be done
     * @param effort the working time it is expected to take
     */
    public record Waiting(CaseId id, Priority priority, Instant since, Instant due, Duration effort) {}

    /**
     * When a case gets its turn.
     *
     * @param waiting the case
     * @param begins when somebody begins with it
     * @param ends when it is done
     */
    public record Turn(Waiting waiting, Instant begins, Instant ends) {
        /** Whether it will be done too late. */
        public boolean isLate() {
            return ends.isAfter(waiting.due());
        }
    }

    /**
     * A forecast.
     *
     * @param agents how many work at once, each during the whole working time
     * @throws InvalidValueException {@code forecast.agents} when nobody works
     */
    public static QueueForecast of(
            ImmutableList<Waiting> queue, int agents, QueueOrder order, WorkTime time, Instant now) {
        if (agents < 1) {
            throw new InvalidValueException("QueueForecast", "agents", "forecast.agents", "must be at least 1");
        }
        Instant opening = time.add(now, Duration.ZERO);
        PriorityQueue<Instant> free = new PriorityQueue<>(Comparator.naturalOrder());
        IntStream.range(0, Math.min(agents, queue.size())).forEach(agent -> free.add(opening));
        MutableList<Turn> turns = Lists.mutable.empty();
        for (Waiting next : queue.toSortedList(order.comparator())) {
            Instant begins = free.remove();
            Instant ends = time.add(begins, next.effort());
            turns.add(new Turn(next, begins, ends));
            free.add(ends);
        }
        return new QueueForecast(turns.toImmutable());
    }

    /** The cases that will be late. */
    public ImmutableList<Turn> late() {
        return turns.select(Turn::isLate);
    }
}
