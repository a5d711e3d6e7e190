package dev.erpkit.company.report;

import java.io.PrintStream;

/** Prints trial balance and statements in columns; East Asian characters take two. */
public final class Terminal {
    private static final int NAME = 52;
    private static final int AMOUNT = 16;

    private final PrintStream out;

    /** Prints to a stream. */
    public Terminal(PrintStream out) {
        this.out = out;
    }

    /** The trial balance before the close. */
    public void trialBalance(Figures figures) {
        title("合計残高試算表 Trial balance before the close", "JPY");
        out.println(
                left("", NAME) + right("借方 Debit", AMOUNT) + right("貸方 Credit", AMOUNT) + right("残高 Balance", AMOUNT));
        long debit = 0;
        long credit = 0;
        long balance = 0;
        for (Figures.Row row : figures.rows()) {
            if (row.used()) {
                columns(row.account().id() + " " + row.account().name(), row.debit(), row.credit(), row.earned());
                debit = Math.addExact(debit, row.debit());
                credit = Math.addExact(credit, row.credit());
                balance = Math.addExact(balance, row.earned());
            }
        }
        out.println("-".repeat(NAME + 3 * AMOUNT));
        columns("合計 Total", debit, credit, balance);
    }

    private void columns(String name, long debit, long credit, long balance) {
        out.println(left(name, NAME)
                + right(Text.plainYen(debit), AMOUNT)
                + right(Text.plainYen(credit), AMOUNT)
                + right(Text.plainYen(balance), AMOUNT));
    }

    /** A statement. */
    public void statement(Statement statement) {
        title(statement.name(), statement.when());
        for (Statement.Line line : statement.lines()) {
            switch (line.kind()) {
                case HEADING -> out.println(line.name());
                case ACCOUNT ->
                    out.println(left("  " + line.name(), NAME) + right(Text.plainYen(line.amount()), AMOUNT));
                default -> {
                    String gap = line.kind() == Statement.Kind.TOTAL ? "=" : "-";
                    out.println(" ".repeat(NAME) + gap.repeat(AMOUNT));
                    out.println(left(line.name(), NAME) + right(Text.plainYen(line.amount()), AMOUNT));
                }
            }
        }
    }

    private void title(String title, String detail) {
        out.println();
        out.println(title + "  " + detail);
        out.println("=".repeat(Text.width(title + "  " + detail)));
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(1, width - Text.width(text)));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(1, width - Text.width(text))) + text;
    }
}
