package dev.erpkit.testkit.cases;

import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.crm.service.ClockKind;
import dev.erpkit.crm.service.Deadline;
import dev.erpkit.crm.service.Escalation;
import dev.erpkit.crm.service.ServiceClocks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;

/** Working hours, and what is counted in them: deadlines, pauses, escalations, work done and left. */
final class WorkTimeReader {
    private final Case current;
    private final Alias given;
    private final CaseHours hours;
    private final WorkTime time;

    private WorkTimeReader(Case current) {
        this.current = current;
        this.given = new Alias(current.given());
        this.hours = new CaseHours(current.given());
        given.any("tz", "timezone", "zone");
        given.any("hours", "week");
        given.any("holidays");
        given.any("op");
        this.time = hours.time();
    }

    static void run(Case current) {
        if (!current.given().has("hours") && !current.given().has("week")) {
            throw new UnsupportedCaseException("no working hours");
        }
        WorkTimeReader reader = new WorkTimeReader(current);
        String op = current.given().find("op").map(Field::text).orElse("").toLowerCase(Locale.ROOT);
        switch (op) {
            case "add", "subtract", "sub" -> reader.moved(!op.equals("add"));
            case "between" -> reader.between();
            case "add business days", "subtract business days", "add workdays" ->
                reader.workdays(op.startsWith("subtract") ? -1 : 1);
            case "business days between", "workdays between", "days between" -> reader.workdaysBetween();
            case "roll forward", "roll_forward", "next opening" -> reader.rolled();
            case "during", "is working", "open" -> reader.during();
            case "elapsed", "", "deadline", "deadlines" -> reader.clocks();
            default -> throw new UnsupportedCaseException("op " + op);
        }
        reader.given.nothingElse();
    }

    private Optional<Duration> amount(Alias from, String prefix) {
        return from.any(prefix + "hours")
                .map(field -> duration(field, 3600))
                .or(() -> from.any(prefix + "minutes").map(field -> duration(field, 60)))
                .or(() -> from.any(prefix + "seconds").map(field -> duration(field, 1)));
    }

    private static Duration duration(Field field, int unit) {
        return Duration.ofMillis(
                field.decimal().multiply(BigDecimal.valueOf(unit * 1000L)).longValueExact());
    }

    private void moved(boolean back) {
        Instant start = hours.instant(given.need("start", "from"));
        Duration work = amount(given, "working_").orElseThrow(() -> new UnsupportedCaseException("how much work"));
        Pauses pauses = pauses();
        Instant at;
        if (back == work.isNegative()) {
            at = time.add(start, work.abs(), pauses)
                    .orElseThrow(() -> new UnsupportedCaseException("the pause has no end"));
        } else {
            at = time.subtract(start, work.abs(), pauses);
        }
        for (String name : current.expect().names()) {
            switch (name) {
                case "at", "deadline", "end", "result" ->
                    moment(current.expect().at(name), Optional.of(at));
                default -> throw new UnsupportedCaseException(name);
            }
        }
    }

    private void between() {
        Instant start = hours.instant(given.need("start", "from"));
        Instant end = hours.instant(given.need("end", "to", "stop"));
        Pauses pauses = pauses();
        Duration work = pauses.spans().isEmpty() ? time.between(start, end) : time.between(start, end, pauses);
        for (String name : current.expect().names()) {
            figure(current.expect().at(name), name.replace("working_", ""), work);
        }
    }

    private void workdays(int sign) {
        var start = CaseHours.local(given.need("start", "from"));
        int days = sign * given.need("days", "working_days").decimal().intValueExact();
        Field at = current.expect().at("at");
        current.differences().same(at, CaseHours.local(at), hours.calendar().plusWorkdays(start, days));
    }

    /** From one date to another: each workday from the first on, the last left out. */
    private void workdaysBetween() {
        LocalDate from = CaseHours.local(given.need("start", "from")).toLocalDate();
        LocalDate to = CaseHours.local(given.need("end", "to")).toLocalDate();
        long days = from.datesUntil(to).filter(hours.calendar()::isWorkday).count();
        Alias expect = new Alias(current.expect());
        current.differences().number(expect.need("days", "working_days", "business_days", "workdays"), days);
        expect.nothingElse();
    }

    private void rolled() {
        Instant at = time.add(hours.instant(given.need("start", "from", "at")), Duration.ZERO);
        Alias expect = new Alias(current.expect());
        moment(expect.need("at", "result"), Optional.of(at));
        expect.nothingElse();
    }

    private void during() {
        boolean working = time.isWorking(hours.instant(given.need("start", "at", "time")));
        Alias expect = new Alias(current.expect());
        Field expected = expect.need("working", "during", "open", "result");
        current.differences().same(expected, expected.truth(), working);
        expect.nothingElse();
    }

    private Pauses pauses() {
        return given.any("paused", "pauses").map(hours::pauses).orElse(Pauses.none());
    }

