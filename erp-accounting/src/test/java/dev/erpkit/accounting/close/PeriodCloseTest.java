package dev.erpkit.accounting.close;

import static dev.erpkit.accounting.close.CloseBooks.ME;
import static dev.erpkit.accounting.close.CloseBooks.Y2025;
import static dev.erpkit.accounting.close.CloseBooks.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.close.ChecklistItem.State;
import dev.erpkit.accounting.close.ChecklistItem.Weight;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.memory.MemoryJournalStore;
import dev.erpkit.accounting.memory.MemoryOpenItemLog;
import dev.erpkit.accounting.memory.MemorySealLog;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** A period is closed when nothing on its checklist blocks. */
class PeriodCloseTest {
    private static final DateRange MAY = DateRange.of(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 1));
    private static final RefusalCode HOST = RefusalCode.of("host.stock-not-counted");

    private final CloseBooks sample = new CloseBooks();
    private final AtomicLong left = new AtomicLong(2);

    private PeriodClose close(CloseChecklist list) {
        return new PeriodClose(sample.books.periods(), sample.stores.unitOfWork(), list);
    }

    private ChecklistItem item(PeriodCheck check) {
        return check.check(BookId.MAIN, MAY);
    }

    @Test
    void areas_and_hosts_put_points_on_the_list_and_open_ones_block_or_warn() {
        CloseChecklist list = CloseChecklist.of(
                        PeriodChecks.depreciation((book, period) -> left.get()),
                        PeriodChecks.bankLines((book, period) -> 3))
                .with(PeriodChecks.counted(HOST, Weight.BLOCKS, "Count the stock", (book, period) -> left.get() - 1));
        PeriodClose close = close(list);
        assertThat(close.checklist(BookId.MAIN, MAY)
                        .collect(i -> i.code() + " " + i.weight() + " " + i.state() + " " + i.count()))
                .containsExactly(
                        "close.undepreciated-assets BLOCKS OPEN 2",
                        "close.unmatched-bank-lines WARNS OPEN 3",
                        "host.stock-not-counted BLOCKS OPEN 1");
        Refusal refusal = close.close(BookId.MAIN, MAY, ME).refusal().orElseThrow();
        assertThat(refusal.code()).isEqualTo(PeriodChecks.DEPRECIATION);
        assertThat(refusal.facts().get("count")).isEqualTo("2");
        assertThat(refusal.facts().get("blockers")).isEqualTo("close.undepreciated-assets,host.stock-not-counted");
        assertThat(sample.books.periods().current().locks(BookId.MAIN)).isEmpty();

        left.set(1);
        assertThat(close.close(BookId.MAIN, MAY, ME).refusal().orElseThrow().code())
                .isEqualTo(PeriodChecks.DEPRECIATION);
        left.set(0);
        PeriodClose ready = close(CloseChecklist.of(
                PeriodChecks.depreciation((book, period) -> left.get()),
                PeriodChecks.declaration((book, period) -> 1)));
        assertThat(ready.close(BookId.MAIN, MAY, ME).isAccepted()).isTrue();
        assertThat(sample.books.periods().current().lockedThrough(BookId.MAIN, LockScope.ALL))
                .contains(MAY.lastDay());
        left.set(9);
        assertThat(ready.close(BookId.MAIN, MAY, ME).isAccepted()).isTrue();
    }

    @Test
    void a_year_is_held_to_the_same_list() {
        CloseCheck yearly = CloseChecklist.of(
                        PeriodChecks.drafts((book, period) -> period.equals(Y2025.range()) ? 4 : 0),
                        PeriodChecks.deferrals((book, period) -> 0),
                        PeriodChecks.bankLines((book, period) -> 3))
                .yearly();
        assertThat(yearly.blockers(BookId.MAIN, Y2025).collect(Refusal::code)).containsExactly(PeriodChecks.DRAFTS);
    }

    @Test
    void reservations_of_the_period_block() {
        PeriodCheck check = PeriodChecks.reservations(sample.stores.reservations());
        assertThat(item(check).state()).isEqualTo(State.DONE);
        sample.books
                .reservations()
                .reserve(
                        CloseBooks.entry("r", BookId.MAIN, MAY.lastDay(), "rent", Dimensions.none(), -5),
                        Optional.empty(),
                        ME)
                .orElseThrow();
        assertThat(item(check).count()).isEqualTo(1);
        assertThat(item(check).facts().get("first")).isEqualTo("r");
        assertThat(check.check(BookId.MAIN, DateRange.of(LocalDate.of(2025, 4, 1), MAY.startInclusive()))
                        .state())
                .isEqualTo(State.DONE);
    }

    @Test
    void money_on_suspense_accounts_warns() {
        sample.books.open(Account.builder()
                .id("unknown")
                .name("Suspense")
                .accountClass(AccountClass.ASSET)
                .tag("suspense")
                .build());
        PeriodCheck check = PeriodChecks.suspense(sample.books::ledger, sample.books::chart);
        assertThat(item(check).state()).isEqualTo(State.DONE);
        sample.post("s", MAY.startInclusive(), "unknown", -7);
        assertThat(item(check).blocks()).isFalse();
        assertThat(item(check).facts().get("accounts")).isEqualTo("unknown");
        sample.post("t", MAY.endExclusive(), "unknown", 7);
        assertThat(item(check).state()).isEqualTo(State.OPEN);
    }

    @Test
    void a_control_account_that_its_items_do_not_explain_blocks() {
        sample.books.open(Account.builder()
                .id("receivable")
                .name("Receivable")
                .accountClass(AccountClass.ASSET)
                .control(ControlKind.RECEIVABLE)
                .build());
        sample.books
                .post(
                        JournalEntry.builder()
                                .id("i")
                                .date(MAY.startInclusive())
                                .add(JournalLine.builder()
                                        .account("receivable")
                                        .inBase(yen(100))
                                        .party(PartyId.of("c"))
                                        .build())
                                .add(JournalLine.of("sales", yen(-100)))
                                .build(),
                        ME)
                .orElseThrow();
        assertThat(item(PeriodChecks.controlAccounts(
                                sample.books::ledger, sample.books::chart, sample.stores.openItems()))
                        .state())
                .isEqualTo(State.DONE);
        PeriodCheck lost = PeriodChecks.controlAccounts(
                sample.books::ledger, sample.books::chart, new MemoryOpenItemLog(new MemoryUnitOfWork()));
        assertThat(item(lost).blocks()).isTrue();
        assertThat(item(lost).facts().get("accounts")).isEqualTo("receivable");
        PeriodCheck unknown =
                PeriodChecks.controlAccounts(LedgerIndex::new, sample.books::chart, sample.stores.openItems());
        assertThat(item(unknown).count()).isEqualTo(1);
    }

    @Test
    void gaps_in_numbers_block() {
        MemoryJournalStore journal = new MemoryJournalStore(new MemoryUnitOfWork());
        PeriodCheck check = PeriodChecks.numbers(journal);
        journal.append(Lists.immutable.of(numbered(1, 1), numbered(2, 2)));
        assertThat(item(check).state()).isEqualTo(State.DONE);
        journal.append(Lists.immutable.of(numbered(3, 5)));
        assertThat(item(check).count()).isEqualTo(2);
        assertThat(item(check).facts().get("series")).isEqualTo("general/2025");
    }

    private static PostedEntry numbered(long position, long number) {
        return new PostedEntry(
                CloseBooks.entry("e" + position, BookId.MAIN, MAY.startInclusive(), "sales", Dimensions.none(), 5),
                position,
                Instant.EPOCH.plusSeconds(position),
                new EntryNumber(JournalId.GENERAL, 2025, number),
                ME,
                Optional.empty());
    }

    @Test
    void a_journal_that_does_not_fit_its_seals_blocks() {
        sample.post("a", MAY.startInclusive(), "sales", 5);
        assertThat(item(PeriodChecks.seal(sample.stores.journal(), sample.stores.seals()))
                        .state())
                .isEqualTo(State.DONE);
        ChecklistItem lost =
                item(PeriodChecks.seal(sample.stores.journal(), new MemorySealLog(new MemoryUnitOfWork())));
        assertThat(lost.blocks()).isTrue();
        assertThat(lost.facts().get("reason")).isEqualTo("evidence.seal-missing");
        assertThat(sample.stores.seals().last().map(Seal::position)).contains(1L);
    }
}
