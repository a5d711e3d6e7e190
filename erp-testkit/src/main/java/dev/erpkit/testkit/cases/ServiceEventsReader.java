package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.worktime.WorkCalendar;
import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.core.worktime.WorkWeek;
import dev.erpkit.crm.service.Agreement;
import dev.erpkit.crm.service.CaseChange;
import dev.erpkit.crm.service.CaseId;
import dev.erpkit.crm.service.ClockKind;
import dev.erpkit.crm.service.ClockState;
import dev.erpkit.crm.service.Deadline;
import dev.erpkit.crm.service.Priority;
import dev.erpkit.crm.service.QueueId;
import dev.erpkit.crm.service.ServiceCase;
import dev.erpkit.crm.service.ServiceClocks;
import dev.erpkit.crm.service.ServiceDesk;
import dev.erpkit.crm.service.memory.MemoryCaseLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What happens to a case, in words, and where it stands after each; and rules about pauses, in words. */
final class ServiceEventsReader {
    private static final CaseId ID = CaseId.of("case");
    private static final Instant START = Instant.parse("2024-01-08T09:00:00Z");
    private static final WorkTime ALWAYS = WorkCalendar.of(WorkWeek.always(), HolidayCalendar.none())
            .over(DateRange.of(LocalDate.of(2023, 1, 1), LocalDate.of(2026, 1, 1)), ZoneOffset.UTC);
    private static final WorkTime OFFICE = WorkCalendar.of(
                    WorkWeek.mondayToFriday("09:00-17:00"), HolidayCalendar.none())
            .over(DateRange.of(LocalDate.of(2023, 1, 1), LocalDate.of(2026, 1, 1)), ZoneOffset.UTC);
    private static final Duration TARGET = Duration.ofHours(8);

    private final ServiceDesk desk;
    private Instant now = START;
    private int keys;

    private ServiceEventsReader() {
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        desk = new ServiceDesk(
                new MemoryCaseLog(unitOfWork), Outbox.none(), unitOfWork, AccessPolicy.allowAll(), () -> START);
    }

    private static Agreement agreement(String id, Duration target, boolean next) {
        Agreement.Builder agreement = Agreement.builder().id(id);
        for (Priority priority : Priority.values()) {
            agreement.target(priority, ClockKind.FIRST_RESPONSE, target);
            agreement.target(priority, ClockKind.RESOLUTION, target);
            if (next) {
                agreement.target(priority, ClockKind.NEXT_RESPONSE, target);
            }
        }
        return agreement.build();
    }

    private void tell(CaseChange change) {
        keys++;
        desk.record(IdempotencyKey.of("k" + keys), ID, change, now, Actor.of("reader"))
                .orElseThrow();
    }

    private ServiceCase found() {
        return desk.find(ID).orElseThrow(() -> new UnsupportedCaseException("nothing was opened"));
    }

