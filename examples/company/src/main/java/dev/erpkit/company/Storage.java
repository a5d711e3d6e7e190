package dev.erpkit.company;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.company.goods.GoodsStores;
import dev.erpkit.company.people.PeopleStores;
import dev.erpkit.company.sales.SalesStores;
import dev.erpkit.storage.jdbc.JdbcBooks;
import dev.erpkit.storage.jdbc.JdbcCustomers;
import dev.erpkit.storage.jdbc.JdbcGoodsFlow;
import dev.erpkit.storage.jdbc.JdbcSales;
import dev.erpkit.storage.jdbc.JdbcService;
import dev.erpkit.storage.jdbc.JdbcStock;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Where the books, the business around them, its goods, sales and people are kept: an H2 file. The one place to change for another
 * database.
 */
final class Storage implements AutoCloseable {
    private static final String TENANT = "umikaze";

    private final JdbcConnectionPool pool;
    private final CompanyStores stores;

    private Storage(JdbcConnectionPool pool) {
        this.pool = pool;
        BusinessStores business = JdbcBooks.business(pool, TENANT);
        BooksStores books = business.books();
        this.stores = new CompanyStores(business, goods(books), sales(books), PeopleStores.beside(books));
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

    private static SalesStores sales(BooksStores books) {
        JdbcCustomers customers = JdbcCustomers.of(books);
        JdbcService service = JdbcService.of(books);
        return new SalesStores(
                customers.parties(),
                customers.profiles(),
                customers.activities(),
                customers.contents(),
                customers.sends(),
                service.deals(),
                JdbcSales.quotes(books),
                JdbcSales.orders(books),
                JdbcSales.contracts(books),
                service.cases());
    }

    CompanyStores stores() {
        return stores;
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
