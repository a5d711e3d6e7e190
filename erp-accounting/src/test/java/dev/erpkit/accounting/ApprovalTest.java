package dev.erpkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.posting.ApprovalPolicy;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four eyes over everything that posts, not only over entries that a person writes. */
class ApprovalTest {
    private static final Actor CLERK = Actor.of("clerk");
    private static final Actor CHIEF = Actor.of("chief");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private final Books books = books(ApprovalPolicy.FOUR_EYES);
    private final Books approved = books.approvedBy(CHIEF);

    private static Books books(ApprovalPolicy approval) {
        return Books.over(
                BooksStores.inMemory(),
                BooksSetup.of("JPY").with(new PostingPolicy(LockedDatePolicy.REFUSE, approval)));
    }

    @BeforeEach
    void open_accounts() {
        open(books);
    }

    private static void open(Books books) {
        books.open(Account.of("cash", "Cash", AccountClass.ASSET));
        books.open(Account.of("sales", "Sales", AccountClass.INCOME));
        books.open(Account.of("fx", "Exchange differences", AccountClass.INCOME));
        books.open(Account.builder()
                .id("retained")
                .name("Retained earnings")
                .accountClass(AccountClass.EQUITY)
                .tag("retained-earnings")
                .build());
        books.open(Account.builder()
                .id("receivable")
                .name("Receivable")
                .accountClass(AccountClass.ASSET)
                .control(ControlKind.RECEIVABLE)
                .build());
    }

    private static JournalEntry sale(String id) {
        return JournalEntry.builder()
                .id(id)
                .date(DAY)
                .debit("cash", Amounts.of("100", "JPY"))
                .credit("sales", Amounts.of("100", "JPY"))
                .build();
    }

    private ItemId item(String id, String usd, String jpy) {
        JournalLine receivable = JournalLine.builder()
                .account("receivable")
                .party(PartyId.of("customer"))
                .amount(Amounts.of(usd, "USD"))
                .base(Amounts.of(jpy, "JPY"))
                .build();
        JournalLine sales = JournalLine.builder()
                .from(receivable.negated())
                .account("sales")
                .party(Optional.empty())
                .build();
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id).date(DAY).lines(Lists.immutable.of(receivable, sales));
        approved.post(entry.build(), CLERK).orElseThrow();
        return ItemId.of(id, 0);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(r -> r.code().value()).orElse("accepted");
    }

    @Test
    void a_preview_gives_what_posting_with_the_same_approver_gives() {
        assertThat(code(books.preview(sale("s"), CLERK))).isEqualTo("approval.missing");
        PostedEntry preview = approved.preview(sale("s"), CLERK).orElseThrow();
        PostedEntry posted = approved.post(sale("s"), CLERK).orElseThrow();
        assertThat(posted.approvedBy()).contains(CHIEF).isEqualTo(preview.approvedBy());
        assertThat(books.balance("cash", DAY)).isEqualTo(Amounts.of("100", "JPY"));
    }

    @Test
    void a_year_is_closed_and_reopened_with_approval() {
        approved.post(sale("s"), CLERK).orElseThrow();
        var year =
                FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR).yearOf(DAY);
        assertThat(code(books.yearEnd().close(BookId.MAIN, year, ClosePolicy.standard(), CLERK)))
                .isEqualTo("approval.missing");
        assertThat(code(approved.yearEnd().close(BookId.MAIN, year, ClosePolicy.standard(), CHIEF)))
                .isEqualTo("approval.same-person");
        approved.yearEnd()
                .close(BookId.MAIN, year, ClosePolicy.standard(), CLERK)
                .orElseThrow();
        assertThat(approved.yearEnd()
                        .reopen(BookId.MAIN, year.name(), "found an invoice", CLERK)
                        .isAccepted())
                .isTrue();
        assertThat(books.verify().sound()).isTrue();
    }

    @Test
    void a_match_with_an_exchange_difference_and_its_reversal_are_approved() {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id("m").date(DAY).item(item("invoice", "1", "100")).item(item("payment", "-1", "-90"));
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ExchangeAccounts.of("fx", "fx"));
        assertThat(code(books.matching().match(request.build(), policy.build(), CLERK)))
                .isEqualTo("approval.missing");
        Match match = approved.matching()
                .match(request.build(), policy.build(), CLERK)
                .orElseThrow();
        assertThat(books.stores()
                        .journal()
                        .find(match.entry().orElseThrow())
                        .orElseThrow()
                        .approvedBy())
                .contains(CHIEF);
        assertThat(approved.matchedReversal()
                        .reverse(EntryId.of("invoice"), EntryId.of("void"), DAY, CLERK)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void a_settled_reservation_is_approved() {
        books.reservations().reserve(sale("hold"), Optional.empty(), CLERK).orElseThrow();
        assertThat(code(books.reservations().settle(EntryId.of("hold"), EntryId.of("s"), CLERK)))
                .isEqualTo("approval.missing");
        assertThat(approved.reservations()
                        .settle(EntryId.of("hold"), EntryId.of("s"), CLERK)
                        .orElseThrow()
                        .approvedBy())
                .contains(CHIEF);
    }

    @Test
    void who_approves_where_nobody_has_to_is_somebody_else_all_the_same() {
        Books free = books(ApprovalPolicy.NONE);
        open(free);
        assertThat(code(free.posting().post(sale("s"), CLERK, CLERK))).isEqualTo("approval.same-person");
        assertThat(code(free.posting().post(sale("s"), CLERK, CHIEF))).isEqualTo("accepted");
    }
}
