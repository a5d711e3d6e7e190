package dev.erpkit.hr.payroll;

import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Tables of the law that a pack ships as text; what has changed since it was checked is not read. */
public final class TableText {
    private TableText() {}

    /**
     * The rows of a table, each split at its commas, without the heading.
     *
     * @param in the text, in UTF-8; closed afterwards
     * @param name names the table in messages
     * @param sha256 the checksum that the text had when it was checked, with line feeds, in lower-case hexadecimal
     * @throws InvalidValueException {@code pack.checksum} when the text has another
     */
    public static ImmutableList<ImmutableList<String>> rows(InputStream in, String name, String sha256) {
        String text = text(in);
        String actual = Digest.ofText(text).toString();
        if (!actual.equals(sha256)) {
            throw new InvalidValueException(
                    "TableText",
                    name,
                    "pack.checksum",
                    "has the checksum " + actual + " but was checked with " + sha256);
        }
        return Lists.immutable
                .of(text.split("\n"))
                .drop(1)
                .reject(String::isBlank)
                .collect(row -> Lists.immutable.of(row.split(",", -1)));
    }

    /** Lines end with a line feed, whatever a checkout made of them. */
    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
