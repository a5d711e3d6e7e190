package dev.erpkit.accounting.report;

import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The form of a statement of changes in equity as data: components from left to right, changes from top to bottom. What kind
 * of change a line is, an issue of shares or a dividend, its value on an axis says.
 *
 * @param title what people read above it
 * @param axis the axis of journal lines that names the kind of change
 * @param resultColumn the id of the column that shows the result of the period, and what no close has carried over yet
 * @param columns the components
 * @param rows the changes
 */
public record EquityLayout(
        String title, String axis, String resultColumn, ImmutableList<Column> columns, ImmutableList<Row> rows) {
    /**
     * A component of equity.
     *
     * @param id its name within the layout
     * @param label what people read
     * @param selector its accounts, among those of class equity
     * @param rest whether it takes what no other column chooses
     */
    public record Column(String id, String label, AccountSelector selector, boolean rest) {}

    /**
     * A row.
     *
     * @param id its name within the layout
     * @param label what people read
     * @param content what it shows
     * @param change the value on the axis, in a row of a change
     */
    public record Row(String id, String label, Content content, Optional<String> change) {}

    /** What a row shows. */
    public enum Content {
        /** The balance before the period. */
        OPENING,
        /** What lines with one value on the axis came to. */
        CHANGE,
        /** The result of the period. */
        RESULT,
        /** All changes that no other row shows. */
        REST,
        /** The balance at the end. */
        CLOSING
    }

    /**
     * Checks that ids are unique, that the result has a column, and that no change can get lost: there is one row for the
     * rest of the changes and one column for the rest of the accounts.
     *
     * @throws InvalidValueException {@code layout.duplicate}, {@code layout.unknown-row}, {@code layout.rest}
     */
    public EquityLayout {
        ImmutableList<String> all = columns.collect(Column::id);
        if (all.distinct().size() < all.size()
                || rows.collect(Row::id).distinct().size() < rows.size()) {
            throw invalid("id", "layout.duplicate", "must be unique among columns and among rows");
        }
        if (!all.contains(resultColumn)) {
            throw invalid("result", "layout.unknown-row", "names no column: " + resultColumn);
        }
        if (columns.count(Column::rest) != 1 || rows.count(r -> r.content() == Content.REST) != 1) {
            throw invalid("rest", "layout.rest", "must have one column and one row for the rest");
        }
    }

    /**
     * Reads a layout from text: lines {@code title: TEXT}, {@code axis: NAME}, {@code result: COLUMN}, then
     *
     * <pre>{@code
     * column | id | label | [criterion=value,value...]... [rest]
     * row    | id | label | opening, change VALUE, result, rest or closing
     * }</pre>
     *
     * with the criteria of {@link StatementLayout#parse}.
     *
     * @throws InvalidValueException {@code layout.syntax} with the line as its path, and what a layout refuses
     */
    public static EquityLayout parse(String text) {
        Parser parser = new Parser();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    parser.line(line);
                } catch (IllegalArgumentException e) {
                    throw invalid("line " + number, "layout.syntax", String.valueOf(e.getMessage()));
                }
            }
        }
        return new EquityLayout(
                parser.title, parser.axis, parser.result, parser.columns.toImmutable(), parser.rows.toImmutable());
    }

    private static InvalidValueException invalid(String path, String code, String message) {
        return new InvalidValueException("EquityLayout", path, code, message);
    }

    private static final class Parser {
        private String title = "";
        private String axis = "";
        private String result = "";
        private final MutableList<Column> columns = Lists.mutable.empty();
        private final MutableList<Row> rows = Lists.mutable.empty();

        private void line(String line) {
            if (line.startsWith("title:")) {
                title = line.substring("title:".length()).strip();
            } else if (line.startsWith("axis:")) {
                axis = line.substring("axis:".length()).strip();
            } else if (line.startsWith("result:")) {
                result = line.substring("result:".length()).strip();
            } else {
                cells(line.split("\\|", -1));
            }
        }

        private void cells(String[] cells) {
            if (cells.length != 4) {
                throw new IllegalArgumentException("must have four cells: column or row | id | label | content");
            }
            String id = cells[1].strip();
            String label = cells[2].strip();
            ImmutableList<String> words =
                    Lists.immutable.with(cells[3].strip().split("\\s+")).reject(String::isEmpty);
            switch (cells[0].strip()) {
                case "column" ->
                    columns.add(new Column(
                            id, label, LayoutParser.selector(words.reject("rest"::equals)), words.contains("rest")));
                case "row" -> rows.add(row(id, label, words));
                default -> throw new IllegalArgumentException("must be column or row, not: " + cells[0].strip());
            }
        }

        private static Row row(String id, String label, ImmutableList<String> words) {
            Content content = LayoutParser.one(Content.class, words.isEmpty() ? "" : words.getFirst());
            if (words.size() != (content == Content.CHANGE ? 2 : 1)) {
                throw new IllegalArgumentException("must be a content, a change with its value: " + words);
            }
            return new Row(
                    id, label, content, content == Content.CHANGE ? Optional.of(words.get(1)) : Optional.empty());
        }
    }
}
