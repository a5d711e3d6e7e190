package dev.erpkit.company;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Keeps the books of the company and shows them. */
public final class Main {
    private Main() {}

    /** Arguments: the folder of the books. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Storage storage = Storage.open(Path.of(arguments[0]))) {
            Bookkeeper bookkeeper = new Bookkeeper(storage.stores());
            bookkeeper.keepYear(month -> out.println(
                    month + "  " + bookkeeper.books().stores().journal().lastPosition() + " entries"));
            out.println(bookkeeper.books().verify());
        }
    }
}
