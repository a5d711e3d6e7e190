package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.report.Layouts;
import dev.erpkit.accounting.report.Reports;
import dev.erpkit.accounting.report.Statement;
import dev.erpkit.accounting.report.StatementColumn;
import dev.erpkit.accounting.report.StatementRow;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** A journal, and an income statement, a balance sheet or a cash flow of a period, figures positive on their normal side. */
final class StatementReader {
    private static final Pattern JOURNAL =
            Pattern.compile("entries|transactions|journal|balances|trial_balance|accounts");
    private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");
    private final Case current;
    private final CaseBooks books;
    private LocalDate start = LocalDate.MIN;
    private LocalDate end = LocalDate.of(9999, 12, 31);

    private StatementReader(Case current) {
        this.current = current;
        this.books = new CaseBooks(new CaseCurrencies(
                        current,
                        current.given().find("currency").map(Field::text).orElse("USD"))
                .base());
    }

    static void run(Case current) {
        Field given = current.given();
        String journal = given.names().detect(n -> JOURNAL.matcher(n).matches());
        boolean others = given.names().anySatisfy(n -> !n.equals(journal) && !n.equals("currency"));
        boolean statements = current.when().notEmpty()
                && current.when()
                        .allSatisfy(step ->
                                step.matches("(?i).*(income ?statement|balance ?sheet|profit and loss|cash ?flow).*"));
        if (journal == null || others || !statements) {
            throw new UnsupportedCaseException("no journal with a statement");
        }
        StatementReader reader = new StatementReader(current);
        if (given.at(journal).isObject()) {
            reader.balances(given.at(journal));
        } else {
            given.at(journal).elements().forEachWithIndex((entry, i) -> reader.post("e" + i, entry));
        }
        reader.check();
    }

    /** Balances that sum to zero, as one entry. */
    private void balances(Field balances) {
        books.post(
                "balances",
                CaseBooks.DAY,
                balances.names()
                        .collect(name -> books.line(
                                name, CaseAmount.of(balances.at(name)).number()))
                        .reject(line -> line.baseMinor() == 0));
    }

    /** One statement has all that is expected; of several, each has what is called by its name, or the figures that it knows. */
    private void check() {
        if (current.when().size() == 1) {
            check(current.expect(), current.when().getFirst());
            return;
        }
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            String step = current.when().detect(s -> plain(s).contains(plain(name)));
            if (step != null && expected.isObject()) {
                check(expected, step);
                continue;
            }
            boolean sheet = name.matches("(?i).*(asset|liabilit|equity).*");
            String known = current.when().detect(s -> isSheet(s) == sheet);
            if (known == null) {
                throw new UnsupportedCaseException(expected.path());
            }
            Statement statement = statement(known);
            expect(expected, name, statement, sheet);
        }
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static boolean isSheet(String step) {
        return step.toLowerCase(Locale.ROOT).contains("sheet");
    }

    private void check(Field expect, String step) {
        if (step.toLowerCase(Locale.ROOT).matches(".*(by month|monthly|per month).*")) {
            byMonth(expect, step);
            return;
        }
        Statement statement = statement(step);
        expect.names().forEach(name -> expect(expect.at(name), name, statement, isSheet(step)));
    }

    /** The result of each month by its name, and of all months. */
    private void byMonth(Field expect, String step) {
        String kind = step.replaceAll("(?i)(by month|monthly|per month).*", "");
        for (String name : expect.names()) {
            Statement statement = statement(kind + (name.matches("\\d{4}-\\d{2}") ? name : ""));
            if (expect.at(name).isObject()) {
                expect.at(name).names().forEach(n -> expect(expect.at(name).at(n), n, statement, isSheet(step)));
            } else {
                number(expect.at(name), total(isSheet(step) ? "assets" : "net", statement, isSheet(step)));
            }
        }
    }

    private Statement statement(String step) {
        start = LocalDate.MIN;
        end = LocalDate.of(9999, 12, 31);
        period(step);
        Reports reports = Reports.of(books.services().index(), books.services().chart(), BookId.MAIN, books.base());
        StatementColumn column =
                new StatementColumn("", start.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(start), end);
        if (isFlow(step)) {
            return reports.statement(Layouts.cashFlowDirect(), column);
        }
        return reports.statement(isSheet(step) ? Layouts.balanceSheet() : Layouts.incomeStatement(), column);
    }

