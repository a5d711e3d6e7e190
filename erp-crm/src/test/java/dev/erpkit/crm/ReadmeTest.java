package dev.erpkit.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import dev.erpkit.core.memory.MemoryOutbox;
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
import dev.erpkit.crm.service.Deadline;
import dev.erpkit.crm.service.Priority;
import dev.erpkit.crm.service.QueueId;
import dev.erpkit.crm.service.ServiceClocks;
import dev.erpkit.crm.service.ServiceDesk;
import dev.erpkit.crm.service.memory.MemoryCaseLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The code of this module's README compiles, runs and gives the figures in its comments. */
class ReadmeTest {
    @Test
    void the_lines_give_these_figures() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-05-01T07:00:00Z"));
        Actor me = Actor.of("me");
        // begin
        WorkTime tokyo = WorkCalendar.of(WorkWeek.mondayToFriday("09:00-12:00", "13:00-17:30"), JapaneseHolidays.law())
                .over(DateRange.parse("2026-01-01/2027-01-01"), ZoneId.of("Asia/Tokyo"));
        Agreement gold = Agreement.builder()
                .id("gold")
                .target(Priority.HIGH, ClockKind.RESOLUTION, Duration.ofHours(8))
                .build();
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        MemoryOutbox outbox = new MemoryOutbox(unitOfWork);
        ServiceDesk desk =
                new ServiceDesk(new MemoryCaseLog(unitOfWork), outbox, unitOfWork, AccessPolicy.allowAll(), clock);
        CaseId id = CaseId.of("case-1");
        Instant friday = Instant.parse("2026-05-01T07:00:00Z"); // 16:00 in Tokyo
        CaseChange opened = CaseChange.opened(PartyId.of("C-17"), QueueId.of("phone"), Priority.HIGH);
        desk.record(IdempotencyKey.of("k1"), id, opened, friday, me).orElseThrow();
        Deadline solution = ServiceClocks.of(desk.find(id).orElseThrow(), gold, tokyo, friday)
                .getOnly();
        Instant due = solution.due().orElseThrow(); // Thursday 16:30, after three holidays
        String derivation = solution.trace().render();
        // end
        assertThat(outbox.events().getOnly().type()).isEqualTo("case.opened");
        assertThat(due).isEqualTo(Instant.parse("2026-05-07T07:30:00Z"));
        assertThat(derivation).isEqualTo("""
                deadline resolution = 2026-05-07T07:30:00Z  {started=2026-05-01T07:00:00Z, target=PT8H}
                  counted 2026-05-01T07:00:00Z/2026-05-01T08:30:00Z = PT1H30M
                  counted 2026-05-07T00:00:00Z/2026-05-07T03:00:00Z = PT3H
                  counted 2026-05-07T04:00:00Z/2026-05-07T07:30:00Z = PT3H30M
                """);
    }

    @Test
    void the_readme_shows_these_lines() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/erpkit/crm/ReadmeTest.java"));
        String shown =
                between(source, "// begin\n", "        // end").stripTrailing().stripIndent() + "\n";
        assertThat(between(Files.readString(Path.of("README.md")), "```java\n", "```"))
                .isEqualTo(shown);
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
