package dev.erpkit.stock;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.inventory.valuation.Balance;
import dev.erpkit.inventory.valuation.CostNode;
import dev.erpkit.inventory.valuation.ItemTerms;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import dev.erpkit.stock.Arguments.UsageException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** The command {@code stock}. */
public final class Stock {
    private static final int SOUND = 0;
    private static final int WRONG_FILE = 1;
    private static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            usage: stock value MOVES.csv --method fifo|lifo|average|standard|specific [options]
              --as-of DATE     the stock at the end of this day, YYYY-MM-DD
              --known ID       as known when this line was the last
              --trace ID       what the issue of this line cost, and why
              --csv            print CSV
              --currency CODE  the currency of the costs, EUR if not given
            - is standard input. The first line of the file names its fields:
              id,date,item,type,quantity,unit,unit_cost,lot,location,ref
            """;

    private Stock() {}

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
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** The command with its streams given; returns the exit status. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.print(USAGE);
            return SOUND;
        }
        try {
            Arguments arguments = Arguments.parse(args);
            return value(arguments, out, err);
        } catch (UsageException e) {
            err.print("stock: " + e.getMessage() + "\n" + USAGE);
            return WRONG_USAGE;
        }
    }

    private static int value(Arguments arguments, PrintStream out, PrintStream err) throws UsageException {
        MoveFile file;
        try {
            file = MoveFile.read(lines(arguments.file()), arguments.currency());
        } catch (IOException e) {
            err.print(arguments.file() + ": cannot be read as UTF-8 text\n");
            return WRONG_FILE;
        } catch (MoveFileException e) {
            err.print(arguments.file() + ":" + e.getMessage() + "\n");
            return WRONG_FILE;
        }
        long known = arguments.known().isPresent()
                ? number(file, "--known", arguments.known().get())
                : Long.MAX_VALUE;
        ImmutableList<StockEvent> events = Valuation.known(file.events(), known);
        Outcome<ValuationLedger> outcome = Valuation.of(
                events,
                Valuation.items(events).collect(ItemTerms::of),
                ValuationPolicy.of(arguments.method()),
                arguments.currency());
        Optional<Refusal> refusal = outcome.refusal();
        if (refusal.isPresent()) {
            err.print(arguments.file() + place(file, refusal.get()) + ": "
                    + refusal.get().message() + "\n");
            return WRONG_FILE;
        }
        return report(arguments, file, outcome.orElseThrow(), out);
    }

    private static List<String> lines(String name) throws IOException {
        if (!name.equals("-")) {
            return Files.readAllLines(Path.of(name), StandardCharsets.UTF_8);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return in.lines().toList();
    }

    private static long number(MoveFile file, String option, String id) throws UsageException {
        return file.number(id).orElseThrow(() -> new UsageException(option + ": no line has the id " + id));
    }

    /** The line of the fact that cannot be. */
    private static String place(MoveFile file, Refusal refusal) {
        String event = refusal.facts().get("event");
        return event == null ? "" : ":" + file.line(Long.parseLong(event));
    }

    private static int report(Arguments arguments, MoveFile file, ValuationLedger ledger, PrintStream out)
            throws UsageException {
        if (arguments.trace().isPresent()) {
            long issue = number(file, "--trace", arguments.trace().get());
            CostNode cost = ledger.explain(issue)
                    .orElseThrow(() -> new UsageException(
                            "--trace: nothing went out by " + arguments.trace().get()));
            new Report(arguments, out).trace(cost, file);
        } else {
            ImmutableList<Balance> balances = arguments
                    .asOf()
                    .map(day -> ledger.asOf(day.atTime(23, 59, 59, 999_999_999)))
                    .orElse(ledger.balances())
                    .valuesView()
                    .toList()
                    .toImmutable();
            new Report(arguments, out).stock(balances);
        }
        return SOUND;
    }
}
