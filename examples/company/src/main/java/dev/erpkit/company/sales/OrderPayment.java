package dev.erpkit.company.sales;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;

/**
 * Money for an invoice of an order, of which the bank will tell.
 *
 * @param party who pays
 * @param invoice what for
 * @param item the open item of the invoice
 * @param day when it is on the account
 * @param minor how much, in yen
 */
public record OrderPayment(PartyId party, String invoice, ItemId item, LocalDate day, long minor) {}
