package dev.erpkit.crm.staffing;

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
     * @param shrinkage the share of the time in which somebody on the roster is not there, below 1
     */
    public static int scheduled(int agents, double shrinkage) {
        return (int) Math.ceil(agents / (1 - shrinkage));
    }
}
