/**
 * How many people a call centre needs: the queueing formulas of Erlang (B without a queue, C with a patient one) and Palm (A,
 * callers who give up), and what the arrivals of the past ask for. Figures are estimates in floating point; no money is
 * known here. Times are in any one unit, the same for all: minutes, say.
 *
 * <pre>{@code
 * CallLoad load = new CallLoad(100, 30, 3);
 * StaffingGoal goal = StaffingGoal.of(0.8, 0.33).maxOccupancy(0.7).shrinkage(0.3);
 * StaffingPlan plan = StaffingPlan.of(load, goal);
 * int onThePhone = plan.agents();
 * int onTheRoster = plan.scheduled();
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.staffing;

import org.jspecify.annotations.NullMarked;
