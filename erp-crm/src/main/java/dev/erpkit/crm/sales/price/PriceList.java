package dev.erpkit.crm.sales.price;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.immutables.value.Value;

/** Prices in one currency: for one party, for groups of customers, or for everybody. */
@ErpValue
@Value.Immutable
public sealed interface PriceList permits ImmutablePriceList {
    /** Its name, which a price tells. */
    @NotBlank
    @Size(max = 64)
    String id();

    /** The currency of its prices. */
    CurrencyUnit currency();

    /** The days on which it holds. */
    DateRange validity();

    /** The only party for which it holds. */
    Optional<PartyId> party();

    /** The groups of customers for which it holds; none, for everybody. */
    ImmutableSet<String> groups();

    /** The prices. */
    ImmutableList<PriceEntry> entries();

    /** Enforces the declared constraints, and that all prices are in the currency: {@code sales.currency}. */
    @Value.Check
    default void check() {
        Constraints.check("PriceList", this);
        if (entries().anySatisfy(entry -> !entry.price().getCurrency().equals(currency()))) {
            throw new InvalidValueException(
                    "PriceList",
                    "entries",
                    "sales.currency",
                    "must be in " + currency().getCurrencyCode() + " as the list");
        }
    }

    /** A builder of a list for everybody on all days, unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a list. */
    final class Builder extends ImmutablePriceList.Builder {
        private final MutableList<PriceEntry> collected = Lists.mutable.empty();

        Builder() {
            validity(DateRange.all());
            groups(Sets.immutable.empty());
            entries(Lists.immutable.empty());
        }

        /** For one group of customers. */
        public Builder group(String group) {
            groups(Sets.immutable.of(group));
            return this;
        }

        /** Adds a price to those added before; together they take the place of any that were set at once. */
        public Builder add(PriceEntry entry) {
            collected.add(entry);
            entries(collected.toImmutable());
            return this;
        }
    }
}
