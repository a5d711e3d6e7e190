package dev.erpkit.accounting.openitem;

import javax.money.CurrencyUnit;

/**
 * What a match consumes of one item.
 *
 * @param item the item
 * @param currency the item's currency
 * @param amountMinor consumed of its amount, in minor units, with the sign of the item; the contrary when a match is undone
 * @param baseMinor consumed of its base amount, in minor units of the base currency
 */
public record MatchPart(ItemId item, CurrencyUnit currency, long amountMinor, long baseMinor) {
    /** What takes this part back. */
    public MatchPart negate() {
        return new MatchPart(item, currency, Math.negateExact(amountMinor), Math.negateExact(baseMinor));
    }
}
