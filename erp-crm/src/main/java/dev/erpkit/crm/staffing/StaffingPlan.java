package dev.erpkit.crm.staffing;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many agents a load needs to reach a goal.
 *
 * @param load what comes in
 * @param agents how many have to be on the phone
 * @param scheduled how many have to be on the roster so that so many are
 * @param serviceLevel the share of calls answered in time
 * @param occupancy the share of their time in which agents handle calls
 * @param waitProbability the share of calls that wait
 * @param averageWait the average wait of all callers
 */
public record StaffingPlan(
        CallLoad load,
        int agents,
        int scheduled,
        double serviceLevel,
        double occupancy,
        double waitProbability,
        double averageWait) {
    /** The fewest patient callers allow (Erlang C). */
    public static StaffingPlan of(CallLoad load, StaffingGoal goal) {
        int agents = (int) Math.floor(load.traffic()) + 1;
        while (Erlang.serviceLevel(load, agents, goal.within()) < goal.serviceLevel()
                || load.traffic() / agents > goal.maxOccupancy()) {
            agents++;
        }
        return new StaffingPlan(
                load,
                agents,
                scheduled(agents, goal.shrinkage()),
                Erlang.serviceLevel(load, agents, goal.within()),
                load.traffic() / agents,
                Erlang.waiting(load.traffic(), agents),
                Erlang.averageWait(load, agents));
    }

    /** The fewest when callers give up after a while (Erlang A): those who gave up count as not answered. */
    public static StaffingPlan of(CallLoad load, StaffingGoal goal, double patience) {
        int agents = 1;
        ErlangA queue = new ErlangA(load, agents, patience);
        while (queue.serviceLevel(goal.within()) < goal.serviceLevel() || queue.occupancy() > goal.maxOccupancy()) {
            agents++;
            queue = new ErlangA(load, agents, patience);
        }
        return new StaffingPlan(
                load,
                agents,
                scheduled(agents, goal.shrinkage()),
                queue.serviceLevel(goal.within()),
                queue.occupancy(),
                queue.waiting(),
                queue.averageWait());
    }

    /**
     * How many have to be on the roster so that so many are there.
     *
     * <p>Worked: 17 at a shrinkage of 0.3 are 25.
     *
     * @param shrinkage the share of the time in which somebody on the roster is not there, from 0, below 1; as it is
     *     written in decimals, so that 21 at 0.3 are 30 and not 31
     * @throws InvalidValueException {@code staffing.goal} when there is no such share
     */
    public static int scheduled(int agents, double shrinkage) {
        if (!(shrinkage >= 0 && shrinkage < 1)) {
            throw new InvalidValueException(
                    "StaffingPlan", "shrinkage", "staffing.goal", "must consist of shares between 0 and 1 and a time");
        }
        BigDecimal there = BigDecimal.ONE.subtract(BigDecimal.valueOf(shrinkage));
        return BigDecimal.valueOf(agents).divide(there, 0, RoundingMode.CEILING).intValueExact();
    }
}
