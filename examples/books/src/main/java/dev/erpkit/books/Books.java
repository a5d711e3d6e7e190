package dev.erpkit.books;

import dev.erpkit.accounting.interchange.JournalProblem;
import dev.erpkit.accounting.interchange.LedgerReading;
import dev.erpkit.accounting.interchange.PlainTextLedger;
import dev.erpkit.books.Arguments.Command;
import dev.erpkit.books.Arguments.UsageException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The command {@code books}. */
public final class Books {
    private static final int SOUND = 0;
    private static final int WRONG_FILE = 1;
    private static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            usage: books balance|register|income|balancesheet|check FILE [options]
              --as-of DATE      count transactions up to this day, YYYY-MM-DD
              --account PREFIX  only this account and those below it
              --csv             print CSV
              --strict          accounts and commodities must be declared
              --year N          the year of dates without one
            FILE is a plain-text journal; - is standard input.
            """;

    private Books() {}

    /** Runs the command and exits with 0, with 1 for a wrong file, with 2 for a wrong command line. */
    public static void main(String[] args) {
        int status;
        try (PrintStream out = utf8(FileDescriptor.out);
                PrintStream err = utf8(FileDescriptor.err)) {
            status = run(args, out, err);
        }
        System.exit(status);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
                false,
                StandardCharsets.UTF_8);
    }

    /** The command with its streams given; returns the exit status. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.print(USAGE);
            return SOUND;
        }
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (UsageException e) {
            err.print("books: " + e.getMessage() + "\n" + USAGE);
            return WRONG_USAGE;
        }
        boolean describes = arguments.command() == Command.register;
        LedgerReading reading = PlainTextLedger.read(new FileSources(), arguments.file(), arguments.rules(), describes);
        if (reading.ledger().isEmpty()) {
            for (JournalProblem problem : reading.problems()) {
                err.print(problem + "\n");
            }
            return WRONG_FILE;
        }
        report(arguments, reading.ledger().get(), out);
        return SOUND;
    }

    private static void report(Arguments arguments, PlainTextLedger ledger, PrintStream out) {
        switch (arguments.command()) {
            case balance -> BalanceReport.print(ledger, arguments, out);
            case register -> RegisterReport.print(ledger, arguments, out);
            case income -> Statement.income(ledger, arguments).print(out);
            case balancesheet -> Statement.balanceSheet(ledger, arguments).print(out);
            case check ->
                out.print("OK: " + ledger.transactions() + " transactions, " + ledger.postings() + " postings, "
                        + ledger.accounts() + " accounts\n");
        }
    }
}
