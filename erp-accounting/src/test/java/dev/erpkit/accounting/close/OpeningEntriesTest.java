package dev.erpkit.accounting.close;

import static dev.erpkit.accounting.close.CloseBooks.ME;
import static dev.erpkit.accounting.close.CloseBooks.line;
import static dev.erpkit.accounting.close.CloseBooks.usd;
import static dev.erpkit.accounting.close.CloseBooks.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

class OpeningEntriesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 31);
    private final CloseBooks kept = new CloseBooks();

    private static OpeningEntries opening(Optional<AccountId> difference) {
        return new OpeningEntries("opening", BookId.MAIN, JournalId.GENERAL, DAY, difference);
    }

    private static JournalLine of(String account, long minor) {
        return line(account, Dimensions.none(), yen(minor), yen(minor));
    }

    private void post(Outcome<ImmutableList<JournalEntry>> entries) {
        entries.orElseThrow().forEach(entry -> kept.books.post(entry, ME).orElseThrow());
    }

    @Test
    void balances_that_balance_make_one_entry() {
        ImmutableList<JournalEntry> entries = opening(Optional.empty())
                .of(Lists.immutable.of(of("cash", 500), of("bank", 200), of("retained", -700)))
                .orElseThrow();
        assertThat(entries.getOnly().kind()).isEqualTo(EntryKind.OPENING);
        assertThat(entries.getOnly().id().value()).isEqualTo("opening:1");
        post(Outcome.accepted(entries));
        assertThat(kept.books.balance("retained", DAY)).isEqualTo(yen(-700));
    }

    @Test
    void balances_that_do_not_balance_need_an_account_for_the_difference() {
        ImmutableList<JournalLine> lines = Lists.immutable.of(
                of("cash", 500), line("bank", Dimensions.none(), usd(100), yen(150)), of("retained", -600));
        Outcome<ImmutableList<JournalEntry>> refused = opening(Optional.empty()).of(lines);
        assertThat(refused.refusal().orElseThrow().code()).isEqualTo(CloseRefusals.OPENING_UNBALANCED);
        assertThat(refused.refusal().orElseThrow().facts().get("missing")).isEqualTo("JPY 100, USD -1.00");
        post(opening(Optional.of(AccountId.of("start"))).of(lines));
        assertThat(kept.books.balance("start", DAY)).isEqualTo(yen(-50));
        assertThat(kept.balances(DAY)).containsEntry("main|start||USD", "-100/-150");
    }

    @Test
    void more_lines_than_an_entry_holds_are_spread_and_the_difference_ends_at_zero() {
        MutableList<JournalLine> lines = Lists.mutable.empty();
        for (int i = 1; i <= 10; i++) {
            lines.add(of("cash", i));
        }
        lines.add(of("retained", -55));
        ImmutableList<JournalEntry> entries = opening(Optional.of(AccountId.of("start")))
                .of(lines.toImmutable(), 5)
                .orElseThrow();
        assertThat(entries).hasSize(3);
        assertThat(entries.allSatisfy(e -> e.lines().size() <= 5)).isTrue();
        post(Outcome.accepted(entries));
        assertThat(kept.books.balance("start", DAY)).isEqualTo(yen(0));
        assertThat(kept.books.balance("cash", DAY)).isEqualTo(yen(55));
    }

    @Test
    void no_balances_make_no_entry() {
        assertThat(opening(Optional.empty()).of(Lists.immutable.empty()).orElseThrow())
                .isEmpty();
    }
}
