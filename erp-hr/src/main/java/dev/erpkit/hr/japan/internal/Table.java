package dev.erpkit.hr.japan.internal;

import dev.erpkit.hr.payroll.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import org.eclipse.collections.api.factory.Lists;
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
     * @throws IllegalStateException when the file is not the one that was checked
     */
    public static Table load(Class<?> beside, String name, String checksum) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            byte[] bytes = in.readAllBytes();
            String found = sha256(bytes);
            if (!found.equals(checksum)) {
                throw new IllegalStateException("The table " + name + " is not the one that was checked: " + found);
            }
            return parse(name, checksum, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table parse(String name, String checksum, String text) {
        ImmutableList<String> lines = Lists.immutable.of(text.split("\n"));
        return new Table(
                name,
                checksum,
                new Source(
                        head(lines, "source"),
                        LocalDate.parse(head(lines, "checked")),
                        LocalDate.parse(head(lines, "review"))),
                head(lines, "confidence"),
                lines.reject(line -> line.startsWith(COMMENT))
                        .collect(line -> new Row(Lists.immutable.of(line.split(",", -1)))));
    }

    private static String head(ImmutableList<String> lines, String key) {
        String prefix = COMMENT + key + ": ";
        return lines.detectOptional(line -> line.startsWith(prefix))
                .orElseThrow(() -> new IllegalStateException("no " + key))
                .substring(prefix.length());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Name and the head of the checksum: how a derivation names the version of a table. */
    public String version() {
        return name + " " + checksum.substring(0, 8);
    }
}
