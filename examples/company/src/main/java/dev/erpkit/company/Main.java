package dev.erpkit.company;

import dev.erpkit.company.report.Figures;
import dev.erpkit.company.report.HtmlPage;
import dev.erpkit.company.report.Statement;
import dev.erpkit.company.report.Terminal;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.storage.jdbc.JdbcException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps the books of the company and shows them. */
public final class Main {
    static final String COMPANY = "海風珈琲商会株式会社 Umikaze Coffee Trading Co., Ltd.";
    static final DateRange YEAR = DateRange.ofClosed(TradingYear.FIRST, TradingYear.LAST);

    /** Libraries under the books say hello at level INFO; kept here, or the level would be forgotten with the logger. */
    private static final List<Logger> GREETERS =
            List.of(Logger.getLogger("org.hibernate.validator"), Logger.getLogger("org.javamoney.moneta"));

    private static final String USAGE = "Usage: company [--dir DIR]";

    private Main() {}

    /** Arguments: {@code --dir DIR}, the folder of the books and the page. Ends with 1 when it cannot be used. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            out.println(USAGE);
            return;
        }
        if (arguments.length != 2 || !arguments[0].equals("--dir")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        GREETERS.forEach(logger -> logger.setLevel(Level.WARNING));
        try {
            run(Path.of(arguments[1]), out);
        } catch (IOException | JdbcException e) {
            System.err.println("The books in " + arguments[1] + " cannot be kept: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Keeps the books in a folder, prints them, and writes the page. */
    static void run(Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        out.println(COMPANY);
        out.println("Books: " + folder.toAbsolutePath().normalize());
        try (Storage storage = Storage.open(folder)) {
            Bookkeeper bookkeeper = new Bookkeeper(storage.stores());
            bookkeeper.keepYear(month -> out.println(
                    "  " + month + " done, " + storage.stores().journal().lastPosition() + " entries in the books"));
            Figures figures = Figures.of(bookkeeper.books(), YEAR);
            Terminal terminal = new Terminal(out);
            terminal.trialBalance(figures);
            terminal.statement(Statement.income(figures));
            terminal.statement(Statement.balanceSheet(figures));
            Path page = folder.resolve("company.html");
            Files.writeString(page, HtmlPage.of(COMPANY, bookkeeper.books(), YEAR, names()));
            out.println();
            out.println("Page: " + page.toAbsolutePath().normalize());
        }
    }

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        Stream.concat(Partner.CUSTOMERS.stream(), Partner.SUPPLIERS.stream())
                .forEach(partner -> names.put(partner.id(), partner.name()));
        return names;
    }
}
