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
    private ShippedCases() {}

    /** The cases of the books, in the order of the names of their files. */
    public static ImmutableList<CaseFile> accounting() {
        return folder("accounting");
    }

    /** The cases of goods. */
    public static ImmutableList<CaseFile> inventory() {
        return folder("inventory");
    }

    /** The cases of people. */
    public static ImmutableList<CaseFile> hr() {
        return folder("hr");
    }

    /** The cases of customers. */
    public static ImmutableList<CaseFile> crm() {
        return folder("crm");
    }

    private static ImmutableList<CaseFile> folder(String folder) {
        try (InputStream index = open(folder + "/index.txt")) {
            String names = new String(index.readAllBytes(), StandardCharsets.UTF_8);
            return Lists.immutable
                    .of(names.split("\\R"))
                    .reject(String::isBlank)
                    .flatCollect(name -> read(folder + "/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImmutableList<CaseFile> read(String name) {
        try (InputStream in = open(name)) {
            return CaseFile.readAll(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ShippedCases.class.getResourceAsStream(name), name);
    }
}
