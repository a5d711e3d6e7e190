package dev.erpkit.accounting.cashtax;

import dev.erpkit.accounting.declaration.TaxLine;
import javax.money.CurrencyUnit;

/**
 * One tax of a document into one box, in minor units. Negative in a credit note. A tax with several boxes or accounts has a line
 * for each, of which one has the base.
 *
 * @param code the tax, by which posting rules find its accounts
 * @param box the box of the declaration
 * @param exigibility when it is owed
 * @param baseMinor what is taxed, in the currency of the document
 * @param taxMinor the tax, in the currency of the document
 * @param bookBaseMinor what is taxed, in the currency of the book at the rate of the document
 * @param bookTaxMinor the tax, in the currency of the book as the document posted it
 */
public record CashTaxLine(
        String code,
        String box,
        Exigibility exigibility,
        long baseMinor,
        long taxMinor,
        long bookBaseMinor,
        long bookTaxMinor) {
    /** A line of a document in the currency of the book. */
    public static CashTaxLine of(String code, String box, Exigibility exigibility, long baseMinor, long taxMinor) {
        return new CashTaxLine(code, box, exigibility, baseMinor, taxMinor, baseMinor, taxMinor);
    }

    TaxLine inBox(CurrencyUnit currency, long base, long tax) {
        return new TaxLine(code, box, currency, base, tax);
    }
}
