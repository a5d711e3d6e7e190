package dev.erpkit.crm.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.worktime.TimeSpan;
import dev.erpkit.core.worktime.WorkCalendar;
import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.core.worktime.WorkWeek;
import dev.erpkit.crm.service.QueueForecast.Waiting;
import dev.erpkit.crm.service.memory.MemoryCaseLog;
import dev.erpkit.crm.service.port.CaseLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class ServiceDeskTest {
    private static final CaseId ID = CaseId.of("case-1");
    private static final CaseId OTHER = CaseId.of("case-2");
    private static final Actor ME = Actor.of("me");
    private static final QueueId QUEUE = QueueId.of("phone");
    private static final Instant NINE = Instant.parse("2024-01-08T09:00:00Z");
    private static final WorkTime OFFICE = WorkCalendar.of(
                    WorkWeek.mondayToFriday("09:00-17:00"), HolidayCalendar.none())
            .over(DateRange.parse("2024-01-01/2025-01-01"), ZoneOffset.UTC);
    private static final Agreement GOLD = agreement("gold", 1, 4);
    private static final CaseChange OPENED = CaseChange.opened(PartyId.of("c"), QUEUE, Priority.HIGH);

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final CaseLog log = new MemoryCaseLog(unitOfWork);
    private final MemoryOutbox outbox = new MemoryOutbox(unitOfWork);
    private final ServiceDesk desk = new ServiceDesk(log, outbox, unitOfWork, AccessPolicy.allowAll(), () -> NINE);
    private int keys;

    private static Agreement agreement(String id, int first, int solution) {
        return Agreement.builder()
                .id(id)
                .target(Priority.HIGH, ClockKind.FIRST_RESPONSE, Duration.ofHours(first))
                .target(Priority.HIGH, ClockKind.NEXT_RESPONSE, Duration.ofHours(2))
                .target(Priority.HIGH, ClockKind.RESOLUTION, Duration.ofHours(solution))
                .escalation(new Escalation("lead", ClockKind.RESOLUTION, Duration.ofHours(1)))
                .build();
    }

    private static Instant at(double hours) {
        return NINE.plusSeconds(Math.round(hours * 3600));
    }

    private Outcome<CaseFact> tell(CaseId id, CaseChange change, double hours) {
        keys++;
        return desk.record(IdempotencyKey.of("k" + keys), id, change, at(hours), ME);
    }

    private void done(CaseChange change, double hours) {
        tell(ID, change, hours).orElseThrow();
    }

    private void refused(String code, CaseChange change, double hours) {
        ImmutableList<CaseFact> before = log.of(ID);
        assertThat(tell(ID, change, hours).refusal().orElseThrow().code()).hasToString(code);
        assertThat(log.of(ID)).isEqualTo(before);
    }

    private Deadline clock(ClockKind kind, double hours) {
        return ServiceClocks.of(desk.find(ID).orElseThrow(), GOLD, OFFICE, at(hours))
                .detect(deadline -> deadline.clock() == kind);
    }

    /** The snippet of the package. */
    @Test
    void the_first_lines_of_an_embedder() {
        AccessPolicy access = AccessPolicy.allowAll();
        InstantSource clock = () -> NINE;
        Actor me = ME;
        PartyId customer = PartyId.of("customer");
        QueueId queue = QUEUE;
        Agreement gold = GOLD;
        WorkTime officeHours = OFFICE;
        Instant opened = at(0);
        Instant asked = at(1);
        Instant answered = at(3);
        Instant now = at(3.5);

        ServiceDesk desk = new ServiceDesk(log, outbox, unitOfWork, access, clock);
        CaseId id = CaseId.of("case-1");
        desk.record(IdempotencyKey.of("k1"), id, CaseChange.opened(customer, queue, Priority.HIGH), opened, me);
        desk.record(IdempotencyKey.of("k2"), id, new CaseChange.Paused("waits for the customer"), asked, me);
        desk.record(IdempotencyKey.of("k3"), id, new CaseChange.Resumed(), answered, me);
        ServiceCase found = desk.find(id).orElseThrow();
        ImmutableList<Deadline> deadlines = ServiceClocks.of(found, gold, officeHours, now);

        Deadline solution = deadlines.getLast();
        assertThat(solution.due()).contains(at(6));
        assertThat(solution.elapsed()).isEqualTo(Duration.ofMinutes(90));
        assertThat(solution.remaining()).isEqualTo(Duration.ofMinutes(150));
        assertThat(solution.ledger()).containsExactly(TimeSpan.of(at(0), at(1)), TimeSpan.of(at(3), at(6)));
        assertThat(solution.trace().parts()).hasSize(2);
        assertThat(GOLD.escalations().getFirst().at(solution, OFFICE, found.pauses()))
                .contains(at(5));
    }

    @Test
    void an_escalation_is_measured_back_in_working_time() {
        done(OPENED, 6);
        assertThat(clock(ClockKind.RESOLUTION, 6).due()).contains(at(26));
        assertThat(GOLD.escalations()
                        .getFirst()
                        .at(
                                clock(ClockKind.RESOLUTION, 6),
                                OFFICE,
                                desk.find(ID).orElseThrow().pauses()))
                .contains(at(25));
        Escalation early = new Escalation("early", ClockKind.RESOLUTION, Duration.ofHours(3));
        assertThat(early.at(
                        clock(ClockKind.RESOLUTION, 6),
                        OFFICE,
                        desk.find(ID).orElseThrow().pauses()))
                .contains(at(7));
    }

    @Test
    void the_first_answer_stops_its_clock_and_later_messages_start_the_next() {
        done(OPENED, 0);
        assertThat(clock(ClockKind.FIRST_RESPONSE, 2).state()).isEqualTo(ClockState.OVERDUE);
        done(new CaseChange.CustomerWrote(), 0.2);
        assertThat(desk.find(ID).orElseThrow().waitingSince()).isEmpty();
        done(new CaseChange.AgentReplied(), 0.5);
        assertThat(clock(ClockKind.FIRST_RESPONSE, 2).state()).isEqualTo(ClockState.MET);
        done(new CaseChange.CustomerWrote(), 1);
        done(new CaseChange.CustomerWrote(), 2);
        assertThat(clock(ClockKind.NEXT_RESPONSE, 2.5).due()).contains(at(3));
        done(new CaseChange.AgentReplied(), 2.6);
        assertThat(desk.find(ID).orElseThrow().waitingSince()).isEmpty();
    }

    @Test
    void a_solution_stops_every_clock_and_a_reopening_makes_the_time_between_a_pause() {
        done(OPENED, 0);
        done(new CaseChange.Resolved(), 0.5);
        assertThat(clock(ClockKind.FIRST_RESPONSE, 8).state()).isEqualTo(ClockState.STOPPED);
        assertThat(clock(ClockKind.RESOLUTION, 8).elapsed()).isEqualTo(Duration.ofMinutes(30));
        done(new CaseChange.Closed(), 1);
        done(new CaseChange.Reopened(), 2.5);
        ServiceCase open = desk.find(ID).orElseThrow();
        assertThat(open.reopenings()).isEqualTo(1);
        assertThat(open.pauses().spans()).containsExactly(TimeSpan.of(at(0.5), at(2.5)));
        assertThat(clock(ClockKind.RESOLUTION, 3).due()).contains(at(6));
        assertThat(clock(ClockKind.RESOLUTION, 3).elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_pause_ends_with_the_solution() {
        done(OPENED, 0);
        done(new CaseChange.Paused("x"), 1);
        assertThat(clock(ClockKind.RESOLUTION, 2).state()).isEqualTo(ClockState.PAUSED);
        assertThat(clock(ClockKind.RESOLUTION, 2).due()).isEmpty();
        done(new CaseChange.Resolved(), 3);
        assertThat(clock(ClockKind.RESOLUTION, 9).elapsed()).isEqualTo(Duration.ofHours(1));
        assertThat(clock(ClockKind.RESOLUTION, 9).state()).isEqualTo(ClockState.MET);
        done(new CaseChange.Reopened(), 4);
        assertThat(desk.find(ID).orElseThrow().pauses().spans()).containsExactly(TimeSpan.of(at(1), at(4)));
    }

    @Test
    void another_agreement_keeps_the_pauses() {
        done(OPENED, 0);
        done(new CaseChange.Paused("x"), 1);
        done(new CaseChange.Resumed(), 3);
        done(new CaseChange.Agreed(AgreementId.of("silver")), 4);
        Agreement silver = agreement("silver", 2, 5);
        Deadline deadline = ServiceClocks.of(desk.find(ID).orElseThrow(), silver, OFFICE, at(4))
                .getLast();
        assertThat(deadline.due()).contains(at(7));
        assertThat(deadline.elapsed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void what_may_not_happen_is_refused_and_changes_nothing() {
        refused("case.unknown", new CaseChange.Resolved(), 0);
        done(OPENED, 1);
        refused("case.exists", OPENED, 1);
        refused("case.out-of-order", new CaseChange.AgentReplied(), 0.5);
        refused("case.not-resolved", new CaseChange.Reopened(), 1);
        refused("case.not-paused", new CaseChange.Resumed(), 1);
        done(new CaseChange.Paused("x"), 1);
        refused("case.paused", new CaseChange.Paused("y"), 1);
        done(new CaseChange.Resolved(), 2);
        refused("case.resolved", new CaseChange.Resolved(), 2);
        refused("case.resolved", new CaseChange.Paused("z"), 2);
        done(new CaseChange.Closed(), 3);
        refused("case.closed", new CaseChange.AgentReplied(), 3);
        done(new CaseChange.Rated(Survey.SATISFACTION, 5), 3);
        assertThat(desk.find(ID).orElseThrow().ratings()).hasSize(1);
    }

    @Test
    void a_merged_case_goes_on_as_the_other() {
        done(OPENED, 0);
        tell(OTHER, OPENED, 0).orElseThrow();
        Outcome<CaseFact> merged = desk.merge(IdempotencyKey.of("m"), ID, OTHER, at(1), ME);
        assertThat(merged.isAccepted()).isTrue();
        assertThat(desk.survivor(ID).orElseThrow().id()).isEqualTo(OTHER);
        assertThat(desk.find(OTHER).orElseThrow().absorbed()).containsExactly(ID);
        assertThat(desk.find(ID).orElseThrow().isOpen()).isFalse();
        refused("case.merged", new CaseChange.Resolved(), 2);
        assertThat(desk.merge(IdempotencyKey.of("m"), ID, OTHER, at(1), ME))
                .isEqualTo(Outcome.replayed(merged.orElseThrow()));
        assertThat(desk.merge(IdempotencyKey.of("m"), OTHER, ID, at(1), ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("case.key-reused");
        assertThat(desk.merge(IdempotencyKey.of("n"), OTHER, ID, at(1), ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .as("no cycles")
                .hasToString("case.merged");
        assertThat(desk.merge(IdempotencyKey.of("o"), OTHER, OTHER, at(1), ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("case.merge-self");
        assertThat(log.of(OTHER)).hasSize(2);
        assertThatThrownBy(() -> tell(ID, new CaseChange.Merged(OTHER), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_key_gives_the_same_fact_and_no_other_content() {
        IdempotencyKey key = IdempotencyKey.of("once");
        CaseFact first = desk.record(key, ID, OPENED, at(0), ME).orElseThrow();
        done(new CaseChange.Resolved(), 1);
        assertThat(desk.record(key, ID, OPENED, at(0), ME)).isEqualTo(Outcome.replayed(first));
        assertThat(desk.record(key, ID, OPENED, at(1), ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("case.key-reused");
        assertThat(desk.record(key, OTHER, OPENED, at(0), ME).isAccepted()).isFalse();
        assertThat(log.of(ID)).hasSize(2);
        assertThat(log.of(OTHER)).isEmpty();
    }

    @Test
    void who_may_not_handle_the_queue_is_refused() {
        ServiceDesk other = new ServiceDesk(
                log,
                Outbox.none(),
                unitOfWork,
                (actor, permission) -> !permission.scope().equals("phone"),
                () -> NINE);
        assertThat(other.record(IdempotencyKey.of("x"), ID, OPENED, at(0), ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("access.denied");
        assertThat(log.of(ID)).isEmpty();
    }

    @Test
    void status_follows_the_clocks() {
        done(OPENED, 0);
        assertThat(status(0.5)).isEqualTo(ServiceStatus.FIRST_RESPONSE_DUE);
        assertThat(status(1.5)).isEqualTo(ServiceStatus.OVERDUE);
        done(new CaseChange.AgentReplied(), 0.6);
        assertThat(status(1.5)).isEqualTo(ServiceStatus.RESOLUTION_DUE);
        done(new CaseChange.CustomerWrote(), 1.5);
        assertThat(status(1.5)).isEqualTo(ServiceStatus.NEXT_RESPONSE_DUE);
        done(new CaseChange.Resolved(), 4.5);
        assertThat(status(5)).isEqualTo(ServiceStatus.FAILED);
    }

    private ServiceStatus status(double hours) {
        ServiceCase of = desk.find(ID).orElseThrow();
        return ServiceClocks.status(of, ServiceClocks.of(of, GOLD, OFFICE, at(hours)));
    }

    @Test
    void a_queue_tells_which_cases_will_be_late() {
        Duration hour = Duration.ofHours(1);
        ImmutableList<Waiting> queue = Lists.immutable.of(
                new Waiting(CaseId.of("a"), Priority.LOW, at(-1), at(2), hour),
                new Waiting(CaseId.of("b"), Priority.URGENT, at(-2), at(3), hour),
                new Waiting(CaseId.of("c"), Priority.NORMAL, at(-3), at(2.5), hour));
        assertThat(late(queue, 1, QueueOrder.EARLIEST_DUE)).isEmpty();
        assertThat(late(queue, 1, QueueOrder.PRIORITY)).containsExactly("a");
        assertThat(late(queue, 1, QueueOrder.FIRST_IN)).containsExactly("a");
        assertThat(late(queue, 2, QueueOrder.PRIORITY)).isEmpty();
        assertThat(QueueForecast.of(queue, 1, QueueOrder.EARLIEST_DUE, OFFICE, at(7.5))
                        .turns()
                        .getFirst()
                        .ends())
                .as("work goes on the next morning")
                .isEqualTo(at(24.5));
        assertThatThrownBy(() -> QueueForecast.of(queue, 0, QueueOrder.FIRST_IN, OFFICE, NINE))
                .isInstanceOf(InvalidValueException.class);
    }

    private static ImmutableList<String> late(ImmutableList<Waiting> queue, int agents, QueueOrder order) {
        return QueueForecast.of(queue, agents, order, OFFICE, NINE)
                .late()
                .collect(turn -> turn.waiting().id().value());
    }

    @Test
    void surveys_and_the_backlog() {
        assertThat(Survey.SATISFACTION.figure(IntLists.immutable.of(5, 4, 3, 1)))
                .contains(Rational.of(1, 2));
        assertThat(Survey.RECOMMENDATION.figure(IntLists.immutable.of(10, 9, 8, 6, 0)))
                .contains(Rational.ZERO);
        assertThat(Survey.RECOMMENDATION.figure(IntLists.immutable.empty())).isEmpty();
        assertThatThrownBy(() -> new CaseChange.Rated(Survey.SATISFACTION, 0))
                .isInstanceOf(InvalidValueException.class);
        done(OPENED, 0);
        tell(OTHER, OPENED, 1).orElseThrow();
        Backlog backlog = Backlog.of(desk.all(), OFFICE, at(24));
        assertThat(backlog.ages()).containsExactly(Duration.ofHours(7), Duration.ofHours(8));
        assertThat(backlog.median()).contains(Duration.ofHours(7));
        assertThat(backlog.olderThan(Duration.ofHours(7))).isEqualTo(1);
        assertThat(Backlog.reopenRate(desk.all())).isEqualTo(Optional.empty());
        tell(OTHER, new CaseChange.Resolved(), 2).orElseThrow();
        done(new CaseChange.Resolved(), 3);
        done(new CaseChange.Reopened(), 4);
        assertThat(Backlog.reopenRate(desk.all())).contains(Rational.of(1, 2));
    }

    @Test
    void a_missed_promise_is_noticed_once_for_each_deadline() {
        tell(ID, OPENED, 0).orElseThrow();
        ImmutableList<Deadline> late = ServiceClocks.of(desk.find(ID).orElseThrow(), GOLD, OFFICE, at(1.5));
        ImmutableList<CaseChange.Breached> missed =
                ServiceClocks.unnoticed(desk.find(ID).orElseThrow(), late);
        assertThat(missed.collect(CaseChange.Breached::clock)).containsExactly(ClockKind.FIRST_RESPONSE);
        tell(ID, missed.getOnly(), 1.5).orElseThrow();
        ServiceCase noticed = desk.find(ID).orElseThrow();
        assertThat(noticed.breaches()).isEqualTo(missed);
        assertThat(ServiceClocks.unnoticed(noticed, late)).isEmpty();
        assertThat(outbox.events().collect(event -> event.type() + " " + event.subject()))
                .containsExactly("case.opened " + ID + "#1", "case.breached " + ID + "#2");
    }
}
