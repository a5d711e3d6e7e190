package dev.erpkit.accounting.consolidation;

import static dev.erpkit.accounting.consolidation.GroupSample.END;
import static dev.erpkit.accounting.consolidation.GroupSample.START;
import static dev.erpkit.accounting.consolidation.GroupSample.end;
import static dev.erpkit.accounting.consolidation.GroupSample.on;
import static dev.erpkit.accounting.consolidation.GroupSample.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.consolidation.memory.MemoryConsolidationLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.ledger.Journals;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Freezing period after period, and reading members from their ledgers. */
class ConsolidationServiceTest {
    private static final Actor ME = Actor.of("me");
    private static final DateRange NEXT = DateRange.of(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1));

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final MemoryConsolidationLog log = new MemoryConsolidationLog(work);
    private final GroupSample sample = new GroupSample()
            .member("parent", "USD", ConsolidationMethod.FULL)
            .member("sub", "EUR", ConsolidationMethod.FULL)
            .holding("parent", "sub", "1")
            .rate("EUR", RateType.HISTORICAL, START, "1.00")
            .rate("EUR", RateType.AVERAGE, END, "1.10")
            .rate("EUR", RateType.CLOSING, END, "1.20")
            .rate("EUR", RateType.AVERAGE, NEXT.lastDay(), "1.25")
            .rate("EUR", RateType.CLOSING, NEXT.lastDay(), "1.30");

    private ConsolidationService service(AccessPolicy access) {
        return new ConsolidationService(log, work, access, () -> Instant.parse("2027-02-01T00:00:00.123456789Z"));
    }

    private ConsolidationService.Request request(DateRange period, DatedAmount... amounts) {
        MemberBooks sub =
                new MemberBooks(MemberId.of("sub"), AccountMapping.sameCodes(), Lists.immutable.with(amounts));
        return new ConsolidationService.Request(
                "group",
                sample.group(),
                GroupSample.CHART,
                period,
                ConsolidationFacts.of(sample.books().take(1).newWith(sub)),
                policy().build(),
                sample.rates());
    }

    private ConsolidationService.Request first(long revenue) {
        return request(
                GroupSample.YEAR, end("assets", 500 + revenue), on("capital", START, -500), end("revenue", -revenue));
    }

    @Test
    void a_period_is_frozen_once_and_the_next_begins_with_it() {
        ConsolidationService service = service(AccessPolicy.allowAll());
        ConsolidationRun run = service.freeze(first(100), ME).orElseThrow();
        assertThat(run.recordedAt()).isEqualTo(Instant.parse("2027-02-01T00:00:00.123456Z"));
        assertThat(service.freeze(first(100), ME)).isEqualTo(Outcome.replayed(run));
        assertThat(service.freeze(first(101), ME).refusal().orElseThrow().code())
                .isEqualTo(ConsolidationRefusals.FROZEN);
        assertThat(log.newest("group")).contains(run);

        ConsolidationService.Request second =
                request(NEXT, on("assets", NEXT.lastDay(), 600), on("capital", START, -500), on("retained", END, -100));
        assertThat(service.figures(second).orElseThrow().minor("cta")).isEqualTo(-11_000 - 6_000);
        assertThat(service.freeze(second, ME).isAccepted()).isTrue();
        assertThat(service.freeze(first(100), ME)).isEqualTo(Outcome.replayed(run));
        assertThat(service.freeze(first(99), ME).refusal().orElseThrow().code())
                .isEqualTo(ConsolidationRefusals.FROZEN);
    }

    @Test
    void a_gap_between_periods_is_refused() {
        ConsolidationService service = service(AccessPolicy.allowAll());
        service.freeze(first(100), ME).orElseThrow();
        DateRange later = DateRange.of(LocalDate.of(2027, 4, 1), NEXT.endExclusive());
        assertThat(service.freeze(request(later), ME).refusal().orElseThrow().code())
                .isEqualTo(ConsolidationRefusals.NOT_NEXT);
    }

    @Test
    void who_may_not_freeze_changes_nothing() {
        Outcome<ConsolidationRun> outcome = service(
                        (actor, permission) -> !permission.scope().equals("group"))
                .freeze(first(100), ME);
        assertThat(outcome.refusal().orElseThrow().facts().get("action")).isEqualTo("consolidation.freeze");
        assertThat(log.newest("group")).isEmpty();
    }

    /** A ledger of two years: the first is closed, of the second two months are there, the close of the year too. */
    @Test
    void a_ledger_gives_balances_months_and_movements_of_equity() {
        Chart chart = Chart.of(
                Account.of("cash", "Cash", AccountClass.ASSET),
                Account.of("capital", "Capital", AccountClass.EQUITY),
                Account.of("retained", "Retained", AccountClass.EQUITY),
                Account.of("sales", "Sales", AccountClass.INCOME));
        LedgerIndex index = new LedgerIndex();
        post(index, LocalDate.of(2025, 3, 1), "cash", "capital", 500, EntryKind.NORMAL);
        post(index, LocalDate.of(2025, 5, 1), "cash", "sales", 40, EntryKind.NORMAL);
        post(index, LocalDate.of(2025, 12, 31), "sales", "retained", 40, EntryKind.CLOSING);
        post(index, LocalDate.of(2026, 1, 5), "cash", "sales", 7, EntryKind.NORMAL);
        post(index, LocalDate.of(2026, 1, 9), "cash", "sales", 1, EntryKind.NORMAL);
        post(index, LocalDate.of(2026, 4, 2), "cash", "sales", 5, EntryKind.NORMAL);
        post(index, LocalDate.of(2026, 6, 1), "retained", "cash", 2, EntryKind.NORMAL);
        post(index, LocalDate.of(2026, 6, 1), "retained", "cash", 1, EntryKind.NORMAL);
        post(index, END, "sales", "retained", 13, EntryKind.CLOSING);
        post(index, END.plusDays(1), "cash", "sales", 999, EntryKind.NORMAL);
        ImmutableList<DatedAmount> amounts = MemberBooks.read(
                        MemberId.of("sub"),
                        AccountMapping.sameCodes(),
                        index,
                        chart,
                        BookId.MAIN,
                        GroupSample.YEAR,
                        AverageBasis.MONTH)
                .amounts();
        assertThat(amounts)
                .containsExactlyInAnyOrder(
                        on("cash", END, 550),
                        on("sales", LocalDate.of(2026, 1, 31), -8),
                        on("sales", LocalDate.of(2026, 4, 30), -5),
                        on("capital", LocalDate.of(2025, 3, 1), -500),
                        on("retained", LocalDate.of(2025, 12, 31), -40),
                        on("retained", LocalDate.of(2026, 6, 1), 3));
        assertThat(MemberBooks.read(
                                MemberId.of("sub"),
                                AccountMapping.sameCodes(),
                                index,
                                chart,
                                BookId.MAIN,
                                GroupSample.YEAR,
                                AverageBasis.PERIOD)
                        .amounts()
                        .select(amount -> amount.account().value().equals("sales")))
                .containsExactly(on("sales", END, -13));
    }

    private static void post(
            LedgerIndex index, LocalDate day, String debit, String credit, long major, EntryKind kind) {
        long position = index.position() + 1;
        index.advance(Journals.posted(
                JournalEntry.builder()
                        .id("e" + position)
                        .date(day)
                        .kind(kind)
                        .debit(debit, Amounts.of(String.valueOf(major), "EUR"))
                        .credit(credit, Amounts.of(String.valueOf(major), "EUR"))
                        .build(),
                position,
                Journals.START));
    }
}
