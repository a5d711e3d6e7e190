package dev.erpkit.accounting.period;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/**
 * Case ledger-core-005, from the tests of Tryton's account module. There is no draft to bring an entry back to: the nearest
 * a client can try is to post other content under the id.
 */
class PostLifecycleGoldenTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private static JournalEntry entry(String id, LocalDate date, String receivable) {
        return JournalEntry.builder()
                .id(id)
                .date(date)
                .credit("revenue", Amounts.of("100", "USD"))
                .add(JournalLine.builder()
                        .account(receivable)
                        .inBase(Amounts.of("100", "USD"))
                        .party(PartyId.of("P1"))
                        .build())
                .build();
    }

    private static String code(Outcome<PostedEntry> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    @Test
    void a_posted_entry_stays_and_a_locked_period_takes_no_more() {
        Books books = Books.inMemory("USD");
        books.open(Account.of("revenue", "Revenue", AccountClass.INCOME));
        books.open(Account.of("cash", "Cash", AccountClass.ASSET));
        books.open(Account.builder()
                .id("receivable")
                .name("Receivable")
                .accountClass(AccountClass.ASSET)
                .control(ControlKind.RECEIVABLE)
                .build());
        assertThat(books.post(entry("e", DAY, "receivable"), ME).isAccepted()).isTrue();
        assertThat(code(books.post(entry("e", DAY.plusDays(1), "receivable"), ME)))
                .isEqualTo("entry.id-reused");
        assertThat(code(books.post(entry("e", DAY, "cash"), ME))).isEqualTo("entry.id-reused");
        JournalEntry empty = JournalEntry.builder()
                .id("f")
                .date(DAY)
                .lines(Lists.immutable.empty())
                .build();
        assertThat(code(books.post(empty, ME))).isEqualTo("entry.empty");
        books.periods()
                .lock(BookId.MAIN, LockScope.ALL, LocalDate.of(2026, 1, 31), ME)
                .orElseThrow();
        assertThat(code(books.post(entry("g", DAY, "receivable"), ME))).isEqualTo("period.locked");
        assertThat(books.stores().journal().lastPosition()).isEqualTo(1);
    }
}
