package dev.erpkit.accounting.deferral;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;

/**
 * A part of a service period: what of it lies in one month.
 *
 * @param range its days
 * @param weight its weight under the basis
 * @param amountMinor what is recognised for it, in minor units
 */
public record ServicePart(DateRange range, Rational weight, long amountMinor) {}
