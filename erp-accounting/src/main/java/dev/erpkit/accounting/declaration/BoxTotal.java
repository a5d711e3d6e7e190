package dev.erpkit.accounting.declaration;

import dev.erpkit.core.money.Amounts;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What facts put into a box.
 *
 * @param box the box
 * @param currency the currency of its facts
 * @param baseMinor what is taxed, in minor units
 * @param taxMinor the tax, in minor units
 * @param facts how many facts
 */
public record BoxTotal(String box, CurrencyUnit currency, long baseMinor, long taxMinor, long facts) {
    /** What is taxed. */
    public MonetaryAmount base() {
        return Amounts.ofMinor(baseMinor, currency);
    }

    /** The tax. */
    public MonetaryAmount tax() {
        return Amounts.ofMinor(taxMinor, currency);
    }

    BoxTotal plus(BoxTotal other) {
        return new BoxTotal(
                box,
                currency,
                Math.addExact(baseMinor, other.baseMinor),
                Math.addExact(taxMinor, other.taxMinor),
                Math.addExact(facts, other.facts));
    }

    static BoxTotal of(TaxFact fact) {
        TaxLine line = fact.line();
        return new BoxTotal(line.box(), line.currency(), line.baseMinor(), line.taxMinor(), 1);
    }
}
