package dev.erpkit.company.report;

import dev.erpkit.accounting.report.text.ReportTable;
import dev.erpkit.accounting.report.text.ReportWords;
import java.io.PrintStream;

/** Prints trial balance and statements in columns. */
public final class Terminal {
    private final PrintStream out;

    /** Prints to a stream. */
    public Terminal(PrintStream out) {
        this.out = out;
    }

    /** Trial balance before the close, income statement, balance sheet, cash-flow statement, statement of changes. */
    public void print(YearReports reports) {
        ReportWords words = Bilingual.words();
        table(ReportTable.of(reports.trial(), words));
        table(ReportTable.of(reports.income()));
        table(ReportTable.of(reports.sheet()));
        table(ReportTable.of(reports.cashFlow()));
        table(ReportTable.of(reports.changes(), words));
    }

    private void table(ReportTable table) {
        out.println();
        out.print(table.text());
    }
}
