package dev.erpkit.company.sales;

import dev.erpkit.company.report.CaseReport;
import dev.erpkit.company.report.ServiceReport;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.worktime.WorkCalendar;
import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.core.worktime.WorkWeek;
import dev.erpkit.crm.activity.ActivityChannel;
import dev.erpkit.crm.service.Agreement;
import dev.erpkit.crm.service.Backlog;
import dev.erpkit.crm.service.CaseChange;
import dev.erpkit.crm.service.CaseId;
import dev.erpkit.crm.service.ClockKind;
import dev.erpkit.crm.service.Deadline;
import dev.erpkit.crm.service.Escalation;
import dev.erpkit.crm.service.Priority;
import dev.erpkit.crm.service.QueueForecast;
import dev.erpkit.crm.service.QueueId;
import dev.erpkit.crm.service.QueueOrder;
import dev.erpkit.crm.service.ServiceCase;
import dev.erpkit.crm.service.ServiceClocks;
import dev.erpkit.crm.service.ServiceDesk;
import dev.erpkit.crm.service.Survey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Cases of the year, promised in working time of the office. */
final class ServiceStory {
    static final Agreement PREMIUM = Agreement.builder()
            .id("premium")
            .target(Priority.HIGH, ClockKind.FIRST_RESPONSE, Duration.ofHours(2))
            .target(Priority.HIGH, ClockKind.NEXT_RESPONSE, Duration.ofHours(4))
            .target(Priority.HIGH, ClockKind.RESOLUTION, Duration.ofHours(16))
            .target(Priority.NORMAL, ClockKind.FIRST_RESPONSE, Duration.ofHours(4))
            .target(Priority.NORMAL, ClockKind.RESOLUTION, Duration.ofHours(40))
            .escalation(new Escalation("責任者 Team lead", ClockKind.RESOLUTION, Duration.ofHours(2)))
            .build();

    static final Agreement STANDARD = Agreement.builder()
            .id("standard")
            .target(Priority.NORMAL, ClockKind.FIRST_RESPONSE, Duration.ofHours(8))
            .target(Priority.NORMAL, ClockKind.RESOLUTION, Duration.ofHours(45))
            .build();

