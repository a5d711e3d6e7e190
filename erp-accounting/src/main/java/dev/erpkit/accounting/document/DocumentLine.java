package dev.erpkit.accounting.document;

import dev.erpkit.accounting.tax.LinePricing;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/** A line of a draft: what is sold or bought, how much of it, at what price, under which taxes. */
@ErpValue
@Value.Immutable
public sealed interface DocumentLine permits ImmutableDocumentLine {
    /** What the line says. */
    @NotBlank
    @Size(max = 500)
    String text();

    /** How many units, exact; below zero for what is taken back within the document. */
    Rational quantity();

    /** The unit, empty when none. */
    @Size(max = 32)
    String unit();

    /** The price of a unit in major units of the currency, exact. */
    Rational unitPrice();

    /** What is taken off the price, in percent. */
    Rational discountPercent();

    /** What is taken off the price of all units after the per cent, in major units of the currency. */
    Rational discountAmount();

    /** The codes of its taxes. */
    ImmutableList<String> taxes();

    /** Whether its price has the taxes in it. */
    LinePricing pricing();

    /** How much of what its taxes let a buyer deduct may be deducted here, 0 to 1. */
    Rational deductibleShare();

    /** What posting rules choose the account by, such as an item group; empty when any. */
    @Size(max = 64)
    String qualifier();

    /** Analytic coordinates. */
    Dimensions dimensions();

    /**
     * Enforces the declared constraints, that there is a quantity, and that texts can be stored.
     *
     * @throws InvalidValueException also {@code document-line.quantity}, {@code text.not-storable}
     */
    @Value.Check
    default void check() {
        Constraints.check("DocumentLine", this);
        if (quantity().isZero()) {
            throw new InvalidValueException(
                    "DocumentLine", "quantity", "document-line.quantity", "must not be zero; leave the line out");
        }
        if (!Texts.isLabel(text()) || !Texts.isLabel(unit()) || !Texts.isLabel(qualifier())) {
            throw new InvalidValueException(
                    "DocumentLine",
                    "text",
                    "text.not-storable",
                    "must have neither control characters nor half a surrogate pair");
        }
    }

    /** A line: {@code of("Paper", "10", "4.50", "VAT20")}. */
    static DocumentLine of(String text, String quantity, String unitPrice, String... taxes) {
        return builder()
                .text(text)
                .quantity(quantity)
                .unitPrice(unitPrice)
                .taxes(taxes)
                .build();
    }

    /** A builder; one unit, no discount, no tax, priced as its taxes say, any qualifier, no coordinates. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableDocumentLine.Builder {
        Builder() {
            quantity(Rational.ONE);
            unit("");
            discountPercent(Rational.ZERO);
            discountAmount(Rational.ZERO);
            taxes(Lists.immutable.empty());
            pricing(LinePricing.BY_TAX);
            deductibleShare(Rational.ONE);
            qualifier("");
            dimensions(Dimensions.none());
        }

        /** How many units: {@code 3}, {@code 2.5} or {@code 1/3}. */
        public Builder quantity(String number) {
            return quantity(Rational.parse(number));
        }

        /** The price of a unit. */
        public Builder unitPrice(String price) {
            return unitPrice(Rational.parse(price));
        }

        /** The price of a unit. */
        public Builder unitPrice(BigDecimal price) {
            return unitPrice(Rational.of(price));
        }

        /** What is taken off the price, in percent. */
        public Builder discountPercent(String percent) {
            return discountPercent(Rational.parse(percent));
        }

        /** The codes of its taxes. */
        public Builder taxes(String... codes) {
            return taxes(Lists.immutable.of(codes));
        }
    }
}
