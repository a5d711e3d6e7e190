package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.crm.activity.port.ActivityLog;
import dev.erpkit.crm.activity.port.ContentStore;
import dev.erpkit.crm.campaign.port.SendLog;
import dev.erpkit.crm.party.port.PartyLog;
import dev.erpkit.crm.party.port.ProfileStore;

/**
 * What is kept of the customers of one tenant.
 *
 * @param parties what happened to parties
 * @param profiles what is personal about them
 * @param activities what was said and planned
 * @param contents the words
 * @param sends the messages
 */
public record JdbcCustomers(
        PartyLog parties, ProfileStore profiles, ActivityLog activities, ContentStore contents, SendLog sends) {
    /** Customers beside these books, in the same unit of work. */
    public static JdbcCustomers of(BooksStores stores) {
        JdbcUnitOfWork work = JdbcBooks.work(stores);
        return new JdbcCustomers(
                new JdbcPartyLog(work),
                new JdbcProfileStore(work),
                new JdbcActivityLog(work),
                new JdbcContentStore(work),
                new JdbcSendLog(work));
    }
}
