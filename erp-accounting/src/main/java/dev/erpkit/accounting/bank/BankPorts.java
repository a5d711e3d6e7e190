package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.bank.port.AssociationLog;
import dev.erpkit.accounting.bank.port.StatementLog;
import dev.erpkit.accounting.payment.PaymentPorts;

/**
 * What statements need of a host and of its books, all in one unit of work.
 *
 * @param statements statements, their lines and what became of them
 * @param associations what was learned
 * @param payments the ports of payments
 */
public record BankPorts(StatementLog statements, AssociationLog associations, PaymentPorts payments) {}
