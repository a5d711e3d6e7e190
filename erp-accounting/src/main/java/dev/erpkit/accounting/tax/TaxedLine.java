package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/** A line of a document as its taxes see it; money in major units of the document's currency, exact. */
@ErpValue
@Value.Immutable
public sealed interface TaxedLine permits ImmutableTaxedLine {
    /** What names the line in its document. */
    @NotBlank
    @Size(max = 64)
    String id();

    /** How many units; below zero for what is taken back. */
    Rational quantity();

    /** The price of one unit; either this or {@link #amount} is given. */
    Optional<Rational> unitPrice();

    /** The price of all units. */
    Optional<Rational> amount();

    /** Per cent off the price. */
    Rational discountPercent();

    /** Money off the price of all units, after the per cent. */
    Rational discountAmount();

    /** The codes of its taxes. */
    ImmutableList<@NotBlank String> taxes();

    /** Whether the price has the taxes in it. */
    LinePricing pricing();

    /** How much of what each tax lets a buyer deduct may be deducted here, 0 to 1. */
    Rational deductibleShare();

    /** The price of all units less discounts: what is taxed, or what has the tax in it. */
    @Value.Derived
    default Rational priced() {
        Rational full =
                amount().orElseGet(() -> unitPrice().orElse(Rational.ZERO).multiply(quantity()));
        if (discountPercent().signum() != 0) {
            Rational kept = Rational.of(100).subtract(discountPercent()).divide(Rational.of(100));
            full = full.multiply(kept);
        }
        return discountAmount().signum() == 0 ? full : full.subtract(discountAmount());
    }

    /**
     * Enforces the declared constraints, that there is one price, and that shares are shares.
     *
     * @throws InvalidValueException also {@code tax-line.price}, {@code tax-line.discount}, {@code tax.share}
     */
    @Value.Check
    default void check() {
        Constraints.check("TaxedLine", this);
        if (unitPrice().isPresent() == amount().isPresent()) {
            throw new InvalidValueException(
                    "TaxedLine", "unitPrice", "tax-line.price", "must have either a unit price or an amount");
        }
        if (discountPercent().compareTo(Rational.of(100)) > 0) {
            throw new InvalidValueException(
                    "TaxedLine", "discountPercent", "tax-line.discount", "must be at most 100: " + discountPercent());
        }
        if (deductibleShare().signum() < 0 || deductibleShare().compareTo(Rational.ONE) > 0) {
            throw new InvalidValueException(
                    "TaxedLine", "deductibleShare", "tax.share", "must be 0 to 1: " + deductibleShare());
        }
    }

    /** A line of one unit at an amount. */
    static TaxedLine of(String id, BigDecimal amount, String... taxes) {
        return builder().id(id).amount(amount).taxes(taxes).build();
    }

    /** A line of units at a price. */
    static TaxedLine of(String id, BigDecimal quantity, BigDecimal unitPrice, String... taxes) {
        return builder()
                .id(id)
                .quantity(quantity)
                .unitPrice(unitPrice)
                .taxes(taxes)
                .build();
    }

    /** A builder; one unit, no discount, no tax, priced as its taxes say, deductible as they say, unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableTaxedLine.Builder {
        Builder() {
            quantity(Rational.ONE);
            discountPercent(Rational.ZERO);
            discountAmount(Rational.ZERO);
            taxes(Lists.immutable.empty());
            pricing(LinePricing.BY_TAX);
            deductibleShare(Rational.ONE);
        }

        /** How many units. */
        public Builder quantity(BigDecimal number) {
            return quantity(Rational.of(number));
        }

        /** The price of one unit. */
        public Builder unitPrice(BigDecimal price) {
            return unitPrice(Rational.of(price));
        }

        /** The price of all units. */
        public Builder amount(BigDecimal price) {
            return amount(Rational.of(price));
        }

        /** Per cent off the price. */
        public Builder discountPercent(BigDecimal percent) {
            return discountPercent(Rational.of(percent));
        }

        /** Money off the price. */
        public Builder discountAmount(BigDecimal money) {
            return discountAmount(Rational.of(money));
        }

        /** The codes of its taxes. */
        public Builder taxes(String... codes) {
            return taxes(Lists.immutable.of(codes));
        }
    }
}
