package dev.erpkit.hr.japan.internal;

import dev.erpkit.hr.payroll.Source;
import dev.erpkit.hr.payroll.TableText;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A table that ships with the library.
 *
 * @param name its file
 * @param checksum SHA-256 of the file
 * @param source where it comes from, when it was compared and when it wants to be looked at again
 * @param confidence how well it is confirmed: {@code high}, {@code medium}, {@code low}
 * @param rows its cells
 */
public record Table(String name, String checksum, Source source, String confidence, ImmutableList<Row> rows) {
    private static final String COMMENT = "# ";

    /**
     * A row.
     *
     * @param cells its cells as text
     */
    public record Row(ImmutableList<String> cells) {
        /** A cell as text. */
        public String text(int column) {
            return cells.get(column);
        }

        /** A cell as a whole number. */
        public long number(int column) {
            return Long.parseLong(cells.get(column));
        }

        /** A cell as a whole number, or what stands for an empty one. */
        public long number(int column, long empty) {
            return column >= cells.size() || cells.get(column).isEmpty() ? empty : number(column);
        }

        /** A cell as a day. */
        public LocalDate day(int column) {
            return LocalDate.parse(cells.get(column));
        }
    }

    /**
     * Reads a table from beside a class and compares its checksum.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code pack.checksum} when the file is not the one that was checked
     */
    public static Table load(Class<?> beside, String name, String checksum) {
        ImmutableList<ImmutableList<String>> lines =
                TableText.rows(Objects.requireNonNull(beside.getResourceAsStream(name), name), name, checksum);
        return new Table(
                name,
                checksum,
                new Source(
                        head(lines, "source"),
                        LocalDate.parse(head(lines, "checked")),
                        LocalDate.parse(head(lines, "review"))),
                head(lines, "confidence"),
                lines.reject(line -> line.getFirst().startsWith(COMMENT)).collect(Row::new));
    }

    private static String head(ImmutableList<ImmutableList<String>> lines, String key) {
        String prefix = COMMENT + key + ": ";
        return lines.detectOptional(line -> line.getFirst().startsWith(prefix))
                .orElseThrow(() -> new IllegalStateException("no " + key))
                .makeString(",")
                .substring(prefix.length());
    }

    /** Name and the head of the checksum: how a derivation names the version of a table. */
    public String version() {
        return name + " " + checksum.substring(0, 8);
    }
}
