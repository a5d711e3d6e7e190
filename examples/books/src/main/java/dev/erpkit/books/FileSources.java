package dev.erpkit.books;

import dev.erpkit.accounting.interchange.port.SourceResolver;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Journal sources that are files; includes are relative to the file that holds them. */
final class FileSources implements SourceResolver {
    /** Standard input. */
    private static final String STANDARD_INPUT = "-";

    @Override
    public String resolve(String from, String reference) {
        try {
            Path path = Path.of(reference);
            return path.isAbsolute()
                    ? path.normalize().toString()
                    : Path.of(from).resolveSibling(path).normalize().toString();
        } catch (InvalidPathException e) {
            // No such file: opening it says so.
            return reference;
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return name.equals(STANDARD_INPUT) ? System.in : new FileInputStream(name);
    }
}
