package dev.erpkit.accounting.payment;

/**
 * Where one of our bank accounts stands in the books.
 *
 * @param bankAccount the host's name of the bank account, as payments name it
 * @param account the ledger account of its balance
 * @param inTransit the ledger account of what is on its way; a control account for clearing, so that what is on its way is
 *     an open item that the bank's booking settles, exchange difference and all
 */
public record BankPosting(String bankAccount, String account, String inTransit) {}
