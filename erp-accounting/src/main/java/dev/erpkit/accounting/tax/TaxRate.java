package dev.erpkit.accounting.tax;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;

/**
 * What a tax takes during a time.
 *
 * @param validity the tax points for which it holds
 * @param value per cent for percent and division taxes, below zero for what is withheld; major units of money a unit for
 *     fixed ones
 */
public record TaxRate(DateRange validity, Rational value) {}
