package dev.erpkit.accounting.close;

import static dev.erpkit.accounting.close.CloseBooks.Y2025;
import static dev.erpkit.accounting.close.CloseBooks.usd;
import static dev.erpkit.accounting.close.CloseBooks.yen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.posting.Dimensions;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

class YearEndEntriesTest {
    private static final Dimensions TOKYO = Dimensions.of("branch", "tokyo");
    private final CloseBooks kept = new CloseBooks();

    private static ResultBalance balance(
            String account, Dimensions dimensions, MonetaryAmount amount, MonetaryAmount base) {
        return new ResultBalance(AccountId.of(account), dimensions, amount, base);
    }

    private ImmutableList<JournalEntry> close(ClosePolicy policy, int mostLines, ResultBalance... balances) {
        return new YearEndEntries(BookId.MAIN, Y2025, 1, kept.books.chart(), Lists.immutable.with(balances), policy)
                .entries(mostLines)
                .orElseThrow();
    }

    private static ImmutableList<String> lines(JournalEntry entry) {
        return entry.lines()
                .collect(line -> line.account() + " " + line.dimensions() + " " + line.amountMinor()
                        + line.amount().getCurrency() + " " + line.baseMinor());
    }

    @Test
    void dimensions_are_kept_on_both_sides() {
        JournalEntry entry = close(
                        ClosePolicy.standard(),
                        100,
                        balance("sales", TOKYO, yen(-500), yen(-500)),
                        balance("sales", Dimensions.none(), yen(-70), yen(-70)),
                        balance("rent", TOKYO, yen(200), yen(200)))
                .getOnly();
        assertThat(lines(entry))
                .containsExactly(
                        "rent branch=tokyo -200JPY -200",
                        "sales  70JPY 70",
                        "sales branch=tokyo 500JPY 500",
                        "retained  -70JPY -70",
                        "retained branch=tokyo -300JPY -300");
    }

    @Test
    void retained_earnings_keep_only_the_axes_of_the_policy() {
        Dimensions both = TOKYO.with("project", "p1");
        ImmutableList<JournalEntry> entries = close(
                ClosePolicy.builder().keepOnly("project").build(), 100, balance("sales", both, yen(-500), yen(-500)));
        assertThat(lines(entries.getOnly()))
                .containsExactly("sales branch=tokyo,project=p1 500JPY 500", "retained project=p1 -500JPY -500");
        assertThat(lines(close(
                                ClosePolicy.builder().keepOnly().build(),
                                100,
                                balance("sales", both, yen(-500), yen(-500)))
                        .getOnly()))
                .contains("retained  -500JPY -500");
    }

    @Test
    void foreign_results_return_to_zero_in_amount_and_base() {
        JournalEntry entry = close(
                        ClosePolicy.standard(),
                        100,
                        balance("sales", Dimensions.none(), usd(-1000), yen(-1500)),
                        balance("rent", Dimensions.none(), usd(0), yen(30)))
                .getOnly();
        assertThat(lines(entry)).containsExactly("rent  0USD -30", "sales  1000USD 1500", "retained  -1000USD -1470");
        assertThat(entry.lines().get(0).adjustment()).isTrue();
    }

    @Test
    void through_trading_retained_earnings_hold_base_currency_only() {
        JournalEntry entry = close(
                        ClosePolicy.builder()
                                .foreignResult(ForeignResult.THROUGH_TRADING)
                                .build(),
                        100,
                        balance("sales", Dimensions.none(), usd(-1000), yen(-1500)),
                        balance("service", Dimensions.none(), yen(-70), yen(-70)))
                .getOnly();
        assertThat(lines(entry))
                .containsExactly(
                        "sales  1000USD 1500",
                        "service  70JPY 70",
                        "trading  -1000USD -1500",
                        "trading  1500JPY 1500",
                        "retained  -1570JPY -1570");
    }

    @Test
    void the_income_summary_collects_the_result_and_ends_at_zero() {
        ImmutableList<JournalEntry> entries = close(
                ClosePolicy.builder().throughIncomeSummary(true).build(),
                100,
                balance("sales", TOKYO, yen(-500), yen(-500)),
                balance("rent", TOKYO, yen(200), yen(200)));
        assertThat(lines(entries.get(0))).contains("summary branch=tokyo -300JPY -300");
        assertThat(lines(entries.get(1)))
                .containsExactly("summary branch=tokyo 300JPY 300", "retained branch=tokyo -300JPY -300");
    }

    @Test
    void a_result_of_nothing_needs_no_line_on_retained_earnings() {
        ImmutableList<JournalEntry> entries = close(
                ClosePolicy.standard(),
                100,
                balance("sales", TOKYO, yen(-500), yen(-500)),
                balance("rent", TOKYO, yen(500), yen(500)));
        assertThat(entries.getOnly().lines()).hasSize(2);
        assertThat(close(ClosePolicy.standard(), 100)).isEmpty();
    }

    @Test
    void balance_sheet_accounts_are_left_alone() {
        assertThat(close(ClosePolicy.standard(), 100, balance("cash", TOKYO, yen(500), yen(500))))
                .isEmpty();
    }

    @Test
    void entries_that_grow_too_long_become_several_each_balanced() {
        MutableList<ResultBalance> balances = Lists.mutable.empty();
        for (int i = 0; i < 23_000; i++) {
            balances.add(balance("sales", Dimensions.of("project", "p" + i), yen(-1 - i), yen(-1 - i)));
        }
        ImmutableList<JournalEntry> entries = new YearEndEntries(
                        BookId.MAIN, Y2025, 1, kept.books.chart(), balances.toImmutable(), ClosePolicy.standard())
                .entries()
                .orElseThrow();
        assertThat(entries.collect(e -> e.lines().size())).containsExactly(10_000, 10_000, 10_000, 10_000, 6_000);
        assertThat(entries.allSatisfy(e -> e.lines().sumOfLong(l -> l.baseMinor()) == 0))
                .isTrue();
        assertThat(entries.collect(e -> e.id().value()).getLast()).isEqualTo("close:main:2025:1:5");
    }
}
