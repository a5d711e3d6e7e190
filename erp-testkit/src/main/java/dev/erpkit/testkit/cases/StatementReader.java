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
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A journal, and an income statement, a balance sheet or a cash flow of a period, figures positive on their normal side. */
final class StatementReader {
    private static final Pattern JOURNAL = Pattern.compile("entries|transactions|journal");
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
        boolean statements = current.when().size() == 1
                && current.when().getFirst().matches("(?i).*(income ?statement|balance ?sheet|profit and loss).*");
        if (journal == null || others || !statements) {
            throw new UnsupportedCaseException("no journal with a statement");
        }
        new StatementReader(current)
                .check(given.at(journal).elements(), current.when().getFirst());
    }

    private void check(ImmutableList<Field> entries, String step) {
        entries.forEachWithIndex((entry, i) -> post("e" + i, entry));
        period(step);
        Reports reports = Reports.of(books.services().index(), books.services().chart(), BookId.MAIN, books.base());
        StatementColumn column =
                new StatementColumn("", start.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(start), end);
        String kind = step.toLowerCase(Locale.ROOT);
        boolean sheet = kind.contains("sheet");
        Statement statement = reports.statement(sheet ? Layouts.balanceSheet() : Layouts.incomeStatement(), column);
        current.expect().names().forEach(name -> expect(current.expect().at(name), name, statement, sheet));
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
