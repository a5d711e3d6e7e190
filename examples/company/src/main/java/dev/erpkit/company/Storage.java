package dev.erpkit.company;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.company.goods.GoodsStores;
import dev.erpkit.storage.jdbc.JdbcBooks;
import dev.erpkit.storage.jdbc.JdbcGoodsFlow;
import dev.erpkit.storage.jdbc.JdbcStock;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/** Where the books and the business around them are kept: an H2 file. The one place to change for another database. */
final class Storage implements AutoCloseable {
    private static final String TENANT = "umikaze";

    private final JdbcConnectionPool pool;
    private final CompanyStores stores;

    private Storage(JdbcConnectionPool pool) {
        this.pool = pool;
        BusinessStores business = JdbcBooks.business(pool, TENANT);
        this.stores = new CompanyStores(business, goods(business.books()));
    }

    /** The books in a folder, empty ones at first. */
    static Storage open(Path folder) {
        return new Storage(JdbcBooks.file(folder.resolve("books")));
    }

    private static GoodsStores goods(BooksStores books) {
        JdbcStock stock = JdbcStock.of(books);
        return new GoodsStores(
                stock.moves(), stock.posted(), JdbcGoodsFlow.reservations(books), JdbcGoodsFlow.purchases(books));
    }

    CompanyStores stores() {
        return stores;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
