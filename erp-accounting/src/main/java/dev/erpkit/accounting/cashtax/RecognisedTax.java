package dev.erpkit.accounting.cashtax;

/**
 * What a payment recognises of one line, in minor units of the currency of the book.
 *
 * @param line the line
 * @param baseMinor of its base
 * @param taxMinor of its tax, now owed or deductible
 * @param waitingMinor of the tax that the document posted, now no longer waiting
 */
public record RecognisedTax(CashTaxLine line, long baseMinor, long taxMinor, long waitingMinor) {
    /** What rates have made of the tax since the document: above zero when more is owed than was waiting. */
    public long differenceMinor() {
        return Math.subtractExact(taxMinor, waitingMinor);
    }

    boolean isNothing() {
        return baseMinor == 0 && taxMinor == 0 && waitingMinor == 0;
    }
}