    static void events(Case current) {
        current.requireGiven("events");
        boolean whole =
                current.expect().has("status") && current.expect().names().size() == 1;
        ServiceEventsReader reader = new ServiceEventsReader();
        MutableList<ServiceCase> after = Lists.mutable.empty();
        MutableList<Instant> times = Lists.mutable.empty();
        for (Field event : current.given().at("events").elements()) {
            reader.happens(event.text().toLowerCase(Locale.ROOT));
            after.add(reader.found());
            times.add(reader.now);
        }
        if (whole) {
            Agreement agreement = agreement("a", TARGET, false);
            Field status = current.expect().at("status");
            ImmutableList<Field> expected = status.isList() ? status.elements() : Lists.immutable.of(status);
            for (int i = 0; i < expected.size(); i++) {
                int at = status.isList() ? i : after.size() - 1;
                ServiceCase of = after.get(at);
                String text = ServiceClocks.status(of, ServiceClocks.of(of, agreement, ALWAYS, times.get(at)))
                        .text();
                current.differences()
                        .same(
                                expected.get(i),
                                expected.get(i).text().toLowerCase(Locale.ROOT).replace(' ', '-'),
                                text);
            }
            return;
        }
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            ClockKind kind = clock(name);
            ImmutableList<Deadline> clocks = ServiceClocks.of(
                            after.getLast(), agreement("a", TARGET, true), ALWAYS, reader.now)
                    .select(deadline -> deadline.clock() == kind);
            boolean runs = clocks.anySatisfy(
                    deadline -> deadline.state() == ClockState.RUNNING || deadline.state() == ClockState.OVERDUE);
            boolean pauses = clocks.anySatisfy(deadline -> deadline.state() == ClockState.PAUSED);
            current.differences().same(expected, expected.text(), runs ? "running" : pauses ? "paused" : "stopped");
        }
    }

    private static ClockKind clock(String name) {
        if (name.contains("next")) {
            return ClockKind.NEXT_RESPONSE;
        }
        if (name.contains("first")) {
            return ClockKind.FIRST_RESPONSE;
        }
        if (name.contains("resol") || name.contains("solution")) {
            return ClockKind.RESOLUTION;
        }
        throw new UnsupportedCaseException("clock " + name);
    }

    private static boolean says(String event, String words) {
        return Pattern.compile(words).matcher(event).find();
    }

    private void happens(String event) {
        now = now.plus(
                says(event, "late|after (the )?(deadline|target|due)|overdue")
                        ? TARGET.plusHours(1)
                        : Duration.ofMinutes(10));
        boolean opens = says(event, "created|opened$|^open|new (ticket|case)");
        Optional<ServiceCase> before = desk.find(ID);
        if (before.isEmpty()) {
            tell(CaseChange.opened(PartyId.of("customer"), QueueId.of("queue"), Priority.NORMAL));
            if (opens) {
                return;
            }
            tell(new CaseChange.AgentReplied());
        }
        if (says(event, "reopen")) {
            tell(new CaseChange.Reopened());
        } else if (says(event, "customer|client|requester")
                && says(event, "writes|answers|repl|responds|message|asks")) {
            tell(new CaseChange.CustomerWrote());
            if (found().pausedSince().isPresent()) {
                tell(new CaseChange.Resumed());
            }
        } else if (says(event, "resolve|solve")) {
            tell(new CaseChange.Resolved());
        } else if (says(event, "close")) {
            tell(new CaseChange.Closed());
        } else if (says(event, "reply|replied|replies|response|answers|answered|responds")) {
            tell(new CaseChange.AgentReplied());
            if (says(event, "paus|hold|pending")) {
                tell(new CaseChange.Paused(event));
            }
        } else if (says(event, "resume|unpause|back to open")) {
            tell(new CaseChange.Resumed());
        } else if (says(event, "paus|hold|pending")) {
            tell(new CaseChange.Paused(event));
        } else {
            throw new UnsupportedCaseException("event " + event);
        }
    }

    /** An agreement is swapped after a pause. */
    static void swap(Case current) {
        if (!current.given().has("paused_hours") || !Alias.says(current, "swap|chang|other agreement")) {
            throw new UnsupportedCaseException("no swap");
        }
        current.given().names().forEach(name -> current.given().at(name).text());
        Field rule = current.expect().at("rule");
        if (!rule.text().matches("(?i).*(t0|start|opening).*(pause|hold).*")) {
            throw new UnsupportedCaseException(rule.path());
        }
        Duration paused = Duration.ofMinutes(current.given()
                .at("paused_hours")
                .decimal()
                .multiply(java.math.BigDecimal.valueOf(60))
                .longValueExact());
        ServiceEventsReader reader = new ServiceEventsReader();
        reader.tell(CaseChange.opened(PartyId.of("customer"), QueueId.of("queue"), Priority.NORMAL));
        reader.now = START.plus(Duration.ofHours(1));
        reader.tell(new CaseChange.Paused("waits"));
        reader.now = reader.now.plus(paused);
        reader.tell(new CaseChange.Resumed());
        reader.tell(new CaseChange.Prioritised(Priority.HIGH));
        Duration other = TARGET.multipliedBy(2);
        ImmutableList<Deadline> deadlines =
                ServiceClocks.of(reader.found(), agreement("other", other, false), ALWAYS, reader.now);
        Instant due = START.plus(other).plus(paused);
        current.differences()
                .holds(
                        rule,
                        deadlines.allSatisfy(d -> d.due().filter(due::equals).isPresent()));
    }

    /** A pause over a weekend. */
    static void weekend(Case current) {
        if (!Alias.says(current, "weekend") || !current.expect().has("rule")) {
            throw new UnsupportedCaseException("no weekend");
        }
        current.given().names().forEach(name -> current.given().at(name).text());
        Field rule = current.expect().at("rule");
        if (!rule.text().matches("(?i).*(adds nothing|same working time|working time).*")) {
            throw new UnsupportedCaseException(rule.path());
        }
        ServiceEventsReader reader = new ServiceEventsReader();
        reader.now = Instant.parse("2024-01-12T15:00:00Z");
        reader.tell(CaseChange.opened(PartyId.of("customer"), QueueId.of("queue"), Priority.NORMAL));
        reader.now = Instant.parse("2024-01-12T17:00:00Z");
        reader.tell(new CaseChange.Paused("weekend"));
        reader.now = Instant.parse("2024-01-15T09:00:00Z");
        reader.tell(new CaseChange.Resumed());
        ServiceCase with = reader.found();
        Agreement day = agreement("day", Duration.ofHours(8), false);
        Optional<Instant> due =
                ServiceClocks.of(with, day, OFFICE, reader.now).getFirst().due();
        current.differences().holds(rule, due.equals(Optional.of(OFFICE.add(with.openedAt(), Duration.ofHours(8)))));
    }
}
