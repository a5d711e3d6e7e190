package dev.erpkit.core.trade;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What an order asks to be invoiced: amounts without tax, which the books add.
 *
 * @param key the same for the same request, sent again
 * @param order the order
 * @param document the invoice, by the seller's id
 * @param party who owes it
 * @param day its day
 * @param lines what it charges; negative amounts take back
 */
public record InvoiceRequest(
        IdempotencyKey key, String order, String document, PartyId party, LocalDate day, ImmutableList<Line> lines) {
    /**
     * One amount of an invoice.
     *
     * @param role what it is: {@code goods}, {@code down-payment}, {@code down-payment-recalled}, {@code retention} or {@code retention-released}
     * @param line the line of the order, 0 for what concerns the whole order
     * @param text the item, or what the amount is for
     * @param net the amount without tax
     * @param taxes the codes of its taxes; those of an amount of the whole order are the seller's to give to the books
     */
    public record Line(String role, int line, String text, MonetaryAmount net, ImmutableList<String> taxes) {}
}
