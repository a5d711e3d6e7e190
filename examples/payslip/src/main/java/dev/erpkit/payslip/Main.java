package dev.erpkit.payslip;

import dev.erpkit.core.message.Messages;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.run.PaidSlip;
import dev.erpkit.hr.run.PayslipDocument;
import dev.erpkit.hr.run.SlotNames;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;

/** The command {@code payslip}. */
public final class Main {
    private static final int SOUND = 0;
    private static final int WRONG_FILE = 1;
    private static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            usage: payslip INPUT.json [--explain] [--html] [--language en|ja]
              --explain  the derivation of each line below it
              --html     a page on which each figure opens its derivation
              --language instead of that of the file
            The README describes INPUT.json; samples/ has examples.
            """;

    private Main() {}

    /** Runs the command and exits with 0, with 1 when there is no payslip, with 2 for a wrong command line. */
    public static void main(String[] args) {
        int status;
        try (PrintStream out = utf8(FileDescriptor.out);
                PrintStream err = utf8(FileDescriptor.err)) {
            status = run(args, out, err);
        }
        System.exit(status);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The command with its streams given; returns the exit status. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> rest = new ArrayList<>(Arrays.asList(args));
        if (rest.contains("--help")) {
            out.print(USAGE);
            return SOUND;
        }
        boolean explain = rest.remove("--explain");
        boolean html = rest.remove("--html");
        int at = rest.indexOf("--language");
        String language = at >= 0 && at + 1 < rest.size() ? rest.remove(at + 1) : "";
        if (!language.isEmpty()) {
            rest.remove(at);
        }
        if (rest.size() != 1 || rest.get(0).startsWith("--")) {
            err.print("payslip: give one INPUT.json\n" + USAGE);
            return WRONG_USAGE;
        }
        try {
            InputFile file = InputFile.parse(Files.readString(Path.of(rest.get(0))));
            Locale locale = Locale.forLanguageTag(language.isEmpty() ? file.language() : language);
            return print(file, locale, explain, html, out, err);
        } catch (WrongInputException e) {
            for (String problem : String.valueOf(e.getMessage()).split("\n")) {
                err.print(rest.get(0) + ": " + problem + "\n");
            }
        } catch (IOException e) {
            err.print(rest.get(0) + ": cannot be read as UTF-8 text\n");
        }
        return WRONG_FILE;
    }

    private static int print(
            InputFile file, Locale locale, boolean explain, boolean html, PrintStream out, PrintStream err) {
        Outcome<Payslip> slip =
                Payroll.of(file.pack()).plan(file.edition(), file.dates()).then(plan -> plan.compute(file.input()));
        if (slip.refusal().isPresent()) {
            Refusal refusal = slip.refusal().get();
            err.print(Fields.of(refusal).map(field -> field + ": ").orElse("") + refusal.code() + ": "
                    + Messages.in(locale).of(refusal) + "\n");
            return WRONG_FILE;
        }
        PayslipDocument document = PayslipDocument.of(
                PaidSlip.of(slip.orElseThrow(), Lists.immutable.empty()), locale, SlotNames.in(locale));
        out.print(html ? document.html() : document.text(explain));
        return SOUND;
    }
}
