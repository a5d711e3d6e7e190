package dev.erpkit.books;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a balanced journal for measurements: the same bytes for the same number and seed. Needs nothing but a JDK:
 *
 * <pre>java JournalGenerator.java TRANSACTIONS SEED &gt; FILE</pre>
 */
public final class JournalGenerator {
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 3650;
    private static final int CUSTOMERS = 400;
    private static final int EXPENSES = 60;
    /** Seldom: Ledger keeps a lot for every price and day, and its time grows with the square of their number. */
    private static final int EXCHANGE_EVERY = 1000;

    private final SplittableRandom random;
    private final PrintStream out;

    private JournalGenerator(long seed, PrintStream out) {
        this.random = new SplittableRandom(seed);
        this.out = out;
    }

    /** Writes to standard output. */
    public static void main(String[] args) throws IOException {
        try (PrintStream out =
                new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8)) {
            write(Integer.parseInt(args[0]), Long.parseLong(args[1]), out);
        }
    }

    /** Writes this many transactions. */
    static void write(int transactions, long seed, PrintStream out) {
        JournalGenerator generator = new JournalGenerator(seed, out);
        out.print("; generated\n\n");
        for (int i = 0; i < transactions; i++) {
            generator.transaction(i, FIRST_DAY.plusDays((long) i * DAYS / transactions));
        }
    }

    private void transaction(int number, LocalDate date) {
        if (number % EXCHANGE_EVERY == 0) {
            exchange(date);
            return;
        }
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> invoice(number, date);
            case 6, 7, 8, 9, 10 -> payment(number, date);
            case 11, 12, 13, 14, 15, 16 -> expense(number, date);
            default -> transfer(date);
        }
    }

    private void invoice(int number, LocalDate date) {
        long net = cents(500_000);
        long tax = net / 10;
        out.print(date + " * (INV-" + number + ") Customer " + random.nextInt(CUSTOMERS) + " | invoice  ; batch: "
                + random.nextInt(1000) + "\n");
        posting("assets:receivable:customer " + random.nextInt(CUSTOMERS), net + tax, "USD");
        posting("revenues:sales:region " + random.nextInt(12), -net, "USD");
        posting("liabilities:tax:sales", -tax, "USD");
        out.print('\n');
    }

    private void payment(int number, LocalDate date) {
        long paid = cents(300_000);
        out.print(date + " (PAY-" + number + ") payment received\n");
        posting("assets:bank:checking", paid, "USD");
        out.print("    assets:receivable:customer " + random.nextInt(CUSTOMERS) + "\n\n");
    }

    private void expense(int number, LocalDate date) {
        long spent = cents(40_000);
        out.print(date + " ! supplier " + number % 900 + "\n    ; approved: yes\n");
        posting("expenses:department " + random.nextInt(8) + ":kind " + random.nextInt(EXPENSES), spent, "USD");
        posting("assets:bank:checking", -spent, "USD");
        out.print('\n');
    }

    private void transfer(LocalDate date) {
        long moved = cents(900_000);
        out.print(date + " transfer\n");
        posting("assets:bank:savings", moved, "USD");
        posting("assets:bank:checking", -moved, "USD");
        out.print('\n');
    }

    private void exchange(LocalDate date) {
        long euros = 100 * cents(900);
        long rate = 105 + random.nextInt(20);
        out.print(date + " exchange\n");
        out.print("    assets:bank:euro  " + number(euros) + " EUR @ " + number(rate) + " USD\n");
        out.print("    assets:bank:checking\n\n");
    }

    private long cents(int bound) {
        return 1 + random.nextInt(bound);
    }

    private void posting(String account, long cents, String commodity) {
        out.print("    " + account + "  " + number(cents) + " " + commodity + "\n");
    }

    private static String number(long cents) {
        long size = Math.abs(cents);
        return String.format(Locale.ROOT, "%s%d.%02d", cents < 0 ? "-" : "", size / 100, size % 100);
    }
}
