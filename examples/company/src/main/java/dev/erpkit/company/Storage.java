package dev.erpkit.company;

import dev.erpkit.accounting.BooksStores;
import java.nio.file.Path;

/** Where the books are kept: the one place to change for another storage. */
final class Storage implements AutoCloseable {
    private final BooksStores stores;

    private Storage(BooksStores stores) {
        this.stores = stores;
    }

    /** The books in a folder, empty ones at first. */
    static Storage open(Path folder) {
        return new Storage(BooksStores.inMemory());
    }

    BooksStores stores() {
        return stores;
    }

    @Override
    public void close() {}
}
