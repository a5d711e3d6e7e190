package dev.erpkit.cases;

import dev.erpkit.testkit.cases.CaseFile;
import dev.erpkit.testkit.cases.CaseReport;
import dev.erpkit.testkit.cases.CaseReport.Result;
import dev.erpkit.testkit.cases.CaseReport.Verdict;
import dev.erpkit.testkit.cases.CaseRunner;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.collections.api.list.ImmutableList;

/** The command line: {@code cases DIR}. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    /** Runs the cases below a folder; the exit status is 0 when none failed, 1 when some did, 2 when there are none to run. */
    public static void main(String[] args) {
        System.exit(run(args, utf8(System.out), utf8(System.err)));
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length != 1 || args[0].startsWith("-")) {
            err.println("usage: cases DIR");
            return USAGE;
        }
        Path folder = Path.of(args[0]);
        if (!Files.isDirectory(folder)) {
            err.println(folder + ": is no folder; name the one with the case files");
            return USAGE;
        }
        try {
            CaseReport report = new CaseRunner().run(CaseFile.readAll(folder));
            out.println(report.summary());
            print(out, Verdict.FAILED, report.with(Verdict.FAILED));
            print(out, Verdict.UNSUPPORTED, report.with(Verdict.UNSUPPORTED));
            return report.with(Verdict.FAILED).isEmpty() ? 0 : FAILED;
        } catch (UncheckedIOException e) {
            err.println(folder + ": " + Objects.requireNonNull(e.getCause()).getMessage());
            return USAGE;
        }
    }

    private static void print(PrintStream out, Verdict verdict, ImmutableList<Result> results) {
        for (Result result : results) {
            out.println(verdict.name().toLowerCase(Locale.ROOT) + " " + result.id() + ": " + result.reason());
        }
    }
}
