package dev.erpkit.core.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** Quantity times price, rounded by a named policy, less a stated discount is the amount. */
class LinePriceTest {
    private static final UnitOfMeasure BAG = UnitOfMeasure.of("BG", "count");

    private static LinePrice price(String quantity, String unitPrice, String rounding, String discount) {
        return new LinePrice(
                Quantity.of(quantity, BAG),
                Amounts.of(unitPrice, "EUR"),
                RoundingPolicy.parse(rounding),
                Amounts.of(discount, "EUR"));
    }

    private static InvoiceRequest.Line line(String net, LinePrice price) {
        return new InvoiceRequest.Line(
                "goods", 1, "A", Amounts.of(net, "EUR"), Optional.of(price), Lists.immutable.empty(), Optional.empty());
    }

    @Test
    void the_policy_that_is_named_rounds_the_product() {
        assertThat(price("3", "33.335", "half-up:currency", "0").net()).isEqualTo(Amounts.of("100.01", "EUR"));
        assertThat(price("3", "33.335", "truncate:currency", "0").net()).isEqualTo(Amounts.of("100", "EUR"));
        assertThat(price("-1", "0.5", "half-up:currency", "0").net()).isEqualTo(Amounts.of("-0.5", "EUR"));
    }

    @Test
    void what_lies_between_product_and_amount_is_the_discount() {
        LinePrice price = LinePrice.of(
                Quantity.of("3", BAG),
                Amounts.of("33.335", "EUR"),
                RoundingPolicy.parse("half-up:currency"),
                Amounts.of("90", "EUR"));
        assertThat(price.discount()).isEqualTo(Amounts.of("10.01", "EUR"));
        assertThat(price.net()).isEqualTo(Amounts.of("90", "EUR"));
        assertThat(price.exactDiscount()).isEqualTo(Rational.parse("10005/1000"));
        assertThat(line("90.00", price).net()).isEqualTo(Amounts.of("90", "EUR"));
    }

    @Test
    void an_amount_that_does_not_follow_is_no_line() {
        LinePrice price = price("2", "10", "half-up:currency", "1");
        assertThatThrownBy(() -> line("20", price))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("EUR 20.00")
                .hasMessageContaining("EUR 19.00");
        assertThat(line("19", price).price()).contains(price);
    }

    @Test
    void without_quantity_or_below_a_price_of_zero_there_is_no_price() {
        assertThatThrownBy(() -> price("0", "1", "half-up:currency", "0")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> price("1", "-1", "half-up:currency", "0")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new LinePrice(
                        Quantity.of("1", BAG),
                        Amounts.of("1", "EUR"),
                        RoundingPolicy.parse("half-up:currency"),
                        Amounts.of("0", "JPY")))
                .isInstanceOf(InvalidValueException.class);
    }
}