    private void clocks() {
        Instant created = hours.instant(given.need("created", "start", "opened", "from"));
        Pauses pauses = pauses();
        Duration hold = amount(given, "hold_").orElse(Duration.ZERO);
        Optional<Instant> resolved =
                given.any("resolved", "stop", "solved", "end").map(hours::instant);
        Optional<Instant> closed = given.any("closed").map(hours::instant);
        Optional<Duration> ahead = amount(given, "escalate_")
                .or(() -> given.any("escalate_hours_before").map(field -> duration(field, 3600)))
                .or(() -> given.any("escalate_minutes_before").map(field -> duration(field, 60)));
        MutableMap<String, Duration> targets = targets();
        Instant stopped = resolved.or(() -> closed).orElse(created);
        MutableMap<String, Deadline> deadlines = targets.collectValues((name, target) -> ServiceClocks.deadline(
                kind(name), created, target.plus(hold), resolved.or(() -> closed), true, pauses, time, stopped));
        Duration spent = time.between(created, stopped, pauses);
        Duration held = time.between(created, stopped).minus(spent);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (name.equals("deadline") && expected.isObject()) {
                for (String clock : expected.names()) {
                    moment(expected.at(clock), known(deadlines, clock, expected).due());
                }
            } else if (name.equals("deadline") || name.equals("due")) {
                moment(expected, only(deadlines, expected).due());
            } else if (name.equals("escalation") || name.equals("escalate_at")) {
                Deadline deadline = only(deadlines, expected);
                Escalation escalation = new Escalation(
                        "x", deadline.clock(), ahead.orElseThrow(() -> new UnsupportedCaseException(expected.path())));
                moment(expected, escalation.at(deadline, time, pauses));
            } else if (name.matches("breached|late|overdue|missed")) {
                boolean late = stopped.isAfter(only(deadlines, expected).due().orElse(Instant.MAX));
                current.differences().holds(expected, expected.truth() == late);
            } else if (name.matches("(elapsed|resolution|working|spent|response)_(hours|minutes|seconds)")) {
                figure(expected, name.substring(name.indexOf('_') + 1), spent);
            } else if (name.matches("(hold|paused)_(hours|minutes|seconds)")) {
                figure(expected, name.substring(name.indexOf('_') + 1), held);
            } else if (name.matches("(hours|minutes|seconds)_(left|remaining)|remaining_(hours|minutes|seconds)")) {
                String unit = name.replaceAll("_?(left|remaining)_?", "");
                figure(expected, unit, only(deadlines, expected).remaining());
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private MutableMap<String, Duration> targets() {
        MutableMap<String, Duration> targets = Maps.mutable.empty();
        for (String unit : new String[] {"hours", "minutes", "seconds"}) {
            int seconds = unit.equals("hours") ? 3600 : unit.equals("minutes") ? 60 : 1;
            given.any("target_" + unit).ifPresent(field -> {
                if (field.isObject()) {
                    field.names().forEach(name -> targets.put(name, duration(field.at(name), seconds)));
                } else {
                    targets.put("resolution", duration(field, seconds));
                }
            });
        }
        return targets;
    }

    private static ClockKind kind(String name) {
        return switch (name) {
            case "first", "response", "first_response", "first-response" -> ClockKind.FIRST_RESPONSE;
            case "update", "next", "next_response", "next-response" -> ClockKind.NEXT_RESPONSE;
            case "solution", "resolution", "close", "resolve" -> ClockKind.RESOLUTION;
            default -> throw new UnsupportedCaseException("clock " + name);
        };
    }

    private static Deadline known(MutableMap<String, Deadline> deadlines, String clock, Field asked) {
        Deadline deadline = deadlines.get(clock);
        if (deadline == null) {
            throw new UnsupportedCaseException(asked.path() + " has no target for " + clock);
        }
        return deadline;
    }

    private static Deadline only(MutableMap<String, Deadline> deadlines, Field asked) {
        if (deadlines.size() != 1) {
            throw new UnsupportedCaseException(asked.path() + " does not say of which target");
        }
        return deadlines.getOnly();
    }

    private void moment(Field expected, Optional<Instant> actual) {
        if (expected.text().matches("null|none|paused|stopped")) {
            current.differences().holds(expected, actual.isEmpty());
        } else {
            current.differences().same(expected, Optional.of(hours.instant(expected)), actual);
        }
    }

    private void figure(Field expected, String unit, Duration actual) {
        BigDecimal seconds = BigDecimal.valueOf(actual.getSeconds()).add(BigDecimal.valueOf(actual.getNano(), 9));
        int per = switch (unit) {
            case "hours" -> 3600;
            case "minutes" -> 60;
            case "seconds" -> 1;
            default -> throw new UnsupportedCaseException(expected.path());
        };
        BigDecimal said = expected.decimal().multiply(BigDecimal.valueOf(per));
        current.differences().same(expected, said.stripTrailingZeros(), seconds.stripTrailingZeros());
    }
}
