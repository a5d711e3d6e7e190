package dev.erpkit.testkit.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The cases that ship with the kit; each file names the source of its figures. */
public final class ShippedCases {
    private static final String FOLDER = "accounting/";

    private ShippedCases() {}

    /** The cases of the books, in the order of their names. */
    public static ImmutableList<CaseFile> accounting() {
        try (InputStream index = open("index.txt")) {
            String[] names = new String(index.readAllBytes(), StandardCharsets.UTF_8).split("\\R");
            return Lists.immutable.of(names).collect(ShippedCases::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseFile read(String name) {
        try (InputStream in = open(name)) {
            return CaseFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ShippedCases.class.getResourceAsStream(FOLDER + name), name);
    }
}
