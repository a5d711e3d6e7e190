package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.crm.sales.billing.BillingChange;
import dev.erpkit.crm.sales.contract.ContractChange;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.port.SalesLog;
import dev.erpkit.crm.sales.quote.QuoteChange;

/** The documents of sales of one tenant, in the unit of work of its books: what is sold and what is posted stand or fall together. */
public final class JdbcSales {
    private JdbcSales() {}

    /** Quotes. */
    public static SalesLog<QuoteChange> quotes(BooksStores stores) {
        return new JdbcSalesLog<>(JdbcBooks.work(stores), "QUOTES", new QuoteCodec());
    }

    /** Orders. */
    public static SalesLog<OrderChange> orders(BooksStores stores) {
        return new JdbcSalesLog<>(JdbcBooks.work(stores), "ORDERS", new OrderCodec());
    }

    /** Frame contracts. */
    public static SalesLog<ContractChange> contracts(BooksStores stores) {
        return new JdbcSalesLog<>(JdbcBooks.work(stores), "CONTRACTS", new ContractCodec());
    }

    /** Closing-day statements. */
    public static SalesLog<BillingChange> billing(BooksStores stores) {
        return new JdbcSalesLog<>(JdbcBooks.work(stores), "BILLING", new BillingCodec());
    }
}
