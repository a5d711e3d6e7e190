package dev.erpkit.accounting.bank;

import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Something that a line may be about, with what tells it from others.
 *
 * @param target the item or payment
 * @param party whom it concerns
 * @param currency its currency
 * @param amountMinor what the line would show, in minor units: above zero when money comes in
 * @param due when it is due, or under way since
 * @param references by what a payer may name it, such as the number of the invoice
 * @param discount what the line would show instead, while a discount is given
 */
public record Candidate(
        MatchTarget target,
        PartyId party,
        CurrencyUnit currency,
        long amountMinor,
        LocalDate due,
        ImmutableList<String> references,
        Optional<Discounted> discount) {
    /**
     * An amount less a discount.
     *
     * @param amountMinor what the line would show, in minor units
     * @param until the last day of the discount
     */
    public record Discounted(long amountMinor, LocalDate until) {}

    /** What is open of an item, known by its document. */
    public static Candidate of(ItemHistory history) {
        OpenItem item = history.item();
        return new Candidate(
                new MatchTarget.Item(item.id()),
                item.party(),
                item.currency(),
                history.residual().amountMinor(),
                item.due(),
                item.document().map(Lists.immutable::of).orElseGet(Lists.immutable::empty),
                Optional.empty());
    }

    /** A payment in transit, known by its id and its reference. */
    public static Candidate of(PaymentHistory payment) {
        return new Candidate(
                new MatchTarget.InTransit(payment.payment().id()),
                payment.payment().party(),
                payment.payment().amount().getCurrency(),
                payment.signedMinor(),
                payment.payment().date(),
                Lists.immutable
                        .of(payment.payment().id().value())
                        .newWithAll(payment.payment()
                                .reference()
                                .map(Lists.immutable::of)
                                .orElseGet(Lists.immutable::empty)),
                Optional.empty());
    }

    /** The same with one more reference. */
    public Candidate known(String reference) {
        return new Candidate(target, party, currency, amountMinor, due, references.newWith(reference), discount);
    }

    /** The same with a discount. */
    public Candidate less(long discountedMinor, LocalDate until) {
        return new Candidate(
                target,
                party,
                currency,
                amountMinor,
                due,
                references,
                Optional.of(new Discounted(discountedMinor, until)));
    }

    /** The target. */
    @Override
    public String toString() {
        return target.toString();
    }
}
