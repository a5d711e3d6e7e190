package dev.erpkit.accounting.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.ledger.DimensionFilter;
import dev.erpkit.accounting.ledger.Journals;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** An entry counts as a whole, wherever its line on cash stands; and it is not taken together with its neighbours. */
final class CashCounterpartsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Chart CHART = Chart.of(
            Account.builder()
                    .id("cash")
                    .name("Cash")
                    .accountClass(AccountClass.ASSET)
                    .tag("cash")
                    .build(),
            Account.of("stock", "Stock", AccountClass.ASSET),
            Account.of("sales", "Sales", AccountClass.INCOME),
            Account.of("rent", "Rent", AccountClass.EXPENSE));

    private final LedgerIndex index = new LedgerIndex();

    /** Posts {@code account amount} lines; a third word is the value on the axis {@code centre}. */
    private void post(LocalDate date, String... lines) {
        long position = index.position() + 1;
        JournalEntry.Builder entry = JournalEntry.builder().id("e" + position).date(date);
        for (String line : lines) {
            String[] words = line.split(" ");
            entry.add(JournalLine.builder()
                    .account(words[0])
                    .inBase(Amounts.of(words[1], "JPY"))
                    .dimensions(words.length > 2 ? Dimensions.of("centre", words[2]) : Dimensions.none())
                    .build());
        }
        assertThat(index.advance(Journals.posted(entry.build(), position, Journals.START)))
                .isTrue();
    }

    private ImmutableList<String> counterparts(DimensionFilter... filters) {
        MutableList<String> found = Lists.mutable.empty();
        ReportScope scope = new ReportScope(
                index, CHART, BookId.MAIN, Amounts.currency("JPY"), Lists.immutable.with(filters), true);
        new CashCounterparts(scope, StatementColumn.between(DAY, DAY.plusMonths(1)))
                .forEachCounterpart(line -> found.add(line.account() + " " + line.baseMinor()));
        return found.toSortedList().toImmutable();
    }

    @Test
    void all_other_lines_count_wherever_the_line_on_cash_stands() {
        post(DAY, "cash 10", "sales -7", "stock -3");
        post(DAY, "rent 5", "cash -9", "rent 4");
        post(DAY, "rent 1", "stock 1", "rent 1", "cash -3");
        assertThat(counterparts())
                .containsExactly("rent 1", "rent 1", "rent 4", "rent 5", "sales -7", "stock -3", "stock 1");
    }

    @Test
    void an_entry_without_cash_between_others_on_the_same_day_counts_for_nothing() {
        post(DAY, "cash 10", "sales -10");
        post(DAY, "stock 2", "sales -2");
        post(DAY, "rent 4", "stock -4");
        post(DAY, "rent 1", "cash -1");
        assertThat(counterparts()).containsExactly("rent 1", "sales -10");
    }

    @Test
    void only_entries_of_the_period_count() {
        post(DAY.minusDays(1), "cash 1", "sales -1");
        post(DAY.plusMonths(1).minusDays(1), "cash 3", "sales -3");
        post(DAY.plusMonths(1), "cash 5", "sales -5");
        assertThat(counterparts()).containsExactly("sales -3");
    }

    @Test
    void lines_are_chosen_by_dimension_and_their_entry_by_all_of_its_lines() {
        post(DAY, "cash 10", "sales -6 tokyo", "sales -4 osaka");
        post(DAY, "stock 6 tokyo", "sales -6 tokyo");
        assertThat(counterparts(DimensionFilter.of("centre", "tokyo"))).containsExactly("sales -6");
    }
}
