package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;

/**
 * A statement's form as data: which accounts make up which row, which rows add up to which. {@link #parse} reads one from
 * text; {@link Layouts} has some to start from.
 *
 * @param title what people read above it
 * @param covers the classes of which every account that moved should appear in a row; see {@link Statement#uncovered()}
 * @param rows the rows from top to bottom
 */
public record StatementLayout(String title, ImmutableSet<AccountClass> covers, ImmutableList<LayoutRow> rows) {
    /**
     * Checks that ids are unique, and that totals name rows that exist and not each other in a circle.
     *
     * @throws InvalidValueException {@code layout.duplicate}, {@code layout.unknown-row}, {@code layout.cycle}, each with
     *     the row as its path
     */
    public StatementLayout {
        MutableSet<String> ids = Sets.mutable.empty();
        for (LayoutRow row : rows) {
            if (!ids.add(row.id())) {
                throw invalid(row, "layout.duplicate", "is the id of two rows");
            }
        }
        for (LayoutRow row : rows) {
            checkTerms(row, row, rows, 0);
        }
    }

    /**
     * Reads a layout from text. A line {@code title: TEXT}, a line {@code covers: CLASS...}, then a line for each row:
     *
     * <pre>{@code
     * id | level | label | heading
     * id | level | label | accounts BASIS SIDE [criterion=value,value...]... [rest] [detail]
     * id | level | label | total [-] row + row - row
     * }</pre>
     *
     * with the bases {@code opening movement closing cash}, the sides {@code debit credit} and the criteria {@code class
     * control tag without prefix under}. Blank lines and lines that begin with {@code #} say nothing.
     *
     * @throws InvalidValueException {@code layout.syntax} with the line as its path, and what a layout refuses
     */
    public static StatementLayout parse(String text) {
        return LayoutParser.parse(text);
    }

    /** The row with this id. */
    public Optional<LayoutRow> row(String id) {
        return rows.detectOptional(row -> row.id().equals(id));
    }

    /** The same form with another title. */
    public StatementLayout titled(String other) {
        return new StatementLayout(other, covers, rows);
    }

    private static void checkTerms(LayoutRow start, LayoutRow row, ImmutableList<LayoutRow> rows, int depth) {
        if (depth > rows.size()) {
            throw invalid(start, "layout.cycle", "is a part of its own total");
        }
        if (row.content() instanceof RowContent.Total total) {
            for (RowContent.Term term : total.terms()) {
                LayoutRow part = rows.detect(r -> r.id().equals(term.row()));
                if (part == null || part.content() instanceof RowContent.Heading) {
                    throw invalid(
                            row, "layout.unknown-row", "names a row that has no figure in the layout: " + term.row());
                }
                checkTerms(start, part, rows, depth + 1);
            }
        }
    }

    private static InvalidValueException invalid(LayoutRow row, String code, String message) {
        return new InvalidValueException("StatementLayout", row.id(), code, message);
    }
}
