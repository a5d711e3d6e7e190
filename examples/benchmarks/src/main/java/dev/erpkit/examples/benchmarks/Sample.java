package dev.erpkit.examples.benchmarks;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.money.CurrencyUnit;

/** The same two-line entries for every path: 200 accounts, days of one year in order, amounts up to 10,000.00. */
final class Sample {
    static final int ENTRIES = 200_000;
    static final int ACCOUNTS = 200;
    static final CurrencyUnit USD = Amounts.currency("USD");

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    final String[] codes =
            IntStream.range(0, ACCOUNTS).mapToObj(i -> "" + (1000 + i)).toArray(String[]::new);
    final String[] ids = IntStream.range(0, ENTRIES).mapToObj(i -> "sale-" + i).toArray(String[]::new);
    /** The ids as numbers of 64 bits, none of them 0. */
    final long[] keys = Arrays.stream(ids).mapToLong(Sample::key).toArray();

    final LocalDate[] days = IntStream.range(0, 365).mapToObj(START::plusDays).toArray(LocalDate[]::new);
    final int[] debits = new int[ENTRIES];
    final int[] credits = new int[ENTRIES];
    final int[] day = new int[ENTRIES];
    final long[] minor = new long[ENTRIES];

    Sample() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < ENTRIES; i++) {
            debits[i] = random.nextInt(ACCOUNTS);
            credits[i] = (debits[i] + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
            day[i] = (int) (365L * i / ENTRIES);
            minor[i] = 1 + random.nextInt(1_000_000);
        }
    }

    private static long key(String id) {
        return id.chars().asLongStream().reduce(1, (key, c) -> 31 * key + c);
    }

    Chart chart() {
        return Chart.of(IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> Account.of(codes[i], "Account " + i, AccountClass.ASSET))
                .toList());
    }

    /** Entry i through the public builders, with a Moneta amount made for it. */
    JournalEntry entry(int i) {
        var amount = Amounts.ofMinor(minor[i], USD);
        return JournalEntry.builder()
                .id(ids[i])
                .date(days[day[i]])
                .debit(codes[debits[i]], amount)
                .credit(codes[credits[i]], amount)
                .build();
    }
}
