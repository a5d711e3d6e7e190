package dev.erpkit.company;

import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.company.people.PeopleStores;
import dev.erpkit.storage.jdbc.JdbcBooks;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Where the books, the business around them and its people are kept: an H2 file. The one place to change for another
 * database.
 */
final class Storage implements AutoCloseable {
    private static final String TENANT = "umikaze";

    private final JdbcConnectionPool pool;
    private final BusinessStores stores;
    private final PeopleStores people;

    private Storage(JdbcConnectionPool pool) {
        this.pool = pool;
        this.stores = JdbcBooks.business(pool, TENANT);
        this.people = PeopleStores.beside(stores.books());
    }

    /** The books in a folder, empty ones at first. */
    static Storage open(Path folder) {
        return new Storage(JdbcBooks.file(folder.resolve("books")));
    }

    BusinessStores stores() {
        return stores;
    }

    PeopleStores people() {
        return people;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