    /** Working hours, without public holidays and the days around the new year. */
    static final WorkTime OFFICE = WorkCalendar.of(
                    WorkWeek.mondayToFriday("09:00-12:00", "13:00-17:30"), JapaneseHolidays.law())
            .withDate(LocalDate.of(2025, 12, 29))
            .withDate(LocalDate.of(2025, 12, 30))
            .withDate(LocalDate.of(2025, 12, 31))
            .withDate(LocalDate.of(2026, 1, 2))
            .over(DateRange.of(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 7, 1)), Japan.ZONE);

    /** The working time that a case usually takes. */
    private static final Duration EFFORT = Duration.ofHours(5);

    private static final CaseChange REPLIED = new CaseChange.AgentReplied();
    private static final CaseChange RESOLVED = new CaseChange.Resolved();
    private static final QueueId QUEUE = QueueId.of("support");
    private static final Actor AGENT = Actor.of("support");

    private final Diary diary;
    private final ServiceDesk desk;
    private final CustomerFile customers;

    ServiceStory(
            Diary diary,
            SalesStores stores,
            CustomerFile customers,
            Outbox outbox,
            UnitOfWork work,
            InstantSource clock) {
        this.diary = diary;
        this.desk = new ServiceDesk(stores.cases(), outbox, work, AccessPolicy.allowAll(), clock);
        this.customers = customers;
    }

    void write() {
        overTheHolidays();
        reopened();
        late();
        open();
    }

    /** Opened before the holidays of May, and paused over them. */
    private void overTheHolidays() {
        opened("2025-05-02T16:00", "CASE-01", "C-105", Priority.HIGH, PREMIUM, "ミルから異音がする A grinder is noisy");
        at("2025-05-02T16:45", "CASE-01", REPLIED);
        at("2025-05-02T17:00", "CASE-01", new CaseChange.Paused("動画を待つ Waits for a video"));
        at("2025-05-07T10:00", "CASE-01", new CaseChange.Resumed());
        at("2025-05-08T15:00", "CASE-01", RESOLVED);
        at("2025-05-12T10:00", "CASE-01", new CaseChange.Closed());
        at("2025-05-12T11:00", "CASE-01", new CaseChange.Rated(Survey.SATISFACTION, 5));
    }

    /** Told twice, solved, opened again and solved for good. */
    private void reopened() {
        opened("2025-06-13T10:00", "CASE-02", "C-104", Priority.NORMAL, PREMIUM, "包装が破れた箱がある Some boxes are torn");
        opened("2025-06-13T11:00", "CASE-03", "C-104", Priority.NORMAL, PREMIUM, "破損した箱の交換 About the torn boxes again");
        diary.on(
                "2025-06-13",
                day -> desk.merge(
                                IdempotencyKey.of("CASE-03-merged"),
                                CaseId.of("CASE-03"),
                                CaseId.of("CASE-02"),
                                Japan.at("2025-06-13T11:30"),
                                AGENT)
                        .orElseThrow());
        at("2025-06-13T13:30", "CASE-02", REPLIED);
        at("2025-06-17T16:00", "CASE-02", RESOLVED);
        at("2025-06-19T09:30", "CASE-02", new CaseChange.Reopened());
        at("2025-06-20T11:00", "CASE-02", RESOLVED);
        at("2025-06-24T10:00", "CASE-02", new CaseChange.Rated(Survey.SATISFACTION, 4));
    }

    private void late() {
        opened("2025-09-16T10:00", "CASE-04", "C-101", Priority.NORMAL, STANDARD, "請求書の宛名 Name on an invoice");
        at("2025-09-18T11:00", "CASE-04", REPLIED);
        at("2025-09-19T09:30", "CASE-04", RESOLVED);
        at("2025-09-22T10:00", "CASE-04", new CaseChange.Rated(Survey.SATISFACTION, 2));
    }

    /** What is not solved when the year ends; one waits for the customer. */
    private void open() {
        opened("2026-03-25T14:00", "CASE-05", "C-102", Priority.NORMAL, STANDARD, "ミルの設置場所 Where to put a grinder");
        at("2026-03-25T16:00", "CASE-05", REPLIED);
        at("2026-03-27T10:00", "CASE-05", new CaseChange.Paused("図面を待つ Waits for a floor plan"));
        opened("2026-03-30T11:00", "CASE-06", "C-101", Priority.NORMAL, STANDARD, "試飲の依頼 Wants to taste");
        at("2026-03-30T14:00", "CASE-06", REPLIED);
        opened("2026-03-30T15:00", "CASE-07", "C-103", Priority.HIGH, PREMIUM, "納品書と数量が違う Goods and note differ");
        at("2026-03-30T15:30", "CASE-07", REPLIED);
        opened("2026-03-31T15:00", "CASE-08", "C-105", Priority.HIGH, PREMIUM, "ミルが動かない A grinder stands still");
    }

    private void opened(String time, String id, String party, Priority priority, Agreement agreement, String words) {
        diary.on(time.substring(0, 10), day -> customers.talk(id, party, ActivityChannel.NOTE, day, words));
        at(time, id, new CaseChange.Opened(PartyId.of(party), QUEUE, priority, Optional.of(agreement.id())));
    }

    private void at(String time, String id, CaseChange change) {
        diary.on(
                time.substring(0, 10),
                day -> desk.record(IdempotencyKey.of(id + "@" + time), CaseId.of(id), change, Japan.at(time), AGENT)
                        .orElseThrow());
    }

    ServiceReport report(Instant now) {
        ImmutableList<ServiceCase> cases = desk.all();
        return new ServiceReport(
                cases.collect(one -> report(one, now)),
                forecast(cases, 1, now),
                forecast(cases, 2, now),
                Backlog.of(cases, OFFICE, now),
                Survey.SATISFACTION.figure(
                        cases.flatCollect(ServiceCase::ratings).collectInt(CaseChange.Rated::score)));
    }

    private CaseReport report(ServiceCase one, Instant now) {
        ImmutableList<Deadline> clocks = one.mergedInto().isPresent() ? Lists.immutable.empty() : clocks(one, now);
        return new CaseReport(
                one,
                customers.words(one.id().value()),
                ServiceClocks.status(one, clocks),
                clocks,
                agreement(one).escalations(),
                OFFICE);
    }

    private static ImmutableList<Deadline> clocks(ServiceCase one, Instant now) {
        return ServiceClocks.of(one, agreement(one), OFFICE, now);
    }

    private static Agreement agreement(ServiceCase one) {
        return one.agreement().filter(PREMIUM.id()::equals).isPresent() ? PREMIUM : STANDARD;
    }

    /** Those that wait for the customer are not in the queue. */
    private static QueueForecast forecast(ImmutableList<ServiceCase> cases, int agents, Instant now) {
        ImmutableList<QueueForecast.Waiting> queue = cases.select(
                        one -> one.isOpen() && one.pausedSince().isEmpty())
                .collect(one -> new QueueForecast.Waiting(
                        one.id(),
                        one.priority(),
                        one.openedAt(),
                        clocks(one, now).getLast().due().orElseThrow(),
                        EFFORT));
        return QueueForecast.of(queue, agents, QueueOrder.FIRST_IN, OFFICE, now);
    }
}
