package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.port.PostedLog;

/**
 * What is kept of the goods of one tenant.
 *
 * @param moves all that was recorded about goods
 * @param posted what the books were told of them
 */
public record JdbcStock(MoveLog moves, PostedLog posted) {
    /** Goods beside these books, in the same unit of work. */
    public static JdbcStock of(BooksStores stores) {
        JdbcUnitOfWork work = JdbcBooks.work(stores);
        return new JdbcStock(new JdbcMoveLog(work), new JdbcPostedLog(work));
    }
}
