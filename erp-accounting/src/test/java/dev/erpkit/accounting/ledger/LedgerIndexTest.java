package dev.erpkit.accounting.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class LedgerIndexTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final AccountId CASH = AccountId.of("1000");

    private static JournalEntry.Builder entry(String id, LocalDate date) {
        return JournalEntry.builder().id(id).date(date);
    }

    private static PostedEntry posted(JournalEntry entry, long position) {
        return Journals.posted(entry, position, Journals.START.plusSeconds(position));
    }

    private static PostedEntry pair(long position, long minor) {
        return pair(position, minor, DAY);
    }

    private static PostedEntry pair(long position, long minor, LocalDate date) {
        return posted(
                entry("e" + position, date)
                        .add(Journals.line("1000", minor, "JPY", minor, Dimensions.none()))
                        .add(Journals.line("4000", -minor, "JPY", -minor, Dimensions.none()))
                        .build(),
                position);
    }

    @Test
    void an_entry_counts_once_and_only_in_its_turn() {
        LedgerIndex index = new LedgerIndex();
        assertThat(index.advance(pair(2, 5))).isFalse();
        assertThat(index.advance(pair(1, 100))).isTrue();
        assertThat(index.advance(pair(1, 100))).isTrue();
        assertThat(index.position()).isEqualTo(1);
        assertThat(index.base(BookId.MAIN, CASH, DAY)).isEqualTo(100);
        assertThat(index.base(BookId.MAIN, CASH, DAY.minusDays(1))).isZero();
    }

    /** More accounts than there is room for at first, and codes with one hash as Aa and BB have it. */
    @Test
    void every_account_keeps_its_own_balance_however_many_there_are() {
        LedgerIndex index = new LedgerIndex();
        for (int i = 1; i <= 300; i++) {
            index.advance(posted(
                    entry("e" + i, DAY)
                            .add(Journals.line("Aa" + i, i, "JPY", i, Dimensions.none()))
                            .add(Journals.line("BB" + i, -i, "JPY", -i, Dimensions.none()))
                            .build(),
                    i));
        }
        for (int i = 1; i <= 300; i++) {
            assertThat(index.base(BookId.MAIN, AccountId.of("Aa" + i), DAY)).isEqualTo(i);
            assertThat(index.base(BookId.MAIN, AccountId.of("BB" + i), DAY)).isEqualTo(-i);
        }
        assertThat(index.base(BookId.MAIN, AccountId.of("Aa301"), DAY)).isZero();
    }

    @Test
    void an_overflow_is_refused_and_changes_nothing() {
        LedgerIndex index = new LedgerIndex();
        index.advance(pair(1, Long.MAX_VALUE - 10));
        Checkpoint before = index.checkpoint();
        PostedEntry tooMuch = posted(
                entry("e2", DAY)
                        .add(Journals.line("1000", -5, "JPY", -5, Dimensions.none()))
                        .add(Journals.line("1000", 11, "JPY", 11, Dimensions.none()))
                        .add(Journals.line("4000", -6, "JPY", -6, Dimensions.none()))
                        .build(),
                2);
        assertThatThrownBy(() -> index.advance(tooMuch))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("ledger.overflow")).isTrue());
        assertThat(index.checkpoint()).isEqualTo(before);
        assertThat(index.advance(pair(2, 10))).isTrue();
        assertThat(index.base(BookId.MAIN, CASH, DAY)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_total_over_accounts_that_leaves_63_bits_is_refused() {
        LedgerIndex index = new LedgerIndex();
        index.advance(pair(1, Long.MAX_VALUE));
        index.advance(posted(
                entry("e2", DAY)
                        .add(Journals.line("1000", 5, "USD", 1, Dimensions.none()))
                        .add(Journals.line("4000", -5, "USD", -1, Dimensions.none()))
                        .build(),
                2));
        assertThatThrownBy(() -> index.base(BookId.MAIN, CASH, DAY))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("ledger.overflow")).isTrue());
    }

    @Test
    void a_book_is_kept_in_one_base_currency() {
        LedgerIndex index = new LedgerIndex();
        index.advance(pair(1, 100));
        PostedEntry dollars = posted(
                entry("e2", DAY)
                        .debit("1000", Amounts.of("1.00", "USD"))
                        .credit("4000", Amounts.of("1.00", "USD"))
                        .build(),
                2);
        assertThatThrownBy(() -> index.advance(dollars))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("ledger.base-currency")).isTrue());
        assertThat(index.position()).isEqualTo(1);
        assertThat(index.baseCurrency(BookId.MAIN)).contains(Amounts.currency("JPY"));
        assertThat(index.baseCurrency(BookId.of("tax"))).isEmpty();
    }

    @Test
    void the_farthest_days_are_fine_to_ask_about_and_refused_in_entries() {
        LedgerIndex index = new LedgerIndex();
        index.advance(pair(1, 100));
        assertThat(index.base(BookId.MAIN, CASH, LocalDate.MAX)).isEqualTo(100);
        assertThat(index.base(BookId.MAIN, CASH, LocalDate.MIN)).isZero();
        assertThatThrownBy(() -> index.advance(pair(2, 1, LocalDate.MAX)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("ledger.date")).isTrue());
        LocalDate first = LocalDate.ofEpochDay(Integer.MIN_VALUE + 1L);
        index.advance(pair(2, 7, first));
        assertThat(index.register(CASH, LedgerQuery.asOf(BookId.MAIN, first))
                        .collect(line -> line.line().date())
                        .castToList())
                .containsExactly(first);
    }

    @Test
    void an_instant_maps_to_the_last_position_recorded_by_then() {
        LedgerIndex index = new LedgerIndex();
        for (int i = 1; i <= 200; i++) {
            index.advance(pair(i, i));
        }
        assertThat(index.positionAt(Journals.START)).isZero();
        assertThat(index.positionAt(Journals.START.plusSeconds(1))).isEqualTo(1);
        assertThat(index.positionAt(Journals.START.plusSeconds(150).plusMillis(500)))
                .isEqualTo(150);
        assertThat(index.positionAt(Journals.START.plusSeconds(9999))).isEqualTo(200);
    }

    @Test
    void a_position_that_is_not_there_yet_is_refused() {
        assertThatThrownBy(() -> new LedgerIndex().asKnownAt(1))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("ledger.position-ahead")).isTrue());
    }

    @Test
    void a_heading_has_the_sum_of_what_stands_below_it() {
        Chart chart = Chart.of(
                Account.builder()
                        .id("1")
                        .name("Assets")
                        .accountClass(AccountClass.ASSET)
                        .postable(false)
                        .build(),
                Account.builder()
                        .id("1000")
                        .name("Cash")
                        .accountClass(AccountClass.ASSET)
                        .parent("1")
                        .build(),
                Account.builder()
                        .id("1010")
                        .name("Till")
                        .accountClass(AccountClass.ASSET)
                        .parent("1000")
                        .build(),
                Account.of("4000", "Sales", AccountClass.INCOME));
        LedgerIndex index = new LedgerIndex();
        index.advance(pair(1, 100));
        index.advance(posted(
                entry("e2", DAY)
                        .debit("1010", Amounts.of("30", "JPY"))
                        .credit("1000", Amounts.of("5", "JPY"))
                        .credit("4000", Amounts.of("25", "JPY"))
                        .build(),
                2));
        assertThat(index.baseWithin(chart, BookId.MAIN, AccountId.of("1"), DAY)).isEqualTo(125);
        assertThat(index.baseWithin(chart, BookId.MAIN, AccountId.of("1010"), DAY))
                .isEqualTo(30);
    }

    @Test
    void a_register_goes_by_day_then_by_recording_with_running_balances() {
        LedgerIndex index = new LedgerIndex();
        index.advance(pair(1, 100, DAY.plusDays(3)));
        index.advance(pair(2, 20, DAY));
        index.advance(pair(3, -5, DAY.plusDays(3)));
        index.advance(pair(4, 7, DAY.minusMonths(2)));
        List<String> lines = index.register(CASH, LedgerQuery.between(BookId.MAIN, DAY, DAY.plusDays(4)))
                .collect(r ->
                        r.line().position() + " " + r.line().date() + " " + r.balanceMinor() + " " + r.baseBalance())
                .castToList();
        assertThat(lines)
                .containsExactly("2 2026-04-01 27 JPY 27", "1 2026-04-04 127 JPY 127", "3 2026-04-04 122 JPY 122");
    }

    @Test
    void months_with_many_lines_agree_with_the_reference_over_several_chunks() {
        List<PostedEntry> journal = Journals.random(new Random(42), 9_000);
        LedgerIndex index = LedgerIndexProperties.index(journal);
        NaiveLedger naive = new NaiveLedger(journal);
        for (int day = 0; day < 900; day += 97) {
            LedgerQuery query = LedgerQuery.between(
                    BookId.MAIN, Journals.FIRST_DAY.plusDays(day), Journals.FIRST_DAY.plusDays(day + 45));
            assertThat(NaiveLedger.text(index.balances(query))).isEqualTo(naive.balances(query));
            NaiveLedger prefix = new NaiveLedger(journal.subList(0, 9 * day));
            assertThat(NaiveLedger.text(index.asKnownAt(9L * day).balances(query)))
                    .isEqualTo(prefix.balances(query));
        }
    }

    @Test
    void readers_never_see_half_an_entry() throws Exception {
        List<PostedEntry> journal = Journals.random(new Random(3), 20_000);
        LedgerIndex index = new LedgerIndex();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] readers = new Thread[3];
        for (int i = 0; i < readers.length; i++) {
            int which = i;
            readers[i] = new Thread(() -> read(index, journal.size(), which));
            readers[i].setUncaughtExceptionHandler((thread, thrown) -> failure.compareAndSet(null, thrown));
            readers[i].start();
        }
        journal.forEach(index::advance);
        for (Thread reader : readers) {
            reader.join(60_000);
            assertThat(reader.isAlive()).isFalse();
        }
        assertThat(failure.get()).isNull();
        LedgerQuery all = LedgerQuery.all(BookId.MAIN);
        assertThat(NaiveLedger.text(index.balances(all))).isEqualTo(new NaiveLedger(journal).balances(all));
    }

    /** Sums are zero in every consistent view, whatever the moment, the day and the way of reading. */
    private static void read(LedgerIndex index, int last, int which) {
        Random random = new Random(which);
        while (index.position() < last) {
            LedgerView view = which == 0 ? index : index.asKnownNow();
            LedgerQuery query = LedgerQuery.asOf(BookId.MAIN, Journals.FIRST_DAY.plusDays(random.nextInt(900)));
            long sum = which == 2
                    ? view.balancesBy("centre", query)
                            .sumOfLong(r -> r.balance().base().closingMinor())
                    : view.balances(query).sumOfLong(r -> r.base().closingMinor());
            assertThat(sum).isZero();
        }
    }
}
