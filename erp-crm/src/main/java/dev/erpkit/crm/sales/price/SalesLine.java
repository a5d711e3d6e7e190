package dev.erpkit.crm.sales.price;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/** One line of an offer or an order. */
@ErpValue
@Value.Immutable
public sealed interface SalesLine permits ImmutableSalesLine {
    /** What is sold, by the id that seller and store share. */
    @NotBlank
    @Size(max = 64)
    String item();

    /** How much, above zero. */
    Quantity quantity();

    /** The price of one unit without tax, zero or more, with as many decimals as it needs. */
    MonetaryAmount unitPrice();

    /** What is taken off the price of a unit. */
    DiscountChain discounts();

    /** The taxes that will be charged, each once. */
    ImmutableList<TaxRate> taxes();

    /** What a unit costs us, for the margin. */
    @Value.Redacted
    Optional<MonetaryAmount> unitCost();

    /**
     * Enforces the declared constraints, then quantity and price: {@code sales.line}.
     *
     * @throws InvalidValueException also {@code text.not-storable}
     */
    @Value.Check
    default void check() {
        Constraints.check("SalesLine", this);
        if (!Texts.isLabel(item())) {
            throw wrong("item");
        }
        if (quantity().number().signum() <= 0) {
            throw wrong("quantity");
        }
        CurrencyUnit currency = unitPrice().getCurrency();
        boolean cost = unitCost()
                .map(some -> some.getCurrency().equals(currency)
                        && Amounts.decimal(some).signum() >= 0)
                .orElse(true);
        if (Amounts.decimal(unitPrice()).signum() < 0 || !cost) {
            throw wrong("unitPrice");
        }
        if (taxes().collect(TaxRate::code).distinct().size() < taxes().size()) {
            throw wrong("taxes");
        }
    }

    private static InvalidValueException wrong(String path) {
        return new InvalidValueException(
                "SalesLine",
                path,
                "sales.line",
                "must be an item without control characters, a quantity above zero, a price and cost of zero or more in one"
                        + " currency and each tax once");
    }

    /** The price of a unit as a number of major units. */
    default Rational price() {
        return Rational.of(Amounts.decimal(unitPrice()));
    }

    /** A line without discount and tax, counted in pieces. */
    static SalesLine of(String item, String quantity, String unitPrice, CurrencyUnit currency) {
        return builder()
                .item(item)
                .quantity(Quantity.of(quantity, Builder.PIECE))
                .unitPrice(Amounts.of(new BigDecimal(unitPrice), currency))
                .build();
    }

    /** The same line with these discounts in place of its own. */
    default SalesLine discounted(DiscountChain chain) {
        Builder builder = builder();
        builder.from(this);
        return builder.discounts(chain).build();
    }

    /** The same line with one more tax. */
    default SalesLine taxed(TaxRate rate) {
        Builder builder = builder();
        builder.from(this);
        return builder.taxes(taxes().newWith(rate)).build();
    }

    /** The same line with another quantity. */
    default SalesLine quantity(Rational number) {
        Builder builder = builder();
        builder.from(this);
        return builder.quantity(new Quantity(number, quantity().unit())).build();
    }

    /** A canonical text, by which commands are told apart. */
    default String text() {
        return item()
                + "|"
                + quantity().number()
                + " "
                + quantity().unit()
                + "|"
                + Amounts.canonical(unitPrice())
                + "|"
                + discounts().text()
                + "|"
                + taxes().makeString(" ")
                + "|"
                + unitCost().map(Amounts::canonical).orElse("");
    }

    /** A builder; no discount and no tax unless said. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableSalesLine.Builder {
        private static final UnitOfMeasure PIECE = UnitOfMeasure.of("PCS", "count");

        Builder() {
            discounts(DiscountChain.none());
            taxes(Lists.immutable.empty());
        }
    }
}
