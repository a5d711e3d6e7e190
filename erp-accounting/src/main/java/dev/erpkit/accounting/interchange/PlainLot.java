package dev.erpkit.accounting.interchange;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which lot of a commodity a posting is about: what was paid for it and when. Lots are kept, and change no balance.
 *
 * @param price what was paid for one unit ({@code {5 USD}}) or for the whole posting ({@code {{50 USD}}})
 * @param fixed whether the price is not to follow the market ({@code {=5 USD}})
 * @param date the day of the purchase ({@code [2024-01-31]})
 */
public record PlainLot(Optional<PlainCost> price, boolean fixed, Optional<LocalDate> date) {
    /** Checks that the lot says something, and nothing that cannot be written. */
    public PlainLot {
        if (price.isEmpty() && (date.isEmpty() || fixed)) {
            throw PlainText.invalid("PlainLot", "price", "lot.empty", "needs a price or a date");
        }
        date.ifPresent(day -> PlainText.date("PlainLot", day));
    }
}
