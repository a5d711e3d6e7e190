package dev.erpkit.accounting.terms;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * One part of a document's total.
 *
 * @param number the number of its line in the terms, from 1
 * @param due when it is due
 * @param amount how much, with the sign of the total
 * @param base the same in base currency
 */
public record Instalment(int number, LocalDate due, MonetaryAmount amount, MonetaryAmount base) {}