    private void post(String id, Field entry) {
        entry.requireNames("date", entry.has("postings") ? "postings" : "lines");
        Field postings = entry.at(entry.has("postings") ? "postings" : "lines");
        MutableList<JournalLine> lines = Lists.mutable.empty();
        if (postings.isObject()) {
            postings.names()
                    .forEach(name -> lines.add(
                            books.line(name, CaseAmount.of(postings.at(name)).number())));
        } else {
            postings.elements().forEach(posting -> {
                posting.requireNames("account", "amount");
                lines.add(books.line(
                        posting.at("account").text(),
                        CaseAmount.of(posting.at("amount")).number()));
            });
        }
        books.post(id, entry.at("date").date(), lines.toImmutable());
    }

    /** One year, month or day in the step is the period or its end; of two, the second is the day after the last. */
    private void period(String step) {
        Matcher matcher = PERIOD.matcher(step);
        MutableList<LocalDate[]> named = Lists.mutable.empty();
        while (matcher.find()) {
            named.add(span(matcher));
        }
        if (named.size() == 1) {
            start = named.getFirst()[0];
            end = named.getFirst()[1];
        } else if (named.size() == 2) {
            start = named.get(0)[0];
            end = named.get(1)[0].minusDays(1);
        } else if (named.notEmpty()) {
            throw new UnsupportedCaseException("more than two dates: " + step);
        }
    }

    private static LocalDate[] span(Matcher matcher) {
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
        }
        LocalDate month = LocalDate.of(year, Integer.parseInt(matcher.group(2)), 1);
        if (matcher.group(3) == null) {
            return new LocalDate[] {month, month.plusMonths(1).minusDays(1)};
        }
        LocalDate day = month.withDayOfMonth(Integer.parseInt(matcher.group(3)));
        return new LocalDate[] {day, day};
    }

    private static boolean isFlow(String step) {
        return step.toLowerCase(Locale.ROOT).matches(".*cash ?flow.*");
    }

    private void expect(Field expected, String name, Statement statement, boolean sheet) {
        if (expected.isObject()) {
            for (String inner : expected.names()) {
                if (inner.matches("total|sum")) {
                    number(expected.at(inner), total(name, statement, sheet));
                } else {
                    number(expected.at(inner), account(inner, statement));
                }
            }
            return;
        }
        number(expected, total(name.replaceAll("_?total_?", ""), statement, sheet));
    }

    private void number(Field expected, long minor) {
        current.differences().number(expected, CaseCurrencies.decimal(minor, books.base()));
    }

    private static long account(String name, Statement statement) {
        return statement
                .rows()
                .select(row -> row.kind() == StatementRow.Kind.ACCOUNT
                        && row.account().orElseThrow().value().equals(name))
                .sumOfLong(row -> row.cells().getFirst().minor());
    }

    private static long total(String name, Statement statement, boolean sheet) {
        if (statement.rows().anySatisfy(row -> row.id().equals("operating"))) {
            return switch (name) {
                case "change", "net_change", "net", "net_cash_flow" -> statement.minor("change", 0);
                case "operating", "investing", "financing", "opening", "closing" -> statement.minor(name, 0);
                case "beginning" -> statement.minor("opening", 0);
                case "end", "ending" -> statement.minor("closing", 0);
                default -> throw new UnsupportedCaseException("total " + name);
            };
        }
        if (sheet) {
            return switch (name) {
                case "assets" -> statement.minor("assets", 0);
                case "liabilities" -> statement.minor("liabilities", 0);
                case "equity" -> statement.minor("owners", 0);
                case "net", "net_assets" -> statement.minor("assets", 0) - statement.minor("liabilities", 0);
                default -> throw new UnsupportedCaseException("total " + name);
            };
        }
        return switch (name) {
            case "revenue", "revenues", "income" -> statement.minor("income", 0);
            case "expense", "expenses" -> statement.minor("cost-of-sales", 0) + statement.minor("expenses", 0);
            case "net", "net_income", "result", "profit" -> statement.minor("result", 0);
            default -> throw new UnsupportedCaseException("total " + name);
        };
    }
}
