package dev.erpkit.accounting.document;

import dev.erpkit.core.quantity.Rational;

/**
 * How a tax of a line came about, frozen with it.
 *
 * @param total what it is totalled under: its code, or, where rounding goes by rate, the per cent of what the line names,
 *     such as {@code 10} or {@code 8 reduced}; a tax of several parts, such as national and local, is one total then
 * @param unrounded the tax of the line in major units, exact, before it was rounded and before accounts shared it
 */
public record TaxOrigin(String total, Rational unrounded) {}
