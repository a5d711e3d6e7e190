package dev.erpkit.crm.sales.price;

/**
 * The tax of one rate, in minor units.
 *
 * @param rate the tax
 * @param baseMinor the net of all lines that bear it
 * @param taxMinor the tax on that base, rounded once
 */
public record TaxFigure(TaxRate rate, long baseMinor, long taxMinor) {}
