package dev.erpkit.accounting.terms;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A payment of an invoice.
 *
 * @param date the day that counts as the day of payment
 * @param amount what was paid, with the sign of the invoice's total
 * @param discount the discount that was given with it, zero where none was
 */
public record DiscountPayment(LocalDate date, MonetaryAmount amount, MonetaryAmount discount) {}
