package dev.erpkit.accounting.report.text;

import dev.erpkit.accounting.ledger.RegisterLine;
import dev.erpkit.accounting.ledger.Turnover;
import dev.erpkit.accounting.report.AccountLedger;
import dev.erpkit.accounting.report.ChangesInEquity;
import dev.erpkit.accounting.report.Statement;
import dev.erpkit.accounting.report.StatementColumn;
import dev.erpkit.accounting.report.StatementRow;
import dev.erpkit.accounting.report.TrialBalance;
import dev.erpkit.accounting.report.TrialBalanceRow;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A report as rows of texts: some columns of words, then columns of figures. {@link #text} aligns them for a terminal, {@link
 * #csv} writes them for a spreadsheet.
 *
 * @param title what people read above it
 * @param words how many columns from the left are words
 * @param header the heads of the columns
 * @param rows the cells; an empty text where there is nothing
 * @param totals how many of the last rows are totals of those above
 */
public record ReportTable(
        String title, int words, ImmutableList<String> header, ImmutableList<ImmutableList<String>> rows, int totals) {
    private static final String INDENT = "  ";

    /** A statement: label and a figure for each column, indented by level. */
    public static ReportTable of(Statement statement) {
        MutableList<ImmutableList<String>> rows = Lists.mutable.empty();
        for (StatementRow row : statement.rows()) {
            MutableList<String> cells = Lists.mutable.with(INDENT.repeat(row.level()) + row.label());
            for (int i = 0; i < statement.columns().size(); i++) {
                cells.add(row.cells().isEmpty() ? "" : figure(row.cells().get(i).minor(), statement.currency()));
            }
            rows.add(cells.toImmutable());
        }
        ImmutableList<String> header = Lists.immutable
                .with(statement.currency().getCurrencyCode())
                .newWithAll(statement.columns().collect(StatementColumn::label));
        return new ReportTable(statement.title(), 1, header, rows.toImmutable(), 0);
    }

    /** A trial balance in base currency: code, name, opening, debit, credit, closing, and the total. */
    public static ReportTable of(TrialBalance trial) {
        return of(trial, ReportWords.english());
    }

    /** The same in other words. */
    public static ReportTable of(TrialBalance trial, ReportWords language) {
        MutableList<ImmutableList<String>> rows = Lists.mutable.empty();
        for (TrialBalanceRow row : trial.rows()) {
            rows.add(turnover(row.account().value(), row.name(), row.base()));
        }
        rows.add(turnover("", language.of("Total"), trial.total()));
        return new ReportTable(
                language.of("Trial balance") + " " + trial.through() + " "
                        + trial.currency().getCurrencyCode(),
                2,
                Lists.immutable
                        .with("Account", "Name", "Opening", "Debit", "Credit", "Closing")
                        .collect(language::of),
                rows.toImmutable(),
                1);
    }

    /** A register: day, position, currency, amount, base amount and the balance after it in base currency. */
    public static ReportTable of(AccountLedger ledger) {
        return of(ledger, ReportWords.english());
    }

    /** The same in other words. */
    public static ReportTable of(AccountLedger ledger, ReportWords language) {
        CurrencyUnit base = ledger.base().currency();
        MutableList<ImmutableList<String>> rows = Lists.mutable.empty();
        rows.add(Lists.immutable.with(
                language.of("Opening"), "", "", "", "", figure(ledger.base().openingMinor(), base)));
        for (RegisterLine each : ledger.lines()) {
            rows.add(Lists.immutable.with(
                    each.line().date().toString(),
                    Long.toString(each.line().position()),
                    each.line().currency().getCurrencyCode(),
                    figure(each.line().amountMinor(), each.line().currency()),
                    figure(each.line().baseMinor(), base),
                    figure(each.baseBalanceMinor(), base)));
        }
        return new ReportTable(
                ledger.account() + " " + ledger.name(),
                3,
                Lists.immutable
                        .with("Date", "Position", "Currency", "Amount", base.getCurrencyCode(), "Balance")
                        .collect(language::of),
                rows.toImmutable(),
                0);
    }

    /** A statement of changes in equity: a row for each component, and the total. */
    public static ReportTable of(ChangesInEquity changes) {
        return of(changes, ReportWords.english());
    }

    /** The same in other words. */
    public static ReportTable of(ChangesInEquity changes, ReportWords language) {
        return new ReportTable(
                language.of("Changes in equity") + " " + changes.from() + " " + language.of("to") + " "
                        + changes.through() + " " + changes.currency().getCurrencyCode(),
                1,
                Lists.immutable
                        .with("Component", "Opening", "Result", "Carried over", "Other", "Closing")
                        .collect(language::of),
                changes.components()
                        .newWith(changes.total())
                        .collect(part -> Lists.immutable.with(
                                part.account().isPresent() ? part.name() : language.of(part.name()),
                                figure(part.openingMinor(), changes.currency()),
                                figure(part.resultMinor(), changes.currency()),
                                figure(part.carriedOverMinor(), changes.currency()),
                                figure(part.otherMinor(), changes.currency()),
                                figure(part.closingMinor(), changes.currency()))),
                1);
    }

    /**
     * The table for a terminal: words to the left, figures to the right with thousands separated by commas, a rule below the
     * header and above totals.
     */
    public String text() {
        int[] widths = new int[header.size()];
        MutableList<ImmutableList<String>> lines =
                Lists.mutable.<ImmutableList<String>>empty().with(header);
        rows.forEach(row -> lines.add(row.collectWithIndex((cell, i) -> i < words ? cell : grouped(cell))));
        lines.forEach(
                line -> line.forEachWithIndex((cell, i) -> widths[i] = Math.max(widths[i], DisplayWidth.of(cell))));
        StringBuilder out = new StringBuilder(title).append('\n');
        String rule = "-".repeat(Arrays.stream(widths).sum() + INDENT.length() * (widths.length - 1)) + '\n';
        lines.forEachWithIndex((line, row) -> {
            if (row == 1 || (totals > 0 && row == lines.size() - totals)) {
                out.append(rule);
            }
            out.append(aligned(line, widths)).append('\n');
        });
        return out.toString();
    }

    private String aligned(ImmutableList<String> line, int[] widths) {
        StringBuilder padded = new StringBuilder();
        line.forEachWithIndex((cell, i) -> {
            String gap = " ".repeat(widths[i] - DisplayWidth.of(cell));
            padded.append(i == 0 ? "" : INDENT).append(i < words ? cell + gap : gap + cell);
        });
        return padded.toString().stripTrailing();
    }

    /** The table as CSV after RFC 4180, with plain figures and without the title; lines end with a line feed. */
    public String csv() {
        StringBuilder out = new StringBuilder();
        out.append(csvLine(header));
        rows.forEach(row -> out.append(csvLine(row)));
        return out.toString();
    }

    private static ImmutableList<String> turnover(String code, String name, Turnover turnover) {
        CurrencyUnit currency = turnover.currency();
        return Lists.immutable.with(
                code,
                name,
                figure(turnover.openingMinor(), currency),
                figure(turnover.debitMinor(), currency),
                figure(turnover.creditMinor(), currency),
                figure(turnover.closingMinor(), currency));
    }

    private static String figure(long minor, CurrencyUnit currency) {
        return BigDecimal.valueOf(minor, Amounts.digits(currency)).toPlainString();
    }

    /** Commas between the thousands, counted from the decimal point to the left. */
    private static String grouped(String figure) {
        int point = figure.indexOf('.') < 0 ? figure.length() : figure.indexOf('.');
        int first = figure.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(figure);
        for (int i = point - 3; i > first; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    private static String csvLine(ImmutableList<String> cells) {
        return cells.collect(cell -> quoted(cell.strip())).makeString(",") + '\n';
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
