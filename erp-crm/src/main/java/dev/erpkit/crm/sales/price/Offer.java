package dev.erpkit.crm.sales.price;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** What is offered to a party: lines at prices, and discounts on all of it together. Quotes and orders are made of it. */
@ErpValue
@Value.Immutable
public sealed interface Offer permits ImmutableOffer {
    /** To whom. */
    PartyId party();

    /** The currency of all its prices. */
    CurrencyUnit currency();

    /** The lines; the first is line 1. */
    @NotEmpty
    @Size(max = 10_000)
    ImmutableList<SalesLine> lines();

    /** What is taken off the sum of the lines; a fixed discount is one amount off all of it. */
    DiscountChain orderDiscounts();

    /** Enforces the declared constraints, and that all prices are in the currency: {@code sales.currency}. */
    @Value.Check
    default void check() {
        Constraints.check("Offer", this);
        if (lines().anySatisfy(line -> !line.unitPrice().getCurrency().equals(currency()))) {
            throw new InvalidValueException(
                    "Offer",
                    "lines",
                    "sales.currency",
                    "must be in " + currency().getCurrencyCode() + " as the offer");
        }
    }

    /** A canonical text, by which commands are told apart. */
    default String text() {
        return party() + "|" + currency().getCurrencyCode() + "|"
                + orderDiscounts().text() + "\n"
                + lines().collect(SalesLine::text).makeString("\n");
    }

    /** A builder; no discount on the order unless said. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an offer. */
    final class Builder extends ImmutableOffer.Builder {
        private final MutableList<SalesLine> collected = Lists.mutable.empty();

        Builder() {
            lines(Lists.immutable.empty());
            orderDiscounts(DiscountChain.none());
        }

        /** To whom. */
        public Builder party(String party) {
            party(PartyId.of(party));
            return this;
        }

        /** Adds a line to those added before; together they take the place of any that were set at once. */
        public Builder add(SalesLine line) {
            collected.add(line);
            lines(collected.toImmutable());
            return this;
        }
    }
}
