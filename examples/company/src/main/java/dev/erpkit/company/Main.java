package dev.erpkit.company;

import dev.erpkit.company.people.PeopleYear;
import dev.erpkit.company.report.BusinessReports;
import dev.erpkit.company.report.HtmlPage;
import dev.erpkit.company.report.PeopleReports;
import dev.erpkit.company.report.SalesReports;
import dev.erpkit.company.report.Terminal;
import dev.erpkit.company.report.YearReports;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.storage.jdbc.JdbcException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

    private static final String USAGE = """
            Usage: company [--dir DIR]
            Keeps the books of a small trading company for a year in DIR, prints its statements and writes DIR/company.html.
            DIR is made when it is not there; bin/company without it takes the module's target folder.""";

    private Main() {}

    /** Ends with 2 when the arguments are wrong, with 1 when the books cannot be kept in that folder. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(arguments, out, err);
        out.flush();
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            out.println(USAGE);
            return 0;
        }
        String wrong = wrong(arguments);
        if (!wrong.isEmpty()) {
            err.println("company: " + wrong);
            err.println(USAGE);
            return 2;
        }
        GREETERS.forEach(logger -> logger.setLevel(Level.WARNING));
        try {
            keepAndShow(Path.of(arguments[1]), out);
            return 0;
        } catch (IOException | JdbcException | InvalidPathException e) {
            err.println("company: the books in " + arguments[1] + " cannot be kept: " + reason(e));
            return 1;
        }
    }

    private static String reason(Exception e) {
        if (e instanceof FileAlreadyExistsException) {
            return "it is a file, not a folder";
        }
        return e instanceof AccessDeniedException denied
                ? "no permission for " + denied.getFile()
                : String.valueOf(e.getMessage());
    }

    private static String wrong(String... arguments) {
        if (arguments.length == 0) {
            return "tell the folder of the books with --dir";
        }
        if (!arguments[0].equals("--dir")) {
            return "unknown argument " + arguments[0];
        }
        if (arguments.length == 1 || arguments[1].isBlank()) {
            return "--dir needs a folder behind it";
        }
        return arguments.length > 2 ? "unknown argument " + arguments[2] : "";
    }

    private static void keepAndShow(Path folder, PrintStream out) throws IOException {
        Files.createDirectories(folder);
        out.println(COMPANY);
        out.println("Books: " + folder.toAbsolutePath().normalize());
        try (Storage storage = Storage.open(folder)) {
            Bookkeeper bookkeeper = new Bookkeeper(storage.stores());
            bookkeeper.keepYear(month -> {
                out.println("  " + month + " locked, "
                        + bookkeeper.books().stores().journal().lastPosition() + " entries in the books");
                out.flush();
            });
            YearReports reports = YearReports.of(bookkeeper.books(), CompanyChart.template(), YEAR);
            BusinessReports business = new BusinessYear(bookkeeper.business(), bookkeeper.goods()).reports();
            SalesReports sales = bookkeeper.sales();
            PeopleYear people = new PeopleYear(bookkeeper.payroll());
            PeopleReports staff = people.reports(bookkeeper.books());
            people.writeTransfers(folder);
            Terminal terminal = new Terminal(out);
            terminal.print(reports);
            terminal.print(business);
            terminal.print(sales);
            terminal.print(staff);
            Path page = folder.resolve("company.html");
            Files.writeString(page, HtmlPage.of(COMPANY, bookkeeper.books(), reports, business, sales, staff, names()));
            out.println();
            out.println("Page: " + page.toAbsolutePath().normalize());
        }
    }

    /** Customers and suppliers by id. */
    static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        Stream.of(Partner.CUSTOMERS, Partner.SUPPLIERS, List.of(Partner.CARRIER))
                .flatMap(List::stream)
                .forEach(partner -> names.put(partner.id(), partner.name()));
        return names;
    }
}
