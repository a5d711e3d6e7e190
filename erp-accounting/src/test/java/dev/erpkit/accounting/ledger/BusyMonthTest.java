package dev.erpkit.accounting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Months with so many lines that the index keeps sums of their days, beside quiet ones, with lines in any order of days. */
final class BusyMonthTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 25);
    private static final int SPAN = 50;

    /** Dense in the middle month, sparse before and behind it; the last entries are dated back. */
    private static List<PostedEntry> journal(Random random, int size) {
        List<PostedEntry> journal = new ArrayList<>();
        for (int position = 1; position <= size; position++) {
            LocalDate date = random.nextInt(10) == 0
                    ? FIRST.plusDays(random.nextInt(SPAN))
                    : LocalDate.of(2024, 2, 2 + Math.min(20, position * 25 / size));
            long amount = (1 + random.nextInt(1000)) * (random.nextBoolean() ? 1 : -1);
            String currency = Journals.CURRENCIES.get(random.nextInt(3));
            String account = "" + (1000 + random.nextInt(12));
            JournalEntry entry = JournalEntry.builder()
                    .id("e" + position)
                    .book(Journals.BOOKS.get(random.nextInt(2)))
                    .date(date)
                    .add(Journals.line(account, amount, currency, base(amount, currency), Dimensions.none()))
                    .add(Journals.line("4000", -amount, currency, -base(amount, currency), Dimensions.none()))
                    .build();
            journal.add(Journals.posted(entry, position, Journals.START.plusSeconds(position)));
        }
        return journal;
    }

    private static long base(long amount, String currency) {
        return currency.equals("JPY") ? amount : 3 * amount;
    }

    @Test
    void balances_and_periods_agree_with_the_reference_on_every_day() {
        List<PostedEntry> journal = journal(new Random(11), 3_000);
        LedgerIndex index = LedgerIndexProperties.index(journal);
        NaiveLedger naive = new NaiveLedger(journal);
        for (int day = -1; day <= SPAN; day++) {
            for (BookId book : Journals.BOOKS) {
                LedgerQuery asOf = LedgerQuery.asOf(book, FIRST.plusDays(day));
                assertThat(NaiveLedger.text(index.balances(asOf))).isEqualTo(naive.balances(asOf));
                LedgerQuery week = LedgerQuery.between(book, FIRST.plusDays(day), FIRST.plusDays(day + 7));
                assertThat(NaiveLedger.text(index.balances(week))).isEqualTo(naive.balances(week));
            }
        }
    }

    @Test
    void a_month_that_becomes_busy_while_it_is_posted_is_right_after_every_entry() {
        List<PostedEntry> journal = journal(new Random(12), 400);
        LedgerIndex index = new LedgerIndex();
        for (PostedEntry posted : journal) {
            index.advance(posted);
            LedgerQuery asOf = LedgerQuery.asOf(posted.entry().book(), FIRST.plusDays(posted.position() % SPAN));
            NaiveLedger prefix = new NaiveLedger(journal.subList(0, (int) posted.position()));
            assertThat(NaiveLedger.text(index.balances(asOf))).isEqualTo(prefix.balances(asOf));
        }
    }

    @Test
    void later_days_are_told_by_what_each_adds() {
        List<PostedEntry> journal = journal(new Random(13), 1_000);
        LedgerIndex index = LedgerIndexProperties.index(journal);
        for (int day = -1; day <= SPAN; day++) {
            for (String account : List.of("1000", "1005", "4000")) {
                LocalDate after = FIRST.plusDays(day);
                assertThat(laterDays(index, account, after)).isEqualTo(expectedLaterDays(journal, account, after));
            }
        }
    }

    @Test
    void days_of_a_period_are_told_by_what_each_adds_in_base_currency() {
        List<PostedEntry> journal = journal(new Random(15), 2_000);
        LedgerIndex index = LedgerIndexProperties.index(journal);
        for (int known : new int[] {700, 2_000}) {
            NaiveLedger naive = new NaiveLedger(journal.subList(0, known));
            for (int day = -1; day < SPAN; day += 7) {
                LedgerQuery query = LedgerQuery.between(BookId.MAIN, FIRST.plusDays(day), FIRST.plusDays(day + 40));
                for (String account : List.of("1000", "1005", "4000")) {
                    AccountId id = AccountId.of(account);
                    assertThat(NaiveLedger.days(index.asKnownAt(known), id, query))
                            .isEqualTo(naive.days(id, query));
                }
            }
        }
    }

    private static TreeMap<LocalDate, Long> laterDays(LedgerIndex index, String account, LocalDate after) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        CurrencyUnit dollars = Amounts.currency("USD");
        index.forEachLaterDay(
                BookId.MAIN, AccountId.of(account), dollars, after, (day, minor) -> days.merge(day, minor, Long::sum));
        days.values().removeIf(minor -> minor == 0);
        return days;
    }

    private static TreeMap<LocalDate, Long> expectedLaterDays(
            List<PostedEntry> journal, String account, LocalDate after) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        new NaiveLedger(journal)
                .lines(LedgerQuery.all(BookId.MAIN), day -> day.isAfter(after)).stream()
                        .filter(f -> f.line().account().value().equals(account))
                        .filter(f -> f.line()
                                .amount()
                                .getCurrency()
                                .getCurrencyCode()
                                .equals("USD"))
                        .forEach(f ->
                                days.merge(f.posted().entry().date(), f.line().amountMinor(), Long::sum));
        days.values().removeIf(minor -> minor == 0);
        return days;
    }

    @Test
    void a_register_of_busy_months_is_in_the_order_of_days_and_recording_also_as_known_before() {
        List<PostedEntry> journal = journal(new Random(14), 2_000);
        LedgerIndex index = LedgerIndexProperties.index(journal);
        for (int known : new int[] {0, 1, 500, 1_999, 2_000}) {
            NaiveLedger naive = new NaiveLedger(journal.subList(0, known));
            for (int day = 0; day < SPAN; day += 9) {
                LedgerQuery query = LedgerQuery.between(BookId.MAIN, FIRST.plusDays(day), FIRST.plusDays(day + 20));
                AccountId account = AccountId.of("4000");
                List<String> lines =
                        LedgerIndexProperties.texts(index.asKnownAt(known).register(account, query));
                assertThat(lines).isEqualTo(naive.register(account, query));
            }
        }
    }
}
