package dev.erpkit.accounting.document;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A part of what is owed, and when.
 *
 * @param due the day on which it is due
 * @param amount how much, in the currency of the document
 */
public record Instalment(LocalDate due, MonetaryAmount amount) {}
