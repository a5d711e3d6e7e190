package dev.erpkit.accounting.tax;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.set.ImmutableSet;
import org.immutables.value.Value;

/** For which supplies a tax gives way to others, as data: what others call a fiscal position. */
@ErpValue
@Value.Immutable
public sealed interface TaxMapping permits ImmutableTaxMapping {
    /** What traces call it. */
    @NotBlank
    @Size(max = 64)
    String name();

    /** The tax that gives way to others. */
    @NotBlank
    @Size(max = 64)
    String tax();

    /** The taxes in its place; none frees the supply. */
    ImmutableList<@NotBlank String> to();

    /** The facts that must have one of these values. */
    ImmutableSortedMap<String, ImmutableSet<String>> conditions();

    /** The tax points at which it holds. */
    DateRange validity();

    /** Of several that hold for a tax, that with the lowest number applies. */
    int priority();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("TaxMapping", this);
    }

    /** Whether it holds for a supply. */
    default boolean holds(SupplyFacts facts, LocalDate taxPoint) {
        return validity().contains(taxPoint)
                && conditions().keyValuesView().allSatisfy(condition -> {
                    String value = facts.values().get(condition.getOne());
                    return value != null && condition.getTwo().contains(value);
                });
    }

    /** A builder; at all times, for all supplies, frees from the tax, priority 0, unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a mapping. */
    final class Builder extends ImmutableTaxMapping.Builder {
        private ImmutableSortedMap<String, ImmutableSet<String>> asked = SortedMaps.immutable.empty();

        Builder() {
            to(Lists.immutable.empty());
            conditions(asked);
            validity(DateRange.all());
            priority(0);
        }

        /** The taxes in its place. */
        public Builder to(String... codes) {
            return to(Lists.immutable.of(codes));
        }

        /** One more fact that must have one of these values. */
        public Builder when(String fact, String... values) {
            asked = asked.newWithKeyValue(fact, Sets.immutable.of(values));
            return conditions(asked);
        }
    }
}
