package dev.erpkit.accounting.consolidation;

import java.util.Locale;

/** What a consolidation needs accounts of the group chart for, beside those that members map to. */
public enum GroupRole {
    /** Differences from translation, in equity: 為替換算調整勘定. */
    TRANSLATION_DIFFERENCE,
    /** What rounding cell by cell leaves over; where none is named, the account of translation differences, shown apart. */
    ROUNDING,
    /** What earlier years earned. */
    RETAINED_EARNINGS,
    /** What was paid above the share in equity. */
    GOODWILL,
    /** What was paid below it, in the period of the purchase; later it stands in retained earnings. */
    BARGAIN_GAIN,
    /** The part of others in equity: 非支配株主持分. */
    MINORITY_EQUITY,
    /** The part of others in the result: 非支配株主に帰属する当期純利益. */
    MINORITY_RESULT,
    /** The share in the result of members by the equity method: 持分法による投資損益. */
    ASSOCIATE_RESULT,
    /** What eliminating each side in whole leaves over. */
    ELIMINATION_DIFFERENCE;

    /** The stable name, such as {@code minority-equity}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
