package dev.erpkit.accounting.interchange;

import java.time.LocalDate;

/**
 * The price of one unit of a commodity on a day ({@code P}).
 *
 * @param date the day
 * @param commodity what is priced, not empty
 * @param price the price in another commodity
 */
public record MarketPrice(LocalDate date, String commodity, PlainAmount price) implements JournalItem {
    /** Checks date and symbol. */
    public MarketPrice {
        PlainText.date("MarketPrice", date);
        PlainText.commodity("MarketPrice", commodity);
    }
}
