package dev.erpkit.core.trade;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What an order asks to be invoiced: amounts without tax, which the books add. Lines that charge come first, those that take
 * back come last, each naming one line of an earlier request, of which all together never take back more than it charged.
 *
 * <p>Where an amount taken back spans several invoices there is a line for each. So books can make an invoice of
 * {@link #charges()} and a credit note for each document of {@link #takenBack()}.
 *
 * @param key the same for the same request, sent again
 * @param order the order
 * @param document the invoice, by the seller's id
 * @param party who owes it
 * @param day its day
 * @param lines what it charges and takes back
 */
public record InvoiceRequest(
        IdempotencyKey key, String order, String document, PartyId party, LocalDate day, ImmutableList<Line> lines) {
    /**
     * One amount of an invoice.
     *
     * @param role what it is: {@code goods}, {@code down-payment}, {@code down-payment-recalled}, {@code retention} or {@code retention-released}
     * @param line the line of the order, 0 for what concerns the whole order
     * @param text the item, or what the amount is for
     * @param net the amount without tax, which decides; of the other sign than what it takes back
     * @param price how much at which price it is; nothing for an amount that is of no quantity, such as a down payment
     * @param taxes the codes of its taxes; those of an amount of the whole order are the seller's to give to the books
     * @param takesBack what it takes back; nothing where it charges
     */
    public record Line(
            String role,
            int line,
            String text,
            MonetaryAmount net,
            Optional<LinePrice> price,
            ImmutableList<String> taxes,
            Optional<Charge> takesBack) {
        /** Checks that quantity, price and discount come to the net: {@code invoicing.line-price}. */
        public Line {
            price.ifPresent(of -> of.check(net));
        }
    }

    /**
     * A line of an earlier request.
     *
     * @param document the invoice that was asked for
     * @param position the line's place among {@link #charges()} of that request, from 1
     */
    public record Charge(String document, int position) {}

    /** The lines that charge. */
    public ImmutableList<Line> charges() {
        return lines.select(line -> line.takesBack().isEmpty());
    }

    /**
     * What is taken back of one earlier request.
     *
     * @param document the invoice that was asked for
     * @param lines the lines that take it back
     */
    public record TakenBack(String document, ImmutableList<Line> lines) {}

    /** What is taken back, each document once in the order of the lines. */
    public ImmutableList<TakenBack> takenBack() {
        ImmutableList<Line> back = lines.select(line -> line.takesBack().isPresent());
        return back.collect(InvoiceRequest::charged)
                .distinct()
                .collect(document -> new TakenBack(
                        document, back.select(line -> charged(line).equals(document))));
    }

    private static String charged(Line line) {
        return line.takesBack().orElseThrow().document();
    }
}
