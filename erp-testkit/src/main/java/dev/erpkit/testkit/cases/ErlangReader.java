package dev.erpkit.testkit.cases;

import dev.erpkit.crm.staffing.CallLoad;
import dev.erpkit.crm.staffing.Erlang;
import dev.erpkit.crm.staffing.ErlangA;
import dev.erpkit.crm.staffing.StaffingGoal;
import dev.erpkit.crm.staffing.StaffingPlan;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** Call centres: what is lost on so many lines, how long calls wait, how many agents it takes. */
final class ErlangReader {
    private final Case current;
    private final Alias given;

    private ErlangReader(Case current) {
        this.current = current;
        this.given = new Alias(current.given());
    }

    static void run(Case current) {
        ErlangReader reader = new ErlangReader(current);
        if (current.given().has("traffic") && current.given().has("lines")) {
            reader.blocking();
        } else if (current.given().has("calls")
                || current.given().has("traffic")
                || current.given().has("transactions")) {
            reader.calls();
        } else {
            throw new UnsupportedCaseException("no calls");
        }
        reader.given.nothingElse();
    }

    private void blocking() {
        double traffic = given.need("traffic").decimal().doubleValue();
        Field lines = given.need("lines");
        Field expected = current.expect()
                .find("blocking")
                .or(() -> current.expect().find("blocking_probability"))
                .orElseThrow(() -> new UnsupportedCaseException("no blocking"));
        if (!lines.isList()) {
            current.differences()
                    .estimate(expected, Erlang.blocking(traffic, lines.decimal().intValueExact()));
            return;
        }
        ImmutableList<Field> each = lines.elements();
        for (int i = 0; i < each.size(); i++) {
            current.differences()
                    .estimate(
                            expected.elements().get(i),
                            Erlang.blocking(traffic, each.get(i).decimal().intValueExact()));
        }
    }

    private Optional<Double> number(String... names) {
        return given.any(names).map(field -> field.decimal().doubleValue());
    }

    private CallLoad load() {
        double handle = number("handle", "aht", "handling_time", "handle_time").orElse(1.0);
        return number("traffic", "erlangs", "intensity")
                .map(traffic -> new CallLoad(traffic, handle, handle))
                .orElseGet(() -> new CallLoad(
                        number("calls", "transactions").orElseThrow(() -> new UnsupportedCaseException("no calls")),
                        number("interval").orElse(1.0),
                        handle));
    }

    private void calls() {
        CallLoad load = load();
        double within = number("answer_within", "asa", "within").orElse(0.0);
        double shrinkage = number("shrinkage").orElse(0.0);
        Optional<Double> patience = number("patience", "average_patience");
        Optional<Integer> named = number("agents", "positions").map(Double::intValue);
        Optional<Integer> scheduled = given.any("scheduled", "scheduled_agents", "scheduled_positions")
                .filter(field -> !field.text().matches("true|false"))
                .map(field -> field.decimal().intValueExact());
        boolean scaled = scheduled.isPresent()
                || given.any("scale", "scale_positions", "scheduled")
                        .map(Field::truth)
                        .orElse(false);
        Optional<Integer> agents = named.or(() -> scheduled);
        Optional<Double> level = number("service_level", "target_service_level");
        double occupancy = number("max_occupancy", "occupancy").orElse(1.0);
        Optional<Double> loss = number("max_blocking", "blocking");
        if (loss.isPresent()) {
            lines(load, Erlang.lines(load.traffic(), loss.get()), shrinkage);
        } else if (agents.isPresent()) {
            int productive = scaled ? (int) Math.floor((1 - shrinkage) * agents.get()) : agents.get();
            check(patience.map(p -> of(new ErlangA(load, productive, p), within))
                    .orElseGet(() -> of(load, productive, within)));
        } else {
            StaffingGoal goal = StaffingGoal.of(
                            level.orElseThrow(() -> new UnsupportedCaseException("no goal")), within)
                    .maxOccupancy(occupancy)
                    .shrinkage(shrinkage);
            StaffingPlan plan =
                    patience.map(p -> StaffingPlan.of(load, goal, p)).orElseGet(() -> StaffingPlan.of(load, goal));
            double gone = patience.map(p -> new ErlangA(load, plan.agents(), p).abandonment())
                    .orElse(0.0);
            check(new Figures(plan, gone));
        }
    }

    private void lines(CallLoad load, int lines, double shrinkage) {
        Alias expect = new Alias(current.expect());
        expect.any("lines", "agents", "raw_positions")
                .ifPresent(field -> current.differences().number(field, lines));
        expect.any("scheduled", "positions")
                .ifPresent(field -> current.differences().number(field, StaffingPlan.scheduled(lines, shrinkage)));
        expect.any("blocking", "blocking_probability")
                .ifPresent(field -> current.differences().estimate(field, Erlang.blocking(load.traffic(), lines)));
        expect.nothingElse();
    }

    private record Figures(StaffingPlan plan, double abandonment) {}

    private static Figures of(CallLoad load, int agents, double within) {
        return new Figures(
                new StaffingPlan(
                        load,
                        agents,
                        agents,
                        Erlang.serviceLevel(load, agents, within),
                        load.traffic() / agents,
                        Erlang.waiting(load.traffic(), agents),
                        Erlang.averageWait(load, agents)),
                0);
    }

    private static Figures of(ErlangA queue, double within) {
        return new Figures(
                new StaffingPlan(
                        queue.load(),
                        queue.agents(),
                        queue.agents(),
                        queue.serviceLevel(within),
                        queue.occupancy(),
                        queue.waiting(),
                        queue.averageWait()),
                queue.abandonment());
    }

    private void check(Figures figures) {
        StaffingPlan plan = figures.plan();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "agents", "raw_positions" -> current.differences().number(expected, plan.agents());
                case "scheduled", "positions" -> current.differences().number(expected, plan.scheduled());
                case "service_level" -> current.differences().estimate(expected, plan.serviceLevel());
                case "occupancy", "achieved_occupancy" -> current.differences().estimate(expected, plan.occupancy());
                case "wait_probability", "waiting_probability", "waiting" ->
                    current.differences().estimate(expected, plan.waitProbability());
                case "average_wait", "asa", "average_speed_of_answer" ->
                    current.differences().estimate(expected, plan.averageWait());
                case "traffic", "erlangs", "intensity" ->
                    current.differences().estimate(expected, plan.load().traffic());
                case "abandonment", "abandonment_probability" ->
                    current.differences().estimate(expected, figures.abandonment());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }
}
