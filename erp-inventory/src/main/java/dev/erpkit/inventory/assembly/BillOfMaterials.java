package dev.erpkit.inventory.assembly;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** What one batch of an item is made of. */
@ErpValue
@Value.Immutable
public sealed interface BillOfMaterials permits ImmutableBillOfMaterials {
    /** What is made. */
    @NotBlank
    @Size(max = 64)
    String item();

    /** How much of it one batch gives, above zero. */
    Rational output();

    /** What one batch takes; an item may come more than once. */
    @NotEmpty
    ImmutableList<Component> components();

    /** What comes out beside it. */
    ImmutableList<ByProduct> byProducts();

    /** Whether it is a kit, never stocked: whoever needs it needs its components. */
    boolean phantom();

    /**
     * Enforces the declared constraints, an output above zero ({@code assembly.quantity}), by-products that bear at most the
     * whole cost ({@code assembly.share}), and no by-products of kits ({@code assembly.kit-by-product}).
     */
    @Value.Check
    default void check() {
        Constraints.check("BillOfMaterials", this);
        if (output().signum() <= 0) {
            throw new InvalidValueException("BillOfMaterials", "output", "assembly.quantity", "must be above zero");
        }
        if (mainShare().signum() < 0) {
            throw new InvalidValueException(
                    "BillOfMaterials", "byProducts", "assembly.share", "must bear at most the whole cost");
        }
        if (phantom() && byProducts().notEmpty()) {
            throw new InvalidValueException(
                    "BillOfMaterials", "byProducts", "assembly.kit-by-product", "must be empty: a kit is not made");
        }
    }

    /** Which part of the cost the main product bears: what by-products leave. */
    default Rational mainShare() {
        return byProducts().injectInto(Rational.ONE, (left, by) -> left.subtract(by.share()));
    }

    /** A builder; one piece a batch, without by-products, no kit, unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a bill of materials. */
    final class Builder extends ImmutableBillOfMaterials.Builder {
        private final MutableList<Component> in = Lists.mutable.empty();
        private final MutableList<ByProduct> beside = Lists.mutable.empty();

        Builder() {
            output(Rational.ONE);
            byProducts(Lists.immutable.empty());
            phantom(false);
        }

        /** One more component. */
        public Builder component(Component component) {
            in.add(component);
            components(in.toImmutable());
            return this;
        }

        /** One more by-product. */
        public Builder byProduct(ByProduct byProduct) {
            beside.add(byProduct);
            byProducts(beside.toImmutable());
            return this;
        }
    }
}
