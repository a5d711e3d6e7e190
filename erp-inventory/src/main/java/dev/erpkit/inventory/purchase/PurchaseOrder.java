package dev.erpkit.inventory.purchase;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/** What is ordered from a vendor, never edited. */
@ErpValue
@Value.Immutable
public sealed interface PurchaseOrder permits ImmutablePurchaseOrder {
    /** The host's id. */
    @NotBlank
    @Size(max = 64)
    String id();

    /** From whom. */
    PartyId vendor();

    /** The currency of its prices. */
    CurrencyUnit currency();

    /** When. */
    LocalDate day();

    /** The request that it answers. */
    Optional<@Size(min = 1, max = 64) String> request();

    /** The lines, in their order. */
    @NotEmpty
    ImmutableList<OrderLine> lines();

    /** Enforces the declared constraints, and that each number names one line: {@code purchase.line}. */
    @Value.Check
    default void check() {
        Constraints.check("PurchaseOrder", this);
        if (lines().collect(OrderLine::number).distinct().size() != lines().size()) {
            throw new InvalidValueException("PurchaseOrder", "lines", "purchase.line", "must have a number each");
        }
    }

    /** What all of it costs, in minor units of its currency, exact. */
    default Rational total() {
        return lines().injectInto(
                        Rational.ZERO, (sum, line) -> sum.add(line.quantity().multiply(line.price())));
    }

    /** A builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an order. */
    final class Builder extends ImmutablePurchaseOrder.Builder {
        private final MutableList<OrderLine> collected = Lists.mutable.empty();

        Builder() {}

        /** One more line. */
        public Builder add(OrderLine line) {
            collected.add(line);
            lines(collected.toImmutable());
            return this;
        }
    }
}
