package dev.erpkit.company;

import dev.erpkit.accounting.openitem.ItemId;

/**
 * Money of a customer at home, of which the bank tells at the end of the month.
 *
 * @param trade the invoice that it pays
 * @param item the open item of the invoice
 * @param payment when and how much
 */
record Receipt(Trade trade, ItemId item, Trade.Payment payment) {}
