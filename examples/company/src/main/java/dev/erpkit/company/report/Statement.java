package dev.erpkit.company.report;

import java.util.ArrayList;
import java.util.List;

/** A statement as lines: headings, accounts below them, and totals. */
public final class Statement {
    /** What a line is. */
    enum Kind {
        HEADING,
        ACCOUNT,
        SUBTOTAL,
        TOTAL
    }

    /**
     * A line.
     *
     * @param kind what it is
     * @param code the account, or nothing
     * @param name Japanese, a blank, English
     * @param amount in yen, on the side on which the statement shows it; nothing is shown for headings
     */
    record Line(Kind kind, String code, String name, long amount) {}

    private final String name;
    private final String when;
    private final List<Line> lines = new ArrayList<>();

    private Statement(String name, String when) {
        this.name = name;
        this.when = when;
    }

    /** The balance sheet at the end of the year. */
    public static Statement balanceSheet(Figures figures) {
        Statement sheet = new Statement("貸借対照表 Balance sheet", figures.year().lastDay() + " 現在 (as of)");
        sheet.section(figures, "11", true, 1).section(figures, "12", true, 1);
        sheet.line(Kind.TOTAL, "資産合計 Total assets", figures.closed("11", "12"));
        sheet.section(figures, "21", true, -1).section(figures, "22", true, -1);
        sheet.line(Kind.SUBTOTAL, "負債合計 Total liabilities", -figures.closed("21", "22"));
        sheet.section(figures, "31", true, -1);
        sheet.line(Kind.TOTAL, "負債・純資産合計 Liabilities and equity", -figures.closed("21", "22", "31"));
        return sheet;
    }

    /** The income statement of the year, in the steps of Japanese statements. */
    public static Statement income(Figures figures) {
        Statement income = new Statement(
                "損益計算書 Income statement",
                figures.year().startInclusive() + " – " + figures.year().lastDay());
        income.section(figures, "41", false, -1).section(figures, "51", false, 1);
        income.line(Kind.SUBTOTAL, "売上総利益 Gross profit", figures.earned("41", "51"));
        income.section(figures, "61", false, 1);
        income.line(Kind.SUBTOTAL, "営業利益 Operating profit", figures.earned("41", "51", "61"));
        income.section(figures, "71", false, -1).section(figures, "72", false, 1);
        income.line(Kind.SUBTOTAL, "経常利益 Ordinary profit", figures.earned("41", "51", "61", "71", "72"));
        income.section(figures, "73", false, 1);
        income.line(Kind.TOTAL, "当期純利益 Net profit", figures.earned("41", "51", "61", "71", "72", "73"));
        return income;
    }

    private Statement section(Figures figures, String heading, boolean closed, int sign) {
        String title = figures.heading(heading).name();
        long total = 0;
        List<Line> accounts = new ArrayList<>();
        for (Figures.Row row : figures.below(heading)) {
            long amount = sign * (closed ? row.closed() : row.earned());
            if (amount != 0) {
                accounts.add(new Line(
                        Kind.ACCOUNT, row.account().id().value(), row.account().name(), amount));
                total = Math.addExact(total, amount);
            }
        }
        line(Kind.HEADING, title, total);
        lines.addAll(accounts);
        line(Kind.SUBTOTAL, Text.japanese(title) + "合計 Total", total);
        return this;
    }

    private void line(Kind kind, String title, long amount) {
        lines.add(new Line(kind, "", title, amount));
    }

    String name() {
        return name;
    }

    String when() {
        return when;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
