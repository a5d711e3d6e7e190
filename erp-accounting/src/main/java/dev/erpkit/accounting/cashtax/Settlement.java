package dev.erpkit.accounting.cashtax;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one payment, or one credit note, settled of a document; negative when a match was undone.
 *
 * @param match the match
 * @param by the item that settled it; none where it was given up without one
 * @param date the day of the payment, or of the undoing
 * @param undone whether it is taken back
 * @param amountMinor settled, in the currency of the document, with the sign of its items
 * @param paidMinor what that was worth in the currency of the book at the rate of the payment
 */
public record Settlement(
        MatchId match, Optional<ItemId> by, LocalDate date, boolean undone, long amountMinor, long paidMinor) {}
