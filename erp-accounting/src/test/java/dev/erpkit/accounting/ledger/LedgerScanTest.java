package dev.erpkit.accounting.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scans of several chunks: some as a whole before, in or behind the period, some with one kind of amount and some with two. */
final class LedgerScanTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int ENTRIES = 5 * Chunk.SIZE / 2;

    /** A year in the order of days; dollars, which differ in base, come in the third of five chunks only. */
    private static PostedEntry entry(Random random, int position) {
        boolean middle = position > Chunk.SIZE && position <= Chunk.SIZE * 3 / 2;
        boolean dollars = middle && random.nextBoolean();
        long minor = (1 + random.nextInt(10_000)) * (random.nextBoolean() ? 1 : -1);
        LocalDate date = START.plusDays(366L * (position - 1) / ENTRIES);
        return posted(
                position,
                date,
                dollars ? "USD" : "JPY",
                minor,
                dollars ? 150 * minor : minor,
                "100" + random.nextInt(9));
    }

    private static PostedEntry posted(
            long position, LocalDate date, String currency, long minor, long base, String account) {
        String other = account.equals("1009") ? "1008" : "4000";
        JournalEntry entry = JournalEntry.builder()
                .id("e" + position)
                .date(date)
                .add(Journals.line(account, minor, currency, base, Dimensions.none()))
                .add(Journals.line(other, -minor, currency, -base, Dimensions.of("centre", "a")))
                .build();
        return Journals.posted(entry, position, Journals.START.plusSeconds(position));
    }

    /** The scan of a view is compared with the month sums of an index that ends where the view does. */
    @Test
    void what_a_scan_sums_is_what_the_months_hold_for_every_kind_of_period() {
        Random random = new Random(1);
        LedgerIndex longer = new LedgerIndex();
        LedgerIndex shorter = new LedgerIndex();
        IntStream.rangeClosed(1, ENTRIES).mapToObj(i -> entry(random, i)).forEach(entry -> {
            longer.advance(entry);
            shorter.advance(entry);
        });
        longer.advance(posted(ENTRIES + 1, START, "USD", 7, 1050, "1003"));
        LedgerView scanned = longer.asKnownAt(ENTRIES);
        for (int day = -1; day < 368; day += 4) {
            LedgerQuery asOf = LedgerQuery.asOf(BookId.MAIN, START.plusDays(day));
            assertThat(scanned.balances(asOf)).isEqualTo(shorter.balances(asOf));
            for (int days : new int[] {0, 1, 100, 370}) {
                LedgerQuery period = LedgerQuery.between(BookId.MAIN, START.plusDays(day), START.plusDays(day + days));
                assertThat(scanned.balances(period)).isEqualTo(shorter.balances(period));
            }
        }
    }

    /** Each of the chunks holds a part of a turnover that fills 63 bits to the last. */
    @Test
    void a_turnover_at_the_bound_is_summed_exactly_over_chunks_of_every_kind() {
        LedgerIndex index = new LedgerIndex();
        long part = Long.MAX_VALUE / ENTRIES;
        long rest = Long.MAX_VALUE;
        for (int i = 1; i < ENTRIES; i++) {
            boolean differs = i > ENTRIES / 2;
            LocalDate date = START.plusDays(366L * i / ENTRIES);
            index.advance(posted(i, date, "USD", differs ? 1 : part, part, "1001"));
            rest -= part;
        }
        index.advance(posted(ENTRIES, START, "USD", 1, rest, "1001"));
        assertThatThrownBy(() -> index.advance(posted(ENTRIES + 1, START, "USD", 1, 1, "1001")))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("ledger.overflow")).isTrue());
        assertThat(index.position()).isEqualTo(ENTRIES);
        LedgerQuery all = LedgerQuery.all(BookId.MAIN);
        assertBound(index, all, 0);
        index.advance(posted(ENTRIES + 1, START, "USD", 1, 1, "1009"));
        assertBound(index.asKnownAt(ENTRIES), all, 0);
        LocalDate may = LocalDate.of(2024, 5, 1);
        LedgerQuery sinceMay = LedgerQuery.between(BookId.MAIN, may, LocalDate.of(2030, 1, 1));
        assertBound(
                index.asKnownAt(ENTRIES), sinceMay, index.base(BookId.MAIN, AccountId.of("1001"), may.minusDays(1)));
    }

    private static void assertBound(LedgerView view, LedgerQuery query, long opening) {
        Turnover debit = row(view, query, "1001").base();
        Turnover credit = row(view, query, "4000").base();
        assertThat(debit.openingMinor()).isEqualTo(opening);
        assertThat(debit.debitMinor()).isEqualTo(Long.MAX_VALUE - opening);
        assertThat(debit.closingMinor()).isEqualTo(Long.MAX_VALUE);
        assertThat(debit.creditMinor()).isZero();
        assertThat(credit.openingMinor()).isEqualTo(-opening);
        assertThat(credit.creditMinor()).isEqualTo(Long.MAX_VALUE - opening);
        assertThat(credit.closingMinor()).isEqualTo(-Long.MAX_VALUE);
    }

    private static AccountBalance row(LedgerView view, LedgerQuery query, String account) {
        return view.balances(query).detect(row -> row.account().value().equals(account));
    }

    /** While lines of other days and of two currencies go into the chunk that a view ends in, its answers stay the same. */
    @Test
    void a_view_reads_the_same_while_the_writer_goes_on_in_its_chunk() throws Exception {
        LedgerIndex index = new LedgerIndex();
        Random random = new Random(5);
        index.advance(posted(1, START, "JPY", 5, 5, "1000"));
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] readers = new Thread[2];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = new Thread(() -> readUntil(done, index));
            readers[i].setUncaughtExceptionHandler((thread, thrown) -> failure.compareAndSet(null, thrown));
            readers[i].start();
        }
        for (int position = 2; position < ENTRIES && failure.get() == null; position++) {
            LocalDate date = START.plusDays(random.nextInt(366));
            boolean dollars = position % Chunk.SIZE > Chunk.SIZE / 2;
            index.advance(
                    posted(position, date, dollars ? "USD" : "JPY", 2, dollars ? 301 : 2, "100" + random.nextInt(9)));
        }
        done.set(true);
        for (Thread reader : readers) {
            reader.join(60_000);
            assertThat(reader.isAlive()).isFalse();
        }
        assertThat(failure.get()).isNull();
    }

    private static void readUntil(AtomicBoolean done, LedgerIndex index) {
        LedgerQuery query = LedgerQuery.between(BookId.MAIN, START, START.plusDays(200));
        AccountId sales = AccountId.of("4000");
        while (!done.get()) {
            LedgerView view = index.asKnownNow();
            var balances = view.balances(query);
            var register = view.register(sales, query);
            for (int again = 0; again < 3; again++) {
                assertThat(view.balances(query)).isEqualTo(balances);
                assertThat(view.register(sales, query)).isEqualTo(register);
            }
            long closing = balances.select(row -> row.account().equals(sales))
                    .sumOfLong(row -> row.base().closingMinor());
            assertThat(register.getLast().baseBalanceMinor()).isEqualTo(closing);
        }
    }
}
