package dev.erpkit.inventory.item;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.UnitConversion;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;
import org.immutables.value.Value;

/** Something that is bought, stocked, made or sold. All its quantities are kept in its stock unit. */
@ErpValue
@Value.Immutable
public sealed interface Item permits ImmutableItem {
    /** The host's id. */
    @NotBlank
    @Size(max = 64)
    String id();

    /** The category it belongs to. */
    Optional<@Size(min = 1, max = 64) String> category();

    /** The unit in which it is stocked. */
    UnitOfMeasure stockUnit();

    /** How its pieces are told apart. */
    Tracking tracking();

    /** What it is a variant of. */
    Optional<Variant> variant();

    /** Units of its own. */
    ImmutableList<UnitConversion> conversions();

    /** How it is rounded at boundaries; where nothing is said nothing is rounded. */
    ImmutableMap<Boundary, RoundingPolicy> rounding();

    /** Enforces the declared constraints, and that it is rounded to decimals or steps: {@code item.rounding}. */
    @Value.Check
    default void check() {
        Constraints.check("Item", this);
        if (rounding().anySatisfy(policy -> policy.name().endsWith(":currency"))) {
            throw new InvalidValueException("Item", "rounding", "item.rounding", "must not round to a currency");
        }
    }

    /** A builder; without lots, units of its own and rounding unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an item. */
    final class Builder extends ImmutableItem.Builder {
        private final MutableList<UnitConversion> units = Lists.mutable.empty();
        private final MutableMap<Boundary, RoundingPolicy> policies = Maps.mutable.empty();

        Builder() {
            tracking(Tracking.NONE);
            conversions(Lists.immutable.empty());
            rounding(Maps.immutable.empty());
        }

        /** One more unit of its own. */
        public Builder conversion(UnitConversion conversion) {
            units.add(conversion);
            conversions(units.toImmutable());
            return this;
        }

        /** How it is rounded at one boundary. */
        public Builder round(Boundary boundary, RoundingPolicy policy) {
            policies.put(boundary, policy);
            rounding(policies.toImmutable());
            return this;
        }
    }
}
