package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.crm.pipeline.port.DealLog;
import dev.erpkit.crm.service.port.CaseLog;

/**
 * What is done for the customers of one tenant.
 *
 * @param cases what happened to cases
 * @param deals what happened to deals
 */
public record JdbcService(CaseLog cases, DealLog deals) {
    /** Cases and deals beside these books, in the same unit of work. */
    public static JdbcService of(BooksStores stores) {
        JdbcUnitOfWork work = JdbcBooks.work(stores);
        return new JdbcService(new JdbcCaseLog(work), new JdbcDealLog(work));
    }
}
