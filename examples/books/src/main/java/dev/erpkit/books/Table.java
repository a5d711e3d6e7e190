package dev.erpkit.books;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Text in columns as wide as their widest cell, two blanks apart. */
final class Table {
    private final String[] alignments;
    private final int[] widths;
    private final List<String[]> rows = new ArrayList<>();

    /** @param alignments {@code <} for left, {@code >} for right, by column */
    Table(String... alignments) {
        this.alignments = alignments.clone();
        this.widths = new int[alignments.length];
    }

    void row(String... cells) {
        rows.add(cells);
        for (int i = 0; i < cells.length; i++) {
            widths[i] = Math.max(widths[i], width(cells[i]));
        }
    }

    /** A line across all columns. */
    void rule() {
        rows.add(new String[0]);
    }

    void print(PrintStream out) {
        for (String[] row : rows) {
            out.print(row.length == 0 ? acrossAll() : line(row));
            out.print('\n');
        }
    }

    private String acrossAll() {
        int width = 2 * (widths.length - 1);
        for (int w : widths) {
            width += w;
        }
        return "-".repeat(width);
    }

    private String line(String[] row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String pad = " ".repeat(widths[i] - width(row[i]));
            line.append(i == 0 ? "" : "  ").append(alignments[i].equals(">") ? pad + row[i] : row[i] + pad);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
